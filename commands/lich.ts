import { Composer } from 'grammy';
import { fold } from '../src/domain/fold.ts';
import { ownEntry } from '../src/domain/own-entry.ts';
import type { BotContext } from '../src/telegram/context.ts';
import type { Range } from '../src/usecases/actions/reading.ts';
import { readCalendar } from '../src/usecases/view/calendar-message.ts';
import { LAST_WEEK, weekText } from '../src/usecases/view/week-text.ts';
import { activeActor, noteUnused, onTap, say } from './respond.ts';

/** What may be typed after /lich; other words are named. */
const WORDS: Readonly<Record<string, Range>> = {
  ...{ tuan: 'week', 'tuan nay': 'week', week: 'week', 'this week': 'week' },
  ...{ thang: 'month', 'thang nay': 'month', month: 'month', 'this month': 'month' },
};

/** /lich: inspections and sessions ahead, over all pairs; the week as text to paste. */
export const lich = new Composer<BotContext>();

lich.chatType('private').command(['lich', 'calendar'], async (ctx) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const range = ownEntry(WORDS, fold(ctx.match));
  if (range === undefined) noteUnused(ctx, ctx.match);
  say(ctx, await readCalendar(ctx.work, actor, range ?? 'all', 0));
});

onTap(lich, 'lich', async (ctx, actor, { range, page }) => {
  // The list was sent protected, and an edited message stays so.
  ctx.answers.edit = await readCalendar(ctx.work, actor, range, page);
});

onTap(lich, 'lichtuan', async (ctx, actor, { weeks }) => {
  for (const part of await weekText(ctx.work, actor, Math.min(weeks, LAST_WEEK))) say(ctx, part);
});
