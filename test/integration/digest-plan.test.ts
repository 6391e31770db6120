import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { calendarDay, membership, outbox, targetPerson, yearPlan } from '../../db/schema/index.ts';
import { defaultCalendarDays } from '../../src/domain/calendar.ts';
import { turnDigestsOff } from '../support/digests-off.ts';
import { openPlanDesk, type PlanDesk, type ShortLine } from '../support/plan-desk.ts';

let desk: PlanDesk;
beforeEach(async () => {
  desk = await openPlanDesk({ digests: true });
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

const DECEMBER = '2026-12-01T07:30:00+07:00';
const YEAR: ShortLine[] = [
  { side: 'a', target: 'y', from: '03-01', to: '03-05' },
  { side: 'b', target: 'y', from: '03-03', to: '03-09' },
  { side: 'b', target: 'z', from: '10-04', to: '10-08' },
];

/** The months' pictures that arrive, with who gets them. */
const pictures = async (iso: string) =>
  (await desk.arriveAt(iso)).filter((one) => one.kind === 'file' && one.lines[0]!.startsWith('Kế hoạch năm'));

test('a chair gets the year’s picture after the month’s digest, without a sound; who reads the week’s does not', async () => {
  const planId = await desk.exchanged(YEAR);
  const got = await pictures(DECEMBER);
  expect(got.map((one) => one.who).sort()).toEqual(['a-chair', 'a-vice', 'b-chair', 'b-vice'].sort());
  expect(got.map(({ isSilent, protect }) => [isSilent, protect])).toEqual(got.map(() => [true, true]));
  expect(got[0]!.lines).toEqual([
    'Kế hoạch năm 2027 · Công an tỉnh – Tỉnh uỷ p1: còn 3/3 cuộc ở phía trước.',
    'Trùng lặp, bỏ trống đã giải quyết: 0/4.',
  ]);
  expect(got[0]!.data).toEqual([`planpic.${planId}.cover.0`]);
});

test('of a plan whose parts have not both crossed there is none, nor a row for it', async () => {
  await desk.exchanged(YEAR);
  await desk.all(({ tx }) => tx.update(yearPlan).set({ state: 'drafting' }));
  expect(await pictures(DECEMBER)).toEqual([]);
  const rows = await desk.all(({ tx }) => tx.select().from(outbox).where(eq(outbox.kind, 'file')));
  expect(rows.filter((row) => 'make' in row.ref && row.ref.make === 'plan-month')).toEqual([]);
});

test('what is over counts as over; with nothing left ahead no picture comes', async () => {
  await desk.exchanged(YEAR);
  const july = await pictures('2027-07-01T07:30:00+07:00');
  expect(july[0]!.lines[0]).toContain('còn 1/3 cuộc');
  expect(await pictures('2027-11-01T07:30:00+07:00')).toEqual([]);
});

test('whoever belongs to the only organisation ahead gets none', async () => {
  await desk.exchanged([YEAR[2]!]);
  const { pairId, cast, targets } = desk.one;
  await desk.all(({ tx }) =>
    tx
      .insert(targetPerson)
      .values({ pairId, targetId: targets.z!, personId: cast['b-chair']!.id, tie: 'belongs' }),
  );
  const who = (await pictures(DECEMBER)).map((one) => one.who);
  expect(who).toContain('a-chair');
  expect(who).not.toContain('b-chair');
});

test('of several agreements one picture: the plan with most ahead, and among how many', async () => {
  await desk.exchanged(YEAR);
  const { two } = desk;
  await desk.exchanged(YEAR.slice(0, 1), two);
  await desk.all(({ tx }) =>
    tx
      .update(membership)
      .set({ personId: desk.one.cast['a-chair']!.id })
      .where(eq(membership.personId, two.cast['a-chair']!.id)),
  );
  const mine = (await pictures(DECEMBER)).filter((one) => one.who === 'a-chair');
  expect(mine.map((one) => [one.lines[0], one.lines.at(-1), one.data.at(-1)])).toEqual([
    [
      expect.stringContaining('Tỉnh uỷ p1: còn 3/3 cuộc'),
      'Hình này là kế hoạch có nhiều cuộc phía trước nhất trong 2 kế hoạch của đồng chí.',
      'plan.mine',
    ],
  ]);
});
