import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { passToLeader, receiveProposal } from '../../src/usecases/inspection/answer-proposal.ts';
import { approveCrossing } from '../../src/usecases/inspection/approve-crossing.ts';
import { decideProposal } from '../../src/usecases/inspection/decide-proposal.ts';
import { proposeInspection } from '../../src/usecases/inspection/propose-inspection.ts';
import { proposeStop } from '../../src/usecases/inspection/propose-stop.ts';
import { listTasks } from '../../src/usecases/view/list-tasks.ts';
import { readCard } from '../../src/usecases/view/read-card.ts';
import { tasksMessage } from '../../src/usecases/view/tasks-message.ts';
import { type ChangeDesk, openChangeDesk, START } from '../support/change-desk.ts';
import { shown } from '../support/view-desk.ts';

let desk: ChangeDesk;
beforeAll(async () => {
  desk = await openChangeDesk();
});
beforeEach(() => desk.at(START));
afterAll(() => desk.base.close());

/** A proposal of side a that has crossed. */
async function proposal(): Promise<{ id: number; request: number }> {
  const id = await desk.agreed({ state: 'draft' });
  await desk.by('a-secretary', (work, actor) => proposeInspection(work, actor, id));
  await desk.by('a-chair', (work, actor) => approveCrossing(work, actor, id, true));
  await desk.pass(2);
  return { id, request: (await desk.requests(id, 'proposal'))[0]!.id };
}
const card = (key: string, id: number) =>
  desk.by(key, async (work, actor) => shown(work, await readCard(work, actor, id)));
const tasks = async (key: string, id: number) =>
  (await desk.by(key, listTasks))
    .filter((task) => 'inspectionId' in task && task.inspectionId === id)
    .map((task) => task.kind);

test('the card of a proposal offers what its message did, and no more what is done', async () => {
  const { id, request } = await proposal();
  const first = async () => (await card('b-secretary', id)).labels.slice(0, 3);
  expect(await first()).toEqual(['Đã tiếp nhận', 'Chuyển lãnh đạo', 'Ghi ý kiến lãnh đạo']);
  for (const key of ['a-secretary', 'b-member', 'b-chair', 'b-observer'])
    expect((await card(key, id)).labels, key).not.toContain('Đã tiếp nhận');
  await desk.by('b-secretary', (work, actor) => receiveProposal(work, actor, request));
  expect(await first()).toEqual(['Chuyển lãnh đạo', 'Ghi ý kiến lãnh đạo', 'Lịch sử']);
  await desk.by('b-secretary', (work, actor) => passToLeader(work, actor, request));
  expect(await first()).toEqual(['Ghi ý kiến lãnh đạo', 'Lịch sử', 'Lý do nhận tin']);
});

test('from the level above the đầu mối is offered Đã tiếp nhận and Báo cáo, đề xuất only', async () => {
  const relation = (value: string) => desk.base.ownerSql`update pair set relation = ${value}`;
  await relation('a_above');
  const { id, request } = await proposal();
  const { labels, data } = await card('b-secretary', id);
  await relation('peers');
  expect(labels).toEqual(['Đã tiếp nhận', 'Báo cáo, đề xuất', 'Lịch sử', 'Lý do nhận tin']);
  expect(data.slice(0, 2)).toEqual([`decide.${request}.agreed`, `decide.${request}.countered`]);
});

test('what the other side did not agree to waits for the đầu mối who proposed it, until they ask not to hold it', async () => {
  const { id, request } = await proposal();
  await desk.by('b-chair', (work, actor) =>
    decideProposal(work, actor, request, { decision: 'declined', reason: 'no_staff' }),
  );
  expect(await tasks('a-secretary', id)).toEqual(['again']);
  for (const key of ['a-chair', 'a-member', 'b-secretary', 'b-chair'])
    expect(await tasks(key, id), key).toEqual([]);
  const list = await desk.by('a-secretary', async (work, actor) =>
    shown(work, tasksMessage(actor, await listTasks(work, actor), 0, work.now)),
  );
  expect(list.text).toContain('xem lại đề xuất chưa thống nhất');
  expect(list.data).toContain(`card.${id}`);
  await desk.by('a-secretary', (work, actor) =>
    proposeStop(work, actor, id, 'not_held', { reason: 'no_staff' }),
  );
  expect(await tasks('a-secretary', id)).toEqual([]);
});
