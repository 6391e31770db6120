import type { Logger } from 'pino';
import type { Office } from '../usecases/begin-work.ts';
import { noteBoardGone } from '../usecases/digest/board.ts';
import { forgetTopic, noteMuted } from '../usecases/group/note-muted.ts';
import { noteMigrated } from '../usecases/note-migrated.ts';
import { noteUnreachable } from '../usecases/note-unreachable.ts';
import { pauseSending } from '../usecases/outbox/bot-pause.ts';
import type { Claimed } from '../usecases/outbox/claim.ts';
import type { Settled } from '../usecases/outbox/settle.ts';
import { classify } from './classify.ts';

type Parts = { office: Office; log: Logger; count: { tooMany(): void } };

/** The first wait after a failure on the way, doubled each time. */
const FIRST_WAIT_MS = 500;
/** So long after Telegram is back everything that waited has been tried. */
const LONGEST_WAIT_MS = 60_000;

/** What becomes of a row whose call failed: what fails on the way waits and goes again, for as long as it takes. */
export async function afterFailure(parts: Parts, row: Claimed, error: unknown): Promise<Settled> {
  const { office, log, count } = parts;
  const { id } = row;
  const failure = classify(error);
  const wall = office.wallNow();
  switch (failure.kind) {
    case 'unchanged':
      return { id, kind: 'sent', messageId: row.editMessageId };
    case 'retry-after':
      count.tooMany();
      return { id, kind: 'again', atMs: wall + failure.seconds * 1000, resent: false };
    case 'transient':
      return { id, kind: 'again', atMs: wall + waitMs(row.attempts), resent: failure.mayHaveArrived };
    case 'bot-ill':
      await pause(parts, wall);
      return { id, kind: 'again', atMs: wall, resent: false };
    case 'edit-gone':
      return editGone(office, row, wall);
    case 'migrated':
      await office.work({ pairs: 'all' }, (work) => noteMigrated(work, row.chatId, failure.chatId));
      return { id, kind: 'again', atMs: wall, resent: false, chatId: failure.chatId };
    case 'topic-gone':
      if (row.threadId === null) return noRight(office, row);
      await office.work({ pairs: 'all' }, (work) => forgetTopic(work, row.chatId, row.threadId!));
      return { id, kind: 'again', atMs: wall, resent: false, asNoTopic: true };
    case 'no-right':
      return noRight(office, row);
    case 'unreachable':
      await office.work({ pairs: 'all' }, (work) => noteUnreachable(work, row.chatId));
      return { id, kind: 'failed', reason: 'unreachable' };
    default:
      log.error({ outboxId: id, kind: row.kind, failure }, 'a message was given up');
      return { id, kind: 'failed', reason: failure.kind };
  }
}

async function pause({ office, log }: Parts, wall: number): Promise<void> {
  const isNew = await office.work({ pairs: [] }, (work) => pauseSending(work, wall));
  if (isNew)
    log.error('Telegram does not accept the bot: sending pauses. Is BOT_TOKEN the one that BotFather shows?');
}

const waitMs = (attempts: number): number => Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempts);

/** A private chat in which one may not write is as good as closed. */
async function noRight(office: Office, { id, chatId, isGroup }: Claimed): Promise<Settled> {
  await office.work({ pairs: 'all' }, (work) =>
    isGroup ? noteMuted(work, chatId) : noteUnreachable(work, chatId),
  );
  return { id, kind: 'failed', reason: isGroup ? 'no right' : 'unreachable' };
}

/** A board is shown anew by itself; anything else goes out as a new message. */
async function editGone(office: Office, { id, kind }: Claimed, wall: number): Promise<Settled> {
  if (kind !== 'board') return { id, kind: 'again', atMs: wall, resent: false, asNew: true };
  await office.work({ pairs: 'all' }, (work) => noteBoardGone(work, [id]));
  return { id, kind: 'failed', reason: 'deleted' };
}
