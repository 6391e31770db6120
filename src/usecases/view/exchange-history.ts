import { and, desc, eq } from 'drizzle-orm';
import { auditEntry } from '../../../db/schema/index.ts';
import type { Message } from '../../domain/message.ts';
import { act } from '../actions/index.ts';
import { openJudge } from '../chain/judge.ts';
import { exchangeFor } from '../exchange/load-exchange.ts';
import { button, details, isRefused, type Refused, strong, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { entryLine } from './entry-line.ts';
import { paged } from './paged.ts';

/** "Lịch sử" of an entry of the ledger, read from the chain by the rules of the log: the other side's people appear as their committee. */
export async function exchangeHistory(
  work: Work,
  actor: Actor,
  id: number,
  page: number,
): Promise<Message | Refused> {
  const allowed = await exchangeFor(work, actor, id, 'exchange.view');
  if (isRefused(allowed)) return allowed;
  const { member, logged } = allowed;
  const { entry, committees } = logged;
  const rows = await work.tx
    .select()
    .from(auditEntry)
    .where(and(eq(auditEntry.pairId, entry.pairId), eq(auditEntry.exchangeId, id)))
    .orderBy(desc(auditEntry.seq));
  const judged = await openJudge(work, actor, member)(rows);
  const lines = judged.flatMap(({ read, said, people }) =>
    said ? [entryLine({ own: member.side, committees, people }, read, said)] : [],
  );
  const list = paged(lines, page, (to) => act('xhist', { id, page: to }));
  return details(
    [strong(text('history-head', { code: entry.code })), ...list.shown.map(({ item }) => item)],
    [...list.turns, button('button-exchange-card', act('x', { id }))],
  );
}
