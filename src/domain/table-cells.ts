/** A cell as read: its words, a day, or why it says nothing: it is never reckoned and never guessed. */
export type ReadCell = string | { day: string } | { bad: 'formula' | 'error' };

/** A row that holds anything, by the number that people see; cells by column from 1, left out where empty. */
export type ReadRow = { row: number; cells: ReadonlyMap<number, ReadCell> };

/** One sheet; of a CSV, one way of parting its lines. */
export type ReadSheet = { name: string; rows: ReadRow[] };
