import { Composer } from 'grammy';
import type { Message } from '../src/domain/message.ts';
import { ownEntry } from '../src/domain/own-entry.ts';
import { mayDo } from '../src/domain/permission.ts';
import { idOf, onAction } from '../src/telegram/callback.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { fullHeadMessage, headMessage } from '../src/usecases/chain/head-message.ts';
import { closeBook } from '../src/usecases/chain/put-head.ts';
import { readHead, signHead } from '../src/usecases/chain/sign-head.ts';
import { onlyPair, pairChoice } from '../src/usecases/link/pair-choice.ts';
import { button, isRefused, message, type Refused, refuse, text } from '../src/usecases/said.ts';
import { type Actor, memberIn } from '../src/usecases/work.ts';
import { activeActor, refuseTap, say, showEdit } from './respond.ts';

/** /chotso: a đầu mối puts the head of the book before both sides; and the buttons of such a head. */
export const chotso = new Composer<BotContext>();

chotso.chatType('private').command(['chotso', 'seal'], async (ctx) => {
  const actor = activeActor(ctx);
  if (actor) say(ctx, begin(actor, 0, ctx.match.trim()));
});

const CLOSING: Record<string, (ctx: BotContext, actor: Actor, id: number) => Promise<Message | Refused>> = {
  pairs: async (_ctx, actor, page) => begin(actor, page),
  list: async (_ctx, actor, pairId) => ask(actor, pairId),
  now: async (ctx, actor, pairId) => {
    const closed = await closeBook(ctx.work, actor, pairId);
    return isRefused(closed) ? closed : message([text('head-closed', { seq: closed.seq })]);
  },
};

onAction(chotso, 'chotso', async (ctx, [what, id]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const tap = ownEntry(CLOSING, what);
  if (tap) return showEdit(ctx, await tap(ctx, actor, idOf(id)));
  ctx.answers.toast = text('toast-stale-button');
});

function begin(actor: Actor, page: number, typed = ''): Message | Refused {
  const pairs = actor.members.filter((member) => mayDo(member, 'chain.close'));
  if (pairs.length === 0) return refuse('refused-not-allowed');
  const only = onlyPair(pairs, typed);
  if (only) return ask(actor, only.pairId);
  return pairChoice('chotso', 'head-close-which', pairs, page, typed);
}

/** What the other side will see is asked for once more. */
function ask(actor: Actor, pairId: number): Message | Refused {
  const member = memberIn(actor, pairId);
  if (!member) return refuse('refused-not-found');
  if (!mayDo(member, 'chain.close')) return refuse('refused-not-allowed');
  return message(
    [text('plain', { text: member.pairName }), text('head-close-ask')],
    [button('button-head-close', `chotso.now.${pairId}`, 'primary')],
  );
}

/** Of a head: shown anew where it was a line of a list, since an edit cannot be protected (C7). */
onAction(chotso, 'head', async (ctx, [what, id]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  if (what === 'sign') return sign(ctx, actor, idOf(id));
  const read = await readHead(ctx.work, actor, idOf(id));
  if (isRefused(read)) return refuseTap(ctx, read);
  if (what === 'show') return say(ctx, headMessage(read.head, read.member));
  if (what === 'full') return say(ctx, fullHeadMessage(read.head));
  ctx.answers.toast = text('toast-stale-button');
});

async function sign(ctx: BotContext, actor: Actor, headId: number): Promise<void> {
  const signed = await signHead(ctx.work, actor, headId);
  if (isRefused(signed)) return refuseTap(ctx, signed);
  const toast = signed.isNew ? 'toast-head-signed' : 'toast-head-signed-already';
  showEdit(ctx, headMessage(signed.head, signed.member), toast);
}
