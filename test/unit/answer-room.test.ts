import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ROOM, roomFor } from '../../src/domain/answer-room.ts';

const none = { answers: 0, replaces: false, isToldTooMany: false };

describe('one more answer for a chat', () => {
  test('is said, behind what waits', () => {
    expect(roomFor(none)).toEqual({ kind: 'say', place: 0 });
    expect(roomFor({ ...none, answers: ROOM - 1 })).toEqual({ kind: 'say', place: ROOM - 1 });
  });

  test('becomes a word when there is no room, then nothing until that word is out', () => {
    expect(roomFor({ ...none, answers: ROOM })).toEqual({ kind: 'too-many', place: ROOM });
    expect(roomFor({ ...none, answers: ROOM + 1, isToldTooMany: true })).toEqual({ kind: 'drop' });
    expect(roomFor({ ...none, answers: 1, isToldTooMany: true })).toEqual({ kind: 'drop' });
  });

  test('is always said when it only replaces an older edit', () => {
    expect(roomFor({ answers: ROOM + 1, replaces: true, isToldTooMany: true }).kind).toBe('say');
  });

  test('whatever is asked for and whatever goes out, no more wait than the room and one word, and nobody is left in silence', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('ask', 'send'), { maxLength: 200 }), (steps) => {
        const waiting: string[] = [];
        for (const step of steps) {
          if (step === 'send') waiting.shift();
          const room =
            step === 'ask' &&
            roomFor({ answers: waiting.length, replaces: false, isToldTooMany: waiting.includes('word') });
          if (room && room.kind === 'say') waiting.push('answer');
          if (room && room.kind === 'too-many') waiting.push('word');
          if (room && room.kind === 'drop') expect(waiting).toContain('word');
          expect(waiting.length).toBeLessThanOrEqual(ROOM + 1);
        }
      }),
    );
  });
});
