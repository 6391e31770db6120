import { fold } from '../../domain/fold.ts';
import type { Message, Text } from '../../domain/message.ts';
import { splitParts, takeLabels } from '../../domain/one-line.ts';
import { MEMBER_FORMS, ORGANISATION_FORMS } from '../../domain/outcome.ts';
import { mayDo } from '../../domain/permission.ts';
import { act } from '../actions/index.ts';
import { type PairButtons, pairChoice } from '../link/pair-choice.ts';
import { checkPeriod } from '../outcome/record-apart.ts';
import { type Refused, refuse, text } from '../said.ts';
import { daysOf } from '../view/exchange-message.ts';
import type { Actor, Member, Work } from '../work.ts';
import { openFromLine } from './open-from-line.ts';
import { type OutcomeData, takeCounts } from './outcome-data.ts';
import { outcomeForm } from './outcome-form.ts';
import { openApart } from './outcome-open.ts';

const LABELS = {
  organisations: ['tổ chức', 'tổ chức đảng', 'organisations', 'organizations'],
  members: ['đảng viên', 'members'],
};

/** Whether /ketthuc is asked for figures apart from inspections: "ngoài". */
export const isApart = (typed: string): boolean =>
  ['ngoai', 'ngoai cac cuoc', 'apart'].includes(fold(splitParts(typed)[0] ?? ''));

/** /ketthuc ngoài: the form; with parts after it, in one line. Of several pairs one is chosen first. */
export async function beginApart(work: Work, actor: Actor, typed: string): Promise<Message | Refused> {
  const pairs = pairsOf(actor);
  const [only] = pairs;
  if (!only) return refuse('refused-secretary-only');
  const isLine = splitParts(typed).length > 1;
  if (pairs.length > 1)
    return pairChoice(CHOICE, isLine ? 'result-which-pair-line' : 'result-which-pair', pairs, 0);
  if (!isLine) return openApart(work, actor, only.pairId);
  return openFromLine(work, actor, {
    form: outcomeForm,
    pairId: only.pairId,
    typed,
    example: text('result-line-example'),
    read: async (line) => readLine(work, only.pairId, line),
  });
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

/** "ngoài; quý III/2026; tổ chức: 10 = 10 khiển trách; đảng viên: 46 = 30 + 15 + 0 + 1". */
function readLine(work: Work, pairId: number, line: string): { data: OutcomeData; errors: Text[] } {
  const { fields, rest } = takeLabels(splitParts(line), LABELS);
  const data: OutcomeData = { pairId };
  const errors: Text[] = [];
  const days = rest[1] === undefined ? undefined : daysOf(work, rest[1]);
  const period = days && { periodFrom: days.from, periodTo: days.to };
  const ahead = period && checkPeriod(work, period);
  if (period && !ahead) Object.assign(data, period);
  else errors.push(ahead ? ahead.refused : text('result-period-unclear'));
  if (fields.organisations !== undefined) {
    const taken = takeCounts(ORGANISATION_FORMS, fields.organisations);
    if ('error' in taken) errors.push(taken.error);
    else data.organisations = taken.counts;
  }
  if (fields.members !== undefined) {
    const taken = takeCounts(MEMBER_FORMS, fields.members);
    if ('error' in taken) errors.push(taken.error);
    else data.members = taken.counts;
  }
  return { data, errors };
}
