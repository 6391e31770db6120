import { Composer } from 'grammy';
import { FEED_DETAILS } from '../src/domain/feed.ts';
import { ownEntry } from '../src/domain/own-entry.ts';
import { idOf, onAction } from '../src/telegram/callback.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { sendCalendar, sendCardCalendar } from '../src/usecases/feed/calendar-files.ts';
import { addressMessage, readFeedPage } from '../src/usecases/feed/feed-message.ts';
import { makeFeed, revokeFeed, setFeedDetails } from '../src/usecases/feed/manage-feed.ts';
import { isRefused, type Refused, refuse, text } from '../src/usecases/said.ts';
import type { Actor } from '../src/usecases/work.ts';
import { activeActor, refuseTap, say, showEdit } from './respond.ts';

/** The calendar on one's phone: /lich feed, its buttons, and .ics files. */
export const lichrieng = new Composer<BotContext>();

lichrieng.chatType('private').command(['lich', 'calendar'], async (ctx, next) => {
  if (ctx.match.trim().toLowerCase() !== 'feed') return next();
  const actor = activeActor(ctx);
  if (actor) say(ctx, await readFeedPage(ctx.work, actor, null, ctx.publicUrl !== undefined));
});

type Tap = (ctx: BotContext, actor: Actor, committeeId: number | null, wanted?: string) => Promise<void>;

const TAPS: Record<string, Tap> = {
  show: (ctx, actor, committeeId) => showPage(ctx, actor, committeeId),
  make: async (ctx, actor, committeeId) => {
    if (ctx.publicUrl === undefined) return refuseTap(ctx, refuse('refused-feed-no-address'));
    const made = await makeFeed(ctx.work, actor, committeeId);
    if (isRefused(made)) return refuseTap(ctx, made);
    await showPage(ctx, actor, committeeId);
    ctx.answers.send.push(addressMessage(`${ctx.publicUrl}/lich/${made.token}.ics`, committeeId));
  },
  off: async (ctx, actor, committeeId) =>
    showDone(ctx, actor, committeeId, await revokeFeed(ctx.work, actor, committeeId)),
  set: async (ctx, actor, committeeId, wanted) => {
    const details = FEED_DETAILS.find((one) => one === wanted);
    if (!details) return refuseTap(ctx, refuse('toast-stale-button'));
    await showDone(ctx, actor, committeeId, await setFeedDetails(ctx.work, actor, committeeId, details));
  },
  file: async (ctx, actor, committeeId, wanted) => {
    const details = FEED_DETAILS.find((one) => one === wanted) ?? 'busy';
    tellComing(ctx, await sendCalendar(ctx.work, actor, committeeId, details));
  },
};

onAction(lichrieng, 'feed', async (ctx, [what, of, wanted]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const tap = ownEntry(TAPS, what);
  if (!tap) {
    ctx.answers.toast = text('toast-stale-button');
    return;
  }
  return tap(ctx, actor, of === '0' ? null : idOf(of), wanted);
});

onAction(lichrieng, 'ics', async (ctx, [id]) => {
  const actor = activeActor(ctx);
  if (actor) tellComing(ctx, await sendCardCalendar(ctx.work, actor, idOf(id)));
});

async function showPage(ctx: BotContext, actor: Actor, committeeId: number | null): Promise<void> {
  showEdit(ctx, await readFeedPage(ctx.work, actor, committeeId, ctx.publicUrl !== undefined));
}

async function showDone(
  ctx: BotContext,
  actor: Actor,
  committeeId: number | null,
  done: object | Refused,
): Promise<void> {
  if (isRefused(done)) return refuseTap(ctx, done);
  await showPage(ctx, actor, committeeId);
}

function tellComing(ctx: BotContext, sent: object | Refused): void {
  if (isRefused(sent)) refuseTap(ctx, sent);
  else ctx.answers.toast = text('toast-feed-coming');
}
