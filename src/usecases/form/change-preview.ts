import { type Material, type Weight, weighChange } from '../../domain/change.ts';
import type { Text } from '../../domain/message.ts';
import { act } from '../actions/index.ts';
import { type Case, loadCase, loadTeam } from '../inspection/load-case.ts';
import { applyChange, proposeChange } from '../inspection/propose-change.ts';
import type { Crossing } from '../inspection/propose-change-ask.ts';
import { saySchedule } from '../inspection/say-schedule.ts';
import { ownTeam } from '../inspection/set-team.ts';
import { button, details, isRefused, text } from '../said.ts';
import { diffLines, materialOf, reasonLines } from '../view/change-lines.ts';
import { codeText, fitLines, otherName, sessionLine } from '../view/lines.ts';
import type { Actor, Member, Work } from '../work.ts';
import { memberIn } from '../work.ts';
import { type ChangeData, changesOf } from './change-data.ts';
import { done, type Step, wrong } from './form.ts';
import { clashesOf, overlapLines } from './propose-overlap.ts';
import { planned } from './session-data.ts';

/** Old → new and the reason, or the schedule that is only said, before anything is stored; one button to send it. */
export const changePreview: Step<ChangeData> = {
  name: 'preview',
  fills: [],
  ask: async (work, actor, data) => {
    const shown = await load(work, actor, data);
    if (!shown || shown.weight.kind === 'nothing')
      return { protect: true, lines: [text('refused-nothing-changed')], choices: [] };
    return shown.weight.kind === 'said'
      ? {
          protect: true,
          lines: saidLines(shown),
          choices: [{ label: text('button-say-schedule'), value: 'say', style: 'success' }],
        }
      : {
          protect: true,
          lines: await changePreviewLines(work, actor, data, shown, shown.weight.reason),
          choices: [{ label: text('button-propose-change'), value: 'send', style: 'success' }],
        };
  },
  choose: async (work, actor, data, value) => {
    if (value === 'say') return say(work, actor, data);
    return value === 'send' ? send(work, actor, data) : wrong(text('form-choose'));
  },
};

type Shown = { found: Case; member: Member; before: Material; after: Material; weight: Weight };

async function load(work: Work, actor: Actor, data: ChangeData): Promise<Shown | undefined> {
  const found = await loadCase(work, data.inspectionId);
  const member = memberIn(actor, data.pairId);
  if (!found || !member) return undefined;
  const before = await materialOf(work, found.version);
  const after = applyChange(before, changesOf(data));
  const isLead = member.side === found.version.leadSide;
  return { found, member, before, after, weight: weighChange(before, after, { isLead }) };
}

/** What both sides are told, and that nobody is asked. */
const saidLines = ({ found, after }: Shown): Text[] =>
  fitLines([
    text('schedule-preview', { code: codeText(found) }),
    ...after.sessions.map(sessionLine),
    text('schedule-only-said'),
  ]);

async function changePreviewLines(
  work: Work,
  actor: Actor,
  data: ChangeData,
  { found, member, before, after }: Shown,
  why: Extract<Weight, { kind: 'change' }>['reason'],
): Promise<Text[]> {
  const { inspectionId } = data;
  const team = await ownTeam(work, inspectionId, member.side);
  const other = otherName(found, member.side);
  return fitLines([
    text('change-preview', { code: codeText(found), n: found.version.n + 1 }),
    ...(await diffLines(work, found, before, after, true)),
    ...reasonLines({ reason: data.reason ?? null, reasonText: data.reasonText ?? null }),
    ...(before.leadSide === after.leadSide ? [] : await headLines(work, inspectionId)),
    // Pointed at only: people settle them (R2), and here the other side looks as well.
    ...overlapLines(await clashesOf(work, actor, member, { ...after, inspectionId, team })),
    ...(why === 'other_part' ? [] : [text(`schedule-why-${why}`)]),
    text('change-until-confirmed', { other }),
  ]);
}

/** By another lead the team has no head until that side names one. */
async function headLines(work: Work, inspectionId: number): Promise<Text[]> {
  const team = await loadTeam(work, inspectionId);
  return team.some(({ role }) => role === 'head') ? [text('change-head-released')] : [];
}

async function say(work: Work, actor: Actor, { inspectionId, ...data }: ChangeData) {
  const said = await saySchedule(work, actor, inspectionId, {
    baseVersionId: data.baseVersionId,
    baseSchedule: data.baseSchedule,
    sessions: (data.sessions ?? []).map(planned),
  });
  if (isRefused(said)) return wrong(said.refused);
  return done(
    details(
      [text('schedule-said', { code: codeText(said.found) })],
      [button('button-card', act('card', { id: inspectionId }))],
    ),
  );
}

async function send(work: Work, actor: Actor, data: ChangeData) {
  const crossing = await proposeChange(work, actor, data.inspectionId, {
    baseVersionId: data.baseVersionId,
    baseSchedule: data.baseSchedule,
    changes: changesOf(data),
    reason: data.reason!,
    reasonText: data.reasonText || undefined,
  });
  return isRefused(crossing) ? wrong(crossing.refused) : done(crossingMessage(actor, crossing));
}

/** What a đầu mối reads after proposing: what happens next, and the way back. */
export function crossingMessage(actor: Actor, crossing: Exclude<Crossing, { refused: unknown }>) {
  const { found, requestId } = crossing;
  const { id, pairId } = found.inspection;
  const side = memberIn(actor, pairId)!.side;
  return details(
    [
      text(`crossing-${crossing.asks}`, {
        code: codeText(found),
        other: otherName(found, side),
        seconds: crossing.seconds,
      }),
    ],
    [
      button('button-recall', act('takeback', { requestId }), 'danger'),
      button('button-send-now', act('crossnow', { requestId })),
      button('button-card', act('card', { id })),
    ],
  );
}
