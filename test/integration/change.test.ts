import { eq } from 'drizzle-orm';
import { DateTime } from 'luxon';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inspectionVersion } from '../../db/schema/index.ts';
import { compose } from '../../src/usecases/compose/index.ts';
import type { OutboxKind } from '../../src/usecases/enqueue.ts';
import { openChange } from '../../src/usecases/form/change-open.ts';
import { answerNotice } from '../../src/usecases/inspection/answer-notice.ts';
import { answerAsked } from '../../src/usecases/inspection/confirm-change-answer.ts';
import { openNotice } from '../../src/usecases/inspection/open-notice.ts';
import { proposeChange } from '../../src/usecases/inspection/propose-change.ts';
import { recallAsked, sendAskedNow } from '../../src/usecases/inspection/propose-change-recall.ts';
import type { Claimed } from '../../src/usecases/outbox/claim.ts';
import { readCard } from '../../src/usecases/view/read-card.ts';
import { readPending } from '../../src/usecases/view/read-pending.ts';
import { type ChangeDesk, openChangeDesk, outcome } from '../support/change-desk.ts';
import { formHand } from '../support/form-hand.ts';
import { shown } from '../support/view-desk.ts';

let desk: ChangeDesk;

const START = '2026-11-23T09:00:00+07:00';
const LATER = { windowFrom: '2026-12-14', windowTo: '2026-12-19' };
const YES = { isConfirmed: true };

beforeAll(async () => {
  desk = await openChangeDesk();
});
afterAll(() => desk.base.close());

/** Proposed by side a and crossed; the request of the other side. */
async function crossed(id: number, changes: object = LATER): Promise<number> {
  expect(outcome(await desk.propose('a-secretary', id, changes))).toBe('crossing');
  await desk.pass(2);
  return (await desk.requests(id, 'change')).at(-1)!.id;
}

/** What a person reads of the outbox rows of a kind. */
async function read(id: number, kind: OutboxKind, key: string) {
  const rows = (await desk.said(id, kind)).filter((row) => row.personId === desk.one.cast[key]!.id);
  return desk.all(async (work) => {
    const claimed = rows.map((row) => ({ ...row, kind, locale: 'vi' as const }) as Claimed);
    const composed = await compose(work, claimed);
    return rows.map((row) => {
      const made = composed.get(row.id)!;
      return 'message' in made ? shown(work, made.message) : { skip: made.skip };
    });
  });
}

