import { Composer } from 'grammy';
import type { Message } from '../src/domain/message.ts';
import type { Locale } from '../src/locales/index.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { message, text } from '../src/usecases/said.ts';
import { setLanguage } from '../src/usecases/set-language.ts';
import { helpMessage, shortcutsMessage, whoIsIn } from '../src/usecases/view/help.ts';
import type { Actor } from '../src/usecases/work.ts';
import { activeActor, noteUnused, onTaps, say } from './respond.ts';

/** /trogiup: what one's role can do, the language, who is in. */
export const trogiup = new Composer<BotContext>();

trogiup.chatType('private').command(['trogiup', 'help'], async (ctx) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  noteUnused(ctx, ctx.match);
  say(ctx, helpMessage(actor));
});

onTaps(trogiup, 'trogiup', {
  main: async (ctx, actor) => {
    ctx.answers.edit = helpMessage(actor);
  },
  short: async (ctx, actor, { page }) => {
    ctx.answers.edit = shortcutsMessage(actor, page);
  },
  who: async (ctx, actor, { page }) => {
    ctx.answers.edit = await whoIsIn(ctx.work, actor, page);
  },
  lang: async (ctx, actor, { locale }) => {
    ctx.answers.edit = await speak(ctx, actor, locale);
  },
});

async function speak(ctx: BotContext, actor: Actor, locale: Locale): Promise<Message> {
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
