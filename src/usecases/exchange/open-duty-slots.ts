import { and, asc, eq, gt, gte, isNotNull, isNull, or } from 'drizzle-orm';
import { duty, dutySlot, pair } from '../../../db/schema/index.ts';
import { type PlannedSlot, slotsAt } from '../../domain/duty.ts';
import { calendarOf } from '../../domain/escalation.ts';
import type { DutyPeriod } from '../../domain/exchange.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Side } from '../../domain/side.ts';
import { audit } from '../audit.ts';
import type { Work } from '../work.ts';
import { sidesOf, writeSlotSteps } from './align-slots.ts';

type Duty = typeof duty.$inferSelect;
type Periodic = Duty & { period: DutyPeriod; dueWorkingDays: number };

const isPeriodic = (of: Duty): of is Periodic => of.period !== null && of.dueWorkingDays !== null;

/**
 * Opens the slots of periodic duties whose time has come, once each (the unique key is the claim), with their reminders. What
 * fell due while nothing ran is opened late, and its overdue steps are decided by the sweep.
 */
export async function openDutySlots(work: Work): Promise<number> {
  const today = work.now.toISODate()!;
  const duties = await work.tx
    .select({ duty, policy: pair.policy })
    .from(duty)
    .innerJoin(pair, eq(pair.id, duty.pairId))
    .where(and(isNotNull(duty.period), or(isNull(duty.toDay), gt(duty.toDay, today))))
    // Two sweeps that open the same slots wait for each other in one order.
    .orderBy(asc(duty.id));
  if (duties.length === 0) return 0;
  const known = await openedSlots(work);
  let opened = 0;
  for (const { duty: of, policy } of duties)
    for (const slot of isPeriodic(of) ? slotsAt(calendarOf(work.calendar, policy), of, work.now) : [])
      for (const side of sidesOf(of)) {
        if (known.has(keyOf(of.id, side, slot.from))) continue;
        if (await openSlot(work, of, policy, side, slot)) opened += 1;
      }
  return opened;
}

async function openSlot(
  work: Work,
  of: Duty,
  policy: Policy,
  side: Side,
  { from, to, dueAt }: PlannedSlot,
): Promise<boolean> {
  const [row] = await work.tx
    .insert(dutySlot)
    .values({
      ...{ pairId: of.pairId, dutyId: of.id, side, periodFrom: from, periodTo: to, policy, dueAt },
      openedAt: work.now,
    })
    .onConflictDoNothing()
    .returning();
  if (!row) return false;
  await writeSlotSteps(work, row);
  await audit(work, {
    pairId: of.pairId,
    type: 'duty.opened',
    facts: { duty: of.id, slot: row.id, side, from, to, due: dueAt.toUTC().toISO() },
  });
  return true;
}

const keyOf = (dutyId: number, side: Side, periodFrom: string): string => `${dutyId} ${side} ${periodFrom}`;

/** Slots that exist, as far back as the longest period reaches. */
async function openedSlots(work: Work): Promise<Set<string>> {
  const since = work.now.minus({ years: 2 }).toISODate()!;
  const rows = await work.tx
    .select({ dutyId: dutySlot.dutyId, side: dutySlot.side, periodFrom: dutySlot.periodFrom })
    .from(dutySlot)
    .where(gte(dutySlot.periodFrom, since));
  return new Set(rows.map((row) => keyOf(row.dutyId, row.side, row.periodFrom)));
}
