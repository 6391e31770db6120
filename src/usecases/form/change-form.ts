import { bodiesOf } from '../../domain/kinds.ts';
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
import { coveredStep } from './covered-step.ts';
import { defineForm } from './define-form.ts';
import { filled, type Step, stays, wrong } from './form.ts';
import {
  bodyStep,
  hasSeveralBodies,
  isThere,
  kindStep,
  leadStep,
  modeStep,
  subjectStep,
  windowStep,
} from './inspection-steps.ts';
import { membersStep } from './members-step.ts';
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

const offeredFields = (data: ChangeData): FormField[] =>
  FORM_FIELDS.filter((field) => isThere(field, kindOf(data), !data.isBare));

/** By the kind as it will be. */
const kindOf = ({ kind, baseKind }: ChangeData) => ({ kind: kind ?? baseKind });

/** Another kind that cannot be its body's: whose it is then is asked, where there is a choice. */
const losesBody = ({ kind, baseBody }: ChangeData): boolean =>
  kind !== undefined && baseBody !== undefined && !bodiesOf(kind).includes(baseBody);

const bodyOfKind: Step<ChangeData> = {
  ...bodyStep,
  fills: ['body'],
  when: (data) => (changes('body')(data) || losesBody(data)) && hasSeveralBodies(kindOf(data)),
  ask: (work, actor, data) => bodyStep.ask(work, actor, kindOf(data)),
  choose: (work, actor, data, value) => bodyStep.choose!(work, actor, kindOf(data), value),
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
    bodyOfKind,
    { ...subjectStep, when: (data: ChangeData) => changes('subject')(data) && mayBearText(data) },
    { ...coveredStep, when: (data: ChangeData) => changes('covered')(data) && mayBearText(data) },
    { ...targetStep, when: changes('target') },
    { ...membersStep, when: changes('members') },
    { ...reasonStep, when: wantsReason },
    { ...wordsStep, when: wantsReasonWords },
    changePreview,
  ],
});
