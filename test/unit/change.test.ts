import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import {
  changedFields,
  isInWindow,
  type Material,
  type PlannedSession,
  weighChange,
} from '../../src/domain/change.ts';
import { NOTHING_BESIDES } from '../support/nothing-besides.ts';

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
  ...NOTHING_BESIDES,
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

describe('whether it is asked or only said', () => {
  const [announce, work] = PLAN.sessions as [PlannedSession, PlannedSession];
  const later: PlannedSession = { kind: 'conclude', startsAt: at('2026-12-11T14:00'), place: 'Trụ sở' };
  const between: PlannedSession = { kind: 'work', startsAt: at('2026-12-08T14:00'), place: 'Trụ sở' };
  const weigh = (before: Partial<Material>, after: Partial<Material>, isLead = true) => {
    const weight = weighChange({ ...PLAN, ...before }, { ...PLAN, ...before, ...after }, { isLead });
    return 'reason' in weight ? `${weight.kind}: ${weight.reason}` : weight.kind;
  };

  it.each<[string, PlannedSession[], PlannedSession[], string]>([
    ['a first schedule', [], [announce, work], 'said: first_schedule'],
    ['a session after all others', [announce, work], [announce, work, later], 'said: session_added'],
    ['a session between', [announce, work], [announce, between, work], 'said: session_added'],
    [
      'another place at the same hour',
      [announce],
      [{ ...announce, place: 'Hội trường' }],
      'said: other_place',
    ],
    [
      'a later session and another place',
      [announce],
      [{ ...announce, place: 'Hội trường' }, later],
      'said: session_added',
    ],
    ['the same in another order', [announce, work], [work, announce], 'nothing'],
    ['a moved hour', [announce], [{ ...announce, startsAt: at('2026-12-07T14:00') }], 'change: hour_moved'],
    ['a moved day', [announce], [{ ...announce, startsAt: at('2026-12-08T08:00') }], 'change: hour_moved'],
    ['another session at the same hour', [announce], [{ ...announce, kind: 'work' }], 'change: hour_moved'],
    ['a session less', [announce, work], [announce], 'change: session_dropped'],
    ['no schedule any more', [announce], [], 'change: session_dropped'],
    ['a session before the first', [work], [announce, work], 'change: begins_earlier'],
    ['a session that goes and one that comes', [announce, work], [announce, later], 'change: hour_moved'],
  ])('%s', (_what, before, after, expected) => {
    expect(weigh({ sessions: before }, { sessions: after })).toBe(expected);
  });

  it('of any other part with it, is a change', () => {
    expect(weigh({ sessions: [] }, { sessions: [announce], windowTo: '2026-12-13' })).toBe(
      'change: other_part',
    );
    expect(weigh({}, { leadSide: 'a' })).toBe('change: other_part');
  });

  it('of the side that does not lead, is a change', () => {
    expect(weigh({ sessions: [] }, { sessions: [announce] }, false)).toBe('change: not_the_lead');
    expect(weigh({}, {}, false)).toBe('nothing');
  });

  it('said, keeps each hour that stood and begins with it; asked twice of the same, it is nothing', () => {
    const session = fc.record({
      kind: fc.constantFrom('announce' as const, 'work' as const),
      startsAt: fc.constantFrom(...['07T08:00', '07T14:00', '08T08:00'].map((one) => at(`2026-12-${one}`))),
      place: fc.constantFrom('A', 'B'),
    });
    const schedule = fc.array(session, { maxLength: 4 });
    const hours = (of: readonly PlannedSession[]) =>
      of.map((one) => `${+one.startsAt} ${one.kind}`).toSorted();
    fc.assert(
      fc.property(schedule, schedule, (before, after) => {
        const weight = weighChange(
          { ...PLAN, sessions: before },
          { ...PLAN, sessions: after },
          { isLead: true },
        );
        expect(
          weighChange({ ...PLAN, sessions: after }, { ...PLAN, sessions: after }, { isLead: true }).kind,
        ).toBe('nothing');
        if (weight.kind !== 'said') return;
        expect(hours([...before, ...weight.added])).toEqual(hours(after));
        if (before.length > 0)
          expect(Math.min(...after.map((one) => +one.startsAt))).toBe(
            Math.min(...before.map((one) => +one.startsAt)),
          );
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
