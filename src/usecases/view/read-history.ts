import { and, desc, eq } from 'drizzle-orm';
import { auditEntry } from '../../../db/schema/index.ts';
import type { Message } from '../../domain/message.ts';
import { ownEntry } from '../../domain/own-entry.ts';
import { act } from '../actions/index.ts';
import { caseFor } from '../inspection/access.ts';
import type { Case } from '../inspection/load-case.ts';
import { button, details, isRefused, type Refused, strong, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import {
  entryLine,
  peopleBehind,
  type ReadEntry,
  type Reader,
  readFacts,
  sideOf,
  sidesOfRequests,
  wordsFor,
} from './entry-line.ts';
import { HISTORY } from './history-table.ts';
import { codeText } from './lines.ts';
import { paged } from './paged.ts';
import { spokenTo } from './spoken-to.ts';

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
  const allowed = await caseFor(work, actor, inspectionId, 'inspection.view');
  if (isRefused(allowed)) return allowed;
  const { found, member } = allowed;
  const entries = await loadEntries(work, found);
  const people = await peopleBehind(work, found.inspection.pairId, entries);
  const reader: Reader = { own: member.side, committees: found.committees, people };
  const isSpoken = await spokenTo(work, found, member.side);
  const asked = await sidesOfRequests(
    work,
    entries.flatMap((entry) => entry.request ?? []),
  );
  const lines = entries.flatMap((entry) => {
    const known = ownEntry(HISTORY, entry.type);
    if (!known) throw new Error(`no words for the audit entry ${entry.type}`);
    const isOwn = sideOf(entry, people, asked) === member.side;
    const said = wordsFor(known, isOwn, () => isSpoken(entry));
    return said ? [entryLine(reader, entry, said)] : [];
  });
  const list = paged(lines, page, (to) => act('history', { id: inspectionId, page: to }));
  return details(
    [strong(text('history-head', { code: codeText(found) })), ...list.shown.map(({ item }) => item)],
    [...list.turns, button('button-card', act('card', { id: inspectionId }))],
  );
}

async function loadEntries(work: Work, found: Case): Promise<ReadEntry[]> {
  const { pairId, id } = found.inspection;
  const rows = await work.tx
    .select({ type: auditEntry.type, at: auditEntry.at, body: auditEntry.body })
    .from(auditEntry)
    .where(and(eq(auditEntry.pairId, pairId), eq(auditEntry.inspectionId, id)))
    .orderBy(desc(auditEntry.seq));
  return rows.map(readFacts);
}
