import type { DateTime } from 'luxon';
import type { Text } from '../../domain/message.ts';
import { mayDo } from '../../domain/permission.ts';
import { otherSide, type Side } from '../../domain/side.ts';
import { act } from '../actions/index.ts';
import type { Claimed } from '../outbox/claim.ts';
import type { RefOf } from '../outbox/kinds.ts';
import { openFindings } from '../plan/agree-plan.ts';
import { awaitsLeader, hasExchanged, loadPlan, type Planned } from '../plan/load-plan.ts';
import { button, message, text } from '../said.ts';
import type { Work } from '../work.ts';
import type { Composed } from './index.ts';
import { type Loaded, sideOfReader } from './load-spoken-of.ts';

/**
 * The messages of a year's plan (R15): a leader is asked whether the side's part may cross, and what was said; the other side has
 * given its part, and both have. A year, the other side, a count and a button (C7); what was recalled, or is overtaken by the next, is not said.
 */
export async function composePlan(loaded: Loaded, row: Claimed<'plan'>, work: Work): Promise<Composed> {
  const planned = await loadPlan(work, row.ref.planId);
  const reader = planned && sideOfReader(loaded, row.personId, planned.plan.pairId);
  if (!planned || !reader) return { skip: 'gone' };
  const isAsked = row.ref.note === 'approve';
  if (!mayDo(reader, isAsked ? 'plan.approve' : 'plan.exchange')) return { skip: 'gone' };
  const { note } = row.ref;
  const said = isOfOwn(note)
    ? ofOwnPart(planned, reader.side, note, work.now)
    : await ofOtherPart(work, planned, reader.side, note);
  if ('skip' in said) return said;
  return {
    message: message([said], [button('button-plan-open', act('plan.show', { id: planned.plan.id }))]),
    asksNothing: said.args?.count === 0,
  };
}

type Note = RefOf<'plan'>['note'];
type OwnNote = 'approve' | 'approved' | 'returned';
const isOfOwn = (note: Note): note is OwnNote => ['approve', 'approved', 'returned'].includes(note);

function ofOwnPart(
  { plan, sides, committees }: Planned,
  side: Side,
  note: OwnNote,
  now: DateTime,
): Text | { skip: string } {
  const own = sides[side];
  const args = { year: String(plan.year), other: committees[otherSide(side)].shortName };
  if (note === 'approve')
    return awaitsLeader(own)
      ? text('plan-told-approve', { ...args, due: { day: plan.exchangeDue } })
      : { skip: 'decided' };
  if (note === 'approved')
    return own.exchangedAt !== null && !hasExchanged(own, now)
      ? text('plan-told-approved', args)
      : { skip: 'recalled or crossed' };
  const { returnedReason: reason } = own;
  if (reason === null) return { skip: 'overtaken' };
  return text('plan-told-returned', { ...args, reason: { lower: text(`reason-${reason}`) } });
}

async function ofOtherPart(
  work: Work,
  { plan, sides, committees }: Planned,
  side: Side,
  note: Exclude<Note, OwnNote>,
): Promise<Text | { skip: string }> {
  const other = otherSide(side);
  const args = { year: String(plan.year), other: committees[other].shortName };
  if (note === 'compared')
    return plan.state === 'comparing'
      ? text('plan-told-compared', { ...args, count: await openFindings(work, plan.id) })
      : { skip: 'overtaken' };
  if (!hasExchanged(sides[other], work.now)) return { skip: 'recalled' };
  if (hasExchanged(sides[side], work.now)) return { skip: 'both have exchanged' };
  return text('plan-told-exchanged', { ...args, due: { day: plan.exchangeDue } });
}
