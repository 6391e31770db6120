import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Office } from '../../src/usecases/begin-work.ts';
import { findActor } from '../../src/usecases/find-actor.ts';
import { receiveProposal } from '../../src/usecases/inspection/answer-proposal.ts';
import { sendProposalNow } from '../../src/usecases/inspection/propose-inspection.ts';
import { isRefused } from '../../src/usecases/said.ts';
import type { Actor, Work } from '../../src/usecases/work.ts';
import { makeTestDatabase, type TestDatabase } from '../support/database.ts';
import { seedPair } from '../support/seed.ts';
import { seedStates } from '../support/seed-states.ts';
import { openOfficeAtStart } from '../support/start-day.ts';

let base: TestDatabase;
let office: Office;

beforeAll(async () => {
  base = await makeTestDatabase();
  office = await openOfficeAtStart(base);
}, 60_000);
afterAll(() => base.close());

test('what was sent at once can be answered at once, before any sweep, and the sweep crosses it no second time', async () => {
  const seeded = await seedPair(office);
  const { crossing } = await seedStates(office, seeded);
  const as = <T>(key: string, fn: (work: Work, actor: Actor) => Promise<T>) =>
    office.work({ pairs: 'all' }, async (work) =>
      fn(work, (await findActor(work, seeded.cast[key]!.userId))!),
    );
  const proposal = crossing.requests.proposal!;
  const early = await as('b-secretary', (work, actor) => receiveProposal(work, actor, proposal));
  expect(early).toMatchObject({ refused: { key: 'refused-not-found' } });
  expect(isRefused(await as('a-secretary', (work, actor) => sendProposalNow(work, actor, crossing.id)))).toBe(
    false,
  );
  const received = await as('b-secretary', (work, actor) => receiveProposal(work, actor, proposal));
  expect(isRefused(received)).toBe(false);
  const crossed = await base.ownerSql`
    select count(*)::int as n from audit_entry where type = 'proposal.crossed' and inspection_id = ${crossing.id}`;
  expect(crossed[0]!.n).toBe(1);
});
