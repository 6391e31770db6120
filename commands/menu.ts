import type { Role } from '../src/domain/side.ts';
import type { TextKey } from '../src/locales/keys.ts';

const everyone: readonly Role[] = ['secretary', 'member', 'chair', 'vice', 'observer'];
const deciders: readonly Role[] = ['secretary', 'chair', 'vice'];
const leaders: readonly Role[] = ['chair', 'vice'];
const secretary: readonly Role[] = ['secretary'];

/**
 * The menu in its order, each with its English alias and whose it is: everybody's come first, eight for each role. What is not built is not
 * offered; /baocao holds the year's plan, and its label says so.
 */
export const MENU = [
  { name: 'viec', alias: 'todo', label: 'menu-todo', roles: everyone },
  { name: 'lich', alias: 'calendar', label: 'menu-calendar', roles: everyone },
  { name: 'tim', alias: 'search', label: 'menu-search', roles: everyone },
  { name: 'trogiup', alias: 'help', label: 'menu-help', roles: everyone },
  { name: 'taomoi', alias: 'new', label: 'menu-new', roles: secretary },
  { name: 'traodoi', alias: 'exchange', label: 'menu-exchange', roles: deciders },
  { name: 'baocao', alias: 'report', label: 'menu-report', roles: deciders },
  { name: 'nhatky', alias: 'log', label: 'menu-log', roles: leaders },
  { name: 'quanly', alias: 'manage', label: 'menu-manage', roles: deciders },
] as const satisfies { name: string; alias: string; label: TextKey; roles: readonly Role[] }[];
