import { eq } from 'drizzle-orm';
import { DateTime } from 'luxon';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inspectionSession, outbox } from '../../db/schema/index.ts';
import type { PlannedSession } from '../../src/domain/change.ts';
import { loadFeedCases } from '../../src/usecases/feed/load-feed-cases.ts';
import { openChange, openSchedule } from '../../src/usecases/form/change-open.ts';
import { loadSessions } from '../../src/usecases/inspection/load-case.ts';
import { saySchedule } from '../../src/usecases/inspection/say-schedule.ts';
import { listAhead } from '../../src/usecases/view/list-calendar.ts';
import { readCard } from '../../src/usecases/view/read-card.ts';
import { readHistory } from '../../src/usecases/view/read-history.ts';
import { type ChangeDesk, LATER, openChangeDesk, outcome, START, YES } from '../support/change-desk.ts';
import { formHand } from '../support/form-hand.ts';
import { shown } from '../support/view-desk.ts';

let desk: ChangeDesk;
const instant = (local: string) => DateTime.fromISO(local, { zone: 'Asia/Ho_Chi_Minh' });
const OPENING: PlannedSession = {
  kind: 'announce',
  startsAt: instant('2026-12-08T08:00'),
  place: 'Phòng họp số 1',
};
const CLOSING: PlannedSession = { kind: 'conclude', startsAt: instant('2026-12-11T14:00'), place: 'Trụ sở' };

beforeAll(async () => {
  desk = await openChangeDesk();
});
afterAll(() => desk.base.close());
beforeEach(async () => {
  desk.at(START);
  await desk.base.ownerSql`delete from outbox`;
});

/** Side b leads. */
const say = async (key: string, id: number, sessions: PlannedSession[]) => {
  const { version } = await desk.found(id);
  return desk.by(key, (work, actor) => saySchedule(work, actor, id, { baseVersionId: version.id, sessions }));
};
const card = (key: string, id: number) =>
  desk.by(key, async (work, actor) => shown(work, await readCard(work, actor, id)));
const places = async (id: number) => {
  const { version } = await desk.found(id);
  return (await desk.all((work) => loadSessions(work, version.id))).map(({ place }) => place);
};
const told = async (id: number) => {
  const rows = (await desk.said(id, 'outcome')).filter(({ ref }) => ref.note === 'scheduled');
  const keyOf = (personId: number | null) =>
    Object.entries(desk.one.cast).find(([, one]) => one.id === personId)![0];
  return rows.map((row) => [keyOf(row.personId), row.says, row.silent]).toSorted();
};

