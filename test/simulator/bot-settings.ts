import type { BotCommand, BotCommandScope, MenuButton } from '@grammyjs/types';
import type { SimCommandSet } from './protocol.ts';

/** What the bot set about itself: names, descriptions, menus. An empty language code holds for all. */
export class BotSettings {
  private readonly sets = new Map<string, SimCommandSet>();
  readonly names = new Map<string, string>();
  readonly descriptions = new Map<string, string>();
  readonly shortDescriptions = new Map<string, string>();
  readonly menuButtons = new Map<number, MenuButton>();

  setCommands(scope: BotCommandScope, languageCode: string, commands: BotCommand[]): void {
    this.sets.set(keyOf(scope, languageCode), { scope, languageCode, commands });
  }

  deleteCommands(scope: BotCommandScope, languageCode: string): void {
    this.sets.delete(keyOf(scope, languageCode));
  }

  /** Exactly what was set for this scope and language. */
  commands(scope: BotCommandScope, languageCode: string): BotCommand[] {
    return this.sets.get(keyOf(scope, languageCode))?.commands ?? [];
  }

  allCommands(): SimCommandSet[] {
    return [...this.sets.values()];
  }

  /** What a private chat's menu shows: the narrowest scope that was set, in the person's language if there is one. */
  menu(chatId: number, languageCode: string): BotCommand[] {
    const scopes: BotCommandScope[] = [
      { type: 'chat', chat_id: chatId },
      { type: 'all_private_chats' },
      { type: 'default' },
    ];
    for (const scope of scopes) {
      const found = this.sets.get(keyOf(scope, languageCode)) ?? this.sets.get(keyOf(scope, ''));
      if (found) return found.commands;
    }
    return [];
  }
}

function keyOf(scope: BotCommandScope, languageCode: string): string {
  const chatId = 'chat_id' in scope ? scope.chat_id : '';
  const userId = 'user_id' in scope ? scope.user_id : '';
  return [scope.type, chatId, userId, languageCode].join('|');
}
