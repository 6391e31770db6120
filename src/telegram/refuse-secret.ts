import { sayInChat } from '../usecases/enqueue.ts';
import { openFormButtons } from '../usecases/form/run-form.ts';
import { liveAccountOf } from '../usecases/link/account.ts';
import { message, text } from '../usecases/said.ts';
import type { BotContext } from './context.ts';
import { type TakeBackDeps, takeBack } from './take-back.ts';

/**
 * Takes what must not stand in the chat out of it; false: it still stands there. Before the transaction, which must not wait for
 * Telegram, and so that no crash comes between. Of a tap it is our own message, which an older version let bear the words.
 */
export async function takeSecretBack(deps: TakeBackDeps, ctx: BotContext): Promise<boolean> {
  const { msg } = ctx;
  if (!msg) return false;
  // Anybody can forge a tap: a group's message stays for the others.
  if (ctx.callbackQuery && msg.chat.type !== 'private') return true;
  return takeBack(deps, msg.chat.id, msg.message_id);
}

/** Says that nothing was taken and which way such papers go, instead of every command and form (C1, C3); an open form stays open. */
export async function refuseSecret(ctx: BotContext, isGone: boolean): Promise<void> {
  const lines = [text('secret-refused'), !isGone && text('secret-left')];
  const isPrivate = ctx.chat?.type === 'private';
  if (ctx.actor && isPrivate) {
    ctx.answers.send.push(message(lines, await openFormButtons(ctx.work, ctx.actor)));
    return;
  }
  // People on their first run are no strangers: each time is said.
  const account = ctx.from && isPrivate ? await liveAccountOf(ctx.work, ctx.from.id) : undefined;
  if (account) await sayInChat(ctx.work, account, message(lines));
  else ctx.answers.send.push(message(lines));
}
