import { coveredStep } from './covered-step.ts';
import { defineForm } from './define-form.ts';
import type { Step } from './form.ts';
import {
  bearsText,
  bodyStep,
  kindStep,
  leadStep,
  modeStep,
  subjectStep,
  windowStep,
} from './inspection-steps.ts';
import { inspectedStep, membersStep } from './members-step.ts';
import { type ProposeData, proposeData } from './propose-data.ts';
import { overlapReasonStep, overlapStep } from './propose-overlap.ts';
import { previewStep } from './propose-preview.ts';
import { rolesStep } from './roles-step.ts';
import { secretStep } from './secret-step.ts';
import { sessionStepsWhen } from './session-steps.ts';
import { teamStep } from './team-step.ts';

/** Another kind, target or window clashes with others: why one was kept beside them is asked again (R2). */
const resets = ['overlapReason'] as const;

/** What a proposal is asked, but for the question of secrecy. */
export const proposeSteps: readonly Step<ProposeData>[] = [
  { ...kindStep, resets: [...resets, 'body'] },
  { ...inspectedStep, resets },
  { ...membersStep, isAside: true },
  subjectStep,
  { ...coveredStep, isAside: true, when: bearsText },
  bodyStep,
  leadStep,
  modeStep,
  { ...windowStep, resets },
  ...sessionStepsWhen(bearsText),
  { ...teamStep, resets },
  rolesStep,
  previewStep,
  overlapStep,
  overlapReasonStep,
];

/** /dexuat: step by step, or continued from a one-line command; ends in a preview and one button. */
export const proposeForm = defineForm({
  name: 'propose',
  title: 'form-title-propose',
  schema: proposeData,
  steps: [secretStep, ...proposeSteps],
});
