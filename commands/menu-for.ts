import type { Role } from '../src/domain/side.ts';
import { type Locale, say } from '../src/locales/index.ts';
import { MENU } from './menu.ts';

const FOR_EVERYONE = 4;

/**
 * The menu of a person's chat by their roles over all pairs, in their language: a đầu mối of any pair sees all of it, everyone else the
 * first four. For setMyCommands with the scope of that chat; display only, every command authorises again.
 */
export function commandsFor(
  roles: readonly Role[],
  locale: Locale,
): { command: string; description: string }[] {
  const shown = roles.includes('secretary') ? MENU : MENU.slice(0, FOR_EVERYONE);
  return shown.map(({ name, alias, label }) => ({
    command: locale === 'vi' ? name : alias,
    description: say(locale, label),
  }));
}
