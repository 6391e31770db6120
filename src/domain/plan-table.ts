import { findPlanTable, type PlanTable } from './plan-columns.ts';
import { MOST_PLAN_LINES } from './plan-file.ts';
import { hideSecrets, type PlanRow } from './plan-secret.ts';
import { findSecret } from './secrecy.ts';
import type { ReadSheet } from './table-cells.ts';

/** The rows of a plan's table, or why the file is refused as a whole; `secret`: a mark stands above the headings (C1). */
export type PlanTableRead =
  | { rows: PlanRow[] }
  | { fault: 'no-columns'; missing: Extract<PlanTable, { missing: unknown }>['missing'] }
  | { fault: 'rows'; count: number }
  | { fault: 'secret' | 'empty' };

/** Finds the table and looks through it for secrets: all of a file that needs nothing but its cells. */
export function readPlanTable(sheets: readonly ReadSheet[]): PlanTableRead {
  const table = findPlanTable(sheets);
  if ('missing' in table) return { fault: 'no-columns', missing: table.missing };
  if (findSecret(table.above).kind === 'refused') return { fault: 'secret' };
  if (table.rows.length === 0) return { fault: 'empty' };
  if (table.rows.length > MOST_PLAN_LINES) return { fault: 'rows', count: table.rows.length };
  return { rows: hideSecrets(table.rows) };
}
