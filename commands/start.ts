import type { User } from '@grammyjs/types';
import { Composer } from 'grammy';
import { nfc } from '../src/domain/fold.ts';
import type { Message } from '../src/domain/message.ts';
import { onAction } from '../src/telegram/callback.ts';
import type { BotContext } from '../src/telegram/context.ts';
import type { ActionName, ArgsOf } from '../src/usecases/actions/index.ts';
import { confirmAccount } from '../src/usecases/confirm-account.ts';
import { sayInChat } from '../src/usecases/enqueue.ts';
import { type Account, liveAccountOf, type Visitor } from '../src/usecases/link/account.ts';
import { finishPractice } from '../src/usecases/link/finish-practice.ts';
import { declineConsent, giveConsent, switchLanguage } from '../src/usecases/link/give-consent.ts';
import { consentedMessage, stepMessage } from '../src/usecases/link/messages.ts';
import { openLink } from '../src/usecases/link/open-link.ts';
import { personOfAccount, rejectAccount } from '../src/usecases/link/reject-account.ts';
import { noteReturned, noteUnreachable } from '../src/usecases/note-unreachable.ts';
import { isRefused, message, text } from '../src/usecases/said.ts';
import type { Actor } from '../src/usecases/work.ts';
import { onTap, refuseTap, say, showEdit } from './respond.ts';

/** First run: link → consent → practice tap → confirmed by the inviter (C6, C8). Also blocking and coming back. */
export const start = new Composer<BotContext>();

start.chatType('private').command('start', async (ctx) => {
  await noteReturned(ctx.work, ctx.from.id, ctx.chat.id);
  const token = ctx.match.trim();
  if (token === '') return greet(ctx);
  const opened = await openLink(ctx.work, visitorOf(ctx.from, ctx.chat.id), token);
  if (isRefused(opened)) return say(ctx, opened);
  if (opened.account.state === 'active') return greet(ctx);
  await showStep(ctx, opened.account);
});

start.on('my_chat_member', async (ctx, next) => {
  if (ctx.chat.type !== 'private') return next();
  const { status } = ctx.myChatMember.new_chat_member;
  if (status === 'kicked') await noteUnreachable(ctx.work, ctx.chat.id);
  if (status === 'member') await noteReturned(ctx.work, ctx.from.id, ctx.chat.id);
});

/** The taps of a link's messages, in private chats, by whoever they were sent to. */
function onLink<Name extends ActionName>(
  name: Name,
  run: (ctx: BotContext, args: ArgsOf<Name>) => Promise<void>,
): void {
  onAction(start, name, async (ctx, args) => {
    if (ctx.chat?.type === 'private') await run(ctx, args);
    else ctx.answers.toast = text('toast-stale-button');
  });
}

onLink('link.yes', agree);
onLink('link.no', decline);
onLink('link.lang', changeLanguage);
onLink('link.tap', practise);
onTap(start, 'link.ok', confirm);
onTap(start, 'link.not', reject);
onTap(start, 'link.group', async (ctx) => say(ctx, message([text('link-step-group')], [groupButton(ctx)])));
onTap(start, 'link.plan', async (ctx) => say(ctx, message([text('link-step-plan')])));

/** Whoever is not active gets one plain text, wherever they stand, and learns nothing of what exists. Registered after `start`. */
export const notActive = new Composer<BotContext>();

notActive.on(['message', 'callback_query'], async (ctx, next) => {
  if (ctx.actor) return next();
  if (ctx.chat?.type === 'private') {
    // A file or a forward of a stranger does not stay either (C2).
    if (ctx.message && ctx.message.text === undefined) ctx.answers.deleteIncoming = true;
    return greet(ctx);
  }
  if (ctx.callbackQuery) ctx.answers.toast = text('link-stranger');
  else if (ctx.message?.text === undefined) return next();
});

