import { DateTime } from 'luxon';
import { isSensitiveKind } from '../../domain/kinds.ts';
import type { Discipline } from '../../domain/outcome.ts';
import { ZONE } from '../../domain/working-time.ts';
import { audit } from '../audit.ts';
import { caseFor } from '../inspection/access.ts';
import { type Case, loadSymbols } from '../inspection/load-case.ts';
import { tellBoth } from '../inspection/start-inspection.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Member, Work } from '../work.ts';
import { factsOf, liveOutcome, type OutcomeRow, refuseCounts, writeOutcome } from './outcome-row.ts';

/** A concluded inspection of a kind that may bear figures, and the lead's đầu mối; sensitive kinds bear none (C4). */
export async function mayRecord(
  work: Work,
  actor: Actor,
  inspectionId: number,
  options: { lock?: boolean } = {},
): Promise<{ found: Case; member: Member } | Refused> {
  const allowed = await caseFor(work, actor, inspectionId, 'outcome.record', options);
  if (isRefused(allowed)) return allowed;
  if (allowed.found.inspection.state !== 'concluded') return refuse('refused-state');
  return isSensitiveKind(allowed.found.version.kind) ? refuse('result-sensitive') : allowed;
}

/**
 * The lead's đầu mối records what a concluded inspection led to: counts, never names (R11), whose parts sum to their totals (R10). A
 * second time it is a correction: the first stays readable.
 */
export async function recordOutcome(
  work: Work,
  actor: Actor,
  inspectionId: number,
  given: Discipline,
): Promise<{ found: Case; row: OutcomeRow; isCorrection: boolean } | Refused> {
  const allowed = await mayRecord(work, actor, inspectionId, { lock: true });
  if (isRefused(allowed)) return allowed;
  const wrong = refuseCounts(given);
  if (wrong) return wrong;
  const { found, member } = allowed;
  const { pairId } = member;
  const corrected = await liveOutcome(work, inspectionId);
  const values = {
    pairId,
    origin: 'through',
    inspectionId,
    ...(await dayOfConclusion(work, found)),
    side: member.side,
    byPerson: actor.personId,
  } as const;
  const row = await writeOutcome(work, values, given, corrected);
  await audit(work, {
    pairId,
    type: corrected ? 'outcome.corrected' : 'outcome.recorded',
    by: actor.personId,
    inspectionId,
    facts: { side: member.side, outcome: row.id, ...factsOf(given) },
  });
  await tellBoth(work, actor, found, corrected ? 'result_corrected' : 'result');
  return { found, row, isCorrection: corrected !== undefined };
}

/** The day of the conclusion's document, and the day after. */
async function dayOfConclusion(work: Work, found: Case): Promise<{ periodFrom: string; periodTo: string }> {
  const symbols = await loadSymbols(work, found.inspection.id);
  const conclusion = symbols.filter((one) => one.use === 'conclusion').at(-1);
  const periodFrom = conclusion?.documentDay ?? found.inspection.changedAt.toISODate()!;
  const periodTo = DateTime.fromISO(periodFrom, { zone: ZONE }).plus({ days: 1 }).toISODate()!;
  return { periodFrom, periodTo };
}