describe('the lead says hours and places', () => {
  test('a first schedule is no version and voids no answer; both sides are told silently, but for who did it', async () => {
    const id = await desk.agreed({ team: ['a-member', 'b-member'] });
    const notice = await desk.notify(id);
    await desk.answer('a-member', notice, 'attending');
    const before = await desk.found(id);
    expect(outcome(await say('b-secretary', id, [OPENING, CLOSING]))).toBe('said');

    expect((await desk.found(id)).version).toEqual(before.version);
    expect((await desk.requests(id, 'notice')).map((one) => one.state)).toEqual(['open']);
    expect((await desk.answers(notice)).map(({ versionId, voidedAt }) => [versionId, voidedAt])).toEqual([
      [before.version.id, null],
    ]);
    expect(await desk.requests(id, 'change')).toEqual([]);
    const informs = ['informs', true];
    expect(await told(id)).toEqual([
      ['a-chair', ...informs],
      ['a-member', ...informs],
      ['a-secretary', ...informs],
      ['a-vice', ...informs],
      ['b-chair', ...informs],
      ['b-member', ...informs],
      ['b-vice', ...informs],
    ]);
    const [read] = await desk.read(id, 'outcome', 'a-member');
    expect(read).toMatchObject({
      text: expect.stringMatching(/^PH-2026-\d{3}: UBKT Tỉnh uỷ p1 đã thông báo lịch làm việc/),
    });
    expect((read as { text: string }).text).not.toMatch(/Phòng họp|Chi bộ/);
    expect((await card('a-member', id)).text).toContain('08h00 thứ Ba 08/12/2026, tại Phòng họp số 1');
  });

  test('before any notice only đầu mối and leaders hear of it', async () => {
    const id = await desk.agreed({ team: ['a-member'] });
    await say('b-secretary', id, [OPENING]);
    expect((await told(id)).map(([key]) => key)).toEqual([
      'a-chair',
      'a-secretary',
      'a-vice',
      'b-chair',
      'b-vice',
    ]);
  });

  test('a later session and another place are said; what stood when somebody answered stays readable', async () => {
    const id = await desk.agreed();
    await say('b-secretary', id, [OPENING]);
    const moved = { ...OPENING, place: 'Hội trường lớn' };
    expect(outcome(await say('b-secretary', id, [moved, CLOSING]))).toBe('said');
    expect(await places(id)).toEqual(['Hội trường lớn', 'Trụ sở']);
    const { version } = await desk.found(id);
    const rows = await desk.all((work) =>
      work.tx.select().from(inspectionSession).where(eq(inspectionSession.versionId, version.id)),
    );
    expect(rows.map(({ place, supersededAt }) => [place, supersededAt !== null]).toSorted()).toEqual([
      ['Hội trường lớn', false],
      ['Phòng họp số 1', true],
      ['Trụ sở', false],
    ]);
  });

  test('a moved hour, a session less and an earlier beginning are changes: nothing is said', async () => {
    const id = await desk.agreed({ sessions: [OPENING, CLOSING] });
    for (const sessions of [
      [{ ...OPENING, startsAt: OPENING.startsAt.plus({ hours: 1 }) }, CLOSING],
      [OPENING],
      [{ ...OPENING, startsAt: instant('2026-12-07T08:00') }, OPENING, CLOSING],
    ])
      expect(outcome(await say('b-secretary', id, sessions))).toBe('refused-schedule-is-change');
    expect(outcome(await say('b-secretary', id, [OPENING, CLOSING]))).toBe('refused-nothing-changed');
    expect(await told(id)).toEqual([]);
  });

  test('is the lead’s đầu mối alone', async () => {
    const id = await desk.agreed();
    for (const key of ['a-secretary', 'a-chair', 'b-chair', 'b-member', 'b-observer'])
      expect(outcome(await say(key, id, [OPENING]))).toBe('refused-not-allowed');
  });

  test('not while a change waits, nor outside of the window, nor of a sensitive kind', async () => {
    const id = await desk.agreed();
    expect(
      outcome(await say('b-secretary', id, [{ ...OPENING, startsAt: instant('2026-12-14T08:00') }])),
    ).toBe('refused-session-outside');
    await desk.propose('a-secretary', id, LATER);
    expect(outcome(await say('b-secretary', id, [OPENING]))).toBe('refused-pending-already');
    const bare = await desk.agreed({ kind: 'denunciation', subject: null });
    expect(outcome(await say('b-secretary', bare, [OPENING]))).toBe('refused-sensitive-session');
  });

  test('two at once: one is said, the other sees that something else stands', async () => {
    const id = await desk.agreed();
    const { version } = await desk.found(id);
    const results = await desk.atOnce(['b-secretary', 'b-secretary'], (work, actor) =>
      saySchedule(work, actor, id, { baseVersionId: version.id, baseSchedule: 0, sessions: [OPENING] }),
    );
    expect(results.map((one) => outcome(one as object)).toSorted()).toEqual([
      'refused-version-moved',
      'said',
    ]);
    expect(await places(id)).toEqual(['Phòng họp số 1']);
  });

  test('stands in the history of both sides and in the chain as an entry of its own', async () => {
    const id = await desk.agreed();
    await say('b-secretary', id, [OPENING]);
    expect(await desk.audited(id)).toEqual(['schedule.said']);
    for (const key of ['a-secretary', 'b-chair']) {
      const history = await desk.by(key, async (work, actor) =>
        shown(work, await readHistory(work, actor, id, 0)),
      );
      expect(history.text).toContain('thông báo lịch làm việc (không phải điều chỉnh)');
      expect(history.text).not.toContain('Phòng họp');
    }
  });

  test('nobody changes a session that stands, but to note once that another place is said', async () => {
    const id = await desk.agreed({ sessions: [OPENING] });
    const { version } = await desk.found(id);
    const { ownerSql } = desk.base;
    await expect(
      ownerSql`update inspection_session set place = 'x' where version_id = ${version.id}`,
    ).rejects.toThrow('immutable');
    await ownerSql`update inspection_session set superseded_at = '2026-11-23T09:00:00+07:00' where version_id = ${version.id}`;
    await expect(
      ownerSql`update inspection_session set superseded_at = null where version_id = ${version.id}`,
    ).rejects.toThrow('immutable');
  });
});

