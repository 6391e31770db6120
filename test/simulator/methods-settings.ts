import type { BotCommand, BotCommandScope, MenuButton } from '@grammyjs/types';
import { badRequest } from './api-failure.ts';
import type { Params } from './params.ts';
import type { Handlers, SimContext } from './sim-context.ts';

const MAX_COMMANDS = 100;

/** What the bot says about itself. */
export const settingMethods: Handlers = {
  getMe: ({ world }) => world.bot,
  setMyCommands: ({ settings, world }, params) => {
    const commands = params.json<BotCommand[]>('commands') ?? [];
    checkCommands(commands);
    settings.setCommands(scopeOf(params), params.text('language_code'), commands);
    world.events.emit({ type: 'commands' });
    return true;
  },
  getMyCommands: ({ settings }, params) => settings.commands(scopeOf(params), params.text('language_code')),
  deleteMyCommands: ({ settings, world }, params) => {
    settings.deleteCommands(scopeOf(params), params.text('language_code'));
    world.events.emit({ type: 'commands' });
    return true;
  },
  setMyName: ({ settings }, params) => keep(settings.names, params, 'name', 64),
  setMyDescription: ({ settings }, params) => keep(settings.descriptions, params, 'description', 512),
  setMyShortDescription: ({ settings }, params) =>
    keep(settings.shortDescriptions, params, 'short_description', 120),
  setChatMenuButton: (context, params) => {
    const button = params.json<MenuButton>('menu_button') ?? { type: 'default' };
    context.settings.menuButtons.set(menuChat(context, params), button);
    return true;
  },
};

function menuChat({ world }: SimContext, params: Params): number {
  const chatId = params.whole('chat_id') ?? 0;
  if (chatId !== 0 && !world.users.has(chatId)) throw badRequest('chat not found');
  return chatId;
}

function scopeOf(params: Params): BotCommandScope {
  return params.json<BotCommandScope>('scope') ?? { type: 'default' };
}

function checkCommands(commands: BotCommand[]): void {
  if (commands.length > MAX_COMMANDS) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  for (const { command, description } of commands) {
    if (!/^\/?[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID');
    if (description.length < 1 || description.length > 256)
      throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
  }
}

function keep(into: Map<string, string>, params: Params, field: string, most: number): true {
  const text = params.text(field);
  if (text.length > most) throw badRequest(`bot ${field.replaceAll('_', ' ')} is too long`);
  into.set(params.text('language_code'), text);
  return true;
}
