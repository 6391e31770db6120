import { Composer } from 'grammy';
import type { BotContext } from '../src/telegram/context.ts';
import { apartPairs } from '../src/usecases/form/apart-begin.ts';
import { openApart, openOutcome } from '../src/usecases/form/outcome-open.ts';
import { readAparts, readOutcome } from '../src/usecases/view/read-outcome.ts';
import { onTaps, opened, showEdit, turned } from './respond.ts';

/** What inspections led to (kết quả), in counts, and what is recorded apart from them. */
export const ketqua = new Composer<BotContext>();

onTaps(ketqua, 'outcome', {
  record: async (ctx, actor, { id }) => opened(ctx, await openOutcome(ctx.work, actor, id)),
  apart: async (ctx, actor, { pairId }) => opened(ctx, await openApart(ctx.work, actor, pairId)),
  show: async (ctx, actor, { id, page }) =>
    turned(ctx, await readOutcome(ctx.work, actor, id, page), page > 0),
  aparts: async (ctx, actor, { pairId, page }) =>
    turned(ctx, await readAparts(ctx.work, actor, pairId, page), page > 0),
  pairs: async (ctx, actor, { page }) => showEdit(ctx, apartPairs(actor, page)),
});
