import { Composer } from 'grammy';
import type { BotContext } from '../src/telegram/context.ts';
import { commandsFor } from './menu-for.ts';

/** The menu (thực đơn) of a person's chat follows their roles and language; once a change and a process is enough. */
export const thucdon = new Composer<BotContext>();

/** What was last set by chat: a menu is display only, so a process that forgets merely sets it again. */
const shown = new Map<number, string>();

thucdon.chatType('private').use(async (ctx, next) => {
  await next();
  const actor = ctx.actor;
  if (!actor) return;
  const commands = commandsFor(
    actor.members.map((member) => member.role),
    actor.locale,
  );
  const key = `${actor.locale} ${commands.map(({ command }) => command).join(' ')}`;
  const chatId = ctx.chat.id;
  if (shown.get(chatId) === key) return;
  ctx.answers.after = async () => {
    await ctx.api.setMyCommands(commands, { scope: { type: 'chat', chat_id: chatId } });
    shown.set(chatId, key);
  };
});
