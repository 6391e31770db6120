import type { Message } from '../../domain/message.ts';
import { splitParts } from '../../domain/one-line.ts';
import { mayDo } from '../../domain/permission.ts';
import { act } from '../actions/index.ts';
import { type PairButtons, pairChoice } from '../link/pair-choice.ts';
import { type Refused, refuse } from '../said.ts';
import type { Actor, Member, Work } from '../work.ts';
import { beginLine } from './line-form.ts';
import { openApart } from './outcome-open.ts';

/** /ketthuc ngoài: the form; with parts after it, in one line. Of several pairs one is chosen first. */
export async function beginApart(work: Work, actor: Actor, typed: string): Promise<Message | Refused> {
  const pairs = pairsOf(actor);
  const [only, ...more] = pairs;
  if (!only) return refuse('refused-secretary-only');
  if (splitParts(typed).length > 1) return beginLine(work, actor, 'apart', typed);
  return more.length > 0
    ? pairChoice(CHOICE, 'result-which-pair', pairs, 0)
    : openApart(work, actor, only.pairId);
}

const CHOICE: PairButtons = {
  pick: (pairId) => act('outcome.apart', { pairId }),
  turn: (page) => act('outcome.pairs', { page }),
};

/** A page of the agreements for which the person may record figures apart. */
export function apartPairs(actor: Actor, page: number): Message | Refused {
  const pairs = pairsOf(actor);
  return pairs.length > 0
    ? pairChoice(CHOICE, 'result-which-pair', pairs, page)
    : refuse('refused-secretary-only');
}

const pairsOf = (actor: Actor): Member[] => actor.members.filter((member) => mayDo(member, 'outcome.apart'));
