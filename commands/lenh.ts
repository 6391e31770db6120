import { Composer } from 'grammy';
import { linkedToken, typedCommand } from '../src/domain/typed-command.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { SHORTCUTS } from '../src/usecases/view/shortcuts.ts';
import { MENU } from './menu.ts';

/**
 * Commands (lệnh) as people write them: /VIEC, /việc, /đề xuất; and a pasted invitation link, which opens what /start with its token opens.
 * Registered before all others: these find the command where Telegram would have marked it.
 */
export const lenh = new Composer<BotContext>();

const KNOWN = new Set<string>([
  ...[...MENU, ...SHORTCUTS].flatMap(({ name, alias }) => [name, alias]),
  ...['start', 'huy', 'kiemtra', 'xacnhan'],
]);

lenh.chatType('private').on('message:text', (ctx, next) => {
  const { text } = ctx.message;
  const command = typedCommand(text, KNOWN);
  const token = command || ctx.actor ? undefined : linkedToken(text, ctx.me.username);
  if (command) rewrite(ctx.message, command.name, text.slice(command.end));
  else if (token) rewrite(ctx.message, 'start', ` ${token}`);
  return next();
});

/** In a group only what Telegram marks as a command is one; case aside. */
lenh.chatType(['group', 'supergroup']).on('message:entities:bot_command', (ctx, next) => {
  const { text = '' } = ctx.message;
  const [, name, rest = ''] = /^\/(\w+)(.*)$/su.exec(text) ?? [];
  if (name !== undefined) ctx.message.text = `/${name.toLowerCase()}${rest}`;
  return next();
});

type Written = { text: string; entities?: { type: 'bot_command'; offset: number; length: number }[] };

function rewrite(message: object, name: string, rest: string): void {
  const text = `/${name}${rest}`;
  const entities = [{ type: 'bot_command' as const, offset: 0, length: name.length + 1 }];
  Object.assign(message, { text, entities } satisfies Written);
}
