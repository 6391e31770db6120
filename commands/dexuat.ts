import { Composer } from 'grammy';
import { splitParts } from '../src/domain/one-line.ts';
import { mayDo } from '../src/domain/permission.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { act } from '../src/usecases/actions/index.ts';
import { beginLine } from '../src/usecases/form/line-form.ts';
import { openForm } from '../src/usecases/form/open-form.ts';
import { proposeForm } from '../src/usecases/form/propose-form.ts';
import { onlyPair, type PairButtons, pairChoice } from '../src/usecases/link/pair-choice.ts';
import { message, refuse, text } from '../src/usecases/said.ts';
import type { Actor, Member } from '../src/usecases/work.ts';
import { activeActor, onTap, refuseTap, say, showEdit } from './respond.ts';

/** /dexuat: step by step, in one line, or "?" for examples. */
export const dexuat = new Composer<BotContext>();

dexuat.command(['dexuat', 'propose', 'taomoi', 'new', 'kiemtra'], async (ctx) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const typed = ctx.match.trim();
  if (typed === '?') return say(ctx, message([text('propose-examples')]));
  const pairs = draftedIn(actor);
  if (pairs.length === 0) return say(ctx, message([text('refused-secretary-only')]));
  const isLine = splitParts(typed).length > 1 || (pairs.length === 1 && typed !== '');
  if (isLine) return say(ctx, await beginLine(ctx.work, actor, 'propose', typed));
  const only = onlyPair(pairs, typed);
  say(ctx, only ? await begin(ctx, only.pairId) : pairChoice(CHOICE, 'propose-choose-pair', pairs, 0, typed));
});

const CHOICE: PairButtons = {
  pick: (pairId) => act('newin', { pairId }),
  turn: (page) => act('newin.pairs', { page }),
};

const draftedIn = (actor: Actor): Member[] => actor.members.filter((one) => mayDo(one, 'inspection.draft'));

onTap(dexuat, 'newin.pairs', async (ctx, actor, { page }) => {
  const pairs = draftedIn(actor);
  if (pairs.length === 0) return refuseTap(ctx, refuse('refused-not-found'));
  showEdit(ctx, pairChoice(CHOICE, 'propose-choose-pair', pairs, page, ''));
});

onTap(dexuat, 'newin', async (ctx, actor, { pairId }) => {
  const member = draftedIn(actor).find((one) => one.pairId === pairId);
  showEdit(ctx, member ? await begin(ctx, pairId) : refuse('refused-not-found'));
});

const begin = (ctx: BotContext, pairId: number) =>
  openForm(ctx.work, ctx.actor!, proposeForm, { pairId }, { pairId });
