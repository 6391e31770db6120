import { Composer } from 'grammy';
import type { Message } from '../src/domain/message.ts';
import { localeOfCode } from '../src/locales/index.ts';
import { onAction } from '../src/telegram/callback.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { sayInChat } from '../src/usecases/enqueue.ts';
import type { Account } from '../src/usecases/link/account.ts';
import {
  consentedAccountOf,
  ownData,
  withdrawConsent,
  withdrawQuestion,
} from '../src/usecases/link/own-data.ts';
import { isRefused, message, text } from '../src/usecases/said.ts';
import { noteUnused, refuseTap } from './respond.ts';

/** /dulieu: one's own data, and withdrawal with erasure (C8); of an account that waits, what it brought. */
export const dulieu = new Composer<BotContext>();

dulieu.chatType('private').command(['dulieu', 'mydata'], async (ctx, next) => {
  const account = await consentedAccountOf(ctx.work, ctx.from.id);
  if (!account) return next();
  if (ctx.actor) noteUnused(ctx, ctx.match);
  await sayTo(ctx, account, await ownData(ctx.work, account));
});

/** Of the account that taps, and of no other. */
async function ownAccount(ctx: BotContext, id: number): Promise<Account | undefined> {
  const account = await consentedAccountOf(ctx.work, ctx.from!.id);
  if (account?.id === id) return account;
  ctx.answers.toast = text('data-nothing');
  return undefined;
}

onAction(dulieu, 'data.ask', async (ctx, { accountId }) => {
  const account = await ownAccount(ctx, accountId);
  if (account) await sayTo(ctx, account, withdrawQuestion(account));
});
onAction(dulieu, 'data.keep', async (ctx, { accountId }) => {
  const account = await ownAccount(ctx, accountId);
  if (account) await sayTo(ctx, account, message([text('data-kept')]), true);
});
onAction(dulieu, 'data.yes', async (ctx, { accountId }) => {
  const account = await ownAccount(ctx, accountId);
  if (account) await withdraw(ctx, account);
});

async function withdraw(ctx: BotContext, account: Account): Promise<void> {
  const done = await withdrawConsent(ctx.work, account.userId, account.id);
  if (isRefused(done)) return refuseTap(ctx, done);
  const said = message([text('data-withdrawn')]);
  if (account.state === 'active') return sayTo(ctx, account, said, true);
  // Nobody's chat from now on: no person's number stands beside it.
  const locale = localeOfCode(ctx.from?.language_code);
  await sayInChat(ctx.work, { chatId: account.chatId, locale }, said, ctx.callbackQuery?.message?.message_id);
}

/** In the person's language, also when they are no actor yet. */
async function sayTo(ctx: BotContext, account: Account, said: Message, edits = false): Promise<void> {
  const { chatId, personId } = account;
  const tapped = edits ? ctx.callbackQuery?.message?.message_id : undefined;
  await sayInChat(ctx.work, { chatId, personId }, said, tapped);
}
