import { message, text } from '../said.ts';
import { filled, type Step } from './form.ts';

export type SecretData = { secretAsked?: boolean };

/** Once a form, before any free text (C1): yes or unsure ends it, and nothing is stored. */
export const secretStep: Step<SecretData> = {
  name: 'secret',
  fills: ['secretAsked'],
  isOnce: true,
  ask: async () => ({
    lines: [text('form-secret')],
    choices: [
      { label: text('button-not-secret'), value: 'no', style: 'primary' },
      { label: text('button-secret'), value: 'yes' },
      { label: text('button-unsure'), value: 'unsure' },
    ],
  }),
  choose: async (_work, _actor, _data, value) =>
    value === 'no'
      ? filled({ secretAsked: true })
      : { kind: 'cancelled', message: message([text('form-secret-stop')]) },
};
