import { Composer } from 'grammy';
import type { BotContext } from '../src/telegram/context.ts';
import { refuse } from '../src/usecases/said.ts';
import { listTasks } from '../src/usecases/view/list-tasks.ts';
import { readProposal } from '../src/usecases/view/read-proposal.ts';
import { pairTasksMessage, tasksByPairMessage, tasksMessage } from '../src/usecases/view/tasks-message.ts';
import { type Actor, memberIn } from '../src/usecases/work.ts';
import { activeActor, noteUnused, onTap, opened, refuseTap, say } from './respond.ts';

/** /viec: what waits for the person, over all their pairs; each line a button. */
export const viec = new Composer<BotContext>();

viec.chatType('private').command(['viec', 'todo'], async (ctx) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  noteUnused(ctx, ctx.match);
  say(ctx, await tasks(ctx, actor, 0));
});

onTap(viec, 'viec', async (ctx, actor, { page }) => {
  ctx.answers.edit = await tasks(ctx, actor, page);
});

onTap(viec, 'viecpairs', async (ctx, actor, { page }) =>
  say(ctx, tasksByPairMessage(actor, await listTasks(ctx.work, actor), page, ctx.work.now)),
);

onTap(viec, 'viecpair', async (ctx, actor, { pairId, page }) => {
  const member = memberIn(actor, pairId);
  if (!member) return refuseTap(ctx, refuse('refused-not-found'));
  const waiting = (await listTasks(ctx.work, actor)).filter((task) => task.pairId === pairId);
  ctx.answers.edit = pairTasksMessage(actor, waiting, member, page, ctx.work.now);
});

onTap(viec, 'asked', async (ctx, actor, { requestId }) =>
  // A new message and not an edit: it shows details and has to be protected (C7).
  opened(ctx, await readProposal(ctx.work, actor, requestId)),
);

const tasks = async (ctx: BotContext, actor: Actor, page: number) =>
  tasksMessage(actor, await listTasks(ctx.work, actor), page, ctx.work.now);
