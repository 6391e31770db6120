import { Composer } from 'grammy';
import type { BotContext } from '../src/telegram/context.ts';
import { openForm, openFormOf } from '../src/usecases/form/open-form.ts';
import { searchForm } from '../src/usecases/form/search-form.ts';
import { search, searchExamples, searchKept } from '../src/usecases/view/search-message.ts';
import { activeActor, onTap, say, showEdit } from './respond.ts';

/** /tim: a code, a unit or a document symbol, without accents if one likes; with nothing after it, it asks. */
export const tim = new Composer<BotContext>();

tim.chatType('private').command(['tim', 'search'], async (ctx) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const typed = ctx.match.trim();
  if (typed !== '' && typed !== '?') return say(ctx, await search(ctx.work, actor, typed));
  // A form that is being filled in is worth more than a question.
  const isBusy = typed === '?' || (await openFormOf(ctx.work, actor.personId)) !== undefined;
  say(ctx, isBusy ? searchExamples() : await openForm(ctx.work, actor, searchForm, {}, { pairId: null }));
});

onTap(tim, 'tim', async (ctx, actor, { page, words }) =>
  showEdit(ctx, await searchKept(ctx.work, actor, words, page)),
);

/** The question which body is meant was not protected, and an edit cannot add that: what is found is a new message (C7). */
onTap(tim, 'timtu', async (ctx, actor, { words }) => say(ctx, await searchKept(ctx.work, actor, words, 0)));
