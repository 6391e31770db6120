import { DateTime } from 'luxon';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { membership, pair } from '../../db/schema/index.ts';
import { ledgerTasks } from '../../src/usecases/view/ledger-tasks.ts';
import {
  type Cursor,
  type ExchangeFilter,
  type ExchangeLine,
  listExchanges,
  PAGE,
} from '../../src/usecases/view/list-exchanges.ts';
import { type Entered, enter } from '../support/bulk-entries.ts';
import { openViewDesk, type ViewDesk } from '../support/view-desk.ts';

const UNRECEIVED = { receipt: null, receiptBy: null, receiptAt: null };
const asked = (iso: string, answered?: string) => ({
  answerDueAt: DateTime.fromISO(iso, { zone: 'Asia/Ho_Chi_Minh' }),
  answerDueSource: 'day' as const,
  answeredAt: answered === undefined ? null : DateTime.fromISO(answered, { zone: 'Asia/Ho_Chi_Minh' }),
});

/** Now is the morning of 23/11/2026. */
const ENTRIES: Record<string, Omit<Entered, 'code'>> = {
  plain: { documentDay: '2026-11-01' },
  unreceived: { documentDay: '2026-11-02', ...UNRECEIVED },
  disputed: { documentDay: '2026-11-03', receipt: 'not_received' },
  'to-answer': { documentDay: '2026-11-04', ...asked('2026-11-30T17:00:00') },
  overdue: { documentDay: '2026-11-05', ...asked('2026-11-20T17:00:00') },
  answered: { documentDay: '2026-11-06', ...asked('2026-11-20T17:00:00', '2026-11-19T09:00:00') },
  corrected: {
    documentDay: '2026-11-07',
    state: 'superseded',
    ...UNRECEIVED,
    ...asked('2026-11-20T17:00:00'),
  },
  'of-b': { documentDay: '2026-11-08', fromSide: 'b', loggedSide: 'b', ...UNRECEIVED },
  'logged-by-b': { documentDay: '2026-11-09', fromSide: 'a', loggedSide: 'b' },
  recalled: { documentDay: '2026-11-10', state: 'recalled', ...UNRECEIVED },
};

let desk: ViewDesk;
beforeAll(async () => {
  desk = await openViewDesk();
  const { one, two } = desk;
  const entries = Object.entries(ENTRIES).map(([code, given]) => ({ code, ...given }));
  const crossesAt = DateTime.fromISO('2026-11-23T09:01:00', { zone: 'Asia/Ho_Chi_Minh' });
  const waiting = { ...UNRECEIVED, state: 'waiting' as const, crossesAt };
  await enter(desk, one, [...entries, { code: 'waiting', documentDay: '2026-11-11', ...waiting }]);
  await enter(
    desk,
    two,
    [2, 3, 12].map((day) => ({
      code: `two-${day}`,
      documentDay: `2026-11-${day}`.replace(/-(\d)$/, '-0$1'),
    })),
  );
});
afterAll(() => desk.base.close());

const ALL: ExchangeFilter = { state: 'a', side: 'a' };
const page = (userId: number, filter: ExchangeFilter, after?: Cursor): Promise<ExchangeLine[]> =>
  desk.as(userId, (work, actor) => listExchanges(work, actor, filter, after));

/** The codes page by page to the end; `between` runs after each page. */
async function walk(userId: number, filter: ExchangeFilter, between = async () => {}): Promise<string[]> {
  const codes: string[] = [];
  for (let after: Cursor | undefined; ; ) {
    const lines = await page(userId, filter, after);
    const last = lines.slice(0, PAGE).at(-1);
    codes.push(...lines.slice(0, PAGE).map((one) => one.code));
    if (lines.length <= PAGE || !last) return codes;
    after = { day: last.documentDay, id: last.id };
    await between();
  }
}

const user = (key: string): number => desk.one.cast[key]!.userId;
const CROSSED = Object.keys(ENTRIES)
  .filter((code) => code !== 'recalled')
  .reverse();

