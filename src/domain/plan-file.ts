/** The largest file of a plan that is taken: 2 MB. */
export const TABLE_FILE_BYTES = 2 * 1024 * 1024;
