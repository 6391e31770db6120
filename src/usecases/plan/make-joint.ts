import type { Work } from '../work.ts';

/** Makes the joint inspections of a plan that both leaders have agreed to. */
export async function makeJointInspections(_work: Work, _planId: number): Promise<void> {}
