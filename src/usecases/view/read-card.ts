import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { recipient, request } from '../../../db/schema/index.ts';
import type { Message, Text } from '../../domain/message.ts';
import { tally } from '../../domain/quorum.ts';
import { act } from '../actions/index.ts';
import { caseFor } from '../inspection/access.ts';
import { type Case, loadSessions, loadSymbols, loadTeam } from '../inspection/load-case.ts';
import { lettersOf } from '../letter/letters-of.ts';
import { instantArg, isRefused, type Refused, text } from '../said.ts';
import type { Actor, Member, Work } from '../work.ts';
import { cardButtons, type Requests } from './card-buttons.ts';
import { changeLines } from './change-lines.ts';
import { concludedLines, loadConcluded } from './concluded-part.ts';
import { codeText, foldedLines, mainLines, otherName, restLines, stateText } from './lines.ts';
import { teamNames } from './team-names.ts';

/**
 * The card of an inspection as this person may see it: what it is and until when, what is open, then the rest; their buttons, what is
 * most likely wanted first, the others behind [Việc khác] unless `isWhole`.
 */
export async function readCard(
  work: Work,
  actor: Actor,
  inspectionId: number,
  isWhole = false,
): Promise<Message | Refused> {
  const allowed = await caseFor(work, actor, inspectionId, 'inspection.view');
  if (isRefused(allowed)) return allowed;
  const { found, member } = allowed;
  const open = await openRequests(work, found);
  const concluded = await loadConcluded(work, found);
  const sessions = await loadSessions(work, found.version.id);
  return {
    ...foldedLines([
      text('card-head', {
        code: { strong: codeText(found) },
        state: stateText(found),
        pair: found.pair.name,
      }),
      ...mainLines(found),
      ...(await requestLines(work, found, open)),
      ...concludedLines(concluded, member),
      ...(await changeLines(work, found)),
      ...restLines(found, sessions),
      ...(await teamLine(work, found, member)),
      ...(await symbolLines(work, found)),
    ]),
    buttons: cardButtons({
      found,
      member,
      requests: open,
      isReceived: await isReceived(work, open),
      letters: await lettersOf(work, found, member.side),
      hasSessions: sessions.length > 0,
      concluded,
    }),
    ...(isWhole ? {} : { others: act('card', { id: inspectionId, part: 'all' }) }),
    protect: true,
  };
}

async function openRequests(work: Work, found: Case): Promise<Requests> {
  return work.tx
    .select()
    .from(request)
    .where(
      and(eq(request.inspectionId, found.inspection.id), inArray(request.state, ['waiting', 'open', 'met'])),
    )
    .orderBy(request.id);
}

/** Names of one's own people with their roles; of the other side only how many (C8). */
async function teamLine(work: Work, found: Case, member: Member): Promise<Text[]> {
  const team = await loadTeam(work, found.inspection.id);
  if (team.length === 0) return [];
  const own = team.filter((one) => one.side === member.side);
  const others = team.length - own.length;
  const other = otherName(found, member.side);
  const said = await teamNames(work, own);
  if (others === 0) return [text('card-team', { names: said })];
  return [
    own.length === 0
      ? text('card-team-other', { count: others, other })
      : text('card-team-both', { names: said, count: others, other }),
  ];
}

async function symbolLines(work: Work, found: Case): Promise<Text[]> {
  const symbols = await loadSymbols(work, found.inspection.id);
  return symbols.map((one) =>
    text('card-symbol', {
      use: text(`symbol-${one.use}`),
      symbol: one.symbol,
      day: { date: one.documentDay },
    }),
  );
}

async function requestLines(work: Work, found: Case, requests: Requests): Promise<Text[]> {
  const lines: Text[] = [];
  for (const one of requests) {
    if (one.kind === 'notice') {
      const rows = await work.tx.select().from(recipient).where(eq(recipient.requestId, one.id));
      lines.push(text('card-tally', { ...tally(rows), due: { strong: instantArg(one.dueAt) } }));
    } else if (one.state === 'open')
      lines.push(
        text(`card-open-${one.kind}`, {
          due: { strong: instantArg(one.dueAt) },
          asked: one.side === null ? '' : found.committees[one.side].shortName,
        }),
      );
  }
  return lines;
}

/** Whether somebody of the side asked has received the proposal that waits. */
async function isReceived(work: Work, requests: Requests): Promise<boolean> {
  const ids = requests.filter((one) => one.kind === 'proposal').map((one) => one.id);
  if (ids.length === 0) return false;
  const [row] = await work.tx
    .select({ id: recipient.id })
    .from(recipient)
    .where(and(inArray(recipient.requestId, ids), isNotNull(recipient.answeredAt)))
    .limit(1);
  return row !== undefined;
}
