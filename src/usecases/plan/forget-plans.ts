import { sql } from 'drizzle-orm';
import type { Work } from '../work.ts';

/**
 * The words of plans whose year ended more than `retentionDays` ago (C8): subjects of lines, reasons of settlements, and their values in
 * the book. Lines, reasons from the list and figures stay, and the chain verifies.
 */
export async function forgetPlans(work: Work, retentionDays: number): Promise<void> {
  const before = work.now.minus({ days: retentionDays }).toISODate()!;
  const over = sql`(select id from year_plan where make_date(year + 1, 1, 1) <= ${before}::date)`;
  await work.tx.execute(sql`
    update plan_item set subject = null where subject is not null and plan_id in ${over}`);
  await work.tx.execute(sql`
    delete from audit_value v using audit_entry e
    where e.chain_id = v.chain_id and e.seq = v.seq and e.type in ('plan.settlement-proposed', 'plan.gaps-kept')
      and (e.body::jsonb->>'plan')::int in ${over}`);
  await work.tx.execute(sql`
    update plan_settlement set reason_text = null where reason_text is not null
      and finding_id in (select id from plan_finding where plan_id in ${over})`);
}
