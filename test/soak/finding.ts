/** What was found of one sort, in words, among so many that were looked at. */
export type Finding = { found: string[]; looked: number };
