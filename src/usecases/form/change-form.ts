import { SUBJECT_BODIES } from '../../domain/inspection.ts';
import { text } from '../said.ts';
import {
  asksText,
  type ChangeData,
  changeData,
  changes,
  FORM_FIELDS,
  type FormField,
  isOnlySaid,
  mayBearText,
} from './change-data.ts';
import { changePreview } from './change-preview.ts';
import { defineForm } from './define-form.ts';
import { filled, type Step, stays, wrong } from './form.ts';
import { kindStep, leadStep, modeStep, subjectStep, windowStep } from './inspection-steps.ts';
import { targetStep } from './propose-target.ts';
import { reasonStep, secretOfWords, wantsWords, wordsStep } from './reason-steps.ts';
import { sessionStepsWhen } from './session-steps.ts';

/** Which parts are to be changed: one or several; each tap adds or removes one. */
const whatStep: Step<ChangeData> = {
  name: 'what',
  fills: ['fields'],
  isAnswered: ({ fields = [] }) => fields.length > 0,
  endsItself: true,
  ask: async (_work, _actor, data) => {
    const chosen = data.fields ?? [];
    return {
      lines: [text('change-what', { count: chosen.length })],
      choices: [
        ...offeredFields(data).map((field) => ({
          label: text(chosen.includes(field) ? 'change-field-in' : 'change-field-out', {
            field: text(`change-field-${field}`),
          }),
          value: field,
        })),
        { label: text('button-done'), value: 'done', style: 'primary' },
      ],
    };
  },
  choose: async (_work, _actor, data, value) => {
    const chosen = data.fields ?? [];
    if (value === 'done') return chosen.length === 0 ? wrong(text('change-what-none')) : filled({});
    const field = offeredFields(data).find((one) => one === value);
    if (!field) return wrong(text('form-choose'));
    const fields = chosen.includes(field) ? chosen.filter((one) => one !== field) : [...chosen, field];
    return stays({ fields });
  },
};

/** Sensitive kinds bear no text (C4): neither content nor places. */
const offeredFields = ({ isBare }: ChangeData): FormField[] =>
  FORM_FIELDS.filter((field) => !isBare || (field !== 'sessions' && field !== 'subject'));

const bodyStep: Step<ChangeData> = {
  name: 'body',
  fills: ['body'],
  when: changes('body'),
  ask: async () => ({
    lines: [text('change-body')],
    choices: SUBJECT_BODIES.map((body) => ({ label: text(`body-${body}`), value: body })),
  }),
  choose: async (_work, _actor, _data, value) => {
    const body = SUBJECT_BODIES.find((one) => one === value);
    return body ? filled({ body }) : wrong(text('form-choose'));
  },
};

const takesSessions = (data: ChangeData): boolean => changes('sessions')(data) && mayBearText(data);
const wantsReason = (data: ChangeData): boolean => !isOnlySaid(data);
const wantsReasonWords = (data: ChangeData): boolean =>
  wantsReason(data) && wantsWords(data) && mayBearText(data);

/** "Điều chỉnh": what, the new values, why, old → new, and to the other side. The kind is asked first: a sensitive one leaves nothing to write in. */
export const changeForm = defineForm({
  name: 'change',
  schema: changeData,
  steps: [
    whatStep,
    { ...secretOfWords, when: (data: ChangeData) => asksText(data) || wantsReasonWords(data) },
    { ...kindStep, when: changes('kind') },
    { ...windowStep, when: changes('window') },
    ...sessionStepsWhen(takesSessions),
    { ...leadStep, when: changes('lead') },
    { ...modeStep, when: changes('mode') },
    bodyStep,
    { ...subjectStep, when: (data: ChangeData) => changes('subject')(data) && mayBearText(data) },
    { ...targetStep, when: changes('target') },
    { ...reasonStep, when: wantsReason },
    { ...wordsStep, when: wantsReasonWords },
    changePreview,
  ],
});
