import { afterEach, beforeEach, expect, test } from 'vitest';
import { compose } from '../../src/usecases/compose/index.ts';
import { claimOutbox } from '../../src/usecases/outbox/claim.ts';
import { countQueries } from '../support/count-queries.ts';
import { letter, log } from '../support/exchange-desk.ts';
import { openStepDesk } from '../support/step-desk.ts';

let desk: Awaited<ReturnType<typeof openStepDesk>>;
beforeEach(async () => {
  desk = await openStepDesk();
});
afterEach(() => desk.base.close());

/** Notices of so many inspections and as many documents, all due: how many rows one batch holds, and how many queries composing them takes. */
async function batchOf(many: number): Promise<{ rows: number; queries: number }> {
  for (let n = 0; n < many; n += 1) {
    await desk.notify(await desk.agreed({ team: ['a-member', 'b-member'] }));
    await log(desk, desk.one, 'a', letter({ symbol: `${many * 20 + n}-CV/UBKTTU` }));
  }
  // One chat gets one row a batch: here each row has its own.
  await desk.base.ownerSql`update outbox set chat_id = id, not_before = '2026-11-01'`;
  await desk.base.ownerSql`update exchange set state = 'open', crosses_at = '2026-11-01'`;
  return desk.all(async (work) => {
    const rows = await claimOutbox(work, 'batch', 500, work.now.toMillis());
    const queries = await countQueries(work, (counted) => compose(counted, rows));
    return { rows: rows.length, queries };
  });
}

test('what a batch speaks of is loaded together: ten times as much takes no more queries', async () => {
  const few = await batchOf(1);
  const many = await batchOf(10);
  expect(many.rows).toBeGreaterThan(few.rows * 5);
  expect(many.queries).toBe(few.queries);
});
