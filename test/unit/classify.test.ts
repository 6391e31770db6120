import { GrammyError } from 'grammy';
import { expect, test } from 'vitest';
import { classify } from '../../src/telegram/classify.ts';

const refused = (description: string) =>
  classify(
    new GrammyError(
      'a call failed',
      { ok: false, error_code: 400, description: `Bad Request: ${description}` },
      'editMessageText',
      {},
    ),
  );

test.each([
  'message to edit not found',
  "message can't be edited",
  'MESSAGE_ID_INVALID',
  'there is no text in the message to edit',
])('an edit refused for "%s" goes out as a new message', (description) => {
  expect(refused(description)).toEqual({ kind: 'edit-gone' });
});

test('a refusal that nobody knows is one: it is given up and logged', () => {
  expect(refused('something new')).toEqual({ kind: 'refused', code: 400 });
});
