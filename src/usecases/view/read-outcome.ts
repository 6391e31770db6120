import type { Message, Text } from '../../domain/message.ts';
import { mayDo } from '../../domain/permission.ts';
import { act } from '../actions/index.ts';
import { caseFor } from '../inspection/access.ts';
import type { Case } from '../inspection/load-case.ts';
import { disciplineOf, type OutcomeRow, outcomesOf } from '../outcome/outcome-row.ts';
import { apartsOf } from '../outcome/record-apart.ts';
import { button, details, isRefused, nearArg, type Refused, refuse, text } from '../said.ts';
import { type Actor, memberIn, type Work } from '../work.ts';
import { codeText } from './lines.ts';
import { loadPair } from './load-pair.ts';
import { disciplineLines } from './outcome-lines.ts';
import { joined, paged, plain } from './paged.ts';

/** One outcome takes three lines: with its title two stay within seven lines a message. */
const PAGE = 2;

/** What a concluded inspection led to, the counts that hold first; corrected ones stay readable (R7). */
export async function readOutcome(
  work: Work,
  actor: Actor,
  inspectionId: number,
  page: number,
): Promise<Message | Refused> {
  const allowed = await caseFor(work, actor, inspectionId, 'outcome.view');
  if (isRefused(allowed)) return allowed;
  const rows = await outcomesOf(work, inspectionId);
  const list = paged(rows, page, (to) => act('outcome.show', { id: inspectionId, page: to }), PAGE);
  return details(
    [
      text(rows.length === 0 ? 'result-head-none' : 'result-head', { code: codeText(allowed.found) }),
      ...list.shown.flatMap(({ item }) => [recordedLine(item, allowed.found.committees), ...countsOf(item)]),
    ],
    [...list.turns, button('button-card', act('card', { id: inspectionId }))],
  );
}

/** What both sides recorded apart from the pair's inspections, the latest period first (R11). */
export async function readAparts(
  work: Work,
  actor: Actor,
  pairId: number,
  page: number,
): Promise<Message | Refused> {
  const member = memberIn(actor, pairId);
  if (!member) return refuse('refused-not-found');
  if (!mayDo(member, 'outcome.view')) return refuse('refused-not-allowed');
  const { committees } = await loadPair(work, pairId);
  const rows = await apartsOf(work, pairId);
  const list = paged(rows, page, (to) => act('outcome.aparts', { pairId, page: to }), PAGE);
  return details(
    [
      joined([text(rows.length === 0 ? 'result-aparts-none' : 'result-aparts'), plain(member.pairName)]),
      ...list.shown.flatMap(({ item }) => [
        joined([periodText(item), recordedLine(item, committees)]),
        joined(countsOf(item)),
      ]),
      ...(rows.length === 0 ? [] : [text('result-apart-caution')]),
    ],
    [
      ...list.turns,
      mayDo(member, 'outcome.apart') && button('button-result-apart', act('outcome.apart', { pairId })),
    ],
  );
}

const periodText = ({ periodFrom, periodTo }: OutcomeRow): Text =>
  text('result-period', { period: { days: [periodFrom, periodTo] } });

const countsOf = (row: OutcomeRow): Text[] => disciplineLines(disciplineOf(row));

/** Which side recorded it and when; a corrected one says so. */
const recordedLine = (row: OutcomeRow, committees: Case['committees']): Text =>
  text(row.supersededById === null ? 'result-by' : 'result-by-corrected', {
    committee: committees[row.side].shortName,
    at: nearArg(row.at),
  });
