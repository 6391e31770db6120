import type { Text } from '../../domain/message.ts';
import type { Table } from '../../domain/report-table.ts';
import type { TextKey } from '../../locales/keys.ts';
import { text } from '../said.ts';

/** Texts in the language of a file. */
export type Say = (text: Text) => string;

/** The name and title of a table, and columns by key and width in characters. */
export const tableOf = (
  say: Say,
  key:
    | 'proposals'
    | 'cases'
    | 'coverage'
    | 'left'
    | 'notices'
    | 'exchanges'
    | 'types'
    | 'duties'
    | 'outcomes'
    | 'recommendations'
    | 'plan'
    | 'quotas'
    | 'list',
  columns: [title: TextKey | Text, width: number][],
): Table => ({
  key,
  name: say(text(`table-name-${key}`)),
  title: say(text(`table-title-${key}`)),
  columns: columns.map(([title, width]) => ({
    title: say(typeof title === 'string' ? text(title) : title),
    width,
  })),
  rows: [],
  notes: [],
});
