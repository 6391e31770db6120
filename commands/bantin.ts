import { Composer } from 'grammy';
import type { BotContext } from '../src/telegram/context.ts';
import { dropBoard, pinBoard } from '../src/usecases/digest/board.ts';
import { digestSettings, setDigest } from '../src/usecases/digest/settings.ts';
import { listTasks } from '../src/usecases/view/list-tasks.ts';
import { tasksMessage } from '../src/usecases/view/tasks-message.ts';
import type { Actor } from '../src/usecases/work.ts';
import { activeActor, noteUnused, onTaps, say } from './respond.ts';

/** /bantin: which digests come, and the pinned board of one's tasks. */
export const bantin = new Composer<BotContext>();

bantin.chatType('private').command(['bantin', 'digest'], async (ctx) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  noteUnused(ctx, ctx.match);
  say(ctx, await digestSettings(ctx.work, actor));
});

const showSettings = async (ctx: BotContext, actor: Actor): Promise<void> => {
  ctx.answers.edit = await digestSettings(ctx.work, actor);
};

onTaps(bantin, 'tin', {
  // From a digest: a message of its own, so that the digest stays readable.
  all: async (ctx, actor) => say(ctx, tasksMessage(actor, await listTasks(ctx.work, actor), 0, ctx.work.now)),
  settings: showSettings,
  on: async (ctx, actor, { kind }) => {
    await setDigest(ctx.work, actor, kind, true);
    await showSettings(ctx, actor);
  },
  off: async (ctx, actor, { kind }) => {
    await setDigest(ctx.work, actor, kind, false);
    await showSettings(ctx, actor);
  },
  board: async (ctx, actor, { to }) => {
    if (to === 'on') await pinBoard(ctx.work, actor);
    else await dropBoard(ctx.work, actor.personId);
    await showSettings(ctx, actor);
  },
});
