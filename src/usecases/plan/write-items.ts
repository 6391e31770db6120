import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { insertMany } from '../../../db/insert-many.ts';
import { planItem, target } from '../../../db/schema/index.ts';
import { nfc } from '../../domain/fold.ts';
import type { Mode } from '../../domain/inspection.ts';
import { isSensitiveKind, type Kind } from '../../domain/kinds.ts';
import { yearWindow } from '../../domain/plan-policy.ts';
import type { Side } from '../../domain/side.ts';
import { audit } from '../audit.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import { shutTargets } from '../view/visible.ts';
import { type Actor, type Member, memberIn, type Work } from '../work.ts';
import { isDraft, type Planned, planFor } from './load-plan.ts';

/** A line to be written. Days 'YYYY-MM-DD', `windowTo` excluded; the subject of a sensitive kind is dropped (C4). */
export type NewItem = {
  targetId: number;
  kind: Kind;
  subject: string | null;
  leadSide: Side;
  mode: Mode;
  windowFrom: string;
  windowTo: string;
  source: 'typed' | 'file';
};

/**
 * Writes lines of the actor's own side while it still drafts (R4): all of them, or none with the first reason. A line that stands
 * already (same organisation, kind and window) is not doubled: `ids` are the new ones only, in the order given.
 */
export async function addItems(
  work: Work,
  actor: Actor,
  planId: number,
  lines: NewItem[],
): Promise<{ ids: number[] } | Refused> {
  const allowed = await ownDraft(work, actor, planId);
  if (isRefused(allowed)) return allowed;
  const { member, planned } = allowed;
  const wrong = await checkLines(work, actor, planned, lines);
  if (wrong) return wrong;
  const fresh = await leaveOutDoubles(work, planned, member, lines);
  const ids = await insertLines(work, actor, planned, member, fresh);
  if (ids.length > 0)
    await audit(work, {
      pairId: planned.plan.pairId,
      type: 'plan.lines-added',
      by: actor.personId,
      facts: { plan: planId, side: member.side, source: lines[0]!.source, lines: ids },
    });
  return { ids };
}

/** Takes a line of one's own side out of the draft; it stays in the table, ended. Of two taps one counts. */
export async function withdrawItem(
  work: Work,
  actor: Actor,
  itemId: number,
): Promise<{ planned: Planned } | Refused> {
  const item = await findItem(work, actor, itemId);
  if (!item) return refuse('refused-not-found');
  const allowed = await ownDraft(work, actor, item.planId);
  if (isRefused(allowed)) return allowed;
  const { member, planned } = allowed;
  const ended = await work.tx
    .update(planItem)
    .set({ ended: 'withdrawn', endedAt: work.now })
    .where(and(eq(planItem.id, itemId), eq(planItem.side, member.side), isNull(planItem.ended)))
    .returning({ id: planItem.id });
  if (ended.length === 0) return refuse('plan-line-gone');
  await audit(work, {
    pairId: member.pairId,
    type: 'plan.line-withdrawn',
    by: actor.personId,
    facts: { plan: item.planId, side: member.side, line: itemId },
  });
  return { planned };
}

/** A line of a side that the actor stands on, ended or not; others' lines answer as what does not exist. */
async function findItem(work: Work, actor: Actor, itemId: number): Promise<{ planId: number } | undefined> {
  const [item] = await work.tx
    .select({ planId: planItem.planId, pairId: planItem.pairId, side: planItem.side })
    .from(planItem)
    .where(and(eq(planItem.id, itemId), sql`${planItem.targetId} not in ${shutTargets(actor)}`));
  return item && memberIn(actor, item.pairId)?.side === item.side ? item : undefined;
}

/** The plan, locked, when the actor's side still drafts its part. */
export async function ownDraft(
  work: Work,
  actor: Actor,
  planId: number,
): Promise<{ member: Member; planned: Planned } | Refused> {
  const allowed = await planFor(work, actor, planId, 'plan.edit', { lock: true });
  if (isRefused(allowed)) return allowed;
  const { member, planned } = allowed;
  const isOpen = isDraft(planned, member.side);
  return isOpen ? allowed : refuse('plan-locked');
}

/** The first line that cannot stand: another year's window, or an organisation that is not of the pair or not live then (R9). */
export async function checkLines(
  work: Work,
  actor: Actor,
  { plan }: Planned,
  lines: Pick<NewItem, 'targetId' | 'windowFrom' | 'windowTo'>[],
): Promise<Refused | undefined> {
  const [from, to] = yearWindow(plan.year);
  const targets = await work.tx
    .select({
      id: target.id,
      name: target.name,
      fromDay: target.fromDay,
      toDay: target.toDay,
      isShut: sql<boolean>`${target.id} in ${shutTargets(actor)}`,
    })
    .from(target)
    .where(eq(target.pairId, plan.pairId));
  const byId = new Map(targets.map((one) => [one.id, one]));
  for (const { targetId, windowFrom, windowTo } of lines) {
    const one = byId.get(targetId);
    if (!one) return refuse('refused-not-found');
    if (one.isShut) return refuse('plan-line-shut', { target: one.name });
    if (windowFrom < from || windowTo > to || windowFrom >= windowTo)
      return refuse('plan-line-year', {
        year: String(plan.year),
        window: { window: [windowFrom, windowTo] },
      });
    if (one.toDay !== null && one.toDay < windowTo)
      return refuse('refused-target-ended', { target: one.name, day: { day: one.toDay } });
    if (one.fromDay !== null && one.fromDay > windowFrom)
      return refuse('plan-line-early', { target: one.name, day: { day: one.fromDay } });
  }
  return undefined;
}

type Key = Pick<NewItem, 'targetId' | 'kind' | 'windowFrom' | 'windowTo'>;
const keyOf = ({ targetId, kind, windowFrom, windowTo }: Key): string =>
  [targetId, kind, windowFrom, windowTo].join(' ');

async function leaveOutDoubles(
  work: Work,
  { plan }: Planned,
  { side }: Member,
  lines: NewItem[],
): Promise<NewItem[]> {
  const targetIds = [...new Set(lines.map((line) => line.targetId))];
  const standing = await work.tx
    .select({
      targetId: planItem.targetId,
      kind: planItem.kind,
      windowFrom: planItem.windowFrom,
      windowTo: planItem.windowTo,
    })
    .from(planItem)
    .where(
      and(
        eq(planItem.planId, plan.id),
        eq(planItem.side, side),
        isNull(planItem.ended),
        inArray(planItem.targetId, targetIds),
      ),
    );
  const seen = new Set(standing.map(keyOf));
  return lines.filter((line) => !seen.has(keyOf(line)) && seen.add(keyOf(line)));
}

function insertLines(
  work: Work,
  actor: Actor,
  { plan }: Planned,
  { side }: Member,
  lines: NewItem[],
): Promise<number[]> {
  const common = { pairId: plan.pairId, planId: plan.id, side, madeBy: actor.personId, madeAt: work.now };
  const rows = lines.map((line) => ({
    ...line,
    ...common,
    subject: isSensitiveKind(line.kind) || line.subject === null ? null : nfc(line.subject),
  }));
  return insertMany(work.tx, planItem, rows, { withIds: true });
}
