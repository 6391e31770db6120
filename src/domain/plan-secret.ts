import type { PlanCells } from './plan-layout.ts';
import { findSecret } from './secrecy.ts';

/** One row below the headings as it may be read on; of one that bears something secret only that is left (C3). */
export type PlanRow = PlanCells & { isSecret: boolean };

/** Rows are looked through together, and one by one only where something was found: the net is dear, and most rows are clean. */
const LOOKED_AT = 50;

/** Looks through the words of each row for secrets (C3). */
export function hideSecrets<Line extends PlanCells>(rows: readonly Line[]): (Line & PlanRow)[] {
  const secret = secretRows(rows);
  return rows.map((one) =>
    secret.has(one) ? { ...one, cells: {}, words: '', isSecret: true } : { ...one, isSecret: false },
  );
}

function secretRows(rows: readonly PlanCells[]): Set<PlanCells> {
  const found = new Set<PlanCells>();
  for (let start = 0; start < rows.length; start += LOOKED_AT) {
    const some = rows.slice(start, start + LOOKED_AT);
    if (findSecret(some.map(({ words }) => words).join('\n')).kind === 'clean') continue;
    for (const one of some) if (findSecret(one.words).kind === 'refused') found.add(one);
  }
  return found;
}
