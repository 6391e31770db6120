import fc from 'fast-check';
import ICAL from 'ical.js';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { type CalendarEvent, writeCalendar } from '../../src/documents/calendar-file.ts';
import { eventsOf, FEED_STATES, type FeedCase, sequenceOf } from '../../src/domain/feed.ts';

const at = (iso: string) => DateTime.fromISO(iso, { zone: 'Asia/Ho_Chi_Minh' });

const agreed: FeedCase = {
  pairId: 3,
  inspectionId: 17,
  code: 'PH-2026-001',
  state: 'agreed',
  kind: 'compliance',
  lead: 'UBKT Tỉnh uỷ',
  n: 0,
  round: 1,
  said: 0,
  symbols: 0,
  changedAt: at('2026-11-23T09:00'),
  window: { from: '2026-12-07', to: '2026-12-12' },
  sessions: [],
  isAttended: true,
};
const sessions: FeedCase['sessions'] = [
  { kind: 'announce', startsAt: at('2026-12-07T08:00'), place: 'Hội trường A; tầng 2, số 5\\6' },
  { kind: 'conclude', startsAt: at('2026-12-11T14:00'), place: 'Hội trường B' },
];

const written = (one: FeedCase, words: Partial<CalendarEvent> = {}): string =>
  writeCalendar(
    'Phối hợp, kiểm tra',
    eventsOf(one).map((event) => ({ ...event, summary: 'Bận', ...words })),
  );

const parse = (body: string) => {
  const calendar = new ICAL.Component(ICAL.parse(body));
  return {
    calendar,
    events: calendar.getAllSubcomponents('vevent').map((one) => ({
      event: new ICAL.Event(one),
      status: one.getFirstPropertyValue('status'),
      transp: one.getFirstPropertyValue('transp'),
      stamp: one.getFirstProperty('dtstamp')!.toICALString(),
      start: one.getFirstProperty('dtstart')!.toICALString(),
      end: one.getFirstProperty('dtend')!.toICALString(),
    })),
  };
};

