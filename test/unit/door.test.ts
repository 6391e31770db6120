import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lookAtDoor } from '../../src/telegram/door.ts';
import { brokenUpdates, WHOLE_UPDATES } from '../support/any-update.ts';

describe('what comes in at the door', () => {
  test.each(WHOLE_UPDATES.map((update) => [Object.keys(update)[0]!, update] as const))(
    'a whole %s is read',
    (_, update) => {
      const arrival = lookAtDoor({ ...update, update_id: 5 })!;
      expect(arrival).toMatchObject({ id: 5, isReadable: true, caller: { chatId: 4_001, isGroup: false } });
    },
  );

  test('a kind that is not known is nobody’s and is read: commands pass it by', () => {
    expect(lookAtDoor({ update_id: 5, poll: {} })).toMatchObject({
      isReadable: true,
      caller: { isWaiting: false },
    });
  });

  test.each([
    ['a tap without from', { callback_query: { id: '9', data: 'x' } }, { tapId: '9', isWaiting: true }],
    ['a tap with an id that Postgres does not keep', { callback_query: { id: '\0' } }, { tapId: '\0' }],
    ['a message that nobody wrote', { message: { ...message(), from: undefined } }, { chatId: 3 }],
    ['an edit that nobody made', { edited_message: { ...message(), from: undefined } }, { chatId: 3 }],
    ['a message without chat', { message: { message_id: 1, text: 'x' } }, { isWaiting: true }],
    ['an empty my_chat_member', { my_chat_member: {} }, { isWaiting: false }],
    ['a chat whose id is a text', { message: { message_id: 1, chat: { id: '4', type: 'private' } } }, {}],
    ['a person whose id cannot be kept', { message: { message_id: 1, from: { id: 2 ** 60 } } }, {}],
    ['a text that Postgres does not keep', { message: { ...message(), text: 'a\0' } }, { chatId: 3 }],
    ['half of a pair', { message: { ...message(), text: '\ud800' } }, { chatId: 3, userId: 3 }],
    [
      'a command whose text is gone',
      { message: { ...message(), entities: [{ type: 'bot_command', offset: 0, length: 5 }] } },
      { chatId: 3 },
    ],
    [
      'a private chat of somebody else',
      { message: { ...message(), from: { id: 4, first_name: 'An' } } },
      { userId: 4 },
    ],
    [
      'a way back into a private chat of somebody else',
      {
        my_chat_member: {
          chat: { id: 3, type: 'private' },
          from: { id: 4, first_name: 'An' },
          old_chat_member: { status: 'kicked' },
          new_chat_member: { status: 'member' },
        },
      },
      { chatId: 3 },
    ],
    ['null for an object', { message: null }, { isWaiting: false }],
  ])('%s is not read, and what is known of its sender is kept', (_, update, caller) => {
    const arrival = lookAtDoor({ ...update, update_id: 5 })!;
    expect(arrival.isReadable).toBe(false);
    expect(arrival.caller).toMatchObject(caller);
  });

  test.each([[undefined], [null], [1.5], [-1], [2 ** 31], [2 ** 60], [Number.NaN], ['7'], [{}]])(
    'an update numbered %s has no place',
    (update_id) => {
      expect(lookAtDoor({ ...WHOLE_UPDATES[0]!, update_id })).toBeUndefined();
    },
  );

  test('whatever is given, looking never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), brokenUpdates), (given) => {
        lookAtDoor(given);
        lookAtDoor({ ...(given as object), update_id: 5 });
      }),
      { numRuns: 2_000 },
    );
  });
});

function message() {
  return {
    message_id: 1,
    date: 1,
    chat: { id: 3, type: 'private' },
    from: { id: 3, is_bot: false, first_name: 'An' },
  };
}
