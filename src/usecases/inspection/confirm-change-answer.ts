import { refuse } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { agreeNotHeld } from './agree-not-held.ts';
import { confirmChange } from './confirm-change.ts';
import { askedKind, type Confirmed, type Word } from './confirm-change-word.ts';
import { confirmStop } from './confirm-stop.ts';

const ANSWERS = { change: confirmChange, stop: confirmStop, not_held: agreeNotHeld } as const;

/** The word on whatever the request asks to be confirmed; each checks again who may say it. */
export async function answerAsked(
  work: Work,
  actor: Actor,
  requestId: number,
  word: Word,
): Promise<Confirmed> {
  const asks = await askedKind(work, requestId);
  return asks ? ANSWERS[asks](work, actor, requestId, word) : refuse('refused-not-found');
}