async function greet(ctx: BotContext): Promise<void> {
  if (ctx.actor) return say(ctx, message([text('link-hello', { name: ctx.actor.name })]));
  const account = ctx.from && (await liveAccountOf(ctx.work, ctx.from.id));
  if (account) return showStep(ctx, account);
  say(ctx, message([text('link-stranger'), text('link-paste')]));
  // Said once an hour only; a tap is answered each time.
  if (ctx.callbackQuery) ctx.answers.toast = text('link-stranger');
}

async function agree(ctx: BotContext, { accountId }: ArgsOf<'link.yes'>): Promise<void> {
  const mine = await liveAccountOf(ctx.work, ctx.from!.id);
  const given = await giveConsent(ctx.work, ctx.from!.id, accountId);
  if (isRefused(given)) return sayTo(ctx, mine!, message([given.refused]), true);
  if (given.kind === 'stale') return greet(ctx);
  await sayTo(ctx, given.account, consentedMessage(), true);
  await showStep(ctx, given.account);
}

async function decline(ctx: BotContext, { accountId }: ArgsOf<'link.yes'>): Promise<void> {
  const declined = await declineConsent(ctx.work, ctx.from!.id, accountId);
  if (declined.kind === 'stale') return greet(ctx);
  await sayTo(ctx, declined.account, message([text('link-declined')]), true);
}

async function changeLanguage(ctx: BotContext, { accountId }: ArgsOf<'link.yes'>): Promise<void> {
  const account = await liveAccountOf(ctx.work, ctx.from!.id);
  if (account?.id !== accountId || account.state !== 'consenting') return greet(ctx);
  await switchLanguage(ctx.work, account.personId);
  await sayTo(ctx, account, await stepMessage(ctx.work, account), true);
}

async function practise(ctx: BotContext, { accountId }: ArgsOf<'link.yes'>): Promise<void> {
  const done = await finishPractice(ctx.work, ctx.from!.id, accountId);
  if (done.kind === 'stale') return greet(ctx);
  await sayTo(ctx, done.account, message([text('link-practised')]), true);
  await showStep(ctx, done.account);
}

async function confirm(ctx: BotContext, actor: Actor, { accountId }: ArgsOf<'link.ok'>): Promise<void> {
  const personId = (await personOfAccount(ctx.work, accountId)) ?? 0;
  const confirmed = await confirmAccount(ctx.work, { by: actor, personId, accountId });
  if (isRefused(confirmed)) return refuseTap(ctx, confirmed);
  showEdit(ctx, message([text('link-confirmed', { name: confirmed.name })]));
}

async function reject(ctx: BotContext, actor: Actor, { accountId }: ArgsOf<'link.ok'>): Promise<void> {
  const rejected = await rejectAccount(ctx.work, actor, accountId);
  if (isRefused(rejected)) return refuseTap(ctx, rejected);
  showEdit(ctx, message([text('link-rejected-done', { name: rejected.name })]));
}

const showStep = async (ctx: BotContext, account: Account): Promise<void> =>
  sayTo(ctx, account, await stepMessage(ctx.work, account));

/** To someone who is no actor yet, in the language of the person they are invited as. */
async function sayTo(ctx: BotContext, account: Account, said: Message, edits = false): Promise<void> {
  const { chatId, personId } = account;
  const tapped = edits ? ctx.callbackQuery?.message?.message_id : undefined;
  await sayInChat(ctx.work, { chatId, personId }, said, tapped);
}

const groupButton = (ctx: BotContext) => ({
  label: text('button-step-add-group'),
  opens: `https://t.me/${ctx.me.username}?startgroup=nhom`,
});

/** The account as Telegram shows it: name and username, without invisible characters. */
function visitorOf(from: User, chatId: number): Visitor {
  const name = nfc([from.first_name, from.last_name ?? ''].join(' '));
  const shownName = from.username ? `${name} (@${from.username})` : name;
  return { userId: from.id, chatId, shownName, languageCode: from.language_code };
}
