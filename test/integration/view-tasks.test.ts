import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { membership } from '../../db/schema/index.ts';
import { answerNotice } from '../../src/usecases/inspection/answer-notice.ts';
import { passToLeader, receiveProposal } from '../../src/usecases/inspection/answer-proposal.ts';
import { approveCrossing } from '../../src/usecases/inspection/approve-crossing.ts';
import { draftInspection } from '../../src/usecases/inspection/draft-inspection.ts';
import { issueNotice } from '../../src/usecases/inspection/issue-notice.ts';
import { loadCase } from '../../src/usecases/inspection/load-case.ts';
import { proposeInspection } from '../../src/usecases/inspection/propose-inspection.ts';
import { dueRequests, runDueSteps } from '../../src/usecases/request/run-steps.ts';
import { isRefused } from '../../src/usecases/said.ts';
import { listTasks, type Task } from '../../src/usecases/view/list-tasks.ts';
import { readProposal } from '../../src/usecases/view/read-proposal.ts';
import { tasksMessage } from '../../src/usecases/view/tasks-message.ts';
import { NOTHING_BESIDES } from '../support/nothing-besides.ts';
import type { SeededPair } from '../support/seed.ts';
import { agreedInspection } from '../support/seed-inspection.ts';
import { openViewDesk, shown, type ViewDesk } from '../support/view-desk.ts';

let desk: ViewDesk;
beforeAll(async () => {
  desk = await openViewDesk();
});
afterAll(() => desk.base.close());

const user = (seeded: SeededPair, key: string): number => seeded.cast[key]!.userId;
const tasksOf = (seeded: SeededPair, key: string): Promise<Task[]> =>
  desk.as(user(seeded, key), (work, actor) => listTasks(work, actor));
/** The request behind a task of an inspection. */
function requestOf(task: Task | undefined): number {
  if (task && 'requestId' in task && task.requestId !== null) return task.requestId;
  throw new Error('no request is behind this task');
}
const kindsOf = async (seeded: SeededPair, key: string) =>
  (await tasksOf(seeded, key)).map((task) => task.kind);
const read = (userId: number, page = 0) =>
  desk.as(userId, async (work, actor) =>
    shown(work, tasksMessage(actor, await listTasks(work, actor), page, work.now)),
  );

/** A draft of side a of the pair, by its đầu mối. */
async function draft(seeded: SeededPair): Promise<number> {
  return desk.as(user(seeded, 'a-secretary'), async (work, actor) => {
    const made = await draftInspection(
      work,
      actor,
      seeded.pairId,
      {
        targetId: seeded.targets.y!,
        kind: 'compliance',
        subjectBody: 'standing_board',
        subject: null,
        leadSide: 'a',
        mode: 'coordinate',
        windowFrom: '2026-12-14',
        windowTo: '2026-12-19',
        ...NOTHING_BESIDES,
        sessions: [],
      },
      [],
    );
    if (isRefused(made)) throw new Error(made.refused.key);
    return made.inspectionId;
  });
}

const runDue = () =>
  desk.office.work({ pairs: 'all' }, async (work) => {
    for (const id of await dueRequests(work, 100)) await runDueSteps(work, id);
  });

const notify = (inspectionId: number) =>
  desk.office.work({ pairs: 'all' }, async (work) =>
    issueNotice(work, (await loadCase(work, inspectionId))!, desk.one.cast['a-secretary']!.id),
  );

test('with nothing due the message says so and that the system works', async () => {
  const { text, labels } = await read(user(desk.two, 'a-member'));
  expect(text).toBe('Tuần này đồng chí không có việc đến hạn. Hệ thống hoạt động bình thường.');
  expect(labels).toEqual([]);
});

test('a proposal goes from task to task: draft, approval, receipt, decision; each person sees only their own', async () => {
  const id = await draft(desk.one);
  expect(await kindsOf(desk.one, 'a-secretary')).toEqual(['draft']);
  expect(await kindsOf(desk.one, 'a-chair')).toEqual([]);
  await desk.as(user(desk.one, 'a-secretary'), (work, actor) => proposeInspection(work, actor, id));
  expect(await kindsOf(desk.one, 'a-secretary')).toEqual([]);
  expect(await kindsOf(desk.one, 'a-chair')).toEqual(['approve']);
  await desk.as(user(desk.one, 'a-chair'), (work, actor) => approveCrossing(work, actor, id, true));
  expect(await kindsOf(desk.one, 'a-chair')).toEqual([]);
  // Not before the time for recall is over.
  expect(await kindsOf(desk.one, 'b-secretary')).toEqual([]);
  desk.at('2026-11-23T09:02:00+07:00');
  await runDue();
  const [received] = await tasksOf(desk.one, 'b-secretary');
  expect(received).toMatchObject({ kind: 'receive', code: 'PH-2026-001' });
  expect(await kindsOf(desk.one, 'b-chair')).toEqual([]);
  const requestId = requestOf(received);
  await desk.as(user(desk.one, 'b-secretary'), (work, actor) => receiveProposal(work, actor, requestId));
  expect(await kindsOf(desk.one, 'b-secretary')).toEqual(['reply']);
  await desk.as(user(desk.one, 'b-secretary'), (work, actor) => passToLeader(work, actor, requestId));
  expect(await kindsOf(desk.one, 'b-chair')).toEqual(['decide']);
  for (const key of ['a-member', 'b-member', 'a-observer', 'b-observer', 'a-secretary'])
    expect(await kindsOf(desk.one, key), key).toEqual([]);
});