describe('a change after agreement', () => {
  test('holds only when the other side confirms; until then nothing is void', async () => {
    desk.at(START);
    const id = await desk.agreed({ team: ['a-member', 'b-member'] });
    const notice = await desk.notify(id);
    await desk.answer('a-member', notice, 'attending');
    await desk.answer('b-member', notice, 'attending');
    const before = await desk.found(id);
    await crossed(id);
    const waiting = await desk.found(id);
    expect(waiting.version.id).toBe(before.version.id);
    expect((await desk.requests(id, 'notice')).map((one) => one.state)).toEqual(['open']);
    expect((await desk.answers(notice)).every((one) => one.voidedAt === null)).toBe(true);
  });

  test('confirmed, voids the answers and asks everyone anew, the team as it is now', async () => {
    desk.at(START);
    const id = await desk.agreed({ team: ['a-member', 'b-member'] });
    const notice = await desk.notify(id);
    await desk.answer('a-member', notice, 'attending');
    await desk.answer('b-member', notice, 'attending');
    const change = await crossed(id);
    const answered = await desk.word('b-chair', change, YES);
    expect(outcome(answered)).toBe('confirmed');

    const after = await desk.found(id);
    expect(after.version).toMatchObject({ n: 1, ...LATER, confirmedBy: desk.one.cast['b-chair']!.id });
    const [old, fresh] = await desk.requests(id, 'notice');
    expect(old).toMatchObject({ id: notice, state: 'void' });
    expect(fresh).toMatchObject({ state: 'open', versionId: after.version.id });
    expect((await desk.answers(notice)).map((one) => one.voidedAt !== null)).toEqual([true, true]);
    const asked = await desk.recipients(fresh!.id);
    expect(asked.every((one) => one.answeredAt === null)).toBe(true);
    expect(asked.map((one) => one.personId)).toEqual(
      expect.arrayContaining([desk.one.cast['a-member']!.id, desk.one.cast['b-member']!.id]),
    );
    expect(await desk.audited(id)).toEqual(
      expect.arrayContaining(['change.proposed', 'change.crossed', 'change.confirmed', 'version.switched']),
    );
  });

  test('voids a notice whose quorum was met, and its day before', async () => {
    desk.at(START);
    const id = await desk.agreed({ team: ['a-member'] });
    const notice = await desk.notify(id);
    await desk.answer('a-member', notice, 'attending');
    await desk.answer('a-secretary', notice, 'received');
    await desk.answer('b-secretary', notice, 'received');
    expect((await desk.requests(id, 'notice'))[0]!.state).toBe('met');
    await desk.word('b-vice', await crossed(id), YES);
    expect((await desk.requests(id, 'notice')).map((one) => one.state)).toEqual(['void', 'open']);
    desk.at('2026-12-06T09:00:00+07:00');
    await desk.sweep();
    expect(await desk.said(id, 'day-before')).toEqual([]);
  });

  test('an old button leads to the new version, and answers nothing by itself', async () => {
    desk.at(START);
    const id = await desk.agreed({ team: ['a-member'] });
    const old = await desk.notify(id);
    await desk.word('b-chair', await crossed(id), YES);
    const fresh = (await desk.requests(id, 'notice'))[1]!.id;
    const tapped = await desk.by('a-member', (work, actor) =>
      answerNotice(work, actor, old, { answer: 'attending' }),
    );
    expect(outcome(tapped)).toBe('overtaken');
    expect(await desk.answers(fresh)).toEqual([]);
    const opened = await desk.by('a-member', async (work, actor) =>
      shown(work, await openNotice(work, actor, old)),
    );
    expect(opened.text).toContain('Điều chỉnh lần 1');
    expect(opened.text).toContain('Cũ: thứ Hai 07/12');
    expect(opened.text).toContain('Mới: thứ Hai 14/12');
    expect(opened.text).toContain('Lý do: Trùng lịch công tác');
    expect(opened.text).toContain('phản hồi trước không còn hiệu lực');
    expect(opened.data).toContain(`ack.${fresh}.attending`);
    expect(opened.protect).toBe(true);
  });

  test('the new push is a code, the number of the change and a deadline; the content is behind the button', async () => {
    desk.at(START);
    const id = await desk.agreed({ team: ['a-member'] });
    await desk.notify(id);
    await desk.word('b-chair', await crossed(id), YES);
    const [first, second] = await read(id, 'push', 'a-member');
    expect(first).toEqual({ skip: 'overtaken by a change' });
    expect(second).toMatchObject({
      text: expect.stringMatching(/^PH-\S+ · Điều chỉnh lần 1 · phản hồi trước/),
    });
    expect((second as { text: string }).text).not.toMatch(/Chi bộ|Cũ:|Lý do/);
  });

  test('refused, the old plan and its answers stand, and the asker reads why', async () => {
    desk.at(START);
    const id = await desk.agreed({ team: ['a-member'] });
    const notice = await desk.notify(id);
    await desk.answer('a-member', notice, 'attending');
    const before = await desk.found(id);
    const change = await crossed(id);
    const refused = await desk.word('b-chair', change, { isConfirmed: false, reason: 'no_staff' });
    expect(outcome(refused)).toBe('refused');
    expect((await desk.found(id)).version.id).toBe(before.version.id);
    expect((await desk.answers(notice))[0]!.voidedAt).toBeNull();
    const [told] = await read(id, 'outcome', 'a-secretary');
    expect(told).toMatchObject({
      text: expect.stringContaining('chưa xác nhận điều chỉnh; lịch cũ vẫn giữ'),
    });
    expect((told as { text: string }).text).toContain('Chưa bố trí được cán bộ');
    const [version] = await desk.all((work) =>
      work.tx
        .select()
        .from(inspectionVersion)
        .where(eq(inspectionVersion.id, before.version.id + 1)),
    );
    expect(version!.refusedAt).not.toBeNull();
  });

  test('proposed again after a refusal, it is the same number in another round', async () => {
    desk.at(START);
    const id = await desk.agreed();
    await desk.word('b-chair', await crossed(id), { isConfirmed: false, reason: 'no_staff' });
    await desk.word('b-chair', await crossed(id, { windowFrom: '2026-12-21', windowTo: '2026-12-26' }), YES);
    expect((await desk.found(id)).version).toMatchObject({ n: 1, round: 2, windowFrom: '2026-12-21' });
    await desk.word('b-chair', await crossed(id, { mode: 'second_staff' }), YES);
    expect((await desk.found(id)).version).toMatchObject({ n: 2, round: 1, windowFrom: '2026-12-21' });
    const card = await desk.by('a-chair', async (work, actor) =>
      shown(work, await readCard(work, actor, id)),
    );
    expect(card.text).toContain('Điều chỉnh lần 2');
    expect(card.text).toContain(
      'Hình thức · Cũ: Một bên chủ trì, một bên phối hợp · Mới: Cử cán bộ tham gia',
    );
    expect(card.text).not.toContain('Cũ: thứ Hai 07/12');
  });

  test('either side may propose; the side that owns the entry then confirms', async () => {
    desk.at(START);
    const id = await desk.agreed();
    expect(outcome(await desk.propose('b-secretary', id, LATER))).toBe('crossing');
    await desk.pass(2);
    const [change] = await desk.requests(id, 'change');
    expect(change!.side).toBe('a');
    expect(outcome(await desk.word('b-chair', change!.id, YES))).toBe('refused-not-allowed');
    expect(outcome(await desk.word('a-chair', change!.id, YES))).toBe('confirmed');
  });
});

