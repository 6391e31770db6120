import type { PlanCells } from './plan-columns.ts';
import { findSecret } from './secrecy.ts';

/** One row below the headings as it may be read on; of one that bears something secret only that is left (C3). */
export type PlanRow = Pick<PlanCells, 'row' | 'cells'> & { isSecret: boolean };

/** Rows are looked through together, and one by one only where something was found: the net is dear, and most rows are clean. */
const LOOKED_AT = 50;

/** Looks through the words of each row for secrets (C3). */
export function hideSecrets(rows: readonly PlanCells[]): PlanRow[] {
  const secret = secretRows(rows);
  return rows.map(({ row, cells }) =>
    secret.has(row) ? { row, cells: {}, isSecret: true } : { row, cells, isSecret: false },
  );
}

function secretRows(rows: readonly PlanCells[]): Set<number> {
  const found = new Set<number>();
  for (let start = 0; start < rows.length; start += LOOKED_AT) {
    const some = rows.slice(start, start + LOOKED_AT);
    if (findSecret(some.map(({ words }) => words).join('\n')).kind === 'clean') continue;
    for (const { row, words } of some) if (findSecret(words).kind === 'refused') found.add(row);
  }
  return found;
}
