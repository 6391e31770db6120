import type { Role } from '../../src/domain/side.ts';
import { BUTTONS, COLUMNS } from '../support/role-table.ts';
import type { Seat } from './sender.ts';

type ButtonRow = { parts: string[]; letters: Set<string> };

/** Outcomes that refuse whoever it is in that role; the others speak of the state that the row is in. */
const REFUSED = ['na', 'no', 'lo', 'ul', 'so', 'st', 'rr', 'nf'];

/** Columns of the role table that a role stands in, whichever side or pair. */
const LETTERS: Record<Role, readonly string[]> = {
  secretary: ['S'],
  chair: ['C'],
  vice: ['C'],
  member: ['T', 'M'],
  observer: ['O'],
};

const ROWS: readonly ButtonRow[] = BUTTONS.map(([button, , outcomes]) => {
  const cells = outcomes.trim().split(/\s+/);
  const letters = ['a', 'b', 'f', 'x'].flatMap((side) => {
    const own = COLUMNS.flatMap((column, at) =>
      column.startsWith(side) ? [[column, cells[at]!] as const] : [],
    );
    // Found by some of a side and not by others: it is somebody's own, and each may have one.
    const isOwn = own.some(([, cell]) => cell === 'ok');
    return own
      .filter(([, cell]) => !REFUSED.includes(cell) || (isOwn && cell === 'nf'))
      .map(([column]) => column.at(-1)!);
  });
  return { parts: button.split('.'), letters: new Set(letters) };
});

/** Whether the role table lets somebody with one of these seats do something by a button, in some state of the matter; true for a button it has not. */
export function mayTap(data: string, seats: readonly Seat[]): boolean {
  const rows = ROWS.filter(({ parts }) => isLike(parts, data.split('.')));
  if (rows.length === 0) return true;
  const own = seats.flatMap(({ role }) => LETTERS[role]);
  return rows.some(({ letters }) => own.some((letter) => letters.has(letter)));
}

const isLike = (parts: readonly string[], given: readonly string[]): boolean =>
  parts.length === given.length &&
  parts.every((part, at) => (part.startsWith('{') ? /^\d+$/.test(given[at]!) : part === given[at]));