describe('the minute before a change crosses', () => {
  test('the other side sees nothing, and nobody there can confirm', async () => {
    desk.at(START);
    const id = await desk.agreed();
    await desk.propose('a-secretary', id, LATER);
    const [change] = await desk.requests(id, 'change');
    expect(change!.state).toBe('waiting');
    expect(outcome(await desk.word('b-chair', change!.id, YES))).toBe('refused-not-found');
    const peek = await desk.by('b-chair', (work, actor) => readPending(work, actor, change!.id));
    expect(outcome(peek)).toBe('refused-not-found');
    const own = await desk.by('a-secretary', async (work, actor) =>
      shown(work, await readPending(work, actor, change!.id)),
    );
    expect(own.data).toContain(`takeback.${change!.id}`);
  });

  test('it can be recalled, and only then; the next one is the same number', async () => {
    desk.at(START);
    const id = await desk.agreed();
    await desk.propose('a-secretary', id, LATER);
    const [change] = await desk.requests(id, 'change');
    const recall = (key: string) => desk.by(key, (work, actor) => recallAsked(work, actor, change!.id));
    expect(outcome(await recall('b-secretary'))).toBe('refused-not-found');
    expect(outcome(await recall('a-chair'))).toBe('refused-not-allowed');
    expect(outcome(await recall('a-secretary'))).toBe('done');
    await desk.pass(2);
    expect((await desk.requests(id, 'change'))[0]!.state).toBe('void');
    expect(await read(id, 'change', 'b-chair')).toEqual([{ skip: 'recalled' }]);
    expect(outcome(await desk.word('b-chair', change!.id, YES))).toBe('refused-answered-already');
    const again = await crossed(id);
    expect(outcome(await recall('a-secretary'))).toBe('refused-crossed-already');
    await desk.word('b-chair', again, YES);
    expect((await desk.found(id)).version.n).toBe(1);
  });

  test('it can be sent at once, and confirmed before the sweep has seen it', async () => {
    desk.at(START);
    const id = await desk.agreed();
    await desk.propose('a-secretary', id, LATER);
    const [change] = await desk.requests(id, 'change');
    expect(
      outcome(await desk.by('a-secretary', (work, actor) => sendAskedNow(work, actor, change!.id))),
    ).toBe('done');
    expect(outcome(await desk.word('b-chair', change!.id, YES))).toBe('confirmed');
    expect(await desk.audited(id)).toContain('change.crossed');
  });
});

describe('who may say yes', () => {
  test('chair or vice by a tap, the đầu mối only with the way the word came', async () => {
    desk.at(START);
    const id = await desk.agreed();
    const change = await crossed(id);
    for (const key of ['b-member', 'b-observer'])
      expect(outcome(await desk.word(key, change, YES))).toBe('refused-not-allowed');
    expect(outcome(await desk.word('b-secretary', change, YES))).toBe('refused-leader-only');
    expect(outcome(await desk.word('b-secretary', change, { ...YES, via: 'phone' }))).toBe('confirmed');
    expect((await desk.answers(change)).map((one) => one.via)).toEqual(['phone']);
  });

  test('another pair sees and moves nothing', async () => {
    desk.at(START);
    const id = await desk.agreed();
    const change = await crossed(id);
    const foreign = (fn: Parameters<typeof desk.by>[1]) => desk.by('b-chair', fn, desk.two);
    for (const tried of [
      await foreign((work, actor) => answerAsked(work, actor, change, YES)),
      await foreign((work, actor) => readPending(work, actor, change)),
      await foreign((work, actor) => recallAsked(work, actor, change)),
    ])
      expect(outcome(tried as object)).toBe('refused-not-found');
    expect((await desk.requests(id, 'change'))[0]!.state).toBe('open');
  });

  test('of two who confirm at once, one wins and the other reads that it is answered', async () => {
    desk.at(START);
    const id = await desk.agreed({ team: ['a-member'] });
    await desk.notify(id);
    const change = await crossed(id);
    const results = await desk.atOnce(['b-chair', 'b-vice'], (work, actor) =>
      answerAsked(work, actor, change, YES),
    );
    expect(results.map((one) => outcome(one as object)).sort()).toEqual([
      'confirmed',
      'refused-answered-already',
    ]);
    expect(await desk.requests(id, 'notice')).toHaveLength(2);
    expect((await desk.audited(id)).filter((type) => type === 'change.confirmed')).toHaveLength(1);
  });

  test('of two changes proposed at once, one crosses', async () => {
    desk.at(START);
    const id = await desk.agreed();
    const results = await Promise.all([
      desk.propose('a-secretary', id, LATER),
      desk.propose('b-secretary', id, { mode: 'second_staff' }),
    ]);
    expect(results.map(outcome).sort()).toEqual(['crossing', 'refused-pending-already']);
    expect(await desk.requests(id, 'change')).toHaveLength(1);
  });
});

