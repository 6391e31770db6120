import { Composer } from 'grammy';
import type { BotContext } from '../src/telegram/context.ts';
import { readCalendar } from '../src/usecases/view/calendar-message.ts';
import { LAST_WEEK, weekText } from '../src/usecases/view/week-text.ts';
import { activeActor, onTap, say } from './respond.ts';

/** /lich: inspections and sessions ahead, over all pairs; the week as text to paste. */
export const lich = new Composer<BotContext>();

lich.chatType('private').command(['lich', 'calendar'], async (ctx) => {
  const actor = activeActor(ctx);
  if (actor) say(ctx, await readCalendar(ctx.work, actor, 'all', 0));
});

onTap(lich, 'lich', async (ctx, actor, { range, page }) => {
  // The list was sent protected, and an edited message stays so.
  ctx.answers.edit = await readCalendar(ctx.work, actor, range, page);
});

onTap(lich, 'lichtuan', async (ctx, actor, { weeks }) => {
  for (const part of await weekText(ctx.work, actor, Math.min(weeks, LAST_WEEK))) say(ctx, part);
});
