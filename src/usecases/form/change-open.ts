import { isLive, isOpen } from '../../domain/inspection.ts';
import { isSensitiveKind } from '../../domain/kinds.ts';
import type { Button, Message } from '../../domain/message.ts';
import { type Act, isLeader } from '../../domain/permission.ts';
import type { Role } from '../../domain/side.ts';
import { rolesOf } from '../../domain/team.ts';
import { act } from '../actions/index.ts';
import { authorise, caseFor } from '../inspection/access.ts';
import { type Case, loadSessions } from '../inspection/load-case.ts';
import { isPendingKind, type PendingKind, pendingOf } from '../inspection/propose-change-ask.ts';
import { mayStop, type StopKind } from '../inspection/propose-stop.ts';
import { scheduleMark } from '../inspection/say-schedule.ts';
import { teamOf } from '../inspection/write-team.ts';
import { button, isRefused, type Refused, refuse } from '../said.ts';
import { fitLines, otherName } from '../view/lines.ts';
import { loadAsked } from '../view/load-asked.ts';
import { readCard } from '../view/read-card.ts';
import { wordLines } from '../view/read-pending.ts';
import type { Actor, Member, Work } from '../work.ts';
import type { ChangeData } from './change-data.ts';
import { changeForm } from './change-form.ts';
import { refuseForm } from './change-refuse-form.ts';
import { concludeForm } from './conclude-form.ts';
import { draftData, editForm } from './edit-form.ts';
import { openForm } from './open-form.ts';
import { typed } from './session-data.ts';
import { stopForm } from './stop-form.ts';
import { teamForm } from './team-form.ts';

type Opened = Message | Refused;

/** Opens the form of a change, unless something waits for confirmation already; the use case checks all of it again. */
export const openChange = (work: Work, actor: Actor, inspectionId: number): Promise<Opened> =>
  openChangeOf(work, actor, inspectionId, 'change.propose');

/** The same form at the schedule alone, for the lead's đầu mối. */
export const openSchedule = (work: Work, actor: Actor, inspectionId: number): Promise<Opened> =>
  openChangeOf(work, actor, inspectionId, 'schedule.say');

async function openChangeOf(
  work: Work,
  actor: Actor,
  inspectionId: number,
  wants: 'change.propose' | 'schedule.say',
): Promise<Opened> {
  const allowed = await mayOpen(work, actor, inspectionId, wants, (found) => isLive(found.inspection.state));
  if (isRefused(allowed)) return allowed;
  const { found, member } = allowed;
  const { version } = found;
  if (await pendingOf(work, inspectionId)) return refuse('refused-pending-already');
  const { pairId } = member;
  const isBare = isSensitiveKind(version.kind);
  if (isBare && wants === 'schedule.say') return refuse('refused-sensitive-session');
  const data: ChangeData = {
    ...{ inspectionId, pairId, isBare },
    baseVersionId: version.id,
    ...{ baseKind: version.kind, baseBody: version.subjectBody },
    baseSchedule: await scheduleMark(work, version.id),
    stood: (await loadSessions(work, version.id)).map(typed),
    isLead: member.side === version.leadSide,
    fields: wants === 'schedule.say' ? ['sessions'] : [],
  };
  return openForm(work, actor, changeForm, data, { pairId });
}

/** Opens the form of a stop, or of "chưa tiến hành". */
export async function openStop(
  work: Work,
  actor: Actor,
  inspectionId: number,
  asks: StopKind,
): Promise<Opened> {
  const act = asks === 'stop' ? 'stop.propose' : 'not_held.propose';
  const allowed = await mayOpen(work, actor, inspectionId, act, (found) =>
    mayStop(asks, found.inspection.state),
  );
  if (isRefused(allowed)) return allowed;
  if (await pendingOf(work, inspectionId)) return refuse('refused-pending-already');
  const isBare = isSensitiveKind(allowed.found.version.kind);
  const { pairId } = allowed.member;
  return openForm(work, actor, stopForm, { inspectionId, asks, isBare }, { pairId });
}

