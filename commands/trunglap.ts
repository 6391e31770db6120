import { Composer } from 'grammy';
import type { BotContext } from '../src/telegram/context.ts';
import { askWhyKept, clashMessage, keptMessage } from '../src/usecases/view/clash-message.ts';
import { onTaps, opened, showEdit } from './respond.ts';

/** What an inspection overlaps with (trùng lặp) and nobody has settled: from /viec and the digests. */
export const trunglap = new Composer<BotContext>();

onTaps(trunglap, 'clash', {
  show: async (ctx, actor, { id }) => opened(ctx, await clashMessage(ctx.work, actor, id)),
  keep: async (ctx, actor, { id }) => showEdit(ctx, await askWhyKept(ctx.work, actor, id)),
  why: async (ctx, actor, { id, reason }) => showEdit(ctx, await keptMessage(ctx.work, actor, id, reason)),
});
