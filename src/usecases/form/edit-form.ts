import { isSensitiveKind } from '../../domain/kinds.ts';
import { openDraft } from '../inspection/edit-draft.ts';
import { ownTeam } from '../inspection/set-team.ts';
import { isRefused, type Refused, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { within } from './change-within.ts';
import { type FormData, type FormKind, next, type Step, wrong } from './form.ts';
import { dataOf, firstOpen, type ProposeData } from './propose-data.ts';
import { proposeForm } from './propose-form.ts';
import { secretStep } from './secret-step.ts';

/** The parts of a draft, in the order of the proposal form. */
const PARTS = ['kind', 'target', 'subject', 'lead', 'mode', 'window', 'team'] as const;

const { steps } = proposeForm;

/** The question that is still open, with that of secrecy before the only free text (C1). */
function onward(raw: FormData): string {
  const open = firstOpen(dataOf(raw));
  return open === 'subject' ? 'secret' : open;
}

const reused = (name: string): Step => within(name, steps[name]!, onward, () => 'what');

const whatStep: Step = {
  ask: async (_work, _actor, raw) => ({
    lines: [text('edit-what')],
    choices: [
      ...PARTS.filter((part) => part !== 'subject' || !isBare(dataOf(raw))).map((part) => ({
        label: text(`edit-${part}`),
        value: part,
      })),
      { label: text('button-done'), value: 'done', style: 'primary' as const },
    ],
  }),
  choose: async (_work, _actor, raw, value) => {
    if (value === 'done') return next(raw, onward(raw));
    const part = PARTS.find((one) => one === value);
    if (!part || (part === 'subject' && isBare(dataOf(raw)))) return wrong(text('form-choose'));
    return next(raw, part === 'subject' ? 'secret' : part);
  },
};

const isBare = (data: ProposeData): boolean => data.kind !== undefined && isSensitiveKind(data.kind);

/** A sensitive kind bears no text (C4): the subject goes with the choice. */
const kindStep: Step = {
  ...reused('kind'),
  choose: async (work, actor, raw, value) => {
    const taken = await steps.kind!.choose!(work, actor, raw, value);
    if (taken.kind !== 'next') return taken;
    const chosen = dataOf(taken.data);
    const data = isBare(chosen) ? { ...chosen, subject: undefined } : chosen;
    return next(data, onward(data));
  },
};

/** "Sửa dự thảo": the proposal form with everything filled in; the preview writes the next round and proposes again. */
export const editForm: FormKind = {
  name: 'edit',
  first: () => 'what',
  steps: {
    ...steps,
    what: whatStep,
    secret: secretStep(() => 'subject'),
    kind: kindStep,
    target: reused('target'),
    subject: reused('subject'),
    lead: reused('lead'),
    mode: reused('mode'),
    window: reused('window'),
    team: reused('team'),
    preview: { ...steps.preview!, back: () => 'what' },
  },
};

/** The form's data from the round that stands. Refused: not one's own draft, nor what came back. */
export async function draftData(
  work: Work,
  actor: Actor,
  inspectionId: number,
): Promise<ProposeData | Refused> {
  const editable = await openDraft(work, actor, inspectionId);
  if (isRefused(editable)) return editable;
  const { version, inspection } = editable.found;
  return {
    inspectionId,
    pairId: inspection.pairId,
    kind: version.kind,
    targetId: version.targetId,
    subject: version.subject ?? (isSensitiveKind(version.kind) ? undefined : ''),
    leadSide: version.leadSide,
    mode: version.mode,
    body: version.subjectBody,
    windowFrom: version.windowFrom,
    windowTo: version.windowTo,
    team: await ownTeam(work, inspectionId, inspection.side),
  };
}
