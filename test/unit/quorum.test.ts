import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import { isQuorumMet, type QuorumRow, tally } from '../../src/domain/quorum.ts';

const when = DateTime.fromISO('2026-12-01T08:00', { zone: 'Asia/Ho_Chi_Minh' });
const row = (
  capacity: QuorumRow['capacity'],
  isSettled: boolean,
  replacedBy: number | null = null,
): QuorumRow => ({
  capacity,
  settledAt: isSettled ? when : null,
  replacedBy,
});

test.each<[string, Parameters<typeof isQuorumMet>[0], QuorumRow[], boolean]>([
  ['all: every answer counts', 'all', [row('team', true), row('secretary', true)], true],
  ['all: one is silent', 'all', [row('team', true), row('secretary', false)], false],
  ['all: nobody asked is not consent', 'all', [], false],
  ['all: a replaced person is not waited for', 'all', [row('team', false, 9), row('substitute', true)], true],
  ['all: the substitute is', 'all', [row('team', false, 9), row('substitute', false)], false],
  ['all: only replaced people are nobody', 'all', [row('team', true, 9)], false],
  ['two of three', { count: 2 }, [row('team', true), row('team', true), row('secretary', false)], true],
  ['one of two wanted', { count: 2 }, [row('team', true), row('team', false)], false],
  ['more wanted than asked: all asked', { count: 5 }, [row('team', true)], true],
  ['a number below one is one', { count: 0 }, [row('team', false)], false],
  [
    'the named have answered',
    { capacities: ['secretary'] },
    [row('secretary', true), row('team', false)],
    true,
  ],
  ['the named have not', { capacities: ['secretary'] }, [row('secretary', false), row('team', true)], false],
  [
    'a substitute stands for the team',
    { capacities: ['team'] },
    [row('team', false, 9), row('substitute', false), row('secretary', true)],
    false,
  ],
  [
    'nobody holds the named capacity: everyone',
    { capacities: ['in_charge'] },
    [row('team', true), row('secretary', false)],
    false,
  ],
])('%s', (_name, quorum, rows, wanted) => {
  expect(isQuorumMet(quorum, rows)).toBe(wanted);
});

test('a substitution does not change how many are asked', () => {
  const before = [row('team', false), row('team', true)];
  const after = [row('team', false, 9), row('team', true), row('substitute', false)];
  expect(tally(after)).toEqual(tally(before));
});
