import { and, desc, eq, inArray } from 'drizzle-orm';
import { DateTime } from 'luxon';
import { z } from 'zod';
import { auditEntry, membership, person, request } from '../../../db/schema/index.ts';
import type { Message, Text } from '../../domain/message.ts';
import { ANSWERS, VIAS } from '../../domain/request.ts';
import type { Side } from '../../domain/side.ts';
import { authorise } from '../inspection/access.ts';
import { type Case, loadCase } from '../inspection/load-case.ts';
import { button, details, instantArg, isRefused, type Refused, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { HISTORY, type HistoryText } from './history-table.ts';
import { codeText } from './lines.ts';
import { joined, paged, plain } from './paged.ts';
import { spokenTo } from './spoken-to.ts';

/** The facts of an entry that are read here; names and free text stand in it as digests and are left alone. */
const Body = z.object({
  by: z.number().nullable(),
  side: z.enum(['a', 'b']).nullish(),
  request: z.number().nullish(),
  answer: z.enum(ANSWERS).nullish(),
  via: z.enum(VIAS).nullish(),
  /** Whom it was about: an answer recorded for them, their opinion settled. Own side only. */
  for: z.number().nullish(),
  of: z.number().nullish(),
  substitute: z.number().nullish(),
});

type HistoryEntry = { type: string; at: DateTime } & z.infer<typeof Body>;

type People = Map<number, { side: Side; name: string }>;

/**
 * "Lịch sử": what happened to an inspection as far as this side may know it, the latest first. The other side's inner steps are not
 * shown, its people appear as their committee (R6, C8). Throws when an entry has no words: a bug.
 */
export async function readHistory(
  work: Work,
  actor: Actor,
  inspectionId: number,
  page: number,
): Promise<Message | Refused> {
  const allowed = authorise(
    await loadCase(work, inspectionId),
    actor,
    'inspection.view',
    work.now.toMillis(),
  );
  if (isRefused(allowed)) return allowed;
  const { found, member } = allowed;
  const entries = await loadEntries(work, found);
  const people = await peopleBehind(work, found, entries);
  const isSpoken = await spokenTo(work, found, member.side);
  const sides = await sidesOfRequests(work, inspectionId);
  const lines = entries.flatMap((entry) => {
    const side = entry.side ?? people.get(entry.by ?? 0)?.side ?? sides.get(entry.request ?? 0) ?? null;
    const said = wordsFor(entry.type, side === member.side, () => isSpoken(entry));
    return said ? [entryLine(found, member.side, entry, people, said)] : [];
  });
  const list = paged(lines, page, (to) => `history.${inspectionId}.${to}`);
  return details(
    [text('history-head', { code: codeText(found) }), ...list.shown.map(({ item }) => item)],
    [...list.turns, button('button-card', `card.${inspectionId}`)],
  );
}

/** The words for one reader; undefined: not theirs to know. */
function wordsFor(type: string, isOwn: boolean, isSpoken: () => boolean): HistoryText['text'] | undefined {
  const known = HISTORY[type];
  if (!known) throw new Error(`no words for the audit entry ${type}`);
  if (known.seen === 'spoken') return isSpoken() ? known.text : undefined;
  return known.seen === 'both' || isOwn ? known.text : known.across;
}

function entryLine(
  found: Case,
  own: Side,
  entry: HistoryEntry,
  people: People,
  said: HistoryText['text'],
): Text {
  const isOwn = people.get(entry.by ?? 0)?.side === own;
  const via = entry.via ?? 'tap';
  return joined([
    text('history-at', { at: instantArg(entry.at) }),
    whoText(found, own, entry.by, people),
    text(said, {
      answer: entry.answer ? text(`answer-${entry.answer}`) : '',
      name: nameText(people, entry.for ?? entry.of),
      other: nameText(people, entry.substitute),
    }),
    isOwn && via !== 'tap' && text(`via-${via}`),
  ]);
}

/** Own side by name, the other by committee; nobody: the clock. */
function whoText(found: Case, own: Side, by: number | null, people: People): Text {
  if (by === null) return text('history-system');
  const who = people.get(by);
  if (!who) return text('view-erased');
  if (who.side !== own) return plain(found.committees[who.side].shortName);
  return who.name ? plain(who.name) : text('view-erased');
}

function nameText(people: People, id: number | null | undefined): Text {
  const name = people.get(id ?? 0)?.name;
  return name ? plain(name) : text('view-erased');
}

async function loadEntries(work: Work, found: Case): Promise<HistoryEntry[]> {
  const { pairId, id } = found.inspection;
  const rows = await work.tx
    .select({ type: auditEntry.type, at: auditEntry.at, body: auditEntry.body })
    .from(auditEntry)
    .where(and(eq(auditEntry.pairId, pairId), eq(auditEntry.inspectionId, id)))
    .orderBy(desc(auditEntry.seq));
  return rows.map(({ type, at, body }) => ({
    ...Body.parse(JSON.parse(body)),
    type,
    at: DateTime.fromISO(at, { zone: 'Asia/Ho_Chi_Minh' }),
  }));
}

/** The side of each person who acted, also after they have left it. */
async function peopleBehind(work: Work, found: Case, entries: HistoryEntry[]): Promise<People> {
  const all = entries.flatMap((entry) => [entry.by, entry.for, entry.of, entry.substitute]);
  const ids = [...new Set(all.filter((id) => typeof id === 'number'))];
  if (ids.length === 0) return new Map();
  const rows = await work.tx
    .select({ id: person.id, name: person.name, side: membership.side })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(and(eq(membership.pairId, found.inspection.pairId), inArray(membership.personId, ids)));
  return new Map(rows.map(({ id, ...rest }) => [id, rest]));
}

async function sidesOfRequests(work: Work, inspectionId: number): Promise<Map<number, Side | null>> {
  const rows = await work.tx
    .select({ id: request.id, side: request.side })
    .from(request)
    .where(eq(request.inspectionId, inspectionId));
  return new Map(rows.map((row) => [row.id, row.side]));
}
