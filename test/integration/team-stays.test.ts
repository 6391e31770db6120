import { afterEach, beforeEach, expect, test } from 'vitest';
import { setOwnTeam } from '../../src/usecases/inspection/set-team.ts';
import { openStepDesk } from '../support/step-desk.ts';

let desk: Awaited<ReturnType<typeof openStepDesk>>;
beforeEach(async () => {
  desk = await openStepDesk();
});
afterEach(() => desk.base.close());

const rows = () =>
  desk.base.ownerSql`select person_id, role, xmin::text as written from inspection_team order by person_id`;

test('the same people named again leave no trace; who is added or removed leaves the others as they were', async () => {
  const { cast } = desk.one;
  const [first, second] = [cast['a-member']!.id, cast['a-secretary']!.id];
  const id = await desk.agreed({ team: ['a-member'] });
  await desk.by('a-secretary', (work, actor) => setOwnTeam(work, actor, id, [first], { [first]: 'deputy' }));
  const before = await rows();
  const set = (team: number[]) => desk.by('a-secretary', (work, actor) => setOwnTeam(work, actor, id, team));
  await set([first, first]);
  expect(await rows()).toEqual(before);
  await set([first, second]);
  expect((await rows()).filter((row) => row.person_id === first)).toEqual([...before]);
  await set([second]);
  expect((await rows()).map((row) => row.person_id)).toEqual([second]);
  await set([]);
  expect(await rows()).toHaveLength(0);
});