describe('calendars and reminders', () => {
  test('show what stands, and calendar programs take it for newer', async () => {
    const id = await desk.agreed({ sessions: [OPENING] });
    const feed = async () => {
      const [one] = await desk.by('a-secretary', async (work, actor) =>
        loadFeedCases(work, { reader: actor, committeeId: actor.members[0]!.committeeId } as never, id),
      );
      return one!;
    };
    expect((await feed()).said).toBe(0);
    await say('b-secretary', id, [{ ...OPENING, place: 'Hội trường lớn' }]);
    const after = await feed();
    expect([after.said, after.sessions.map(({ place }) => place)]).toEqual([1, ['Hội trường lớn']]);
    const ahead = await desk.by('a-member', (work, actor) => listAhead(work, actor));
    const own = ahead.filter(({ inspectionId }) => inspectionId === id);
    expect(own.map(({ session }) => session?.place)).toEqual(['Hội trường lớn']);
  });

  const daysBefore = async (id: number) =>
    (await desk.said(id, 'day-before')).map((row) => row.createdAt.setZone('Asia/Ho_Chi_Minh').toISODate());

  test('the day before is that of the first session, not of the window', async () => {
    const id = await desk.agreed({ team: ['a-member'] });
    await desk.notify(id);
    await say('b-secretary', id, [{ ...OPENING, startsAt: instant('2026-12-10T08:00') }]);
    for (const day of ['05', '06', '07', '08', '09', '10']) {
      desk.at(`2026-12-${day}T10:00:00+07:00`);
      await desk.sweep();
    }
    expect(await daysBefore(id)).toEqual(['2026-12-09']);
  });

  test('a session said after the first was held has a day before of its own', async () => {
    const id = await desk.agreed({ team: ['a-member'], sessions: [OPENING] });
    await desk.notify(id);
    desk.at('2026-12-07T10:00:00+07:00');
    await desk.sweep();
    desk.at('2026-12-08T16:00:00+07:00');
    await say('b-secretary', id, [OPENING, CLOSING]);
    desk.at('2026-12-10T10:00:00+07:00');
    await desk.sweep();
    expect(await daysBefore(id)).toEqual(['2026-12-07', '2026-12-10']);
  });

  test('a place alone moves no reminder, and a schedule for tomorrow reminds the team at once', async () => {
    const id = await desk.agreed({ team: ['a-member'] });
    await desk.notify(id);
    desk.at('2026-12-07T09:00:00+07:00');
    await desk.sweep();
    await desk.all((work) => work.tx.delete(outbox));
    await say('b-secretary', id, [OPENING]);
    await desk.sweep();
    expect(await daysBefore(id)).toEqual(['2026-12-07']);
    await say('b-secretary', id, [{ ...OPENING, place: 'Hội trường lớn' }]);
    await desk.sweep();
    expect(await daysBefore(id)).toEqual(['2026-12-07']);
  });
});

describe('a change after what was said', () => {
  test('keeps the schedule, and tells of it neither as old nor as new', async () => {
    const id = await desk.agreed();
    await say('b-secretary', id, [OPENING]);
    await desk.word('b-chair', await desk.crossed(id, { mode: 'second_staff' }), YES);
    expect(await places(id)).toEqual(['Phòng họp số 1']);
    await say('b-secretary', id, [OPENING, CLOSING]);
    const { text } = await card('a-secretary', id);
    expect(text).toContain('Điều chỉnh lần 1');
    expect(text).not.toContain('Lịch làm việc · Cũ');
    expect(text).toContain('tại Trụ sở');
  });
});

