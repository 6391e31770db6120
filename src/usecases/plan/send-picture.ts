import type { Button } from '../../domain/message.ts';
import { button, isRefused, type Refused } from '../said.ts';
import { sendFile } from '../send-file.ts';
import type { Actor, Work } from '../work.ts';
import { planFor } from './load-plan.ts';

/** The pictures of a plan: the year as a timeline, and the coverage by target. */
export const PLAN_PICTURES = ['year', 'cover'] as const;
export type PlanPicture = (typeof PLAN_PICTURES)[number];

/** A page of a picture, from 0, for whoever may see the plan; what it shows is looked up when it goes out. */
export async function sendPlanPicture(
  work: Work,
  actor: Actor,
  planId: number,
  picture: PlanPicture,
  page: number,
): Promise<{ kind: 'coming' } | Refused> {
  const allowed = await planFor(work, actor, planId, 'plan.view');
  if (isRefused(allowed)) return allowed;
  await sendFile(work, actor, allowed.member.pairId, { make: `plan-${picture}`, planId, page });
  return { kind: 'coming' };
}

/** Under a page: the next one, and the other picture. */
export function pictureButtons(planId: number, picture: PlanPicture, page: number, pages: number): Button[] {
  const other = picture === 'year' ? 'cover' : 'year';
  const next = button('button-plan-next-page', `planpic.${planId}.${picture}.${page + 1}`);
  return [
    ...(page + 1 < pages ? [next] : []),
    button(`button-plan-picture-${other}`, `planpic.${planId}.${other}.0`),
  ];
}