describe('what is asked reads old → new', () => {
  test('for the leader with yes and no, for the đầu mối with the ways a word comes', async () => {
    desk.at(START);
    const id = await desk.agreed();
    const change = await crossed(id);
    const [leader] = await read(id, 'change', 'b-chair');
    expect(leader).toMatchObject({ labels: ['Xác nhận', 'Chưa xác nhận', 'Mở thẻ'], protect: true });
    expect((leader as { text: string }).text).toMatch(/UBKT ĐU Công an p1 đề nghị điều chỉnh/);
    expect((leader as { text: string }).text).toMatch(/Cũ: thứ Hai 07\/12.*Mới: thứ Hai 14\/12/);
    const [recorder] = await read(id, 'change', 'b-secretary');
    expect(recorder).toMatchObject({ data: expect.arrayContaining([`confirm.${change}.phone`]) });
    expect(await read(id, 'change', 'b-member')).toEqual([]);
  });

  test('sessions with hour and place; those outside a new window are dropped and shown as gone', async () => {
    desk.at(START);
    const id = await desk.agreed();
    const sessions = [
      { kind: 'announce' as const, startsAt: instant('2026-12-07T08:00'), place: 'Phòng họp số 1' },
      { kind: 'work' as const, startsAt: instant('2026-12-09T14:00'), place: 'Trụ sở Chi bộ Y' },
    ];
    await desk.word('b-chair', await crossed(id, { sessions }), YES);
    await crossed(id, { windowFrom: '2026-12-09', windowTo: '2026-12-12' });
    const [, asked] = await read(id, 'change', 'b-chair');
    const { text } = asked as { text: string };
    expect(text).toContain('Điều chỉnh lần 2');
    expect(text).toMatch(/Các buổi · Cũ: công bố quyết định 08h00.*Phòng họp số 1; làm việc 14h00/);
    expect(text).toMatch(/Mới: làm việc 14h00 thứ Tư 09\/12\/2026, tại Trụ sở Chi bộ Y/);
  });

  test('a downward change is answered Đã tiếp nhận or Báo cáo, đề xuất', async () => {
    desk.at(START);
    const id = await desk.agreed();
    await desk.all((work) =>
      work.tx.execute(`update pair set relation = 'a_above' where id = ${desk.one.pairId}`),
    );
    await crossed(id);
    const [leader] = await read(id, 'change', 'b-chair');
    await desk.all((work) =>
      work.tx.execute(`update pair set relation = 'peers' where id = ${desk.one.pairId}`),
    );
    expect(leader).toMatchObject({ labels: ['Đã tiếp nhận', 'Báo cáo, đề xuất', 'Mở thẻ'] });
    expect((leader as { text: string }).text).toContain('thông báo điều chỉnh');
  });
});

