import { Composer } from 'grammy';
import { idOf, onAction } from '../src/telegram/callback.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { RANGES, readCalendar } from '../src/usecases/view/calendar-message.ts';
import { LAST_WEEK, weekText } from '../src/usecases/view/week-text.ts';
import { activeActor, say } from './respond.ts';

/** /lich: inspections and sessions ahead, over all pairs; the week as text to paste. */
export const lich = new Composer<BotContext>();

lich.chatType('private').command(['lich', 'calendar'], async (ctx) => {
  const actor = activeActor(ctx);
  if (actor) say(ctx, await readCalendar(ctx.work, actor, 'all', 0));
});

onAction(lich, 'lich', async (ctx, [given, page]) => {
  const actor = activeActor(ctx);
  const range = RANGES.find((one) => one === given) ?? 'all';
  // The list was sent protected, and an edited message stays so.
  if (actor) ctx.answers.edit = await readCalendar(ctx.work, actor, range, idOf(page));
});

onAction(lich, 'lichtuan', async (ctx, [weeks]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  for (const part of await weekText(ctx.work, actor, Math.min(idOf(weeks), LAST_WEEK))) say(ctx, part);
});
