import type { Role } from '../src/domain/side.ts';
import { type Locale, say } from '../src/locales/index.ts';
import { MENU } from './menu.ts';

/** What a chat offers before anybody is known in it. */
const BEFORE: readonly Role[] = ['member'];

/**
 * The menu of a person's chat by their roles over all pairs, in their language; without a role, what a member sees. For setMyCommands with
 * the scope of that chat; display only, every command authorises again.
 */
export function commandsFor(
  roles: readonly Role[],
  locale: Locale,
): { command: string; description: string }[] {
  const held = roles.length > 0 ? roles : BEFORE;
  return MENU.filter((one) => held.some((role) => one.roles.some((of) => of === role))).map(
    ({ name, alias, label }) => ({
      command: locale === 'vi' ? name : alias,
      description: say(locale, label),
    }),
  );
}
