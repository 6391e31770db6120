import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { answerNotice } from '../../src/usecases/inspection/answer-notice.ts';
import { approveCrossing } from '../../src/usecases/inspection/approve-crossing.ts';
import { proposeInspection } from '../../src/usecases/inspection/propose-inspection.ts';
import { setOwnTeam } from '../../src/usecases/inspection/set-team.ts';
import { recomputeDue } from '../../src/usecases/request/recompute-due.ts';
import { type ChangeDesk, openChangeDesk, START } from '../support/change-desk.ts';

// This pair works from 08h00 to 16h30; what is due at the end of a working day is due at 16h30, not at 17h00.
const HOURS = [
  ['08:00', '12:00'],
  ['13:30', '16:30'],
];
const WEDNESDAY = '2026-11-25T16:30:00.000+07:00';

let desk: ChangeDesk;
beforeAll(async () => {
  desk = await openChangeDesk();
  await desk.base
    .ownerSql`update pair set policy = jsonb_set(policy, '{workingHours}', ${desk.base.ownerSql.json(HOURS)})`;
});
beforeEach(() => desk.at(START));
afterAll(() => desk.base.close());

const dueOf = async (id: number, kind: Parameters<ChangeDesk['requests']>[1]) =>
  (await desk.requests(id, kind)).at(-1)!.dueAt.setZone('Asia/Ho_Chi_Minh').toISO();

test('a notice is due at the end of the working time of its agreement', async () => {
  const id = await desk.agreed();
  await desk.notify(id);
  expect(await dueOf(id, 'notice')).toBe(WEDNESDAY);
});

test('what the other side is to confirm is due there too', async () => {
  const id = await desk.agreed();
  await desk.crossed(id);
  expect(await dueOf(id, 'change')).toBe(WEDNESDAY);
});

test("so are one's own leader's word and the answer to a proposal", async () => {
  const id = await desk.agreed({ state: 'draft' });
  await desk.by('a-secretary', (work, actor) => proposeInspection(work, actor, id));
  expect(await dueOf(id, 'approval')).toBe(WEDNESDAY);
  await desk.by('a-chair', (work, actor) => approveCrossing(work, actor, id, true));
  expect(await dueOf(id, 'proposal')).toBe('2026-11-30T16:30:00.000+07:00');
});

test('and a notice that asks anew after its deadline, for someone who joins the team', async () => {
  const id = await desk.agreed();
  const request = await desk.notify(id);
  for (const key of ['a-secretary', 'b-secretary'])
    await desk.by(key, (work, actor) => answerNotice(work, actor, request, { answer: 'received' }));
  desk.at('2026-11-26T09:00:00+07:00');
  await desk.by('a-secretary', (work, actor) => setOwnTeam(work, actor, id, [desk.one.cast['a-member']!.id]));
  expect(await dueOf(id, 'notice')).toBe('2026-11-30T16:30:00.000+07:00');
});

test('a calendar that changes nothing leaves these deadlines as they are', async () => {
  const id = await desk.agreed();
  await desk.notify(id);
  expect(await desk.all(recomputeDue)).toBe(0);
  expect(await dueOf(id, 'notice')).toBe(WEDNESDAY);
});
