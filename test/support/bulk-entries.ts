import { exchange } from '../../db/schema/index.ts';
import { exchangeVector, foldExchange } from '../../src/domain/exchange-words.ts';
import { DEFAULT_POLICY } from '../../src/domain/policy.ts';
import type { SeededPair } from './seed.ts';
import type { ViewDesk } from './view-desk.ts';

type Row = typeof exchange.$inferInsert;
/** What sets an entry apart; its code and day at least. */
export type Entered = Pick<Row, 'code' | 'documentDay'> & Partial<Row>;

/** Many entries at once, past the use case: received documents of side a that crossed a while ago, but for what is given. Their ids. */
export async function enter(
  desk: ViewDesk,
  { pairId, cast }: SeededPair,
  entries: Entered[],
): Promise<number[]> {
  return desk.office.work({ pairs: 'all' }, async ({ tx, now }) => {
    const rows = entries.map((given): Row => {
      const { code, symbol = null, subject = null } = given;
      const folded = foldExchange({ code, symbol, subject, target: null });
      return {
        ...{ pairId, folded, words: exchangeVector(pairId, folded), policy: DEFAULT_POLICY },
        ...{
          fromSide: 'a',
          loggedSide: 'a',
          loggedBy: cast['a-secretary']!.id,
          loggedAt: now.minus({ days: 1 }),
        },
        ...{ nature: 'ad_hoc', channel: 'mail', crossesAt: now.minus({ days: 1 }), state: 'open' },
        ...{ receipt: 'received', receiptBy: cast['b-secretary']!.id, receiptAt: now },
        ...given,
      };
    });
    const made = await tx.insert(exchange).values(rows).returning({ id: exchange.id });
    return made.map((row) => row.id);
  });
}
