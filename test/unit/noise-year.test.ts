import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { ZONE } from '../../src/domain/working-time.ts';
import { groupBy } from '../../src/usecases/group-by.ts';
import { hasFlag, saysOf } from '../../src/usecases/outbox/kinds.ts';
import {
  type Heard,
  hearYear,
  liveYear,
  mostSounds,
  type Who,
  type YearScript,
} from '../support/noise-year.ts';

/** Every Monday of 2026 and 2027, at nine. */
const MONDAYS = Array.from({ length: 104 }, (_, week) =>
  DateTime.fromISO('2026-01-05T09:00', { zone: ZONE }).plus({ weeks: week }),
);
const MOST: Record<Who, number> = { secretary: 8, member: 3, chair: 3 };
const PEOPLE = ['secretary', 'member', 'chair'] as const;
const USUAL: YearScript = { pairs: 2, everyDays: 21, answers: [1, 6, 3], receipts: [6, 1, 1] };

/** Nobody hears more than the budget, and nothing asked of them is silent because of what only informs. */
function expectWithinBudget(start: DateTime, script: YearScript): void {
  const said = liveYear(start, script);
  const asking = said.filter((one) => saysOf({ kind: one.kind, ref: { note: one.note } }) === 'asks');
  for (const who of PEOPLE) {
    const heard = hearYear(said, who);
    const { aDay, aWeek } = mostSounds(heard);
    expect(aDay, `${who} ${start.toISODate()}`).toBeLessThanOrEqual(2);
    expect(aWeek, `${who} ${start.toISODate()}`).toBeLessThanOrEqual(MOST[who]);
    expect(soundsOfAsks(heard)).toEqual(soundsOfAsks(hearYear(asking, who)));
    expectLastAsks(heard, 'the day is full', (at) => at.toISODate());
    expectLastAsks(heard, 'the week is full', (at) => `${at.weekYear} ${at.weekNumber}`);
  }
}

/** Where something was silent because a day or a week was full, the last sound of it was of what asks for an answer. */
function expectLastAsks(
  heard: readonly Heard[],
  reason: 'the day is full' | 'the week is full',
  of: (at: DateTime) => string | null,
): void {
  const silent = heard.filter((one) => one.sound.reason === reason && !hasFlag(one.kind, 'yields'));
  const full = new Set(silent.map((one) => of(one.at)));
  const loud = groupBy(
    heard.filter((one) => one.sound.isLoud),
    (one) => of(one.at),
  );
  const lasts = [...full].map((period) => loud.get(period)!.at(-1)!.kind);
  expect(lasts.filter((kind) => hasFlag(kind, 'yields'))).toEqual([]);
}

const soundsOfAsks = (heard: readonly Heard[]) =>
  heard
    .filter((one) => saysOf({ kind: one.kind, ref: { note: one.note } }) === 'asks')
    .map((one) => `${one.at.toISO()} ${one.kind} ${one.sound.isLoud}`);

describe('a year of planning', () => {
  test('begun on any Monday of two years: never a ninth, never a third a day, and no ask is silent for what informs', () => {
    for (const start of MONDAYS) expectWithinBudget(start, USUAL);
  }, 240_000);

  test('however many agreements and however slow the answers', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...MONDAYS),
        fc.record({
          pairs: fc.integer({ min: 1, max: 6 }),
          everyDays: fc.integer({ min: 7, max: 60 }),
          answers: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 }),
          receipts: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 }),
        }),
        expectWithinBudget,
      ),
      { numRuns: 10 },
    );
  }, 240_000);

  test('the notice at nine is heard although three receipts came before it', () => {
    const heard = hearYear(liveYear(MONDAYS[10]!, { ...USUAL, pairs: 1 }), 'member');
    const first = heard.filter((one) => one.at.hasSame(MONDAYS[10]!, 'day'));
    expect(first.map((one) => [one.kind, one.sound.isLoud])).toEqual([
      ['outcome', false],
      ['outcome', false],
      ['outcome', false],
      ['push', true],
    ]);
  });

  test('the limits are met, not only kept: a đầu mối of six agreements has weeks of eight', () => {
    const most = MONDAYS.slice(0, 4).map((start) =>
      mostSounds(hearYear(liveYear(start, { ...USUAL, pairs: 6, everyDays: 7 }), 'secretary')),
    );
    expect(Math.max(...most.map((one) => one.aWeek))).toBe(8);
  });
});
