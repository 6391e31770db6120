import { type Change, takeChanges } from './change-log.ts';
import type { Dealt } from './deck.ts';
import { sidesIn } from './entry.ts';
import { judgeUpdate } from './judge.ts';
import { BUG_LEVEL, type Life, openLife } from './life.ts';
import type { Random } from './random.ts';
import { findSenders, type Sender, spokenFor, wholeOf } from './sender.ts';
import { addFault, countOne, type Tally } from './tally.ts';
import type { FuzzWorld } from './world.ts';

/** An update that was given, by its number in the run, and what was known of its sender then. */
export type Given = { n: number; dealt: Dealt; text: string; senders: Sender[] };

/** A life in which each update is looked at: what comes out is added to the tally. */
export type Watch = {
  life: Life;
  /** Hands an update in as Telegram would, and sees that it ends and that a tap is answered. */
  give(n: number, dealt: Dealt, day: string): Promise<void>;
  /** Judges the rows that changed since the last time; before anything else changes rows. */
  judge(): Promise<void>;
  close(): Promise<void>;
};

type Options = { url: string; world: FuzzWorld; by: 'webhook' | 'polling'; tally: Tally; random: Random };

/** Opens a life on a database that it may use up; errors in its log are faults of the update in hand. */
export async function openWatch({ tally, ...options }: Options): Promise<Watch> {
  const given: Given[] = [];
  const life = await openLife({
    ...options,
    onLog: ({ level, msg, stack }) => {
      if (level < BUG_LEVEL) return countOne(tally.counts.warning, msg);
      const last = given.at(-1);
      const what = `${msg}: ${whereOf(stack)}`;
      addFault(tally, {
        kind: 'bug',
        what,
        n: last?.n,
        text: last?.text ?? life.telegram.refusals().join('\n  '),
      });
    },
  });
  return {
    life,
    give: async (n, dealt, day) => {
      const text = JSON.stringify(dealt.update);
      tally.digest.update(text);
      const senders = await findSenders(life.owner, spokenFor(dealt.update), day);
      given.push({ n, dealt, text, senders });
      await giveOne(life, tally, given.at(-1)!);
    },
    judge: async () => {
      await judgeRows(life, tally, given, await takeChanges(life.owner));
      given.length = 0;
    },
    close: life.close,
  };
}

async function giveOne(life: Life, tally: Tally, { n, dealt, text }: Given): Promise<void> {
  const tapId = tapIdOf(dealt.update);
  const times = () => (tapId === undefined ? 0 : (life.telegram.answered.get(tapId) ?? 0));
  const before = times();
  const fate = await life.feed.give(text).catch((error: unknown) => {
    addFault(tally, { kind: 'crash', what: whereOf(String((error as Error)?.stack)), n, text });
    return 'thrown' as const;
  });
  tally.updates += 1;
  countOne(tally.counts.how, dealt.how);
  countOne(tally.counts.kind, dealt.kind);
  countOne(tally.counts.who, dealt.who.label);
  countOne(tally.counts.fate, fate);
  if (fate === 'stuck') addFault(tally, { kind: 'stuck', what: 'an update is handled without end', n, text });
  if (tapId === undefined) return;
  tally.taps += 1;
  if (times() > before) tally.answered += 1;
  else addFault(tally, { kind: 'unanswered', what: `a ${dealt.how} tap`, n, text });
}

/** A tap that bears an id is answered, whatever else is wrong with it: a phone shows a clock until then. */
function tapIdOf({ callback_query: query }: Record<string, unknown>): string | undefined {
  if (typeof query !== 'object' || query === null || !('id' in query)) return undefined;
  return typeof query.id === 'string' ? query.id : undefined;
}

async function judgeRows(life: Life, tally: Tally, given: Given[], changes: Change[]): Promise<void> {
  const byUpdate = changesByUpdate(changes);
  for (const { n, text } of given.slice(-1))
    for (const { table, op } of byUpdate.get(undefined) ?? [])
      if (table !== 'update_in_hand')
        addFault(tally, { kind: 'row', what: `${table} ${op} beside the transaction of an update`, n, text });
  for (const { n, text, dealt, senders } of given) {
    const number = wholeOf(dealt.update.update_id) ?? Number.NaN;
    const own = byUpdate.get(number) ?? [];
    byUpdate.delete(number);
    tally.changedRows += own.length;
    for (const { table, row } of own)
      if (table === 'audit_entry') countOne(tally.counts.act, String(row.type));
    const isSetAside = own.some(({ table, row }) => table === 'update_seen' && row.outcome === 'failed');
    if (isSetAside && dealt.how === 'lived')
      addFault(tally, { kind: 'set-aside', what: `a ${dealt.kind} as people send it`, n, text });
    const found = await judgeUpdate(sidesIn(life.owner), { update: dealt.update, senders, changes: own });
    for (const what of found) addFault(tally, { kind: 'row', what, n, text });
  }
}

/** The changes of each update, by the transactions that entered it as seen; undefined: of none. */
function changesByUpdate(changes: Change[]): Map<number | undefined, Change[]> {
  const seen = changes.filter(({ table, op }) => table === 'update_seen' && op === 'INSERT');
  const updates = new Map(seen.map(({ txid, row }) => [txid, Number(row.update_id)]));
  const grouped = new Map<number | undefined, Change[]>();
  for (const change of changes) {
    const id = updates.get(change.txid);
    grouped.set(id, [...(grouped.get(id) ?? []), change]);
  }
  return grouped;
}

/** The first line of an error and the first place in this program. */
function whereOf(stack: string): string {
  const lines = stack.split('\n').map((line) => line.trim());
  const place = lines.find((line) => /^at .*\/(src|commands|jobs|db)\//.test(line));
  const cause = lines.find((line) => line.startsWith('because'));
  const file = /((?:src|commands|jobs|db)\/[^):]+:\d+)/.exec(place ?? '')?.[1] ?? '';
  return [lines[0], cause, file && `at ${file}`].filter(Boolean).join(' · ').slice(0, 300);
}
