import { isLive } from '../../domain/inspection.ts';
import type { Message, Text } from '../../domain/message.ts';
import { act } from '../actions/index.ts';
import { button, instantArg, message, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { type CalendarEntry, listAhead } from './list-calendar.ts';
import { inspectedText } from './target-text.ts';

/** Telegram takes 4,096 characters a message; names are counted, the words around them allowed for. */
const ROOM = 3_600;
const WORDS_AROUND = 200;
/** This week and the one after. */
export const LAST_WEEK = 1;

/**
 * The schedule of a week from Monday to Sunday (0 this one, 1 the next) as text to be pasted elsewhere: agreed ones only, not
 * protected, as many messages as it takes. Sensitive kinds are a code and a side (C4).
 */
export async function weekText(work: Work, actor: Actor, weeksAhead: number): Promise<Message[]> {
  const monday = work.now.startOf('week').plus({ weeks: weeksAhead });
  const [from, to] = [monday.toISODate()!, monday.plus({ weeks: 1 }).toISODate()!];
  const entries = (await listAhead(work, actor, to)).filter(
    (entry) => isLive(entry.state) && (entry.session ? entry.day >= from : entry.window.to > from),
  );
  const title = text('week-title', { window: { window: [from, to] } });
  const next =
    weeksAhead < LAST_WEEK && button('button-next-week', act('lichtuan', { weeks: weeksAhead + 1 }));
  if (entries.length === 0) return [message([title, text('week-empty')], [next])];
  const parts = inRoom(entries);
  return parts.map((part, i) =>
    message([...(i === 0 ? [title] : []), ...part.map(weekLine)], [i === parts.length - 1 && next]),
  );
}

function inRoom(entries: CalendarEntry[]): CalendarEntry[][] {
  const parts: CalendarEntry[][] = [];
  let left = 0;
  for (const entry of entries) {
    const size = WORDS_AROUND + (entry.target?.length ?? 0) + (entry.session?.place.length ?? 0);
    if (size > left) {
      parts.push([]);
      left = ROOM;
    }
    parts.at(-1)!.push(entry);
    left -= size;
  }
  return parts;
}

function weekLine(entry: CalendarEntry): Text {
  const { code, kind, target, lead, session, window } = entry;
  const what =
    target === null
      ? text('week-sensitive', { code: code ?? '', lead })
      : text('week-what', {
          code: code ?? '',
          kind: text(`kind-${kind}`),
          target: inspectedText(target, entry),
          lead,
        });
  if (!session) return text('week-window', { window: { window: [window.from, window.to] }, what });
  const { place, startsAt } = session;
  const args = { at: instantArg(startsAt), session: text(`session-${session.kind}`), what };
  return target === null ? text('week-session', args) : text('week-session-place', { ...args, place });
}
