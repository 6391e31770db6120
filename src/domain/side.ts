export const SIDES = ['a', 'b'] as const;
export type Side = (typeof SIDES)[number];
export type Relation = 'peers' | 'a_above' | 'b_above';
export type Role = 'secretary' | 'member' | 'chair' | 'vice' | 'observer';

export const otherSide = (side: Side): Side => (side === 'a' ? 'b' : 'a');

/** Whether `side` stands above the other under the agreement. */
export const isAbove = (relation: Relation, side: Side): boolean => relation === `${side}_above`;