test('the latest document comes first; what waits is on the page of its own side alone, what was recalled on none', async () => {
  expect(await walk(user('a-member'), ALL)).toEqual(['waiting', ...CROSSED]);
  expect(await walk(user('b-member'), ALL)).toEqual(CROSSED);
});

test.each([
  [{ state: 'r', side: 'a' }, ['of-b', 'disputed', 'unreceived']],
  [{ state: 'w', side: 'a' }, ['overdue', 'to-answer']],
  [{ state: 'o', side: 'a' }, ['overdue']],
  [{ state: 'a', side: 'm' }, ['of-b']],
  [{ state: 'a', side: 't' }, CROSSED.filter((code) => code !== 'of-b')],
  [{ state: 'r', side: 't' }, ['disputed', 'unreceived']],
  [{ state: 'a', side: 'a', window: { from: '2026-11-03', to: '2026-11-05' } }, ['to-answer', 'disputed']],
  [{ state: 'w', side: 't', window: { from: '2026-11-05', to: '2026-11-06' } }, ['overdue']],
  [{ state: 'o', side: 'm' }, []],
] as [ExchangeFilter, string[]][])('%j as side b shows %j', async (filter, codes) => {
  expect(await walk(user('b-secretary'), filter)).toEqual(codes);
});

test('pages over many entries of few days show each exactly once, also while others are logged', async () => {
  const codes = Array.from({ length: 40 }, (_, n) => `many-${n}`);
  const dayOf = (n: number) => `2025-03-0${1 + (n % 3)}`;
  await enter(
    desk,
    desk.one,
    codes.map((code, n) => ({ code, documentDay: dayOf(n) })),
  );
  const window = { from: '2025-03-01', to: '2025-03-04' };
  let pages = 0;
  const walked = await walk(user('b-member'), { ...ALL, window }, async () => {
    pages += 1;
    await enter(desk, desk.one, [{ code: `late-${pages}`, documentDay: '2025-03-03' }]);
  });
  const byDay = [2, 1, 0].flatMap((rest) => codes.filter((_, n) => n % 3 === rest).reverse());
  expect(walked).toEqual(byDay);
  expect(pages).toBe(6);
});

test('who stands in two pairs turns the pages of both as one ledger', async () => {
  const both = desk.two.cast['b-observer']!;
  await desk.office.work({ pairs: 'all' }, async ({ tx }) => {
    const [made] = (await tx.select().from(pair)).filter((one) => one.id === desk.one.pairId);
    const common = { pairId: desk.one.pairId, committeeId: made!.committeeB, fromDay: '2020-01-01' };
    await tx.insert(membership).values({ ...common, personId: both.id, side: 'b', role: 'observer' });
  });
  const window = { from: '2026-11-01', to: '2026-12-01' };
  const walked = await walk(both.userId, { ...ALL, window });
  const [late, older] = [CROSSED.slice(0, -3), CROSSED.slice(-3)];
  expect(walked).toEqual(['two-12', ...late, 'two-3', older[0], 'two-2', older[1], older[2]]);
});

test('hundreds of documents that wait for the other side hide nothing that waits for one’s own', async () => {
  const { two } = desk;
  const ofA = Array.from({ length: 210 }, (_, n) => ({
    code: `a-${n}`,
    documentDay: '2026-11-10',
    ...UNRECEIVED,
  }));
  const ofB = { documentDay: '2026-11-20', fromSide: 'b', loggedSide: 'b' } as const;
  const disputed = { documentDay: '2026-11-20', receipt: 'wrong_addressee' } as const;
  await enter(desk, two, [
    ...ofA.map((one) => ({ ...one, ...asked('2026-11-20T17:00:00') })),
    { code: 'b-unreceived', ...ofB, ...UNRECEIVED },
    { code: 'b-unanswered', ...ofB, ...asked('2026-11-30T17:00:00') },
    { code: 'a-disputed', ...disputed },
  ]);
  const tasks = await desk.as(two.cast['a-secretary']!.userId, ledgerTasks);
  expect(tasks.map(({ kind, name }) => `${kind} ${name}`).sort()).toEqual([
    'exchange-answer b-unanswered',
    'exchange-disputed a-disputed',
    'exchange-receive b-unreceived',
  ]);
});
