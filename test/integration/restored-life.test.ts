import { afterAll, beforeAll, expect, test } from 'vitest';
import { wordsIn } from '../../src/usecases/plain-words.ts';
import { text } from '../../src/usecases/said.ts';
import { inlineButtons } from '../simulator/keyboards.ts';
import { adminLine } from '../support/admin-line.ts';
import { openRestoredLife, type RestoredLife } from '../support/restored-life.ts';
import { until } from '../support/until.ts';

// The promise of every migration: who lived with commit 11790a0 goes on living. The tests follow each other on one database.
const NOT_SAVED = (['vi', 'en'] as const).map((locale) => wordsIn(locale)(text('error-not-saved')));
const ANSWER_MS = 30_000;

let life: RestoredLife;

beforeAll(async () => {
  life = await openRestoredLife();
}, 300_000);
afterAll(() => life?.t.stop());

const rowsOf = (ids: number[]) => life.t.base.ownerSql<
  { id: number; state: string; reason: string | null }[]
>`
  select id::int as id, state, reason from outbox where id = any(${ids}) order by id`;

test('it is restored whole, every chain of the migrated database holds, and there is life in it', async () => {
  expect(life.restored.at(-1)).toMatch(/rows in \d+ tables restored; counts and audit chains agree/);
  const { code, said } = await adminLine(['verify'], life.t.base);
  expect([code, said.length]).toEqual([0, 4]);
  const [has] = await life.t.base.ownerSql`
    select (select count(*)::int from request where state = 'open') as asks, (select count(*)::int from form) as conversations,
      (select count(*)::int from exchange) as ledger, (select count(*)::int from plan_item) as plan,
      (select count(*)::int from audit_entry) as chain`;
  for (const [what, count] of Object.entries(has!)) expect(count, what).toBeGreaterThan(0);
  expect(life.waited.length).toBeGreaterThan(0);
});

test('what waited to be said goes out', async () => {
  await life.t.app.clock.advance('P1D');
  const rows = await rowsOf(life.waited);
  const unsaid = rows.filter(({ state, reason }) => state !== 'sent' && !(state === 'skipped' && reason));
  expect(unsaid).toEqual([]);
  expect(rows.filter(({ state }) => state === 'sent').length).toBeGreaterThan(0);
}, 300_000);

/** Each button that stands in a chat, once for everybody who may tap it. */
function standingTaps() {
  const taps = life.chats.messages.flatMap(({ chat, id, by, rows }) =>
    inlineButtons({ inline_keyboard: rows }).flatMap((button) =>
      'callback_data' in button ? by.map((who) => ({ who, chat, id, data: button.callback_data })) : [],
    ),
  );
  return [...new Map(taps.map((tap) => [`${tap.who} ${tap.data}`, tap])).values()];
}

const lastSaid = async (chats: number[]): Promise<number> =>
  (
    await life.t.base
      .ownerSql`select coalesce(max(id), 0)::int as id from outbox where chat_id = any(${chats})`
  )[0]!.id;

/** What is wrong with the answer to a tap; undefined: there is an effect or a word. */
async function faultOf({ who, chat, id, data }: ReturnType<typeof standingTaps>[number]) {
  const { sim } = life.t;
  const message = sim.messages(chat).find((one) => one.message_id === id)!;
  const before = await lastSaid([chat, who]);
  const toast = await sim.user(who).tap(data, { message, stale: true, timeoutMs: ANSWER_MS });
  if (!toast) return 'silence';
  if (NOT_SAVED.includes(toast.text)) return 'an error';
  if (toast.text === '' && (await lastSaid([chat, who])) === before) return 'nothing but the end of waiting';
  return undefined;
}

test('each button that stood in a chat still answers the one who taps it', async () => {
  const taps = standingTaps();
  expect(taps.length).toBeGreaterThan(500);
  const faults: string[] = [];
  for (const tap of taps) {
    const fault = await faultOf(tap);
    if (fault) faults.push(`${tap.who} taps ${tap.data}: ${fault}`);
  }
  expect(faults).toEqual([]);
}, 600_000);

test('/viec answers everybody', async () => {
  for (const { id } of life.chats.people) {
    life.t.sim.user(id).send('/viec');
    await life.t.sim.user(id).waitFor(() => true, ANSWER_MS);
  }
}, 300_000);

test('nothing of it failed, and the chains hold what has come since', async () => {
  const isSaid = async () =>
    (
      await life.t.base.ownerSql`select from outbox where state in ('claimed', 'sending') or
      (state = 'pending' and lane = 0)`
    ).length === 0;
  await until(isSaid);
  const failed = await life.t.base.ownerSql`
    select 'update ' || update_id as what from update_in_hand where failures > 0
    union all select 'update ' || update_id from update_seen where outcome = 'failed'
    union all select kind || ' ' || reason from outbox where state = 'failed'`;
  expect([...failed]).toEqual([]);
  expect((await adminLine(['verify'], life.t.base)).code).toBe(0);
});