describe('where it is entered', () => {
  const opened = async (key: string, id: number) => {
    const hand = formHand(desk, key);
    await hand.open((work, actor) => openChange(work, actor, id));
    return hand;
  };
  const addOpening = async (hand: Awaited<ReturnType<typeof opened>>) => {
    await hand.tap('Thêm buổi công bố');
    await hand.type('08h00 ngày 08/12/2026');
    await hand.type('Phòng họp số 1');
  };

  test('by the lead, under Điều chỉnh: no reason is asked, and the preview says that nothing is void', async () => {
    const id = await desk.agreed();
    const hand = await opened('b-secretary', id);
    await hand.taps('Lịch làm việc', 'Xong', 'Không mật');
    await addOpening(hand);
    const preview = await hand.tap('Xong');
    expect(preview.text).toContain('không phải điều chỉnh');
    expect(preview.text).toContain('phản hồi trước vẫn có hiệu lực');
    expect(preview.labels).toContain('Thông báo lịch');
    expect(preview.labels).not.toContain('Gửi đề nghị');
    expect((await hand.tap('Thông báo lịch')).text).toContain('đã thông báo lịch làm việc đến hai bên');
    expect(await places(id)).toEqual(['Phòng họp số 1']);
  });

  test('by the lead, a moved hour is a change, with a reason, and the preview says why', async () => {
    const id = await desk.agreed({ sessions: [OPENING] });
    const hand = await opened('b-secretary', id);
    await hand.taps('Lịch làm việc', 'Xong', 'Không mật', 'Bỏ buổi 1', 'Thêm buổi công bố');
    await hand.type('09h00 ngày 08/12/2026');
    await hand.type('Phòng họp số 1');
    const preview = await hand.taps('Xong', 'Trùng lịch công tác');
    expect(preview.text).toContain('Đổi giờ một buổi là điều chỉnh');
    expect(preview.labels).toContain('Gửi đề nghị');
  });

  test('by the other side it is proposed, and the preview says that the lead confirms', async () => {
    const id = await desk.agreed();
    const hand = await opened('a-secretary', id);
    await hand.taps('Lịch làm việc', 'Xong', 'Không mật');
    await addOpening(hand);
    const preview = await hand.taps('Xong', 'Trùng lịch công tác');
    expect(preview.text).toContain('Lịch do bên chủ trì thông báo');
    await hand.tap('Gửi đề nghị');
    expect((await desk.requests(id, 'change'))[0]).toMatchObject({ state: 'waiting', side: 'b' });
  });

  test('on the card of an inspection without sessions, for the lead’s đầu mối only', async () => {
    const id = await desk.agreed();
    expect((await card('b-secretary', id)).data).toContain(`schedule.${id}`);
    for (const key of ['a-secretary', 'b-chair', 'b-member'])
      expect((await card(key, id)).data).not.toContain(`schedule.${id}`);
    const hand = formHand(desk, 'b-secretary');
    await hand.open((work, actor) => openSchedule(work, actor, id));
    await hand.tap('Không mật');
    await addOpening(hand);
    await hand.taps('Xong', 'Thông báo lịch');
    expect((await card('b-secretary', id)).data).not.toContain(`schedule.${id}`);
  });

  test('what was said in the meantime stops a form that has not seen it', async () => {
    const id = await desk.agreed();
    const hand = await opened('b-secretary', id);
    await hand.taps('Lịch làm việc', 'Xong', 'Không mật');
    await addOpening(hand);
    await hand.tap('Xong');
    await say('b-secretary', id, [CLOSING]);
    const late = await hand.tap(hand.last().labels.find((one) => /lịch|đề nghị/i.test(one))!);
    expect(late.text).toContain('trong lúc đồng chí nhập');
    expect(await places(id)).toEqual(['Trụ sở']);
  });
});
