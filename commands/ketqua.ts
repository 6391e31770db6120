import { Composer } from 'grammy';
import { ownEntry } from '../src/domain/own-entry.ts';
import { idOf, onAction } from '../src/telegram/callback.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { apartPairs } from '../src/usecases/form/apart-line.ts';
import { openApart, openOutcome } from '../src/usecases/form/outcome-open.ts';
import { isRefused, text } from '../src/usecases/said.ts';
import { readAparts, readOutcome } from '../src/usecases/view/read-outcome.ts';
import type { Actor } from '../src/usecases/work.ts';
import { activeActor, refuseTap, say, showEdit } from './respond.ts';

/** What inspections led to (kết quả), in counts, and what is recorded apart from them. */
export const ketqua = new Composer<BotContext>();

type Tap = (ctx: BotContext, actor: Actor, id: number) => ReturnType<typeof openOutcome>;

const FORMS: Record<string, Tap> = {
  record: (ctx, actor, id) => openOutcome(ctx.work, actor, id),
  apart: (ctx, actor, id) => openApart(ctx.work, actor, id),
};

type Read = (ctx: BotContext, actor: Actor, id: number, page: number) => ReturnType<typeof readOutcome>;

const READS: Record<string, Read> = {
  show: (ctx, actor, id, page) => readOutcome(ctx.work, actor, id, page),
  pairs: async (_ctx, actor, page) => apartPairs(actor, page),
  aparts: (ctx, actor, id, page) => readAparts(ctx.work, actor, id, page),
};

onAction(ketqua, 'outcome', async (ctx, [what, id, page]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const [form, read] = [ownEntry(FORMS, what), ownEntry(READS, what)];
  if (!form && !read) {
    ctx.answers.toast = text('toast-stale-button');
    return;
  }
  const shown = form ? await form(ctx, actor, idOf(id)) : await read!(ctx, actor, idOf(id), idOf(page));
  // The first page comes as a new message: an edit cannot protect what was not protected (C7).
  if (what === 'pairs' || (read && idOf(page) > 0)) showEdit(ctx, shown);
  else if (isRefused(shown)) refuseTap(ctx, shown);
  else say(ctx, shown);
});
