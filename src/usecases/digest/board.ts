import { eq, inArray, sql } from 'drizzle-orm';
import { outbox, taskBoard } from '../../../db/schema/index.ts';
import { LANE } from '../../domain/lanes.ts';
import type { Composed } from '../compose/index.ts';
import type { Loaded } from '../compose/load-spoken-of.ts';
import { editShown } from '../enqueue.ts';
import { findActorByPerson } from '../find-actor.ts';
import type { Claimed } from '../outbox/claim.ts';
import { datedArg, message, text } from '../said.ts';
import { listTasks } from '../view/list-tasks.ts';
import { tasksMessage } from '../view/tasks-message.ts';
import type { Actor, Work } from '../work.ts';

/** Boards looked at in one sweep; the rest is found by the next. */
const BATCH = 200;

export async function hasBoard(work: Work, personId: number): Promise<boolean> {
  const rows = await work.tx.select().from(taskBoard).where(eq(taskBoard.personId, personId));
  return rows.length > 0;
}

/** "Bảng việc": a message of one's tasks that is pinned and kept up to date by silent edits (R15). A new one takes the place of the old. */
export async function pinBoard(work: Work, actor: Actor): Promise<void> {
  const [row] = await work.tx
    .insert(outbox)
    .values({
      personId: actor.personId,
      chatId: actor.chatId,
      lane: LANE.answer,
      kind: 'board',
      ref: {},
      says: 'informs',
      silent: true,
      notBefore: work.now,
      createdAt: work.now,
    })
    .returning({ id: outbox.id });
  const board = { outboxId: row!.id, seen: await writtenFor(work, actor.personId), shownAt: work.now };
  await work.tx
    .insert(taskBoard)
    .values({ personId: actor.personId, ...board })
    .onConflictDoUpdate({ target: taskBoard.personId, set: board });
}

/** The message stays where it is and is edited no more. */
export async function dropBoard(work: Work, personId: number): Promise<void> {
  await work.tx.delete(taskBoard).where(eq(taskBoard.personId, personId));
}

/** Entries in the chains of a person's pairs: it grows with everything that can change what waits for them. */
const WRITTEN = sql`(select coalesce(sum(chain.seq), 0)::bigint from membership
  join audit_chain chain on chain.pair_id = membership.pair_id where membership.person_id = `;

async function writtenFor(work: Work, personId: number): Promise<number> {
  const [row] = await work.tx.execute<{ n: string }>(sql`select ${WRITTEN} ${personId}) as n`);
  return Number(row!.n);
}

/**
 * Edits the boards of those in whose pairs something was written since, and every board once a day, since deadlines pass by
 * themselves. Returns how many.
 */
export async function refreshBoards(work: Work): Promise<number> {
  const stale = await work.tx.execute<{
    person_id: number;
    written: string;
    id: string;
    chat_id: string;
    message_id: string;
  }>(sql`
    select * from (
      select board.person_id, board.seen, board.shown_at, ${WRITTEN} board.person_id) as written,
        said.id, said.chat_id, said.message_id
      from task_board board join outbox said on said.id = board.outbox_id
      where said.state = 'sent' and said.message_id is not null) as shown
    where written <> seen or shown_at < ${work.now.startOf('day').toISO()}
    limit ${BATCH}`);
  for (const row of stale) await refresh(work, row);
  return stale.length;
}

type Stale = { person_id: number; written: string; id: string; chat_id: string; message_id: string };

/** The row is the claim: another process that sees the same board waits and finds it fresh. */
async function refresh(work: Work, { person_id: personId, written, ...said }: Stale): Promise<void> {
  const claimed = await work.tx
    .update(taskBoard)
    .set({ seen: Number(written), shownAt: work.now })
    .where(
      sql`${taskBoard.personId} = ${personId} and (${taskBoard.seen} <> ${Number(written)}
        or ${taskBoard.shownAt} < ${work.now.startOf('day').toISO()})`,
    )
    .returning({ personId: taskBoard.personId });
  if (claimed.length === 0) return;
  const shown = {
    id: Number(said.id),
    chatId: Number(said.chat_id),
    messageId: Number(said.message_id),
    personId,
  };
  await editShown(work, [shown], { pairId: null, kind: 'board', ref: {} });
}

/** The board as it stands when it goes out: the first page of /viec, with the hour. */
export async function composeBoard(_: Loaded, row: Claimed<'board'>, work: Work): Promise<Composed> {
  const actor = row.personId === null ? undefined : await findActorByPerson(work, row.personId);
  if (!actor || actor.chatId !== row.chatId || !(await hasBoard(work, actor.personId)))
    return { skip: 'gone' };
  const tasks = await listTasks(work, actor);
  const shown = tasksMessage(actor, tasks, 0, work.now);
  return {
    message: message(
      [text('board-title', { at: datedArg(work.now) }), ...shown.lines.slice(0, BOARD_LINES)],
      shown.buttons,
    ),
  };
}

/** With its own title a board stays within seven lines. */
const BOARD_LINES = 6;

/** The message was deleted: it is not sent anew behind the person's back. */
export async function noteBoardGone(work: Work, outboxIds: number[]): Promise<void> {
  const people = work.tx.select({ id: outbox.personId }).from(outbox).where(inArray(outbox.id, outboxIds));
  await work.tx.delete(taskBoard).where(inArray(taskBoard.personId, people));
}
