import { type CalendarEvent, writeCalendar } from '../../documents/calendar-file.ts';
import {
  eventsOf,
  type FeedCase,
  type FeedDetails,
  type FeedEvent,
  SESSION_HOURS,
} from '../../domain/feed.ts';
import { isSensitiveKind } from '../../domain/kinds.ts';
import type { Text } from '../../domain/message.ts';
import { wordsIn } from '../plain-words.ts';
import { text } from '../said.ts';
import type { Work } from '../work.ts';
import type { FeedReader } from './find-feed.ts';
import { loadFeedCases } from './load-feed-cases.ts';

/** A calendar as RFC 5545 has it, and how many events it holds. `only`: one inspection alone. */
export async function writeFeed(
  work: Work,
  from: FeedReader,
  details: FeedDetails,
  only?: number,
): Promise<{ body: string; count: number }> {
  const words = wordsIn(from.reader.locale);
  const describe = details === 'busy' ? describeBusy : describeFull;
  const cases = await loadFeedCases(work, from, only);
  const events = cases.flatMap((one) =>
    eventsOf(one).map((event): CalendarEvent => ({ ...event, ...describe(words, one, event) })),
  );
  return { body: writeCalendar(words(text('feed-name')), events), count: events.length };
}

type Words = (text: Text) => string;
type Described = Pick<CalendarEvent, 'summary' | 'description' | 'place'>;

/** Nothing but that one is busy: not even the code. */
const describeBusy = (words: Words, _: FeedCase, event: FeedEvent): Described => ({
  summary: words(text(event.status === 'cancelled' ? 'feed-busy-cancelled' : 'feed-busy')),
  ...described([endLine(words, event)]),
});

/** Code, kind, lead and place, never a target or a subject; of sensitive kinds the code and the lead alone (C4). */
function describeFull(words: Words, one: FeedCase, event: FeedEvent): Described {
  const isSensitive = isSensitiveKind(one.kind);
  const code = one.code ?? '';
  const summary = isSensitive ? code : words(summaryText(one, event, code));
  return {
    summary: event.status === 'cancelled' ? words(text('feed-cancelled', { summary })) : summary,
    ...(event.session && !isSensitive ? { place: event.session.place } : {}),
    ...described([
      words(text('feed-lead', { lead: one.lead })),
      event.status === 'tentative' && words(text('feed-tentative')),
      endLine(words, event),
    ]),
  };
}

const summaryText = ({ kind }: FeedCase, { session }: FeedEvent, code: string): Text =>
  session
    ? text('feed-session', { code, kind: text(`kind-${kind}`), session: text(`session-${session.kind}`) })
    : text('feed-window', { code, kind: text(`kind-${kind}`) });

const endLine = (words: Words, { session }: FeedEvent): string | false =>
  session !== undefined && words(text('feed-end', { hours: SESSION_HOURS }));

function described(lines: (string | false)[]): Pick<CalendarEvent, 'description'> {
  const said = lines.filter((line) => line !== false);
  return said.length === 0 ? {} : { description: said.join('\n') };
}
