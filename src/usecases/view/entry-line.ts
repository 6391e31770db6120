import { and, eq, inArray } from 'drizzle-orm';
import { DateTime } from 'luxon';
import { z } from 'zod';
import { membership, person, request } from '../../../db/schema/index.ts';
import type { Text } from '../../domain/message.ts';
import { ANSWERS, VIAS } from '../../domain/request.ts';
import type { Side } from '../../domain/side.ts';
import { ZONE } from '../../domain/working-time.ts';
import type { Case } from '../inspection/load-case.ts';
import { instantArg, text } from '../said.ts';
import type { Work } from '../work.ts';
import type { HistoryText } from './history-table.ts';
import { joined, plain } from './paged.ts';

/** The facts of an entry that are read here; names and free text stand in it as digests and are left alone. */
const Facts = z.object({
  by: z.number().nullable(),
  side: z.enum(['a', 'b']).nullish(),
  request: z.number().nullish(),
  answer: z.enum(ANSWERS).nullish().catch(null),
  via: z.enum(VIAS).nullish().catch(null),
  /** Whom it was about: an answer recorded for them, their opinion settled, their invitation. Own side only. */
  for: z.number().nullish(),
  of: z.number().nullish().catch(null),
  person: z.number().nullish(),
  byOperator: z.boolean().nullish(),
  substitute: z.number().nullish(),
  /** Of a head of the chain: up to where it goes. */
  seq: z.number().nullish(),
  /** The number of a recommendation. */
  recommendation: z.number().nullish(),
});

/** An entry as its line needs it. */
export type ReadEntry = { type: string; at: DateTime } & z.infer<typeof Facts>;

/** An entry as it is stored, with its facts read. */
export const readFacts = ({ type, at, body }: { type: string; at: string; body: string }): ReadEntry => ({
  ...Facts.parse(JSON.parse(body)),
  type,
  at: DateTime.fromISO(at, { zone: ZONE }),
});

/** The people behind entries, by id; who was erased has no name. */
export type People = Map<number, { side: Side; name: string }>;

/** The side of each person who acted or was acted on, also after they have left it. */
export async function peopleBehind(work: Work, pairId: number, entries: ReadEntry[]): Promise<People> {
  const all = entries.flatMap((entry) => [entry.by, entry.for, entry.of, entry.substitute, entry.person]);
  const ids = [...new Set(all.filter((id) => typeof id === 'number'))];
  if (ids.length === 0) return new Map();
  const rows = await work.tx
    .select({ id: person.id, name: person.name, side: membership.side })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(and(eq(membership.pairId, pairId), inArray(membership.personId, ids)));
  return new Map(rows.map(({ id, ...rest }) => [id, rest]));
}

/** The side that each request asks; null: both. */
export async function sidesOfRequests(work: Work, ids: number[]): Promise<Map<number, Side | null>> {
  if (ids.length === 0) return new Map();
  const rows = await work.tx
    .select({ id: request.id, side: request.side })
    .from(request)
    .where(inArray(request.id, ids));
  return new Map(rows.map((row) => [row.id, row.side]));
}

/** Whose doing an entry is: as it says, or the side of who did it, of who was asked, of whom it is about. */
export const sideOf = (entry: ReadEntry, people: People, asked: Map<number, Side | null>): Side | null =>
  entry.side ??
  people.get(entry.by ?? 0)?.side ??
  asked.get(entry.request ?? 0) ??
  people.get(entry.person ?? 0)?.side ??
  null;

/** The words for one reader; undefined: not theirs to know. */
export function wordsFor(
  known: HistoryText,
  isOwn: boolean,
  isSpoken: () => boolean,
): HistoryText['text'] | undefined {
  if (known.seen === 'spoken') return isSpoken() ? known.text : undefined;
  return known.seen === 'both' || isOwn ? known.text : known.across;
}

/** From where an entry is read. */
export type Reader = { own: Side; committees: Case['committees']; people: People };

/** When · who · what; own people by name, the other side by its committee; nobody: the clock. */
export const entryLine = (reader: Reader, entry: ReadEntry, said: HistoryText['text']): Text =>
  joined([
    text('history-at', { at: instantArg(entry.at) }),
    whoText(reader, entry),
    whatText(reader, entry, said),
  ]);

/** Own side by name, the other by committee; nobody: the operator or the clock. Who acts from another pair has no name here. */
export function whoText({ own, committees, people }: Reader, { by, byOperator }: ReadEntry): Text {
  if (by === null) return text(byOperator ? 'by-operator' : 'history-system');
  const who = people.get(by);
  if (!who) return text('view-elsewhere');
  if (who.side !== own) return plain(committees[who.side].shortName);
  return who.name ? plain(who.name) : text('view-erased');
}

/** What was done, and how a word was received when it was one's own side that recorded it. */
export function whatText({ own, people }: Reader, entry: ReadEntry, said: HistoryText['text']): Text {
  const isOwn = people.get(entry.by ?? 0)?.side === own;
  const via = entry.via ?? 'tap';
  return joined([
    text(said, {
      answer: entry.answer ? text(`answer-${entry.answer}`) : '',
      name: nameText(people, entry.for ?? entry.of ?? entry.person),
      other: nameText(people, entry.substitute),
      seq: entry.seq ?? 0,
      n: entry.recommendation ?? 0,
    }),
    isOwn && via !== 'tap' && text(`via-${via}`),
  ]);
}

function nameText(people: People, id: number | null | undefined): Text {
  const name = people.get(id ?? 0)?.name;
  return name ? plain(name) : text('view-erased');
}
