import { Composer } from 'grammy';
import type { BotContext } from '../src/telegram/context.ts';
import type { ArgsOf } from '../src/usecases/actions/index.ts';
import { sendCalendar, sendCardCalendar } from '../src/usecases/feed/calendar-files.ts';
import { addressMessage, readFeedPage } from '../src/usecases/feed/feed-message.ts';
import { makeFeed, revokeFeed, setFeedDetails } from '../src/usecases/feed/manage-feed.ts';
import { isRefused, type Refused, refuse, text } from '../src/usecases/said.ts';
import type { Actor } from '../src/usecases/work.ts';
import { activeActor, onTap, onTaps, refuseTap, say, showEdit } from './respond.ts';

/** The calendar on one's phone: /lich feed, its buttons, and .ics files. */
export const lichrieng = new Composer<BotContext>();

lichrieng.chatType('private').command(['lich', 'calendar'], async (ctx, next) => {
  if (ctx.match.trim().toLowerCase() !== 'feed') return next();
  const actor = activeActor(ctx);
  if (actor) say(ctx, await readFeedPage(ctx.work, actor, null, ctx.publicUrl !== undefined));
});

/** A committee's number; null: the calendar is one's own. */
const committeeOf = ({ of }: ArgsOf<'feed.show'>): number | null => (of === 0 ? null : of);

onTaps(lichrieng, 'feed', {
  show: (ctx, actor, args) => showPage(ctx, actor, committeeOf(args)),
  make: async (ctx, actor, args) => {
    if (ctx.publicUrl === undefined) return refuseTap(ctx, refuse('refused-feed-no-address'));
    const committeeId = committeeOf(args);
    const made = await makeFeed(ctx.work, actor, committeeId);
    if (isRefused(made)) return refuseTap(ctx, made);
    await showPage(ctx, actor, committeeId);
    ctx.answers.send.push(addressMessage(`${ctx.publicUrl}/lich/${made.token}.ics`, committeeId));
  },
  off: async (ctx, actor, args) => {
    const committeeId = committeeOf(args);
    await showDone(ctx, actor, committeeId, await revokeFeed(ctx.work, actor, committeeId));
  },
  set: async (ctx, actor, args) => {
    const committeeId = committeeOf(args);
    const done = await setFeedDetails(ctx.work, actor, committeeId, args.details);
    await showDone(ctx, actor, committeeId, done);
  },
  file: async (ctx, actor, args) =>
    tellComing(ctx, await sendCalendar(ctx.work, actor, committeeOf(args), args.details)),
});

onTap(lichrieng, 'ics', async (ctx, actor, { id }) =>
  tellComing(ctx, await sendCardCalendar(ctx.work, actor, id)),
);

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
