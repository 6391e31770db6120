import { and, eq, inArray } from 'drizzle-orm';
import type { DateTime } from 'luxon';
import { answer, recipient, request } from '../../../db/schema/index.ts';
import type { Side } from '../../domain/side.ts';
import type { Case } from '../inspection/load-case.ts';
import type { Work } from '../work.ts';

type StepEntry = { type: string; at: DateTime; request?: number | null };

/**
 * Tells whether a step of the clock spoke to people of this side: the only one asked; on a notice, the team the day before, else those
 * whose answer was missing at that instant. What went to the other side's people is not told (R6).
 */
export async function spokenTo(work: Work, found: Case, side: Side): Promise<(entry: StepEntry) => boolean> {
  const inspectionId = found.inspection.id;
  const requests = await work.tx
    .select({ id: request.id, side: request.side })
    .from(request)
    .where(eq(request.inspectionId, inspectionId));
  const asked = await askedOn(work, inspectionId, side);
  const first = await firstAnswersOf(
    work,
    asked.map((row) => row.id),
  );
  return ({ type, at, request: id }) => {
    const known = requests.find((row) => row.id === id);
    if (!known) return false;
    if (known.side !== null) return known.side === side;
    const own = asked.filter((row) => row.requestId === id);
    return own.some((row) => isMeant(type, row, first.get(row.id), at));
  };
}

type Asked = { capacity: string; settledAt: DateTime | null };
type First = { answer: string; at: DateTime };

/** Reminders go to the silent; leaders and đầu mối hear of opinions and substitutes that wait, too. */
function isMeant(type: string, row: Asked, first: First | undefined, at: DateTime): boolean {
  if (type === 'step.day_before') return row.capacity === 'team' || row.capacity === 'substitute';
  if (first === undefined || first.at > at) return true;
  const isEscalation = type === 'step.own_leader' || type === 'step.across';
  const waits = first.answer === 'opinion' || first.answer === 'substitute_asked';
  return isEscalation && waits && (row.settledAt === null || row.settledAt > at);
}

const askedOn = (work: Work, inspectionId: number, side: Side) =>
  work.tx
    .select({
      id: recipient.id,
      requestId: recipient.requestId,
      capacity: recipient.capacity,
      settledAt: recipient.settledAt,
    })
    .from(recipient)
    .innerJoin(request, and(eq(request.pairId, recipient.pairId), eq(request.id, recipient.requestId)))
    .where(and(eq(request.inspectionId, inspectionId), eq(recipient.side, side)));

async function firstAnswersOf(work: Work, recipients: number[]): Promise<Map<number, First>> {
  if (recipients.length === 0) return new Map();
  const rows = await work.tx
    .select({ recipientId: answer.recipientId, answer: answer.answer, at: answer.at })
    .from(answer)
    .where(inArray(answer.recipientId, recipients))
    .orderBy(answer.id);
  // The first of each wins: later ones are written under it.
  return new Map(rows.toReversed().map(({ recipientId, ...given }) => [recipientId, given]));
}