test('the proposal behind the task has its buttons again, for the đầu mối asked and nobody else', async () => {
  const requestId = requestOf((await tasksOf(desk.one, 'b-secretary'))[0]);
  const readAs = (userId: number) =>
    desk.as(userId, async (work, actor) => shown(work, await readProposal(work, actor, requestId)));
  const own = await readAs(user(desk.one, 'b-secretary'));
  expect(own.labels).toEqual(['Đã tiếp nhận', 'Chuyển lãnh đạo', 'Trao đổi trực tiếp', 'Xem chi tiết']);
  expect(own.protect).toBe(true);
  for (const key of ['a-secretary', 'b-member', 'b-observer'])
    expect((await readAs(user(desk.one, key))).labels, key).toEqual([]);
  expect((await readAs(user(desk.two, 'b-secretary'))).text).toContain('Không tìm thấy');
});

test('a notice waits for whoever has not answered, overdue ones first and named so', async () => {
  const member = user(desk.one, 'a-member');
  const later = await notify(
    await agreedInspection(desk.office, desk.one, { team: ['a-member'], code: 'PH-2026-101' }),
  );
  desk.at('2026-11-20T09:00:00+07:00');
  await notify(await agreedInspection(desk.office, desk.one, { team: ['a-member'], code: 'PH-2026-102' }));
  desk.at('2026-11-25T08:00:00+07:00');
  const { lines, data, labels } = await read(member);
  expect(lines[0]).toBe('Việc của đồng chí: 2, trong đó 1 quá hạn');
  expect(lines[1]).toMatch(/^1\. Quá hạn · PH-2026-102 · phản hồi thông báo · hạn 17h00 thứ Ba 24\/11$/);
  expect(lines[2]).toMatch(/^2\. PH-2026-101 · phản hồi thông báo · hạn 17h00 thứ Tư 25\/11$/);
  expect(data[1]).toBe(`open.${later.id}`);
  for (const label of labels) expect(label.length, label).toBeLessThanOrEqual(24);
  await desk.as(member, (work, actor) => answerNotice(work, actor, later.id, { answer: 'attending' }));
  expect((await read(member)).text).not.toContain('PH-2026-101');
});

test('an opinion waits for the own đầu mối and leaders, not for the other side or the one who gave it', async () => {
  const open = await tasksOf(desk.one, 'a-member');
  const requestId = requestOf(open[0]);
  await desk.as(user(desk.one, 'a-member'), (work, actor) =>
    answerNotice(work, actor, requestId, { answer: 'opinion', reason: 'no_staff' }),
  );
  expect(await kindsOf(desk.one, 'a-secretary')).toContain('opinion');
  expect(await kindsOf(desk.one, 'a-chair')).toContain('opinion');
  for (const key of ['a-member', 'b-secretary', 'b-chair', 'a-observer'])
    expect(await kindsOf(desk.one, key), key).not.toContain('opinion');
});

test('many tasks come seven lines a message, each once, each with its own button', async () => {
  const seeded = desk.two;
  for (let nth = 1; nth <= 8; nth += 1)
    await notify(await agreedInspection(desk.office, seeded, { code: `PH-2026-20${nth}` }));
  const userId = user(seeded, 'b-secretary');
  const first = await read(userId, 0);
  const second = await read(userId, 1);
  expect(first.lines).toHaveLength(7);
  expect(first.labels.at(-1)).toBe('Trang sau 2/2');
  expect(second.labels.at(-1)).toBe('Trang trước 1/2');
  const opened = [...first.data, ...second.data].filter((one) => one.startsWith('open.'));
  expect(new Set(opened).size).toBe(8);
  // A page that does not exist shows the last one.
  expect((await read(userId, 99)).text).toBe(second.text);
});

test('a person of one pair sees nothing of another; a person of both sees each line with its pair', async () => {
  const everyone = Object.keys(desk.one.cast);
  for (const key of everyone)
    for (const task of await tasksOf(desk.one, key)) expect(task.pairId).toBe(desk.one.pairId);
  expect((await read(user(desk.one, 'b-secretary'))).text).not.toContain('Tỉnh uỷ p1');
  await desk.office.work({ pairs: 'all' }, async (work) => {
    const [there] = await work.tx
      .select()
      .from(membership)
      .where(eq(membership.personId, desk.two.cast['b-secretary']!.id));
    const personId = desk.one.cast['b-secretary']!.id;
    const { pairId, side, committeeId, role } = there!;
    await work.tx
      .insert(membership)
      .values({ pairId, side, committeeId, role, personId, fromDay: '2020-01-01' });
  });
  await notify(await agreedInspection(desk.office, desk.two, { code: 'PH-2026-301' }));
  const { lines } = await read(user(desk.one, 'b-secretary'));
  expect(lines.find((line) => line.includes('PH-2026-301'))).toContain('Công an tỉnh – Tỉnh uỷ p2');
  expect(lines.find((line) => line.includes('PH-2026-001'))).toContain('Công an tỉnh – Tỉnh uỷ p1');
});
