import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isAllWell,
  judge,
  type Memory,
  type Notice,
  noticesOf,
  PARTS,
  type Verdict,
  type Vitals,
} from '../../src/domain/heartbeat.ts';

const FINE: Vitals = {
  isDatabaseReached: true,
  isQueueReady: true,
  sweptAgoSeconds: 5,
  isBotAccepted: true,
  outboxOldestSeconds: 0,
  digestLateMinutes: 0,
};

const notWell = (vitals: Partial<Vitals>) =>
  judge({ ...FINE, ...vitals })
    .filter(({ state }) => state !== 'well')
    .map(({ part, state, reason }) => `${part} ${state}: ${reason}`);

describe('a part', () => {
  test.each<[string, Partial<Vitals>, string[]]>([
    ['everything in order', {}, []],
    ['a sweep a minute ago', { sweptAgoSeconds: 60.9 }, []],
    ['a sweep longer ago', { sweptAgoSeconds: 61 }, ['sweep ill: it last ran 61 s ago']],
    ['no sweep yet', { sweptAgoSeconds: null }, ['sweep ill: it has not run yet']],
    ['a message due for just under two minutes', { outboxOldestSeconds: 119.9 }, []],
    ['two minutes', { outboxOldestSeconds: 120 }, ['outbox ill: its oldest message is due for 120 s']],
    ['a digest fifteen minutes late', { digestLateMinutes: 15 }, []],
    ['a digest later', { digestLateMinutes: 16 }, ['digest ill: one is 16 working minutes late']],
    ['a token that was changed', { isBotAccepted: false }, ['bot ill: Telegram does not accept it']],
    ['a queue that does not answer', { isQueueReady: false }, ['queue ill: it is not ready']],
    [
      'a database that is away',
      { isDatabaseReached: false, isBotAccepted: null, outboxOldestSeconds: null, digestLateMinutes: null },
      [
        'database ill: it was not reached',
        'bot unknown: it cannot be seen',
        'outbox unknown: it cannot be seen',
        'digest unknown: it cannot be seen',
      ],
    ],
  ])('%s', (_, vitals, expected) => {
    expect(notWell(vitals)).toEqual(expected);
    expect(isAllWell(judge({ ...FINE, ...vitals }))).toBe(expected.length === 0);
  });
});

const MINUTE = 60_000;

/** What the operator hears, a beat a minute; `.` well, `x` not well, `?` not to be seen. */
function heard(beats: string): string[] {
  const states = { '.': 'well', x: 'ill', '?': 'unknown' } as const;
  let memory: Memory = {};
  return [...beats].flatMap((beat, minute) => {
    const verdict: Verdict = { part: 'queue', state: states[beat as keyof typeof states], reason: '' };
    const next = noticesOf(memory, [verdict], minute * MINUTE);
    memory = next.memory;
    return next.notices.map(({ part, is }: Notice) => `${minute} ${part} ${is}`);
  });
}

describe('the operator', () => {
  test.each<[string, string, string[]]>([
    ['hears nothing while all is well', '.....', []],
    ['hears nothing of one bad beat', '.x.x.x.', []],
    ['hears after two, and when it is well again', '.xxx.', ['2 queue ill', '4 queue well']],
    ['hears once an hour while it lasts', 'x'.repeat(125), ['1 queue ill', '61 queue ill', '121 queue ill']],
    ['does not hear it twice in an hour', 'xx.xx.xx.', ['1 queue ill', '2 queue well']],
    ['hears nothing new of what cannot be seen', 'xx????.', ['1 queue ill', '6 queue well']],
  ])('%s', (_, beats, expected) => {
    expect(heard(beats)).toEqual(expected);
  });

  test('whatever happens, hears of a part at most once an hour that it is not well, and “well again” only after that', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[.x?]{0,200}$/), (beats) => {
        const said = heard(beats).map((one) => one.split(' '));
        const ill = said.filter(([, , is]) => is === 'ill').map(([minute]) => Number(minute));
        for (const [at, minute] of ill.entries())
          if (at > 0) expect(minute - ill[at - 1]!).toBeGreaterThanOrEqual(60);
        for (const [at, [, , is]] of said.entries()) if (is === 'well') expect(said[at - 1]?.[2]).toBe('ill');
      }),
    );
  });

  test('hears of each part by itself', () => {
    const verdicts = PARTS.map((part): Verdict => ({ part, state: 'ill', reason: '' }));
    const first = noticesOf({}, verdicts, 0);
    const second = noticesOf(first.memory, verdicts, MINUTE);
    expect(first.notices).toEqual([]);
    expect(second.notices.map(({ part }) => part)).toEqual([...PARTS]);
  });
});
