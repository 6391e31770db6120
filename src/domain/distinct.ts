/** Each once, in the order in which they come first; nothing of what is missing. */
export const distinct = <T>(all: readonly (T | null | undefined)[]): T[] => [
  ...new Set(all.filter((one): one is T => one !== null && one !== undefined)),
];
