import { DateTime } from 'luxon';
import { ZONE } from '../../src/domain/working-time.ts';
import { groupBy } from '../../src/usecases/group-by.ts';
import type { Finding } from './finding.ts';
import type { Index, Read } from './index-history.ts';
import { isMarked, sameness } from './read-said.ts';

/**
 * The same message twice in a chat where the later one does not say that it is there already. What nobody asked for may come once; the same
 * words may also answer what a person did twice, and remind of two steps.
 */
export function findDoubled(index: Index): Finding {
  const groups = groupBy(index.all, (read) => `${read.said.chatId} ${keyOf(read)}`);
  return {
    found: [...groups.values()].flatMap((copies) => tooMany(index, copies)),
    looked: index.all.length,
  };
}

function tooMany(index: Index, copies: Read[]): string[] {
  const unmarked = copies.slice(1).filter(({ said }) => !isMarked(said));
  const extra = unmarked.slice(allowed(index, copies));
  return extra.map(
    ({ said }) => `message ${said.messageId} in chat ${said.chatId} once more: ${said.text.split('\n')[0]}`,
  );
}

/** What is one thing whatever its words: who is asked what, an entry, the digest of a day or week. Else the words and buttons. */
function keyOf({ said, about }: Read): string {
  const [first] = about;
  if (first?.is === 'asked') return `asked ${first.requestId}`;
  if (first?.is === 'entry') return `entry ${first.exchangeId}`;
  if (first?.is !== 'digest') return sameness(said);
  const day = DateTime.fromMillis(said.businessAt, { zone: ZONE });
  const of = /\d/.test(said.text.split(':')[0]!) ? said.text.split(':')[0] : day.toFormat("kkkk-'W'WW");
  return `digest ${first.kind} ${of}`;
}

function allowed(index: Index, copies: Read[]): number {
  const { said, about } = copies[0]!;
  const [first] = about;
  if (first?.is === 'asked' || first?.is === 'entry' || first?.is === 'digest') return 0;
  if (first?.is === 'chased') return Math.max(0, stepsOf(index, first.code, said.chatId) - 1);
  if (first?.is === 'entry-chased') return Math.max(0, entryStepsOf(index, first.code, said.chatId) - 1);
  return sameActs(index, said.chatId, copies.at(-1)!.said.at) - 1;
}

function stepsOf({ history, askedBy }: Index, code: string, chatId: number): number {
  const ids = new Set(askedBy(code, chatId, Number.POSITIVE_INFINITY).map(({ requestId }) => requestId));
  return history.owed.steps.filter(({ requestId }) => ids.has(requestId)).length;
}

function entryStepsOf({ history, memberOf }: Index, code: string, chatId: number): number {
  const pairId = memberOf(chatId)?.pairId;
  const entry = history.owed.entries.find((one) => one.code === code && one.pairId === pairId);
  return history.owed.entrySteps.filter(({ exchangeId }) => exchangeId === entry?.exchangeId).length;
}

/** How often somebody had done one and the same thing: so often it may have been answered in the same words. */
function sameActs({ history }: Index, chatId: number, before: number): number {
  const acts = [
    ...history.tapped.map(({ data: what, ...act }) => ({ what, ...act })),
    ...history.typed.map(({ text: what, ...act }) => ({ what, ...act })),
  ];
  const own = acts.filter((act) => act.chatId === chatId && act.at < before);
  return Math.max(1, ...[...groupBy(own, ({ what }) => what).values()].map((same) => same.length));
}
