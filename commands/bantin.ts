import { Composer } from 'grammy';
import { DIGEST_KINDS } from '../src/domain/digest.ts';
import { ownEntry } from '../src/domain/own-entry.ts';
import { onAction } from '../src/telegram/callback.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { dropBoard, pinBoard } from '../src/usecases/digest/board.ts';
import { digestSettings, setDigest } from '../src/usecases/digest/settings.ts';
import { text } from '../src/usecases/said.ts';
import { listTasks } from '../src/usecases/view/list-tasks.ts';
import { tasksMessage } from '../src/usecases/view/tasks-message.ts';
import type { Actor } from '../src/usecases/work.ts';
import { activeActor, say } from './respond.ts';

/** /bantin: which digests come, and the pinned board of one's tasks. */
export const bantin = new Composer<BotContext>();

bantin.chatType('private').command(['bantin', 'digest'], async (ctx) => {
  const actor = activeActor(ctx);
  if (actor) say(ctx, await digestSettings(ctx.work, actor));
});

type Turn = (ctx: BotContext, actor: Actor, arg: string | undefined) => Promise<void>;

const TURNS: Record<string, Turn> = {
  settings: async () => {},
  on: (ctx, actor, kind) => turn(ctx, actor, kind, true),
  off: (ctx, actor, kind) => turn(ctx, actor, kind, false),
  board: async (ctx, actor, to) =>
    to === 'on' ? pinBoard(ctx.work, actor) : dropBoard(ctx.work, actor.personId),
};

async function turn(ctx: BotContext, actor: Actor, given: string | undefined, isOn: boolean): Promise<void> {
  const kind = DIGEST_KINDS.find((one) => one === given);
  if (kind) await setDigest(ctx.work, actor, kind, isOn);
}

onAction(bantin, 'tin', async (ctx, [what, arg]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  // From a digest: a message of its own, so that the digest stays readable.
  if (what === 'all') return say(ctx, tasksMessage(actor, await listTasks(ctx.work, actor), 0, ctx.work.now));
  const does = ownEntry(TURNS, what);
  if (!does) {
    ctx.answers.toast = text('toast-stale-button');
    return;
  }
  await does(ctx, actor, arg);
  ctx.answers.edit = await digestSettings(ctx.work, actor);
});
