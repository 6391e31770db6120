import { type PlanTableRead, readPlanTable } from '../domain/plan-table.ts';
import type { LegacyFont } from './legacy-fonts.ts';
import { readBytes } from './read-bytes.ts';
import type { TableFault } from './read-limits.ts';

/** What the bytes of a plan's file say, and which legacy font they were typed in; or why they are not read. */
export type PlanRead = (PlanTableRead & { font?: LegacyFont }) | TableFault;

/** Reads a plan's file as far as that needs no database. Takes as long as the file makes it, as `readBytes` does. */
export async function readPlan(bytes: Uint8Array): Promise<PlanRead> {
  const read = await readBytes(bytes);
  if ('fault' in read) return read;
  return { ...readPlanTable(read), ...(read.font && { font: read.font }) };
}
