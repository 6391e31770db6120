import { eq } from 'drizzle-orm';
import { auditEntry, exchange } from '../../db/schema/index.ts';
import type { NewExchange } from '../../src/usecases/exchange/check-new-exchange.ts';
import type { Entry } from '../../src/usecases/exchange/load-exchange.ts';
import { type LoggedExchange, logExchange } from '../../src/usecases/exchange/log-exchange.ts';
import { runExchangeSteps } from '../../src/usecases/exchange/run-exchange-steps.ts';
import { isRefused } from '../../src/usecases/said.ts';
import type { SeededPair } from './seed.ts';
import type { ViewDesk } from './view-desk.ts';

/** A document that goes out, of Friday 20/11/2026; the fields given replace its own. */
export const letter = (given: Partial<NewExchange> = {}): NewExchange => ({
  direction: 'out',
  channel: 'mail',
  nature: 'ad_hoc',
  symbol: '05-BC/UBKTTU',
  documentDay: '2026-11-20',
  subject: 'Báo cáo kết quả quý III',
  ...given,
});

/** Logs as the đầu mối of a side; the refusal's key when it is refused. */
export async function tryLog(
  desk: ViewDesk,
  seeded: SeededPair,
  side: 'a' | 'b',
  given: NewExchange,
): Promise<LoggedExchange | string> {
  return desk.as(seeded.cast[`${side}-secretary`]!.userId, async (work, actor) => {
    const logged = await logExchange(work, actor, seeded.pairId, given);
    return isRefused(logged) ? logged.refused.key : logged;
  });
}

export async function log(
  desk: ViewDesk,
  seeded: SeededPair,
  side: 'a' | 'b',
  given: NewExchange,
): Promise<Entry> {
  const logged = await tryLog(desk, seeded, side, given);
  if (typeof logged === 'string') throw new Error(logged);
  return logged.entry;
}

export const entryOf = async (desk: ViewDesk, id: number) =>
  desk.office.work({ pairs: 'all' }, async ({ tx }) => {
    const [row] = await tx.select().from(exchange).where(eq(exchange.id, id));
    return row!;
  });

/** What the sweep does of the ledger. */
export const sweepLedger = (desk: ViewDesk): Promise<string[]> =>
  desk.office.work({ pairs: 'all' }, (work) => runExchangeSteps(work, 200));

export const auditOf = (desk: ViewDesk, id: number): Promise<string[]> =>
  desk.office.work({ pairs: 'all' }, async ({ tx }) => {
    const rows = await tx
      .select({ type: auditEntry.type })
      .from(auditEntry)
      .where(eq(auditEntry.exchangeId, id))
      .orderBy(auditEntry.seq);
    return rows.map((row) => row.type);
  });
