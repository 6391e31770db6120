import { otherSide } from '../../domain/side.ts';
import { findActorByPerson } from '../find-actor.ts';
import type { Claimed } from '../outbox/claim.ts';
import { countFindings } from '../plan/count-findings.ts';
import { findingsButton } from '../plan/finding-message.ts';
import { loadPlan } from '../plan/load-plan.ts';
import { message, text } from '../said.ts';
import { memberIn, type Work } from '../work.ts';
import type { Composed } from './index.ts';
import type { Loaded } from './load-spoken-of.ts';

/** What is put forward and answered about a plan's findings, for a đầu mối: counts and a button (C7), as they are now. */
export async function composePlanFinding(
  _: Loaded,
  row: Claimed<'plan-finding'>,
  work: Work,
): Promise<Composed> {
  const actor = row.personId === null ? undefined : await findActorByPerson(work, row.personId);
  const planned = actor && (await loadPlan(work, row.ref.planId));
  const member = planned && memberIn(actor, planned.plan.pairId);
  if (!actor || !planned || !member || planned.plan.pairId !== row.pairId) return { skip: 'gone' };
  if (planned.plan.state !== 'comparing') return { skip: 'not compared any more' };
  const { open, asked } = await countFindings(work, actor, planned);
  if (row.ref.note === 'asked' && asked === 0) return { skip: 'nothing waits' };
  const year = String(planned.plan.year);
  const key = asked > 0 ? 'planfind-told-asked' : open > 0 ? 'planfind-told-open' : 'planfind-told-done';
  const other = planned.committees[otherSide(member.side)].shortName;
  return { message: message([text(key, { year, other, asked, open })], [findingsButton(planned)]) };
}
