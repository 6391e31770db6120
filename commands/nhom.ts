import { Composer } from 'grammy';
import { onAction } from '../src/telegram/callback.ts';
import { type BotContext, topicOf } from '../src/telegram/context.ts';
import type { ActionName, ArgsOf } from '../src/usecases/actions/index.ts';
import { bindGroup, boundTo, type Group, unbindGroup } from '../src/usecases/group/bind-group.ts';
import { groupMessage } from '../src/usecases/group/group-message.ts';
import { openInPrivate } from '../src/usecases/group/open-in-private.ts';
import { noteMigrated } from '../src/usecases/note-migrated.ts';
import { noteUnreachable } from '../src/usecases/note-unreachable.ts';
import { isRefused, message, text } from '../src/usecases/said.ts';
import type { Actor } from '../src/usecases/work.ts';
import { activeActor, refuseTap, say, showEdit } from './respond.ts';

/** Groups (nhóm) of a committee: bound by its đầu mối; codes, deadlines and tallies only (C7). */
export const nhom = new Composer<BotContext>();

const inGroup = nhom.chatType(['group', 'supergroup']);

inGroup.command(['nhom', 'group'], async (ctx) => {
  if (ctx.actor) say(ctx, await groupMessage(ctx.work, ctx.actor, ctx.chat.id));
});

/** "?startgroup" writes /start when it adds the bot; the addition itself is answered. */
inGroup.command('start', async () => {});

nhom.chatType('private').command(['nhom', 'group'], async (ctx) => {
  if (activeActor(ctx)) say(ctx, message([text('group-only-in-group')]));
});

nhom.on('my_chat_member', async (ctx, next) => {
  if (ctx.chat.type !== 'group' && ctx.chat.type !== 'supergroup') return next();
  const { old_chat_member: before, new_chat_member: after } = ctx.myChatMember;
  if (after.status === 'kicked' || after.status === 'left') return noteUnreachable(ctx.work, ctx.chat.id);
  const wasIn = before.status !== 'kicked' && before.status !== 'left';
  // Whoever is no đầu mối may add the bot; they are not answered with what exists.
  if (wasIn || !ctx.actor) return;
  say(ctx, await groupMessage(ctx.work, ctx.actor, ctx.chat.id));
});

nhom.on('message:migrate_to_chat_id', async (ctx) => {
  await noteMigrated(ctx.work, ctx.chat.id, ctx.message.migrate_to_chat_id);
});

/** The taps of a group's message, by whoever is active, in a group. */
function onGroupTap<Name extends ActionName>(
  name: Name,
  run: (ctx: BotContext, actor: Actor, args: ArgsOf<Name>) => Promise<void>,
): void {
  onAction(nhom, name, async (ctx, args) => {
    if (!ctx.actor) ctx.answers.toast = text('refused-not-active');
    else if (isGroup(ctx)) await run(ctx, ctx.actor, args);
    else ctx.answers.toast = text('toast-stale-button');
  });
}

onGroupTap('group.bind', async (ctx, actor, { committeeId }) => {
  const bound = await bindGroup(ctx.work, actor, groupOf(ctx), committeeId);
  if (isRefused(bound)) return refuseTap(ctx, bound);
  showEdit(ctx, message([text('group-bound', { committee: bound.committee.name })]));
});

onGroupTap('group.unbind', async (ctx, actor) => {
  const unbound = await unbindGroup(ctx.work, actor, ctx.chat!.id);
  if (isRefused(unbound)) return refuseTap(ctx, unbound);
  showEdit(ctx, message([text('group-unbound', { committee: unbound.committee.name })]));
});

onGroupTap('group.keep', async (ctx, actor) => {
  const shown = await groupMessage(ctx.work, actor, ctx.chat!.id);
  if (isRefused(shown)) return refuseTap(ctx, shown);
  const bound = await boundTo(ctx.work, ctx.chat!.id);
  showEdit(ctx, bound ? message([text('group-kept', { committee: bound.name })]) : shown);
});

onGroupTap('group.later', async (ctx, actor) => {
  const shown = await groupMessage(ctx.work, actor, ctx.chat!.id);
  if (isRefused(shown)) return refuseTap(ctx, shown);
  showEdit(ctx, message([text('group-left-alone')]));
});

onAction(nhom, 'gopen', async (ctx, { requestId }) => {
  if (!ctx.actor) {
    ctx.answers.toast = text('refused-not-active');
    return;
  }
  const sent = await openInPrivate(ctx.work, ctx.actor, requestId);
  if (isRefused(sent)) return refuseTap(ctx, sent);
  ctx.answers.toast = text('group-sent-private');
});

const isGroup = (ctx: BotContext): boolean => ctx.chat?.type === 'group' || ctx.chat?.type === 'supergroup';

function groupOf(ctx: BotContext): Group {
  const { chat } = ctx;
  if (chat?.type !== 'group' && chat?.type !== 'supergroup') throw new Error('not in a group');
  return { chatId: chat.id, title: chat.title, threadId: topicOf(ctx) };
}
