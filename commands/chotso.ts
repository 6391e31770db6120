import { Composer } from 'grammy';
import type { Message } from '../src/domain/message.ts';
import { mayDo } from '../src/domain/permission.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { act } from '../src/usecases/actions/index.ts';
import { fullHeadMessage, headMessage } from '../src/usecases/chain/head-message.ts';
import { closeBook } from '../src/usecases/chain/put-head.ts';
import { readHead, signHead } from '../src/usecases/chain/sign-head.ts';
import { onlyPair, pairChoice, unusedName } from '../src/usecases/link/pair-choice.ts';
import { button, isRefused, message, type Refused, refuse, text } from '../src/usecases/said.ts';
import { type Actor, memberIn } from '../src/usecases/work.ts';
import { activeActor, noteUnused, onTaps, opened, refuseTap, say, showEdit } from './respond.ts';

/** /chotso: a đầu mối puts the head of the book before both sides; and the buttons of such a head. */
export const chotso = new Composer<BotContext>();

chotso.chatType('private').command(['chotso', 'seal'], async (ctx) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const typed = ctx.match.trim();
  noteUnused(ctx, unusedName(actor.members, typed));
  say(ctx, begin(actor, 0, typed));
});

onTaps(chotso, 'chotso', {
  pairs: async (ctx, actor, { page }) => showEdit(ctx, begin(actor, page)),
  list: async (ctx, actor, { pairId }) => showEdit(ctx, ask(actor, pairId)),
  now: async (ctx, actor, { pairId }) => {
    const closed = await closeBook(ctx.work, actor, pairId);
    showEdit(ctx, isRefused(closed) ? closed : message([text('head-closed', { seq: closed.seq })]));
  },
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
    [button('button-head-close', act('chotso.now', { pairId }), 'primary')],
  );
}

/** Of a head: shown anew where it was a line of a list, since an edit cannot be protected (C7). */
onTaps(chotso, 'head', {
  show: async (ctx, actor, { id }) => {
    const read = await readHead(ctx.work, actor, id);
    opened(ctx, isRefused(read) ? read : headMessage(read.head, read.member));
  },
  full: async (ctx, actor, { id }) => {
    const read = await readHead(ctx.work, actor, id);
    opened(ctx, isRefused(read) ? read : fullHeadMessage(read.head));
  },
  sign: (ctx, actor, { id }) => sign(ctx, actor, id),
});

async function sign(ctx: BotContext, actor: Actor, headId: number): Promise<void> {
  const signed = await signHead(ctx.work, actor, headId);
  if (isRefused(signed)) return refuseTap(ctx, signed);
  const toast = signed.isNew ? 'toast-head-signed' : 'toast-head-signed-already';
  showEdit(ctx, headMessage(signed.head, signed.member), toast);
}
