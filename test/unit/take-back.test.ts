import { GrammyError, HttpError } from 'grammy';
import pino from 'pino';
import { describe, expect, test } from 'vitest';
import { takeBack } from '../../src/telegram/take-back.ts';

const log = pino({ level: 'silent' });
const answered = (error_code: number, description: string) =>
  new GrammyError('x', { ok: false, error_code, description }, 'deleteMessage', {});
const AWAY = new HttpError('x', new Error('socket hang up'));

/** Telegram answers each attempt with the next of these; undefined: done. */
async function attempt(...answers: (Error | undefined)[]) {
  let attempts = 0;
  const deleteMessage = async () => {
    const error = answers[attempts];
    attempts += 1;
    if (error) throw error;
    return true as const;
  };
  const isGone = await takeBack({ api: { deleteMessage }, log }, 5, 6);
  return { isGone, attempts };
}

describe('a message is taken back', () => {
  test.each([
    ['at once', [undefined], { isGone: true, attempts: 1 }],
    [
      'after Telegram was away for a moment',
      [AWAY, answered(502, 'Bad Gateway'), undefined],
      { isGone: true, attempts: 3 },
    ],
    [
      'also when it is gone already',
      [answered(400, 'Bad Request: message to delete not found')],
      { isGone: true, attempts: 1 },
    ],
    [
      'not where that is not allowed',
      [answered(400, "Bad Request: message can't be deleted")],
      { isGone: false, attempts: 1 },
    ],
    ['not while Telegram stays away', [AWAY, AWAY, AWAY, undefined], { isGone: false, attempts: 3 }],
  ])('%s', async (_, answers, expected) => {
    expect(await attempt(...answers)).toEqual(expected);
  });
});
