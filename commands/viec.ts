import { Composer } from 'grammy';
import { idOf, onAction } from '../src/telegram/callback.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { isRefused, refuse } from '../src/usecases/said.ts';
import { listTasks } from '../src/usecases/view/list-tasks.ts';
import { readProposal } from '../src/usecases/view/read-proposal.ts';
import { pairTasksMessage, tasksByPairMessage, tasksMessage } from '../src/usecases/view/tasks-message.ts';
import { type Actor, memberIn } from '../src/usecases/work.ts';
import { activeActor, refuseTap, say } from './respond.ts';

/** /viec: what waits for the person, over all their pairs; each line a button. */
export const viec = new Composer<BotContext>();

viec.chatType('private').command(['viec', 'todo'], async (ctx) => {
  const actor = activeActor(ctx);
  if (actor) say(ctx, await tasks(ctx, actor, 0));
});

onAction(viec, 'viec', async (ctx, [page]) => {
  const actor = activeActor(ctx);
  if (actor) ctx.answers.edit = await tasks(ctx, actor, idOf(page));
});

onAction(viec, 'viecpairs', async (ctx, [page]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const waiting = await listTasks(ctx.work, actor);
  say(ctx, tasksByPairMessage(actor, waiting, idOf(page), ctx.work.now));
});

onAction(viec, 'viecpair', async (ctx, [pairId, page]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const member = memberIn(actor, idOf(pairId));
  if (!member) return refuseTap(ctx, refuse('refused-not-found'));
  const waiting = (await listTasks(ctx.work, actor)).filter((task) => task.pairId === member.pairId);
  ctx.answers.edit = pairTasksMessage(actor, waiting, member, idOf(page), ctx.work.now);
});

onAction(viec, 'asked', async (ctx, [requestId]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  // A new message and not an edit: it shows details and has to be protected (C7).
  const proposal = await readProposal(ctx.work, actor, idOf(requestId));
  if (isRefused(proposal)) return refuseTap(ctx, proposal);
  say(ctx, proposal);
});

const tasks = async (ctx: BotContext, actor: Actor, page: number) =>
  tasksMessage(actor, await listTasks(ctx.work, actor), page, ctx.work.now);
