import { and, inArray, isNotNull, lt, ne, sql } from 'drizzle-orm';
import {
  absence,
  answer,
  auditEntry,
  auditValue,
  form,
  inspection,
  inspectionVersion,
  outbox,
  recommendation,
  updateInHand,
  updateSeen,
} from '../../db/schema/index.ts';
import type { Office } from './begin-work.ts';
import { forgetErased } from './erase-person.ts';
import { forgetEntries } from './exchange/forget-entries.ts';
import { forgetPlans } from './plan/forget-plans.ts';
import type { Work } from './work.ts';

/** Telegram repeats an update for 24 h; ids can restart after a quiet week. */
const UPDATES_KEPT_DAYS = 7;
/** Long enough to edit what was said, and to answer what a person was told and when. */
const OUTBOX_KEPT_DAYS = 90;
const FORMS_KEPT_DAYS = 1;
/** Who was on leave is nobody's business for long. */
const ABSENCES_KEPT_DAYS = 90;
/** One pass; the rest is found by the next. */
const BATCH = 500;

/**
 * Forgets what is no longer needed: updates, forms, messages said long ago; and after `retentionDays` the words of inspections
 * that have ended, of settled entries of the ledger and of plans of years long past (C8). Figures, symbols and the audit chain stay, and the chain verifies.
 */
export async function forgetOld(office: Office, retentionDays: number): Promise<void> {
  await office.work({ pairs: 'all' }, async (work) => {
    const before = (days: number) => work.now.minus({ days });
    await work.tx.delete(updateSeen).where(lt(updateSeen.seenAt, before(UPDATES_KEPT_DAYS)));
    await work.tx.delete(updateInHand).where(lt(updateInHand.takenAt, before(UPDATES_KEPT_DAYS)));
    await work.tx
      .delete(form)
      .where(and(ne(form.state, 'open'), lt(form.changedAt, before(FORMS_KEPT_DAYS))));
    await work.tx
      .delete(outbox)
      .where(
        and(
          inArray(outbox.state, ['sent', 'failed', 'skipped']),
          lt(outbox.createdAt, before(OUTBOX_KEPT_DAYS)),
          sql`not exists (select from task_board board where board.outbox_id = ${outbox.id})`,
        ),
      );
    await work.tx.delete(absence).where(lt(absence.toDay, before(ABSENCES_KEPT_DAYS).toISODate()!));
    await forgetErased(work);
    await forgetWords(work, retentionDays);
    await forgetEntries(work, retentionDays);
    await forgetPlans(work, retentionDays);
  });
}

async function forgetWords(work: Work, retentionDays: number): Promise<void> {
  const rows = await work.tx
    .select({ id: inspection.id })
    .from(inspection)
    .where(
      and(
        inArray(inspection.state, ['concluded', 'stopped', 'not_held']),
        lt(inspection.changedAt, work.now.minus({ days: retentionDays })),
        sql`exists (select 1 from ${auditValue} v join ${auditEntry} e on e.chain_id = v.chain_id and e.seq = v.seq
          where e.inspection_id = ${inspection.id})`,
      ),
    )
    .limit(BATCH);
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return;
  await work.tx.execute(sql`
    delete from audit_value v using audit_entry e
    where e.chain_id = v.chain_id and e.seq = v.seq and ${inArray(sql`e.inspection_id`, ids)}`);
  await work.tx
    .update(inspectionVersion)
    .set({ reasonText: null })
    .where(and(inArray(inspectionVersion.inspectionId, ids), isNotNull(inspectionVersion.reasonText)));
  await work.tx
    .update(recommendation)
    .set({ words: null })
    .where(and(inArray(recommendation.inspectionId, ids), isNotNull(recommendation.words)));
  await work.tx.execute(sql`
    update ${answer} set reason_text = null
    where reason_text is not null and request_id in (select id from request where ${inArray(sql`inspection_id`, ids)})`);
}
