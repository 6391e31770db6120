import type { DateTime } from 'luxon';
import { isLive } from '../../domain/inspection.ts';
import type { Button, Message, Text } from '../../domain/message.ts';
import { act } from '../actions/index.ts';
import { RANGES, type Range } from '../actions/reading.ts';
import { button, details, nearArg, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { type CalendarEntry, listAhead } from './list-calendar.ts';
import { codePart, item, paged, pairPart } from './paged.ts';
import { inspectedText } from './target-text.ts';

/** The day after a range, Monday to Sunday or a calendar month; undefined: no end. */
export function endOf(range: Range, now: DateTime): string | undefined {
  if (range === 'all') return undefined;
  return now
    .startOf(range)
    .plus({ [range]: 1 })
    .toISODate()!;
}

/** /lich: by date, seven lines a message, a button each; protected, since it says what is inspected (C7). */
export async function readCalendar(work: Work, actor: Actor, range: Range, page: number): Promise<Message> {
  const entries = await listAhead(work, actor, endOf(range, work.now));
  const { shown, total, turns } = paged(entries, page, (to) => act('lich', { range, page: to }));
  const title =
    total === 0 ? text(`calendar-empty-${range}`) : text(`calendar-title-${range}`, { count: total });
  return details(
    [title, ...shown.map(({ item: entry, n }) => entryLine(actor, entry, n))],
    [...shown.map(({ item: entry, n }) => entryButton(entry, n)), ...turns, ...rangeButtons(range)],
  );
}

const rangeButtons = (shown: Range): Button[] => [
  ...RANGES.filter((range) => range !== shown).map((range) =>
    button(`button-calendar-${range}`, act('lich', { range, page: 0 })),
  ),
  button('button-calendar-text', act('lichtuan', { weeks: 0 })),
  button('button-feed', act('feed.show', { of: 0 })),
];

const entryLine = (actor: Actor, entry: CalendarEntry, n: number): Text =>
  item(n, [
    entry.session
      ? text('calendar-session', {
          at: nearArg(entry.session.startsAt),
          kind: text(`session-${entry.session.kind}`),
        })
      : text('calendar-window', { window: { window: [entry.window.from, entry.window.to] } }),
    codePart(entry.code, entry.inspectionId),
    entry.target !== null && inspectedText(entry.target, entry),
    !isLive(entry.state) && text(`state-${entry.state}`),
    pairPart(actor, entry.pairId),
  ]);

const entryButton = (entry: CalendarEntry, n: number): Button => ({
  label: text('view-button', {
    n,
    verb: text('task-verb-draft'),
    code: codePart(entry.code, entry.inspectionId),
  }),
  does: act('card', { id: entry.inspectionId }),
});
