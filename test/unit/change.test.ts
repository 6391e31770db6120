import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { changedFields, isInWindow, type Material } from '../../src/domain/change.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const at = (local: string): DateTime => DateTime.fromISO(local, { zone: ZONE });

const PLAN: Material = {
  targetId: 1,
  kind: 'thematic_supervision',
  subjectBody: 'inspection_committee',
  subject: 'quy chế làm việc',
  leadSide: 'b',
  mode: 'coordinate',
  windowFrom: '2026-12-07',
  windowTo: '2026-12-12',
  sessions: [
    { kind: 'announce', startsAt: at('2026-12-07T08:00'), place: 'Phòng họp số 1' },
    { kind: 'work', startsAt: at('2026-12-09T14:00'), place: 'Trụ sở' },
  ],
};

describe('what is material in a change', () => {
  it.each<[string, Partial<Material>, string[]]>([
    ['the first day', { windowFrom: '2026-12-08' }, ['window']],
    ['the last day', { windowTo: '2026-12-13' }, ['window']],
    ['the target', { targetId: 2 }, ['target']],
    ['the kind', { kind: 'compliance' }, ['kind']],
    ['the content', { subject: 'việc khác' }, ['subject']],
    ['whose it is', { subjectBody: 'committee' }, ['body']],
    ['the lead', { leadSide: 'a' }, ['lead']],
    ['the mode', { mode: 'second_staff' }, ['mode']],
    ['a session left out', { sessions: PLAN.sessions.slice(1) }, ['sessions']],
    [
      'an hour',
      { sessions: [PLAN.sessions[0]!, { ...PLAN.sessions[1]!, startsAt: at('2026-12-09T15:00') }] },
      ['sessions'],
    ],
    [
      'a place',
      { sessions: [{ ...PLAN.sessions[0]!, place: 'Hội trường' }, PLAN.sessions[1]!] },
      ['sessions'],
    ],
    ['dates and mode together', { windowTo: '2026-12-13', mode: 'second_staff' }, ['window', 'mode']],
  ])('%s', (_what, changes, fields) => {
    expect(changedFields(PLAN, { ...PLAN, ...changes })).toEqual(fields);
  });

  it.each<[string, Partial<Material>, Partial<Material>]>([
    ['the order in which sessions are kept', {}, { sessions: PLAN.sessions.toReversed() }],
    [
      'the zone in which an hour is written',
      {},
      { sessions: PLAN.sessions.map((one) => ({ ...one, startsAt: one.startsAt.toUTC() })) },
    ],
    ['no content, written either way', { subject: null }, { subject: '' }],
  ])('not %s', (_what, before, after) => {
    expect(changedFields({ ...PLAN, ...before }, { ...PLAN, ...after })).toEqual([]);
  });

  it('is the same seen from either side', () => {
    const plans = fc.record({
      targetId: fc.integer({ min: 1, max: 2 }),
      mode: fc.constantFrom('coordinate' as const, 'second_staff' as const),
      leadSide: fc.constantFrom('a' as const, 'b' as const),
      subject: fc.constantFrom(null, '', 'x'),
    });
    fc.assert(
      fc.property(plans, plans, (one, other) => {
        const [before, after] = [
          { ...PLAN, ...one },
          { ...PLAN, ...other },
        ];
        expect(changedFields(before, after)).toEqual(changedFields(after, before));
      }),
    );
  });
});

describe('a session in the window', () => {
  it.each([
    ['2026-12-07T00:00', true],
    ['2026-12-11T23:59', true],
    ['2026-12-12T00:00', false],
    ['2026-12-06T23:59', false],
  ])('%s: %s', (local, isIn) => {
    expect(isInWindow(at(local), PLAN)).toBe(isIn);
  });
});