/** Opens the form of the team with one's own people as they are. */
export async function openTeam(work: Work, actor: Actor, inspectionId: number): Promise<Opened> {
  const allowed = await mayOpen(work, actor, inspectionId, 'team.set', (found) =>
    isOpen(found.inspection.state),
  );
  if (isRefused(allowed)) return allowed;
  const { pairId, side } = allowed.member;
  const held = await teamOf(work, inspectionId, side);
  const team = held.map(({ personId }) => personId);
  const data = { inspectionId, pairId, team, roles: rolesOf(held) };
  return openForm(work, actor, teamForm, data, { pairId, step: 'team' });
}

/** Opens the form of the conclusion. */
export async function openConclude(work: Work, actor: Actor, inspectionId: number): Promise<Opened> {
  const allowed = await mayOpen(
    work,
    actor,
    inspectionId,
    'inspection.conclude',
    (found) => found.inspection.state === 'under_way',
  );
  if (isRefused(allowed)) return allowed;
  return openForm(work, actor, concludeForm, { inspectionId }, { pairId: allowed.member.pairId });
}

/** Opens the proposal form with everything filled in. */
export async function openEdit(work: Work, actor: Actor, inspectionId: number): Promise<Opened> {
  const data = await draftData(work, actor, inspectionId);
  if (isRefused(data)) return data;
  return openForm(work, actor, editForm, data, { pairId: data.pairId, step: 'what' });
}

/** What the other side proposed instead, with the ways to say yes to it of this reader. */
export async function openAccept(work: Work, actor: Actor, inspectionId: number): Promise<Opened> {
  const allowed = await mayOpen(
    work,
    actor,
    inspectionId,
    'inspection.approve',
    (found) => found.inspection.state === 'countered',
  );
  if (isRefused(allowed)) return allowed;
  if (allowed.found.version.madeSide === allowed.member.side)
    return refuse('refused-own-version', {
      other: otherName(allowed.found, allowed.member.side),
    });
  const card = await readCard(work, actor, inspectionId);
  if (isRefused(card)) return card;
  const { role } = allowed.member;
  const lines = fitLines([...card.lines, ...wordLines(role)]);
  return { ...card, lines, buttons: acceptButtons(inspectionId, role) };
}

const acceptButtons = (id: number, role: Role): Button[] =>
  isLeader(role)
    ? [button('button-accept-counter', act('accept', { id, via: 'tap' }), 'success')]
    : [
        button('button-accept-in-person', act('accept', { id, via: 'in_person' })),
        button('button-accept-phone', act('accept', { id, via: 'phone' })),
        button('button-accept-note', act('accept', { id, via: 'note' })),
      ];

const CONFIRMS = {
  change: 'change.confirm',
  stop: 'stop.confirm',
  not_held: 'not_held.confirm',
} as const satisfies Record<PendingKind, Act>;

/** Opens the form of "chưa đồng ý": why, and how the word came where the đầu mối records it. */
export async function openRefusal(work: Work, actor: Actor, requestId: number): Promise<Opened> {
  const asked = await loadAsked(work, requestId);
  if (!asked || !isPendingKind(asked.request.kind)) return refuse('refused-not-found');
  const { found, request } = asked;
  const act = CONFIRMS[asked.request.kind];
  const allowed = authorise(found, actor, act, work.now.toMillis(), request.side ?? undefined);
  if (isRefused(allowed)) return allowed;
  if (request.state === 'waiting' && request.askedAt > work.now) return refuse('refused-not-found');
  if (request.state !== 'open' && request.state !== 'waiting') return refuse('refused-answered-already');
  const data = {
    inspectionId: found.inspection.id,
    requestId,
    isRecording: !isLeader(allowed.member.role),
    isBare: isSensitiveKind(found.version.kind),
  };
  return openForm(work, actor, refuseForm, data, { pairId: request.pairId });
}

async function mayOpen(
  work: Work,
  actor: Actor,
  inspectionId: number,
  act: Act,
  fits: (found: Case) => boolean,
): Promise<{ found: Case; member: Member } | Refused> {
  const allowed = await caseFor(work, actor, inspectionId, act);
  if (isRefused(allowed)) return allowed;
  return fits(allowed.found) ? allowed : refuse('refused-state');
}
