import type { TextKey } from '../src/locales/keys.ts';

/** The menu: members see the first four, a đầu mối all of it; each with its English alias. What is not built is not offered. */
export const MENU = [
  { name: 'viec', alias: 'todo', label: 'menu-todo' },
  { name: 'lich', alias: 'calendar', label: 'menu-calendar' },
  { name: 'tim', alias: 'search', label: 'menu-search' },
  { name: 'trogiup', alias: 'help', label: 'menu-help' },
  { name: 'taomoi', alias: 'new', label: 'menu-new' },
  { name: 'traodoi', alias: 'exchange', label: 'menu-exchange' },
  { name: 'baocao', alias: 'report', label: 'menu-report' },
  { name: 'quanly', alias: 'manage', label: 'menu-manage' },
] as const satisfies { name: string; alias: string; label: TextKey }[];
