import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { outbox, taskBoard } from '../../db/schema/index.ts';
import { dropBoard, noteBoardGone, pinBoard, refreshBoards } from '../../src/usecases/digest/board.ts';
import { openStepDesk, type StepDesk } from '../support/step-desk.ts';

let desk: StepDesk;
beforeEach(async () => {
  desk = await openStepDesk();
});
afterEach(() => desk.base.close());

const pin = (key = 'a-secretary') => desk.by(key, (work, actor) => pinBoard(work, actor));
const boardsOf = async (iso: string) =>
  (await desk.arriveAt(iso)).filter((one) => one.kind === 'board' && one.who === 'a-secretary');

test('a board shows what waits, and follows by silent edits of the same message', async () => {
  await pin();
  const [first] = (await desk.deliver()).filter((one) => one.kind === 'board');
  expect(first!.lines).toEqual([
    'Bảng việc · cập nhật 09h00 thứ Hai 23/11',
    'Tuần này đồng chí không có việc đến hạn. Hệ thống hoạt động bình thường.',
  ]);
  const { request } = await desk.noticed();
  const [edit] = await boardsOf('2026-11-23T09:10:00+07:00');
  expect(edit).toMatchObject({ edits: first!.messageId, isSilent: true });
  expect(edit!.lines[2]).toMatch(/^1\. PH-2026-001 · phản hồi thông báo/);
  await desk.answer('a-secretary', request, 'received');
  const [after] = await boardsOf('2026-11-23T09:20:00+07:00');
  expect(after!.lines).toHaveLength(2);
});

test('where nothing was written nothing is edited, but once a day, since deadlines pass by themselves', async () => {
  await pin();
  await desk.deliver();
  expect(await boardsOf('2026-11-23T10:00:00+07:00')).toEqual([]);
  expect(await boardsOf('2026-11-25T08:00:00+07:00')).toHaveLength(1);
  expect(await boardsOf('2026-11-25T09:00:00+07:00')).toEqual([]);
});

test('two workers at once edit it once', async () => {
  await pin();
  await desk.deliver();
  await desk.noticed();
  await Promise.all([desk.all(refreshBoards), desk.all(refreshBoards)]);
  const edits = await desk.all((work) => work.tx.select().from(outbox).where(eq(outbox.kind, 'board')));
  expect(edits.filter((row) => row.editMessageId !== null)).toHaveLength(1);
});

test('one that was turned off, or deleted by the person, is edited no more', async () => {
  await pin();
  await desk.deliver();
  await desk.by('a-secretary', (work, actor) => dropBoard(work, actor.personId));
  await desk.noticed();
  expect(await boardsOf('2026-11-23T09:10:00+07:00')).toEqual([]);
  await pin();
  await desk.deliver();
  const [row] = await desk.all((work) => work.tx.select().from(taskBoard));
  await desk.all((work) => noteBoardGone(work, [row!.outboxId]));
  expect(await desk.all((work) => work.tx.select().from(taskBoard))).toEqual([]);
});
