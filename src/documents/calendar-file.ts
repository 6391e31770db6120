import ical, {
  escape as escapeText,
  ICalEventBusyStatus,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { DateTime } from 'luxon';
import type { FeedEvent } from '../domain/feed.ts';

/** An event of a feed with its words in the reader's language. */
export type CalendarEvent = FeedEvent & { summary: string; description?: string; place?: string };

const ZONE = 'Asia/Ho_Chi_Minh';
/** Calendar programs are asked to come again after this, in seconds. */
const REFRESH_SECONDS = 3_600;

// One fixed offset: Việt Nam has had no other since 13/06/1975.
const ZONE_BLOCK = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:STANDARD',
  'DTSTART:19750613T000000',
  'TZOFFSETFROM:+0700',
  'TZOFFSETTO:+0700',
  'TZNAME:+07',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\n');

/** A calendar as RFC 5545 has it, the same bytes for the same events: CRLF, lines of at most 75 octets, times in Asia/Ho_Chi_Minh. */
export function writeCalendar(name: string, events: CalendarEvent[]): string {
  const calendar = ical({
    prodId: { company: 'phoi-hop', product: 'lich', language: 'VI' },
    name: escapeText(oneLine(name), false),
    ttl: REFRESH_SECONDS,
    // No name: with one the library writes DTSTAMP in local time, which RFC 5545 does not allow.
    timezone: { name: null, generator: () => ZONE_BLOCK },
    x: { 'X-WR-TIMEZONE': ZONE },
    events: events.map(eventData),
  });
  return `${calendar.toString()}\r\n`;
}

const STATUS: Record<FeedEvent['status'], ICalEventStatus> = {
  tentative: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
};

function eventData(event: CalendarEvent): ICalEventData {
  const { uid, sequence, stamp, summary, description, place } = event;
  return {
    id: uid,
    sequence,
    stamp,
    lastModified: stamp,
    summary: oneLine(summary),
    description: description ?? null,
    location: place === undefined ? null : oneLine(place),
    status: STATUS[event.status],
    transparency: event.blocksTime ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
    busystatus: busyOf(event),
    timezone: ZONE,
    ...timeOf(event),
  };
}

function busyOf({ status, blocksTime }: FeedEvent): ICalEventBusyStatus {
  if (blocksTime) return ICalEventBusyStatus.BUSY;
  return status === 'tentative' ? ICalEventBusyStatus.TENTATIVE : ICalEventBusyStatus.FREE;
}

function timeOf({ time }: FeedEvent): Pick<ICalEventData, 'start' | 'end' | 'allDay'> {
  if ('starts' in time) return { start: time.starts, end: time.ends, allDay: false };
  const day = (iso: string) => DateTime.fromISO(iso, { zone: ZONE });
  return { start: day(time.from), end: day(time.to), allDay: true };
}

/** What people typed may hold a tab or a line end; RFC 5545 allows no control characters. */
const oneLine = (words: string): string => words.replace(/\p{Cc}+/gu, ' ');
