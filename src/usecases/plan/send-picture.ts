import type { Button } from '../../domain/message.ts';
import { act } from '../actions/index.ts';
import type { PlanPicture } from '../actions/plan.ts';
import { button, isRefused, type Refused } from '../said.ts';
import { sendFile } from '../send-file.ts';
import type { Actor, Work } from '../work.ts';
import { planFor } from './load-plan.ts';

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
  const next = button('button-plan-next-page', act('planpic', { id: planId, picture, page: page + 1 }));
  return [
    ...(page + 1 < pages ? [next] : []),
    button(`button-plan-picture-${other}`, act('planpic', { id: planId, picture: other, page: 0 })),
  ];
}
