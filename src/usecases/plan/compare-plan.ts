import type { Work } from '../work.ts';

/** Finds overlaps and gaps of a plan that both sides have exchanged. */
export async function comparePlan(_work: Work, _planId: number): Promise<void> {}
