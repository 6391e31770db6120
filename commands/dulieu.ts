import { Composer } from 'grammy';
import type { Message } from '../src/domain/message.ts';
import { idOf, onAction } from '../src/telegram/callback.ts';
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
import { refuseTap } from './respond.ts';

/** /dulieu: one's own data, and withdrawal with erasure (C8); for everyone who has consented, active or still waiting. */
export const dulieu = new Composer<BotContext>();

dulieu.chatType('private').command(['dulieu', 'mydata'], async (ctx, next) => {
  const account = await consentedAccountOf(ctx.work, ctx.from.id);
  if (!account) return next();
  await sayTo(ctx, account, await ownData(ctx.work, account));
});

onAction(dulieu, 'data', async (ctx, [what, id]) => {
  if (what === 'keep') {
    ctx.answers.edit = message([text('data-kept')]);
    return;
  }
  if (what === 'yes') return withdraw(ctx, idOf(id));
  const account = await consentedAccountOf(ctx.work, ctx.from!.id);
  if (account?.id === idOf(id)) return sayTo(ctx, account, withdrawQuestion(account));
  ctx.answers.toast = text('data-nothing');
});

async function withdraw(ctx: BotContext, accountId: number): Promise<void> {
  const done = await withdrawConsent(ctx.work, ctx.from!.id, accountId);
  if (isRefused(done)) return refuseTap(ctx, done);
  ctx.answers.edit = message([text('data-withdrawn')]);
}

const sayTo = (ctx: BotContext, { chatId, personId }: Account, said: Message): Promise<void> =>
  sayInChat(ctx.work, { chatId, personId }, said);
