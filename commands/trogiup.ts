import { Composer } from 'grammy';
import type { Message } from '../src/domain/message.ts';
import { ownEntry } from '../src/domain/own-entry.ts';
import { LOCALES } from '../src/locales/index.ts';
import { idOf, onAction } from '../src/telegram/callback.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { message, text } from '../src/usecases/said.ts';
import { setLanguage } from '../src/usecases/set-language.ts';
import { helpMessage, shortcutsMessage, whoIsIn } from '../src/usecases/view/help.ts';
import type { Actor } from '../src/usecases/work.ts';
import { activeActor, say } from './respond.ts';

/** /trogiup: what one's role can do, the language, who is in. */
export const trogiup = new Composer<BotContext>();

trogiup.chatType('private').command(['trogiup', 'help'], async (ctx) => {
  const actor = activeActor(ctx);
  if (actor) say(ctx, helpMessage(actor));
});

type Turn = (ctx: BotContext, actor: Actor, arg: string | undefined) => Promise<Message>;

const TURNS: Record<string, Turn> = {
  main: async (_ctx, actor) => helpMessage(actor),
  short: async (_ctx, actor, page) => shortcutsMessage(actor, idOf(page)),
  who: async (ctx, actor, page) => whoIsIn(ctx.work, actor, idOf(page)),
  lang: speak,
};

onAction(trogiup, 'trogiup', async (ctx, [what, arg]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const turn = ownEntry(TURNS, what);
  if (turn) ctx.answers.edit = await turn(ctx, actor, arg);
  else ctx.answers.toast = text('toast-stale-button');
});

async function speak(ctx: BotContext, actor: Actor, arg: string | undefined): Promise<Message> {
  const locale = LOCALES.find((one) => one === arg) ?? actor.locale;
  await setLanguage(ctx.work, actor, locale);
  // The toast of this tap is in the new language too.
  ctx.actor = { ...actor, locale };
  ctx.answers.toast = text('help-language-set');
  return helpMessage(ctx.actor);
}

/** Commands that have their own answer in a group. */
const MEANT_FOR_GROUPS = ['nhom', 'group', 'start'];

/** A command in a group is answered with the way into private chat and nothing else (C7). Registered before the commands. */
export const trongnhom = new Composer<BotContext>();

trongnhom.chatType(['group', 'supergroup']).on('message:entities:bot_command', async (ctx, next) => {
  const [entity] = ctx.entities('bot_command');
  if (entity?.offset !== 0) return next();
  const [name = '', bot] = entity.text.slice(1).split('@');
  if (MEANT_FOR_GROUPS.includes(name.toLowerCase())) return next();
  if (bot !== undefined && bot.toLowerCase() !== ctx.me.username.toLowerCase()) return;
  ctx.answers.send.push(
    message(
      [text('group-go-private')],
      [{ label: text('button-go-private'), opens: `https://t.me/${ctx.me.username}?start=go` }],
    ),
  );
});
