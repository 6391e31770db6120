import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { defaultCalendarDays, makeCalendar } from '../../src/domain/calendar.ts';
import { decideStep, type StepSituation } from '../../src/domain/escalation-decision.ts';

const calendar = makeCalendar(defaultCalendarDays);
const at = (text: string) => DateTime.fromISO(text, { zone: 'Asia/Ho_Chi_Minh' });
const WORKING = at('2026-11-25T09:00');
const EVENING = at('2026-11-25T19:00');

const facts = (given: Partial<StepSituation>): StepSituation => ({
  unreached: 0,
  isForOne: false,
  kind: 'half',
  requestState: 'open',
  requestKind: 'notice',
  urgent: false,
  silent: 1,
  unsettled: 1,
  isReceived: false,
  isOvertaken: false,
  ...given,
});

describe('decideStep in working time', () => {
  test.each<[string, Partial<StepSituation>, string]>([
    ['reminds the silent', {}, 'act'],
    ['reminds whoever asked to be reminded later', { kind: 'again' }, 'act'],
    ['tells the leader while an answer does not count yet', { kind: 'own_leader', silent: 0 }, 'act'],
    ['tells across while an answer does not count yet', { kind: 'across', silent: 0 }, 'act'],
    [
      'says the day before even when all have answered',
      { kind: 'day_before', requestState: 'met', silent: 0, unsettled: 0 },
      'act',
    ],
    ['lets a waiting proposal cross', { kind: 'cross', requestState: 'waiting' }, 'act'],
    ['does not let a recalled one cross', { kind: 'cross', requestState: 'void' }, 'recalled'],
    ['is overtaken by a change', { requestState: 'void' }, 'overtaken by a change'],
    [
      'the day before is overtaken by a change as well',
      { kind: 'day_before', requestState: 'void' },
      'overtaken by a change',
    ],
    ['nobody is chased after answering', { silent: 0 }, 'nobody is silent'],
    [
      'the leader hears nothing when all is settled',
      { kind: 'own_leader', unsettled: 0 },
      'nobody is silent',
    ],
    ['a met quorum ends reminding', { requestState: 'met' }, 'answered'],
    ['a met quorum ends escalation', { kind: 'across', requestState: 'met' }, 'answered'],
    ['after a downtime the last reminder stands for all', { isOvertaken: true }, 'a later step is due'],
    [
      'a received proposal is not reminded of at half',
      { requestKind: 'proposal', isReceived: true },
      'received',
    ],
    [
      'but on the last morning, since it is not decided',
      { kind: 'last_morning', requestKind: 'proposal', isReceived: true },
      'act',
    ],
    ['nothing goes out once it has begun', { eventAt: WORKING }, 'it has begun'],
    ['the day before neither', { kind: 'day_before', eventAt: WORKING }, 'it has begun'],
  ])('%s', (_name, given, wanted) => {
    const decided = decideStep(calendar, facts(given), WORKING);
    expect('reason' in decided ? decided.reason : decided.kind).toBe(wanted);
  });
});

describe('decideStep outside working time', () => {
  test('holds to the next working time, drops nothing', () => {
    const decided = decideStep(calendar, facts({ kind: 'across' }), EVENING);
    expect(decided).toEqual({ kind: 'defer', until: at('2026-11-26T07:30') });
  });

  test('Khẩn goes at once', () => {
    expect(decideStep(calendar, facts({ urgent: true }), EVENING)).toEqual({ kind: 'act' });
  });

  test('a reminder that could only come after the beginning is left out', () => {
    const decided = decideStep(calendar, facts({ eventAt: at('2026-11-26T07:00') }), EVENING);
    expect(decided).toEqual({ kind: 'skip', reason: 'no working time is left' });
  });

  test('the day before goes rather than not at all', () => {
    const decided = decideStep(
      calendar,
      facts({ kind: 'day_before', eventAt: at('2026-11-26T07:00') }),
      EVENING,
    );
    expect(decided).toEqual({ kind: 'act' });
  });

  test('what has not crossed yet waits for its crossing', () => {
    const decided = decideStep(
      calendar,
      facts({ requestKind: 'proposal', requestState: 'waiting' }),
      WORKING,
    );
    expect(decided).toEqual({ kind: 'defer', until: WORKING.plus({ minutes: 1 }) });
  });
});
