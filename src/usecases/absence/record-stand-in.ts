import { inArray } from 'drizzle-orm';
import { exchange, inspection } from '../../../db/schema/index.ts';
import { distinct } from '../../domain/distinct.ts';
import { audit } from '../audit.ts';
import type { ToldRow } from '../enqueue.ts';
import { thingsIn } from '../outbox/kinds.ts';
import type { Work } from '../work.ts';

type About = { pairId: number; inspectionId?: number; exchangeId?: number };

/** "Báo B thay A": an entry for each inspection or document that the message speaks of, in the chain of its own pair. */
export async function recordStandIn(
  work: Work,
  row: ToldRow & { pairId: number },
  { to, absenceId }: { to: number; absenceId: number },
): Promise<void> {
  for (const about of await spokenOf(work, row))
    await audit(work, {
      ...about,
      type: 'stand_in.told',
      facts: { for: row.personId, person: row.personId, substitute: to, absence: absenceId, kind: row.kind },
    });
}

async function spokenOf(work: Work, { pairId, ref }: ToldRow & { pairId: number }): Promise<About[]> {
  const things = thingsIn(ref);
  const inspections = distinct(things.map(({ inspectionId }) => inspectionId));
  const exchanges = distinct(things.map(({ exchangeId }) => exchangeId));
  const about: About[] = [];
  if (inspections.length > 0) {
    const rows = await work.tx
      .select({ pairId: inspection.pairId, inspectionId: inspection.id })
      .from(inspection)
      .where(inArray(inspection.id, inspections))
      .orderBy(inspection.id);
    about.push(...rows);
  }
  if (exchanges.length > 0) {
    const rows = await work.tx
      .select({ pairId: exchange.pairId, exchangeId: exchange.id })
      .from(exchange)
      .where(inArray(exchange.id, exchanges))
      .orderBy(exchange.id);
    about.push(...rows);
  }
  return about.length > 0 ? about : [{ pairId }];
}
