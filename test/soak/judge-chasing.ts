import type { Finding } from './finding.ts';
import type { Asked, Said } from './history.ts';
import type { Index, Read } from './index-history.ts';
import type { About } from './read-said.ts';

type Chased = About & { is: 'chased' };
type EntryChased = About & { is: 'entry-chased' };

/**
 * A reminder of what its reader had answered, or a leader told of somebody who had. What was in the program's hands when the answer came may
 * cross it: a fault is only what was begun after a quiet moment that came after the answer.
 */
export function findRemindedAfter(index: Index): Finding {
  const found: string[] = [];
  let looked = 0;
  for (const read of index.all)
    for (const one of read.about) {
      if (one.is !== 'chased' && one.is !== 'entry-chased') continue;
      looked += 1;
      const answers =
        one.is === 'chased' ? answersTo(index, read.said, one) : receiptsOf(index, read.said, one);
      if (answers.some((at) => isAfter(index, at, read.said.at)))
        found.push(`chat ${read.said.chatId} was told after the answer: ${read.said.text.split('\n')[0]}`);
    }
  return { found, looked };
}

/** When those of whom a message speaks had answered, by what their taps were told. */
function answersTo(index: Index, said: Said, about: Chased): number[] {
  if (about.how === 'reminder')
    return about.requestId === undefined ? [] : toldOf(index, said.chatId, `ack.${about.requestId}.`);
  return named(index, said, about.code).flatMap((one) => toldOf(index, one.chatId, `ack.${one.requestId}.`));
}

function receiptsOf(index: Index, { chatId }: Said, { exchangeId, how }: EntryChased): number[] {
  return exchangeId === undefined || how !== 'receipt'
    ? []
    : toldOf(index, chatId, `xack.${exchangeId}.received`);
}

const toldOf = ({ history }: Index, chatId: number, begin: string): number[] =>
  history.tapped.flatMap((tap) =>
    tap.chatId === chatId && tap.data.startsWith(begin) && isRecorded(tap.toast) ? [tap.toldAt!] : [],
  );

/** The words with which a tap is told that it counts. */
export const isRecorded = (toast: string | undefined): boolean => toast?.startsWith('Đã ghi nhận') ?? false;

const isAfter = ({ history }: Index, answeredAt: number, saidAt: number): boolean =>
  history.quiet.some(({ from, to }) => from > answeredAt && to < saidAt);

/** Those asked last by a code whose names a leader reads as silent. */
function named(index: Index, said: Said, code: string): Asked[] {
  const names = said.text.split('\n').find((line) => line.startsWith('Chưa phản hồi: '));
  if (!names) return [];
  const asked = index.askedBy(code, said.chatId, said.businessAt).filter(({ kind }) => kind === 'notice');
  const last = Math.max(...asked.map(({ requestId }) => requestId));
  return asked.filter(({ requestId, name }) => requestId === last && names.includes(name));
}

/** A reminder, or a word to a leader or across, before what asks had reached any of those whom it counts against. */
export function findChased(index: Index): Finding {
  const found: string[] = [];
  let looked = 0;
  for (const read of index.all)
    for (const one of read.about) {
      if (one.is !== 'chased' && one.is !== 'entry-chased') continue;
      looked += 1;
      if (one.is === 'chased' ? !hadReached(index, read, one) : !entryHadReached(index, read.said, one))
        found.push(`chat ${read.said.chatId}, before anything had come: ${read.said.text.split('\n')[0]}`);
    }
  return { found, looked };
}

function hadReached(index: Index, { said }: Read, { code, requestId, how }: Chased): boolean {
  const isThere = (one: Pick<Asked, 'requestId' | 'chatId'>) => {
    const copies = index.reached(one.requestId, one.chatId);
    return copies !== undefined && copies.first.at < said.at;
  };
  if (requestId !== undefined) return isThere({ requestId, chatId: said.chatId });
  const asked = index.askedBy(code, said.chatId, said.businessAt);
  if (how === 'reminder') return asked.filter(({ chatId }) => chatId === said.chatId).some(isThere);
  const silent = named(index, said, code);
  return silent.length > 0 ? silent.every(isThere) : asked.some(isThere);
}

function entryHadReached(index: Index, said: Said, { code }: EntryChased): boolean {
  const pairId = index.memberOf(said.chatId)?.pairId;
  const entry = index.history.owed.entries.find((one) => one.code === code && one.pairId === pairId);
  if (!entry) return false;
  const readers = index.history.owed.members.filter(
    (one) => one.pairId === pairId && one.side === entry.toSide,
  );
  return readers.some(({ chatId }) =>
    index
      .of(chatId)
      .some(
        (read) =>
          read.said.at < said.at &&
          read.about.some((one) => one.is === 'entry' && one.exchangeId === entry.exchangeId),
      ),
  );
}
