import { alignParts } from '../../domain/align-parts.ts';
import { fold } from '../../domain/fold.ts';
import type { Message, Text } from '../../domain/message.ts';
import { type Bare, splitParts, takeLabels } from '../../domain/one-line.ts';
import { MEMBER_FORMS, ORGANISATION_FORMS } from '../../domain/outcome.ts';
import { checkPeriod } from '../outcome/record-apart.ts';
import { text } from '../said.ts';
import { daysOf } from '../view/exchange-message.ts';
import type { Actor, Work } from '../work.ts';
import { type LineRead, openFromLine } from './open-from-line.ts';
import { type OutcomeData, takeCounts } from './outcome-data.ts';
import { outcomeForm } from './outcome-form.ts';

const LABELS = {
  period: ['kỳ', 'thời gian', 'period'],
  organisations: ['tổ chức', 'tổ chức đảng', 'organisations', 'organizations'],
  members: ['đảng viên', 'members'],
};

const NUMBER = /^(?:\d|khong)/;
const BARE: Bare<keyof typeof LABELS> = { organisations: NUMBER, members: NUMBER };

const isApartWord = (part: string): boolean => ['ngoai', 'ngoai cac cuoc', 'apart'].includes(fold(part));

/** Whether /ketthuc is asked for figures apart from inspections: "ngoài". */
export const isApart = (typed: string): boolean => splitParts(typed).some(isApartWord);

/** "ngoài; quý III/2026; tổ chức: 10 = 10 khiển trách; đảng viên: 46 = 30 + 15 + 0 + 1; không mật". */
export async function apartFromLine(
  work: Work,
  actor: Actor,
  pairId: number,
  typed: string,
): Promise<Message> {
  return openFromLine(work, actor, {
    form: outcomeForm,
    pairId,
    typed,
    example: text('result-line-example'),
    read: async (line) => readLine(work, pairId, line),
  });
}

function readLine(work: Work, pairId: number, line: string): LineRead<OutcomeData> {
  const { fields, rest, repeated } = takeLabels(splitParts(line), LABELS, BARE);
  const { at, left } = alignParts(rest, [isApartWord, (part) => daysOf(work, part) !== undefined]);
  const placed = at[1] === undefined ? undefined : rest[at[1]];
  const data: OutcomeData = { pairId };
  const errors: Text[] = [];
  const over = [...repeated, ...left.map((one) => rest[one]!)];
  if (fields.period !== undefined && placed) over.push(placed);
  const period = fields.period ?? placed;
  const fault = readPeriod(work, data, period);
  if (fault) errors.push(fault);
  if (fault && period) over.push(period);
  readCounts(data, errors, fields);
  return { data, errors, left: over };
}

function readPeriod(work: Work, data: OutcomeData, part: string | undefined): Text | undefined {
  const days = part ? daysOf(work, part) : undefined;
  if (!days) return text('result-period-unclear');
  const period = { periodFrom: days.from, periodTo: days.to };
  const ahead = checkPeriod(work, period);
  if (ahead) return ahead.refused;
  Object.assign(data, period);
  return undefined;
}

type Counted = { organisations?: string; members?: string };

function readCounts(data: OutcomeData, errors: Text[], { organisations, members }: Counted): void {
  const ofOrganisations =
    organisations === undefined ? undefined : takeCounts(ORGANISATION_FORMS, organisations);
  const ofMembers = members === undefined ? undefined : takeCounts(MEMBER_FORMS, members);
  for (const taken of [ofOrganisations, ofMembers]) if (taken && 'error' in taken) errors.push(taken.error);
  if (ofOrganisations && 'counts' in ofOrganisations) data.organisations = ofOrganisations.counts;
  if (ofMembers && 'counts' in ofMembers) data.members = ofMembers.counts;
}
