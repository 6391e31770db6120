import { SUBJECT_BODIES } from '../../domain/inspection.ts';
import { isSensitiveKind } from '../../domain/kinds.ts';
import { loadCase } from '../inspection/load-case.ts';
import { text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { asksText, changeOf, FORM_FIELDS, type FormField, openQuestion } from './change-data.ts';
import { changePreview } from './change-preview.ts';
import { reasonSteps } from './change-reason.ts';
import { within } from './change-within.ts';
import { type FormData, type FormKind, next, type Step, wrong } from './form.ts';
import { proposeForm } from './propose-form.ts';
import { secretStep } from './secret-step.ts';
import { sessionSteps } from './session-steps.ts';

const onward = (raw: FormData): string => openQuestion(changeOf(raw));
const reused = (name: string): Step => within(name, proposeForm.steps[name]!, onward, () => 'what');

/** Which parts are to be changed: one or several; each tap adds or removes one. */
const whatStep: Step = {
  ask: async (work, _actor, raw) => {
    const data = changeOf(raw);
    const chosen = data.fields ?? [];
    const offered = await offeredFields(work, data.inspectionId);
    return {
      lines: [text('change-what', { count: chosen.length })],
      choices: [
        ...offered.map((field) => ({
          label: text(chosen.includes(field) ? 'change-field-in' : 'change-field-out', {
            field: text(`change-field-${field}`),
          }),
          value: field,
        })),
        { label: text('button-done'), value: 'done', style: 'primary' },
      ],
    };
  },
  choose: async (work, _actor, raw, value) => {
    const data = changeOf(raw);
    const chosen = data.fields ?? [];
    if (value === 'done') {
      if (chosen.length === 0) return wrong(text('change-what-none'));
      return next(data, asksText(data) ? 'secret' : openQuestion(data));
    }
    const field = (await offeredFields(work, data.inspectionId)).find((one) => one === value);
    if (!field) return wrong(text('form-choose'));
    const { inspectionId, pairId, baseVersionId } = data;
    // What was answered before belongs to another choice of fields: asked anew.
    const fields = chosen.includes(field) ? chosen.filter((one) => one !== field) : [...chosen, field];
    return next({ inspectionId, pairId, baseVersionId, fields }, 'what');
  },
};

/** Sensitive kinds bear no text (C4): neither content nor places. */
async function offeredFields(work: Work, inspectionId: number): Promise<FormField[]> {
  const found = await loadCase(work, inspectionId);
  const isBare = found !== undefined && isSensitiveKind(found.version.kind);
  return FORM_FIELDS.filter((field) => !isBare || (field !== 'sessions' && field !== 'subject'));
}

const bodyStep: Step = {
  ask: async () => ({
    lines: [text('change-body')],
    choices: SUBJECT_BODIES.map((body) => ({ label: text(`body-${body}`), value: body })),
  }),
  choose: async (_work: Work, _actor: Actor, raw, value) => {
    const body = SUBJECT_BODIES.find((one) => one === value);
    if (!body) return wrong(text('form-choose'));
    const data = { ...changeOf(raw), body };
    return next(data, openQuestion(data));
  },
  back: () => 'what',
};

/** "Điều chỉnh": what, the new values, why, old → new, and to the other side. */
export const changeForm: FormKind = {
  name: 'change',
  first: () => 'what',
  steps: {
    what: whatStep,
    secret: secretStep(onward),
    window: reused('window'),
    target: reused('target'),
    kind: reused('kind'),
    subject: reused('subject'),
    lead: reused('lead'),
    mode: reused('mode'),
    body: bodyStep,
    ...sessionSteps,
    ...reasonSteps({ after: onward, back: 'what' }),
    preview: changePreview,
  },
};
