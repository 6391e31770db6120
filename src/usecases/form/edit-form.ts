import { bodyFor, isSensitiveKind } from '../../domain/kinds.ts';
import { rolesOf } from '../../domain/team.ts';
import { openDraft } from '../inspection/edit-draft.ts';
import { loadSessions } from '../inspection/load-case.ts';
import { teamOf } from '../inspection/write-team.ts';
import { isRefused, type Refused, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { defineForm } from './define-form.ts';
import { filled, goes, type Step, wrong } from './form.ts';
import { bearsText, isThere } from './inspection-steps.ts';
import { type ProposeData, proposeData } from './propose-data.ts';
import { proposeSteps } from './propose-form.ts';
import { secretStep } from './secret-step.ts';
import { typed } from './session-data.ts';

/** The parts of a draft, in the order of the proposal form. */
const PARTS = [
  'kind',
  'target',
  'members',
  'subject',
  'covered',
  'body',
  'lead',
  'mode',
  'window',
  'sessions',
  'team',
] as const;

const partsOf = (data: ProposeData) => PARTS.filter((part) => isThere(part, data, bearsText(data)));

const whatStep: Step<ProposeData> = {
  name: 'what',
  fills: [],
  isAside: true,
  isHub: true,
  ask: async (_work, _actor, data) => ({
    lines: [text('edit-what')],
    choices: [
      ...partsOf(data).map((part) => ({ label: text(`edit-${part}`), value: part })),
      { label: text('button-done'), value: 'done', style: 'primary' as const },
    ],
  }),
  choose: async (_work, _actor, data, value) => {
    if (value === 'done') return filled({});
    const part = partsOf(data).find((one) => one === value);
    return part ? goes(part, {}) : wrong(text('form-choose'));
  },
};

/** Before the subject (C1); a place, which is gone to by name, asks for it by itself. */
const secretOfEdit: Step<ProposeData> = {
  ...secretStep,
  when: (data) => bearsText(data) && data.subject === undefined,
};

const SUBJECT_AT = proposeSteps.findIndex(({ name }) => name === 'subject');

/** "Sửa dự thảo": the proposal form with everything filled in; the preview writes the next round and proposes again. */
export const editForm = defineForm({
  name: 'edit',
  title: 'form-title-edit',
  schema: proposeData,
  steps: [whatStep, ...proposeSteps.slice(0, SUBJECT_AT), secretOfEdit, ...proposeSteps.slice(SUBJECT_AT)],
});

/** The form's data from the round that stands. Refused: not one's own draft, nor what came back. */
export async function draftData(
  work: Work,
  actor: Actor,
  inspectionId: number,
): Promise<ProposeData | Refused> {
  const editable = await openDraft(work, actor, inspectionId);
  if (isRefused(editable)) return editable;
  const { version, inspection } = editable.found;
  const team = await teamOf(work, inspectionId, inspection.side);
  return {
    inspectionId,
    pairId: inspection.pairId,
    kind: version.kind,
    targetId: version.targetId,
    subject: version.subject ?? (isSensitiveKind(version.kind) ? undefined : ''),
    leadSide: version.leadSide,
    mode: version.mode,
    body: bodyFor(version.kind, version.subjectBody),
    windowFrom: version.windowFrom,
    windowTo: version.windowTo,
    memberCount: version.memberCount,
    isOfMembers: version.isOfMembers,
    coveredFrom: version.coveredFrom,
    coveredTo: version.coveredTo,
    sessions: (await loadSessions(work, version.id)).map(typed),
    sessionsDone: true,
    team: team.map(({ personId }) => personId),
    roles: rolesOf(team),
  };
}