describe('a calendar file, read by another program', () => {
  test('without sessions is one event over the days of the window, its end excluded, which blocks no time', () => {
    const { events } = parse(written(agreed));
    expect(events).toMatchObject([
      {
        start: 'DTSTART;VALUE=DATE:20261207',
        end: 'DTEND;VALUE=DATE:20261212',
        status: 'CONFIRMED',
        transp: 'TRANSPARENT',
        stamp: 'DTSTAMP:20261123T020000Z',
      },
    ]);
  });

  test('has an event for each session at its hour in Việt Nam, by a zone that stands in the file', () => {
    const { events, calendar } = parse(written({ ...agreed, sessions }));
    const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone')!);
    expect(zone.tzid).toBe('Asia/Ho_Chi_Minh');
    expect(events.map(({ start, end, transp }) => [start, end, transp])).toEqual([
      [
        'DTSTART;TZID=Asia/Ho_Chi_Minh:20261207T080000',
        'DTEND;TZID=Asia/Ho_Chi_Minh:20261207T100000',
        'OPAQUE',
      ],
      [
        'DTSTART;TZID=Asia/Ho_Chi_Minh:20261211T140000',
        'DTEND;TZID=Asia/Ho_Chi_Minh:20261211T160000',
        'OPAQUE',
      ],
    ]);
    const start = events[0]!.event.startDate;
    start.zone = zone;
    expect(start.toUnixTime()).toBe(sessions[0]!.startsAt.toSeconds());
  });

  test('keeps the UID of the window for the first session, and another for each further one', () => {
    const uidsOf = (one: FeedCase) => parse(written(one)).events.map(({ event }) => event.uid);
    expect(uidsOf(agreed)).toEqual(['p3-i17-s1@phoi-hop']);
    expect(uidsOf({ ...agreed, sessions })).toEqual(['p3-i17-s1@phoi-hop', 'p3-i17-s2@phoi-hop']);
  });

  test.each([
    ['proposed', 'TENTATIVE', 'TRANSPARENT'],
    ['under_way', 'CONFIRMED', 'OPAQUE'],
    ['concluded', 'CONFIRMED', 'OPAQUE'],
    ['stopped', 'CANCELLED', 'TRANSPARENT'],
    ['not_held', 'CANCELLED', 'TRANSPARENT'],
  ] as const)('%s is %s and %s', (state, status, transp) => {
    expect(parse(written({ ...agreed, state, sessions })).events[0]).toMatchObject({ status, transp });
  });

  test('what one does not attend blocks no time', () => {
    const { events } = parse(written({ ...agreed, sessions, isAttended: false }));
    expect(events.map(({ transp }) => transp)).toEqual(['TRANSPARENT', 'TRANSPARENT']);
  });

  test('long Vietnamese words, commas, backslashes and line ends come back as they were; control characters do not', () => {
    const summary = 'Kiểm tra, giám sát; '.repeat(12).trim();
    const { events, calendar } = parse(
      written(
        { ...agreed, sessions: sessions.slice(0, 1) },
        { summary, description: 'Chủ trì: A\nDự kiến', place: `a\u0007\t${sessions[0]!.place}` },
      ),
    );
    expect(events[0]!.event.summary).toBe(summary);
    expect(events[0]!.event.description).toBe('Chủ trì: A\nDự kiến');
    expect(events[0]!.event.location).toBe(`a ${sessions[0]!.place}`);
    expect(calendar.getFirstProperty('name')!.toICALString()).toBe('NAME:Phối hợp\\, kiểm tra');
    expect(calendar.getFirstProperty('refresh-interval')!.toICALString()).toContain('PT1H');
    expect(calendar.getFirstPropertyValue('x-published-ttl')).toBe('PT1H');
  });

  test('any window and words: what was written is read, in lines of at most 75 octets, the same bytes twice', () => {
    const windows = fc.record({
      from: fc.integer({ min: 0, max: 20_000 }),
      days: fc.integer({ min: 1, max: 400 }),
      state: fc.constantFrom(...FEED_STATES),
      summary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }),
    });
    fc.assert(
      fc.property(windows, ({ from, days, state, summary }) => {
        const first = at('2000-01-01').plus({ days: from });
        const window = { from: first.toISODate()!, to: first.plus({ days }).toISODate()! };
        const said = `x${summary.replace(/\p{Cc}/gu, '')}x`;
        const body = written({ ...agreed, state, window }, { summary: said });
        expect(written({ ...agreed, state, window }, { summary: said })).toBe(body);
        expect(body.endsWith('END:VCALENDAR\r\n')).toBe(true);
        for (const line of body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const { event } = parse(body).events[0]!;
        expect([event.startDate.toString(), event.endDate.toString()]).toEqual([window.from, window.to]);
        expect(event.summary).toBe(said);
      }),
    );
  });
});

describe('the sequence', () => {
  test.each<[string, Partial<FeedCase>, Partial<FeedCase>]>([
    ['a proposal made again', { state: 'countered' }, { state: 'proposed', round: 2 }],
    ['agreement', { state: 'proposed' }, { state: 'agreed' }],
    ['its symbol', { state: 'agreed' }, { state: 'official', symbols: 1 }],
    ['another symbol', { state: 'official', symbols: 1 }, { state: 'official', symbols: 2 }],
    ['a session said later', { state: 'official', symbols: 9 }, { state: 'official', symbols: 9, said: 1 }],
    ['a change', { state: 'official', round: 40, said: 3, symbols: 9 }, { state: 'agreed', n: 1, round: 1 }],
    ['a stop', { state: 'under_way', symbols: 3 }, { state: 'stopped', symbols: 3 }],
  ])('grows with %s', (_, before, after) => {
    expect(sequenceOf({ ...agreed, ...after })).toBeGreaterThan(sequenceOf({ ...agreed, ...before }));
  });

  test('never goes back between versions, whatever else is said of them', () => {
    const version = fc.record({
      n: fc.nat(50),
      round: fc.integer({ min: 1, max: 5_000 }),
      said: fc.nat(5_000),
      symbols: fc.nat(40),
      state: fc.constantFrom(...FEED_STATES),
    });
    fc.assert(
      fc.property(version, version, (one, other) => {
        if (one.n < other.n)
          expect(sequenceOf({ ...agreed, ...one })).toBeLessThan(sequenceOf({ ...agreed, ...other }));
        expect(sequenceOf({ ...agreed, ...one })).toBeLessThan(2 ** 31);
      }),
    );
  });
});
