/**
 * A cell as read: its words, a day, or why it says nothing: it is never reckoned and never guessed. `isShort`: its format shows day and
 * month only, as Excel makes of "4-5" by itself.
 */
export type ReadCell = string | { day: string; isShort?: true } | { bad: 'formula' | 'error' };

/** A row that holds anything, by the number that people see; cells by column from 1, left out where empty. */
export type ReadRow = { row: number; cells: ReadonlyMap<number, ReadCell>; isHidden?: true };

/** One sheet; of a CSV, one way of parting its lines. */
export type ReadSheet = { name: string; rows: ReadRow[]; isHidden?: true };
