/** The largest file of a plan that is taken: 2 MB. */
export const TABLE_FILE_BYTES = 2 * 1024 * 1024;
/** Lines of one file; a side's plan has a few dozen. */
export const MOST_PLAN_LINES = 2_000;
