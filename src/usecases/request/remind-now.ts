import type { DateTime } from 'luxon';
import { dueStep } from '../../../db/schema/index.ts';
import { calendarOf } from '../../domain/escalation.ts';
import { isWorkingTime, nextWorkingInstant } from '../../domain/working-time.ts';
import { audit } from '../audit.ts';
import { namesOf } from '../form/people-list.ts';
import type { Case } from '../inspection/load-case.ts';
import { withoutSound } from '../outbox/hearing.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import { someNames } from '../view/some-names.ts';
import type { Actor, Work } from '../work.ts';
import { silentOf } from './act-on-step.ts';
import { isUrgentRequest } from './event-of-request.ts';
import type { Recipient, Request } from './load-request.ts';
import { type OwnNotice, ownNotice } from './own-notice.ts';
import { PUT_OFF, type Said, sendTogether } from './send-together.ts';
import { unreachedOf } from './unreached.ts';

/** Names of those whom nothing has reached yet: they are not reminded of what they could not read. */
type Unread = string[];

export type RemindedNow =
  | { kind: 'reminded'; found: Case; told: number; left: number; away: number; unread: Unread }
  | { kind: 'deferred'; found: Case; count: number; at: DateTime; unread: Unread }
  | Refused;

/**
 * "Nhắc": a đầu mối reminds the silent of their own side, other than themselves, once more. It is within the budget of sounds (R15): whoever would
 * not hear it is left alone, and whom nothing has reached yet, as by the steps; outside working time all is deferred to the next. Refused when
 * everybody has answered.
 */
export async function remindNow(work: Work, actor: Actor, requestId: number): Promise<RemindedNow> {
  const notice = await ownNotice(work, actor, requestId, 'notice.remind');
  if (isRefused(notice)) return notice;
  const { found, request } = notice;
  const all = silentOf(request, notice.own);
  if (all.length === 0 || request.state !== 'open') return refuse('remind-nobody');
  const others = all.filter((row) => row.personId !== actor.personId);
  if (others.length === 0) return refuse('remind-only-you');
  const { silent, unread } = await reachedOf(work, request, others);
  if (silent.length === 0) return refuse('remind-unread-all', { names: someNames(unread) });
  const isUrgent = await isUrgentRequest(work, found, request);
  const calendar = calendarOf(work.calendar, request.policy);
  if (isUrgent || isWorkingTime(calendar, work.now))
    return send(work, actor, notice, { silent, unread }, isUrgent);
  const at = nextWorkingInstant(calendar, work.now);
  await holdUntil(work, request, silent, at);
  await note(work, actor, found, request, { told: 0, held: silent.length });
  return { kind: 'deferred', found, count: silent.length, at, unread };
}

/** Those whom something has reached, and the names of the others. */
async function reachedOf(
  work: Work,
  request: Request,
  rows: Recipient[],
): Promise<{ silent: Recipient[]; unread: Unread }> {
  const unreached = await unreachedOf(work, [request.id]);
  const unread = rows.filter((row) => unreached.has(row.id)).map((row) => row.personId);
  const names = await namesOf(work, unread);
  return {
    silent: rows.filter((row) => !unreached.has(row.id)),
    unread: unread.map((personId) => names.get(personId) ?? ''),
  };
}

async function send(
  work: Work,
  actor: Actor,
  { found, request }: OwnNotice,
  { silent, unread }: { silent: Recipient[]; unread: Unread },
  isUrgent: boolean,
): Promise<RemindedNow> {
  const said = silent.map(
    (row): Said => ({
      personId: row.personId,
      recipientId: row.id,
      request,
      kind: 'reminder',
      isUrgent,
    }),
  );
  const over = isUrgent
    ? new Set<number>()
    : await withoutSound(
        work,
        said.map((one) => one.personId),
      );
  const going = said.filter((one) => !over.has(one.personId));
  if (going.length === 0) return refuse('remind-limit');
  const told = await sendTogether(work, going);
  await note(work, actor, found, request, { told: told.size, held: 0 });
  return {
    kind: 'reminded',
    found,
    told: told.size,
    left: over.size,
    away: going.length - told.size,
    unread,
  };
}

const holdUntil = (work: Work, request: Request, silent: Recipient[], dueAt: DateTime) =>
  work.tx.insert(dueStep).values(
    silent.map((row) => ({
      pairId: request.pairId,
      requestId: request.id,
      recipientId: row.id,
      kind: 'again' as const,
      dueAt,
      reason: PUT_OFF,
    })),
  );

const note = (
  work: Work,
  actor: Actor,
  found: Case,
  request: Request,
  counts: { told: number; held: number },
) =>
  audit(work, {
    pairId: request.pairId,
    type: 'notice.reminded',
    by: actor.personId,
    inspectionId: found.inspection.id,
    facts: { request: request.id, ...counts },
  });
