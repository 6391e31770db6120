import { and, eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { calendarDay, digestSlot, membership, outbox, telegramAccount } from '../../db/schema/index.ts';
import { defaultCalendarDays } from '../../src/domain/calendar.ts';
import { render } from '../../src/telegram/render.ts';
import { composeDigest } from '../../src/usecases/digest/compose-digest.ts';
import { replanDigests } from '../../src/usecases/digest/plan-digests.ts';
import { runDigests } from '../../src/usecases/digest/run-digests.ts';
import { setDigest } from '../../src/usecases/digest/settings.ts';
import type { Claimed } from '../../src/usecases/outbox/claim.ts';
import type { Work } from '../../src/usecases/work.ts';
import { countQueries } from '../support/count-queries.ts';
import { turnDigestsOff } from '../support/digests-off.ts';
import { seedPair } from '../support/seed.ts';
import { type Got, openStepDesk, type StepDesk } from '../support/step-desk.ts';

let desk: StepDesk;
beforeEach(async () => {
  desk = await openStepDesk({ digests: true });
  await desk.all(async ({ tx }) => {
    await tx.insert(calendarDay).values(defaultCalendarDays);
    // The people of the two pairs bear the same keys: those of the second stay silent.
    await turnDigestsOff(
      tx,
      Object.values(desk.two.cast).map(({ id }) => id),
    );
  });
  await desk.sweep();
});
afterEach(() => desk.base.close());

const digests = (got: Got[], who?: string) =>
  got.filter((one) => one.kind === 'digest' && (who === undefined || one.who === who));
const person = (key: string) => desk.one.cast[key]!.id;
const slotsOf = (key: string) =>
  desk.all((work) =>
    work.tx
      .select()
      .from(digestSlot)
      .where(eq(digestSlot.personId, person(key)))
      .orderBy(digestSlot.id),
  );
/** The due instant of an open notice, set by hand. */
const dueAt = (requestId: number, iso: string) =>
  desk.base.ownerSql`update request set due_at = ${iso} where id = ${requestId}`;

describe('the week', () => {
  test('begins for everyone who takes part, says so when nothing waits, and makes no sound then', async () => {
    const got = await desk.arriveAt('2026-11-30T07:30:00+07:00');
    const whose = digests(got).map((one) => one.who);
    expect(whose).toContain('a-member');
    expect(whose).toContain('b-observer');
    expect(whose).toContain('a-secretary');
    expect(whose).not.toContain('a-chair');
    const [mine] = digests(got, 'a-member');
    expect(mine!.lines).toEqual(['Tuần này đồng chí không có việc đến hạn. Hệ thống hoạt động bình thường.']);
    expect(mine!.isSilent).toBe(true);
  });

  test('names what waits first, then what is ahead, with buttons that act, and a picture without a sound', async () => {
    const { id, request } = await desk.noticed();
    await dueAt(request, '2026-12-02T17:00:00+07:00');
    const got = await desk.arriveAt('2026-11-30T07:30:00+07:00');
    const [mine] = digests(got, 'a-secretary');
    expect(mine!.lines).toEqual([
      'Tuần 30/11 – 04/12/2026: đồng chí có 1 việc chờ xử lý',
      '1. PH-2026-001 · phản hồi thông báo · hạn 17h00 thứ Tư 02/12',
    ]);
    expect(mine!.data).toEqual([`open.${request}`]);
    expect(mine!.isSilent).toBe(false);
    const pictures = got.filter((one) => one.kind === 'file' && one.who === 'a-secretary');
    expect(pictures.map((one) => [one.isSilent, one.protect, one.lines[0]])).toEqual([
      [true, true, expect.stringMatching(/^Tám tuần tới: 1 cuộc\./)],
    ]);
    expect(await desk.state(id)).toBe('agreed');
  });

  test('takes the place of the day’s for who has both', async () => {
    const { request } = await desk.noticed();
    await dueAt(request, '2026-11-30T17:00:00+07:00');
    const got = await desk.arriveAt('2026-11-30T07:30:00+07:00');
    expect(digests(got, 'a-secretary').map((one) => one.lines[0])).toEqual([
      'Tuần 30/11 – 04/12/2026: đồng chí có 1 việc chờ xử lý',
    ]);
    expect((await slotsOf('a-secretary')).map((slot) => slot.reason)).toContain('in another digest');
  });
});

describe('the day', () => {
  test('comes to the đầu mối when something is due by the end of the next working day, not otherwise', async () => {
    const { request } = await desk.noticed();
    await dueAt(request, '2026-11-27T17:00:00+07:00');
    // Tuesday 24/11 is a day off; on Wednesday the deadline is two days away.
    expect(digests(await desk.arriveAt('2026-11-24T09:00:00+07:00'))).toEqual([]);
    expect(digests(await desk.arriveAt('2026-11-25T07:30:00+07:00'))).toEqual([]);
    const [mine] = digests(await desk.arriveAt('2026-11-26T07:30:00+07:00'), 'a-secretary');
    expect(mine!.lines[0]).toBe('Bản tin thứ Năm 26/11/2026: đồng chí có 1 việc chờ xử lý');
    const after = await desk.arriveAt('2026-11-30T07:29:00+07:00');
    expect(digests(after)).toEqual([]);
  });

  test('repeats what stays overdue, without a sound', async () => {
    const { request } = await desk.noticed();
    await dueAt(request, '2026-11-25T17:00:00+07:00');
    await desk.base.ownerSql`update due_step set state = 'skipped'`;
    const heard: [string, boolean][] = [];
    for (const day of ['25', '26', '27']) {
      const [mine] = digests(await desk.arriveAt(`2026-11-${day}T07:30:00+07:00`), 'a-secretary');
      heard.push([mine!.lines[0]!, mine!.isSilent]);
    }
    expect(heard).toEqual([
      ['Bản tin thứ Tư 25/11/2026: đồng chí có 1 việc chờ xử lý', false],
      ['Bản tin thứ Năm 26/11/2026: đồng chí có 1 việc chờ xử lý · 1 quá hạn', false],
      ['Bản tin thứ Sáu 27/11/2026: đồng chí có 1 việc chờ xử lý · 1 quá hạn', true],
    ]);
  });

  test('a reminder that it already bears makes no second sound', async () => {
    const { request } = await desk.noticed();
    await dueAt(request, '2026-11-26T17:00:00+07:00');
    await desk.base.ownerSql`update due_step set state = 'skipped' where request_id = ${request}`;
    await desk.base.ownerSql`
      insert into due_step (pair_id, request_id, kind, due_at)
      values (${desk.one.pairId}, ${request}, 'remind_last', '2026-11-26T07:30:00+07:00')`;
    const got = (await desk.arriveAt('2026-11-26T07:30:00+07:00')).filter((one) => one.who === 'a-secretary');
    expect(got.map((one) => [one.kind, one.isSilent])).toEqual([
      ['digest', false],
      ['reminder', true],
    ]);
  });
});

describe('once a slot', () => {
  test('two workers at once hand each out once', async () => {
    desk.at('2026-11-30T07:31:00+07:00');
    await Promise.all([desk.all(runDigests), desk.all(runDigests), desk.all(runDigests)]);
    const rows = await desk.all((work) => work.tx.select().from(outbox).where(eq(outbox.kind, 'digest')));
    const people = rows.map((row) => row.personId);
    expect(new Set(people).size).toBe(people.length);
    expect(people.length).toBeGreaterThan(5);
  });

  test('after a downtime the latest one goes, marked late, and the reason of the others is kept', async () => {
    const { request } = await desk.noticed();
    await dueAt(request, '2026-11-25T17:00:00+07:00');
    await desk.base.ownerSql`update due_step set state = 'skipped'`;
    const got = await desk.arriveAt('2026-12-09T10:00:00+07:00');
    expect(digests(got, 'a-secretary').map((one) => one.lines.slice(0, 2))).toEqual([
      [
        'Tuần 07/12 – 11/12/2026: đồng chí có 2 việc chờ xử lý · 1 quá hạn',
        'Bản tin gửi chậm (giờ gửi theo lịch: 07h30 thứ Hai 07/12/2026).',
      ],
    ]);
    expect((await slotsOf('a-secretary')).map((slot) => slot.reason)).toContain('a later one took its place');
    expect(digests(await desk.arriveAt('2026-12-09T10:05:00+07:00'))).toEqual([]);
  });

  test('found due in the evening it waits for the morning', async () => {
    expect(digests(await desk.arriveAt('2026-11-30T19:00:00+07:00'))).toEqual([]);
    const got = await desk.arriveAt('2026-12-01T07:30:00+07:00');
    expect(digests(got, 'a-member').map((one) => one.lines[1] ?? one.lines[0])).toEqual([
      'Bản tin gửi chậm (giờ gửi theo lịch: 07h30 thứ Hai 30/11/2026).',
    ]);
  });

  test('whoever blocked the bot gets none, and after coming back the next one only', async () => {
    const account = and(
      eq(telegramAccount.personId, person('a-member')),
      eq(telegramAccount.state, 'active'),
    );
    await desk.all((work) => work.tx.update(telegramAccount).set({ unreachableAt: work.now }).where(account));
    expect(digests(await desk.arriveAt('2026-11-30T07:30:00+07:00'), 'a-member')).toEqual([]);
    await desk.all((work) => work.tx.update(telegramAccount).set({ unreachableAt: null }).where(account));
    expect(digests(await desk.arriveAt('2026-12-02T09:00:00+07:00'), 'a-member')).toEqual([]);
    expect(digests(await desk.arriveAt('2026-12-07T07:30:00+07:00'), 'a-member')).toHaveLength(1);
  });
});

test('a calendar that is imported moves the slots that wait', async () => {
  const mondays = async () =>
    (await slotsOf('a-member')).map((slot) => [
      slot.state,
      slot.dueAt.setZone('Asia/Ho_Chi_Minh').toISODate(),
    ]);
  expect(await mondays()).toEqual([['pending', '2026-11-30']]);
  await desk.base.ownerSql`insert into calendar_day (day, kind, label) values ('2026-11-30', 'off', 'Nghỉ')`;
  await desk.all(replanDigests);
  expect(await mondays()).toEqual([['pending', '2026-12-01']]);
});

describe('by setting', () => {
  test('a member turns the week off and a chair turns it on', async () => {
    await desk.by('a-member', (work, actor) => setDigest(work, actor, 'weekly', false));
    await desk.by('a-chair', (work, actor) => setDigest(work, actor, 'weekly', true));
    const got = await desk.arriveAt('2026-11-30T07:30:00+07:00');
    expect(digests(got, 'a-member')).toEqual([]);
    expect(digests(got, 'a-chair')).toHaveLength(1);
  });

  test('turned off and on again, and tapped twice, it is one slot', async () => {
    for (const isOn of [false, true, true])
      await desk.by('a-member', (work, actor) => setDigest(work, actor, 'weekly', isOn));
    expect((await slotsOf('a-member')).map((slot) => [slot.kind, slot.state])).toEqual([
      ['weekly', 'pending'],
    ]);
  });
});

describe('one over all pairs', () => {
  /** The đầu mối of side a stands in so many more agreements, each with an overdue notice to answer. */
  async function standIn(count: number): Promise<void> {
    for (let n = 0; n < count; n += 1) {
      const more = await seedPair(desk.office, { key: `q${n}`, firstUserId: 10_000 + 100 * n });
      const first = more.cast['a-secretary']!.id;
      await desk.all((work) =>
        work.tx
          .update(membership)
          .set({ personId: person('a-secretary') })
          .where(eq(membership.personId, first)),
      );
      const id = await desk.agreed({}, more);
      await desk.notify(id);
      await desk.base
        .ownerSql`update request set due_at = '2026-11-25T17:00:00+07:00' where pair_id = ${more.pairId}`;
    }
    await desk.base.ownerSql`update due_step set state = 'skipped'`;
  }

  test('needs what is worst first and folds the rest by agreement', async () => {
    await standIn(9);
    const [mine] = digests(await desk.arriveAt('2026-11-30T07:30:00+07:00'), 'a-secretary');
    expect(mine!.lines).toHaveLength(7);
    expect(mine!.lines[0]).toBe('Tuần 30/11 – 04/12/2026: đồng chí có 9 việc chờ xử lý · 9 quá hạn');
    expect(mine!.lines[1]).toBe(
      '1. Quá hạn · PH-2026-001 · phản hồi thông báo · hạn 17h00 thứ Tư 25/11 · Công an tỉnh – Tỉnh uỷ q0',
    );
    expect(mine!.lines[6]).toBe(
      'Còn 4 việc: Công an tỉnh – Tỉnh uỷ q5: 1 · Công an tỉnh – Tỉnh uỷ q6: 1 · 2 quy chế khác',
    );
    expect(mine!.labels.slice(-2)).toEqual(['Xem tất cả việc', 'Xem theo quy chế']);
  });

  test('takes nine queries at most, however many agreements', async () => {
    await standIn(4);
    const row = {
      personId: person('a-secretary'),
      locale: 'vi',
      chatId: desk.one.cast['a-secretary']!.userId,
    };
    const ref = { digest: { kind: 'weekly' as const, of: '2026-11-30T07:30:00+07:00', isLate: false } };
    const queries = await desk.all((work: Work) =>
      countQueries(work, (counted) =>
        composeDigest({} as never, { ...row, ref } as unknown as Claimed<'digest'>, counted),
      ),
    );
    expect(queries).toBeGreaterThan(3);
    expect(queries).toBeLessThanOrEqual(9);
  });

  test('holds nothing of a pair that the person does not stand in', async () => {
    const id = await desk.agreed({}, desk.two);
    await desk.notify(id);
    await desk.base.ownerSql`update request set due_at = '2026-11-25T17:00:00+07:00'`;
    await desk.base.ownerSql`update due_step set state = 'skipped'`;
    const [mine] = digests(await desk.arriveAt('2026-11-30T07:30:00+07:00'), 'a-secretary');
    expect(mine!.lines).toHaveLength(1);
  });
});

test('what was answered before it goes out no longer stands in it', async () => {
  const { request } = await desk.noticed();
  await desk.all((work) =>
    work.tx.execute(sql`update request set due_at = '2026-11-26T17:00:00+07:00' where id = ${request}`),
  );
  desk.at('2026-11-26T07:30:00+07:00');
  await desk.all(runDigests);
  await desk.answer('a-secretary', request, 'received');
  expect(digests(await desk.deliver(), 'a-secretary')).toEqual([]);
});

test('the English of it reads as it should', async () => {
  const { request } = await desk.noticed();
  await dueAt(request, '2026-12-02T17:00:00+07:00');
  desk.at('2026-11-30T07:30:00+07:00');
  const text = await desk.by('a-secretary', async (work, actor) => {
    const ref = { digest: { kind: 'weekly' as const, of: '2026-11-30T07:30:00+07:00', isLate: true } };
    const row = { personId: actor.personId, chatId: actor.chatId, ref } as unknown as Claimed<'digest'>;
    const made = await composeDigest({} as never, row, work);
    return 'message' in made ? render('en', made.message, work.now).text.split('\n') : [];
  });
  expect(text).toEqual([
    'Week 30/11 – 04/12/2026: 1 waiting for you',
    'Sent late: this digest was due at 07:30 Mon 30/11/2026.',
    '1. PH-2026-001 · answer the notice · due <b>17:00 Wed 02/12</b>',
  ]);
});

test('while the new year is only computed, its đầu mối read so in December, and a member does not', async () => {
  await desk.noticed();
  const told = await desk.arriveAt('2026-12-07T07:30:00+07:00');
  const line = 'Lịch nghỉ năm 2027 là tạm tính';
  expect(digests(told, 'a-secretary')[0]!.lines.join('\n')).toContain(line);
  const members = digests(told, 'a-member').map(({ lines }) => lines.join('\n'));
  expect(members).toHaveLength(1);
  expect(members[0]).not.toContain(line);
});
