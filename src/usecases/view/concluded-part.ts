import { and, count, eq, lt, ne, sql } from 'drizzle-orm';
import { recommendation } from '../../../db/schema/index.ts';
import { isSensitiveKind } from '../../domain/kinds.ts';
import type { Button, Text } from '../../domain/message.ts';
import type { Act } from '../../domain/permission.ts';
import { mayDo } from '../../domain/permission.ts';
import { act } from '../actions/index.ts';
import type { Case } from '../inspection/load-case.ts';
import { disciplineOf, liveOutcome, type OutcomeRow } from '../outcome/outcome-row.ts';
import { button, text } from '../said.ts';
import type { Member, Work } from '../work.ts';
import { disciplineLines } from './outcome-lines.ts';

/** What a concluded inspection led to: its counts, and how many recommendations are open and overdue. */
export type Concluded = {
  outcome: OutcomeRow | undefined;
  recommendations: { all: number; open: number; late: number };
};

/** Undefined while it is not concluded. */
export async function loadConcluded(work: Work, found: Case): Promise<Concluded | undefined> {
  if (found.inspection.state !== 'concluded') return undefined;
  const { id } = found.inspection;
  const isOpen = eq(recommendation.state, 'open');
  const isLate = and(isOpen, lt(recommendation.dueDay, work.now.toISODate()!));
  const [counted] = await work.tx
    .select({
      all: count(),
      open: count(sql`case when ${isOpen} then 1 end`),
      late: count(sql`case when ${isLate} then 1 end`),
    })
    .from(recommendation)
    .where(and(eq(recommendation.inspectionId, id), ne(recommendation.state, 'withdrawn')));
  return { outcome: await liveOutcome(work, id), recommendations: counted! };
}

/** The lines of the card: counts for đầu mối and leaders of both sides, recommendations for everyone who sees it. */
export function concludedLines(concluded: Concluded | undefined, member: Member): Text[] {
  if (!concluded) return [];
  const { outcome, recommendations } = concluded;
  return [
    ...(outcome && mayDo(member, 'outcome.view') ? disciplineLines(disciplineOf(outcome)) : []),
    ...(recommendations.all > 0 ? [text('card-recommendations', recommendations)] : []),
  ];
}

/** The buttons of the card: to record and to read, by role; sensitive kinds have no counts (C4). */
export function concludedButtons(found: Case, concluded: Concluded | undefined, member: Member): Button[] {
  if (!concluded) return [];
  const { id } = found.inspection;
  const may = (act: Act) => mayDo(member, act, { lead: found.version.leadSide });
  const isBare = isSensitiveKind(found.version.kind);
  const { outcome, recommendations } = concluded;
  return [
    !isBare &&
      may('outcome.record') &&
      button(outcome ? 'button-result-correct' : 'button-result', act('outcome.record', { id })),
    outcome !== undefined &&
      may('outcome.view') &&
      button('button-result-show', act('outcome.show', { id, page: 0 })),
    may('recommendation.add') && button('button-rec-add', act('rec.add', { id })),
    recommendations.all > 0 && button('button-rec-list', act('rec.of', { id, page: 0 })),
  ].filter((one) => one !== false);
}