describe('a change is refused before it is stored', () => {
  const refusals: [string, object, string][] = [
    ['nothing differs', {}, 'refused-nothing-changed'],
    ['the window has passed', { windowFrom: '2026-11-02', windowTo: '2026-11-07' }, 'refused-window-past'],
    [
      'a session lies outside the window',
      { sessions: [{ kind: 'work', startsAt: instant('2026-12-20T08:00'), place: 'x' }] },
      'refused-session-outside',
    ],
    ['the target is unknown', { targetId: 999_999 }, 'refused-not-found'],
  ];
  test.each(refusals)('%s', async (_why, changes, key) => {
    desk.at(START);
    const id = await desk.agreed();
    expect(outcome(await desk.propose('a-secretary', id, changes))).toBe(key);
    expect(await desk.requests(id, 'change')).toEqual([]);
  });

  test('the plan moved while the form was filled in', async () => {
    desk.at(START);
    const id = await desk.agreed();
    const seen = (await desk.found(id)).version.id;
    await desk.word('b-chair', await crossed(id), YES);
    const late = await desk.by('b-secretary', (work, actor) =>
      proposeChange(work, actor, id, {
        baseVersionId: seen,
        changes: { mode: 'second_staff' },
        reason: 'no_staff',
      }),
    );
    expect(outcome(late)).toBe('refused-version-moved');
  });

  test('a sensitive kind takes no places and no words', async () => {
    desk.at(START);
    const id = await desk.agreed({ kind: 'signs_of_violation', subject: null });
    const sessions = [{ kind: 'work' as const, startsAt: instant('2026-12-08T08:00'), place: 'x' }];
    expect(outcome(await desk.propose('a-secretary', id, { sessions }))).toBe('refused-sensitive-session');
    expect(outcome(await desk.propose('a-secretary', id, LATER))).toBe('crossing');
  });
});

test('not answered, it is reminded and escalated in time; silence confirms nothing', async () => {
  desk.at(START);
  const id = await desk.agreed();
  const change = await crossed(id);
  for (const day of ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'])
    for (const hour of ['08:00', '10:00', '14:00', '16:30']) {
      desk.at(`${day}T${hour}:00+07:00`);
      await desk.sweep();
    }
  expect((await desk.said(id, 'reminder')).map((row) => row.personId)).toContain(
    desk.one.cast['b-chair']!.id,
  );
  expect((await desk.said(id, 'across')).length).toBeGreaterThan(0);
  expect((await desk.requests(id, 'change'))[0]).toMatchObject({ id: change, state: 'open' });
  expect((await desk.found(id)).version.n).toBe(0);
});

test('a new plan that overlaps with another is pointed at before it goes', async () => {
  desk.at(START);
  await desk.agreed({ windowFrom: '2027-03-08', windowTo: '2027-03-13', targetId: desk.one.targets.z! });
  const id = await desk.agreed({ targetId: desk.one.targets.z!, kind: 'compliance' });
  const hand = formHand(desk, 'a-secretary');
  await hand.open((work, actor) => openChange(work, actor, id));
  await hand.taps('Thời gian', 'Xong');
  await hand.type('08/03 - 12/03/2027');
  expect((await hand.tap('Trùng lịch công tác')).text).toContain('Trùng lặp, chồng chéo');
});

test('the asker’s card offers to take it back for a minute; the other side’s says nothing', async () => {
  desk.at(START);
  const id = await desk.agreed();
  await desk.propose('a-secretary', id, LATER);
  const [change] = await desk.requests(id, 'change');
  const card = (key: string) =>
    desk.by(key, async (work, actor) => shown(work, await readCard(work, actor, id)));
  expect((await card('a-secretary')).data).toContain(`takeback.${change!.id}`);
  expect((await card('b-secretary')).data.join()).not.toContain(String(`.${change!.id}`));
  await desk.pass(2);
  expect((await card('a-secretary')).data).not.toContain(`takeback.${change!.id}`);
  expect((await card('b-chair')).data).toContain(`pending.${change!.id}`);
});

test('confirmed within a day of the event, the new notice is Khẩn; after the event began, its deadline lies ahead', async () => {
  desk.at(START);
  const id = await desk.agreed({ team: ['a-member'] });
  await desk.notify(id);
  desk.at('2026-12-07T09:00:00+07:00');
  const sessions = [{ kind: 'work' as const, startsAt: instant('2026-12-08T08:00'), place: 'Phòng họp' }];
  await desk.word('b-chair', await crossed(id, { sessions }), YES);
  const [, urgent] = await desk.requests(id, 'notice');
  expect(urgent).toMatchObject({ urgent: true, urgentReason: 'schedule_clash' });
  await desk.setState(id, 'under_way');
  desk.at('2026-12-10T09:00:00+07:00');
  await desk.word('b-chair', await crossed(id, { windowTo: '2026-12-17', sessions }), YES);
  const [, , late] = await desk.requests(id, 'notice');
  expect(late!.dueAt > late!.askedAt).toBe(true);
});

function instant(local: string): DateTime {
  return DateTime.fromISO(local, { zone: 'Asia/Ho_Chi_Minh' });
}
