import { message, text } from '../said.ts';
import { type FormData, next, type Step } from './form.ts';

/** Once a form, before any free text (C1): yes or unsure ends it, and nothing is stored. */
export const secretStep = (after: (data: FormData) => string): Step => ({
  ask: async () => ({
    lines: [text('form-secret')],
    choices: [
      { label: text('button-not-secret'), value: 'no', style: 'primary' },
      { label: text('button-secret'), value: 'yes' },
      { label: text('button-unsure'), value: 'unsure' },
    ],
  }),
  choose: async (_work, _actor, data, value) =>
    value === 'no'
      ? next(data, after(data))
      : { kind: 'cancelled', message: message([text('form-secret-stop')]) },
});
