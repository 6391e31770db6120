import { eq, inArray } from 'drizzle-orm';
import { auditEntry, exchange } from '../../../db/schema/index.ts';
import type { Text } from '../../domain/message.ts';
import { ownEntry } from '../../domain/own-entry.ts';
import type { TextKey } from '../../locales/keys.ts';
import { caseFor } from '../inspection/access.ts';
import type { Case } from '../inspection/load-case.ts';
import { isRefused } from '../said.ts';
import {
  type People,
  peopleBehind,
  type ReadEntry,
  readFacts,
  sideOf,
  sidesOfRequests,
  wordsFor,
} from '../view/entry-line.ts';
import { codeText } from '../view/lines.ts';
import { plain } from '../view/paged.ts';
import { spokenTo } from '../view/spoken-to.ts';
import type { Actor, Member, Work } from '../work.ts';
import { LOG } from './log-table.ts';

export type StoredEntry = typeof auditEntry.$inferSelect;

/**
 * An entry as one person may know it. `said` undefined: nothing of it. `isOpen`: its content may be shown as it was hashed; what
 * reads otherwise across, and steps of the clock, which count people of both sides, may not (R6).
 */
export type Judged = {
  row: StoredEntry;
  read: ReadEntry;
  said: TextKey | undefined;
  isOpen: boolean;
  isOwn: boolean;
  code: Text | undefined;
  people: People;
};

type Seen = { found: Case; isSpoken: (entry: ReadEntry) => boolean };

/** Judges slices of a pair's chain for one member, by the same rules as "Lịch sử"; what it loads it keeps. */
export function openJudge(work: Work, actor: Actor, member: Member) {
  const cases = new Map<number, Seen | undefined>();
  const codes = new Map<number, Text | undefined>();
  const seeCase = async (id: number) => {
    if (!cases.has(id)) cases.set(id, await loadSeen(work, actor, member, id));
    return cases.get(id);
  };
  return async (rows: StoredEntry[]): Promise<Judged[]> => {
    const reads = rows.map(readFacts);
    const people = await peopleBehind(work, member.pairId, reads);
    const requests = reads.flatMap((read) => read.request ?? []);
    const asked = await sidesOfRequests(work, [...new Set(requests)]);
    await loadCodes(work, member, codes, rows);
    const judged: Judged[] = [];
    for (const [i, row] of rows.entries()) {
      const read = reads[i]!;
      const known = ownEntry(LOG, row.type);
      if (!known) throw new Error(`no words for the audit entry ${row.type}`);
      const seen = row.inspectionId === null ? undefined : await seeCase(row.inspectionId);
      const exchangeCode = row.exchangeId === null ? undefined : codes.get(row.exchangeId);
      const isHidden = (row.inspectionId !== null && !seen) || (row.exchangeId !== null && !exchangeCode);
      const isOwn = sideOf(read, people, asked) === member.side;
      const said = isHidden ? undefined : wordsFor(known, isOwn, () => seen?.isSpoken(read) ?? false);
      const isOpen = said === known.text && known.seen !== 'spoken' && !known.isSealed;
      judged.push({
        row,
        read,
        said,
        isOpen,
        isOwn,
        people,
        code: seen ? codeText(seen.found) : exchangeCode,
      });
    }
    return judged;
  };
}

/** Undefined: the case is not this person's to see. */
async function loadSeen(work: Work, actor: Actor, member: Member, id: number): Promise<Seen | undefined> {
  const allowed = await caseFor(work, actor, id, 'inspection.view');
  if (isRefused(allowed)) return undefined;
  return { found: allowed.found, isSpoken: await spokenTo(work, allowed.found, member.side) };
}

/** The codes of the exchanges that this side sees: its own, and of the other what has crossed. */
async function loadCodes(
  work: Work,
  { side }: Member,
  codes: Map<number, Text | undefined>,
  rows: StoredEntry[],
): Promise<void> {
  const ids = [...new Set(rows.flatMap((row) => row.exchangeId ?? []))].filter((id) => !codes.has(id));
  if (ids.length === 0) return;
  const found = await work.tx.select().from(exchange).where(inArray(exchange.id, ids));
  for (const one of found) {
    const hasCrossed = one.crossesAt <= work.now && one.state !== 'waiting' && one.state !== 'recalled';
    codes.set(one.id, one.loggedSide === side || hasCrossed ? plain(one.code) : undefined);
  }
}

/** The entries of a chain. */
export const ofChain = (chainId: number) => eq(auditEntry.chainId, chainId);
