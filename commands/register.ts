import type { Api } from 'grammy';
import { LOCALES, say } from '../src/locales/index.ts';
import { commandsFor } from './menu-for.ts';

/** Registers the menu by scope and language: private chats see the members' commands until the chat's own menu is set, groups only /nhom; display only. */
export async function registerCommands(api: Api): Promise<void> {
  for (const locale of LOCALES) {
    const code = locale === 'vi' ? {} : { language_code: locale };
    await api.setMyCommands(commandsFor([], locale), { scope: { type: 'all_private_chats' }, ...code });
    const forGroups = [{ command: 'nhom', description: say(locale, 'menu-group') }];
    await api.setMyCommands(forGroups, { scope: { type: 'all_group_chats' }, ...code });
  }
}
