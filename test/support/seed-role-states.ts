import type { Office } from '../../src/usecases/begin-work.ts';
import type { SeededPair } from './seed.ts';
import { type AbsenceName, seedAbsence } from './seed-absence.ts';
import { type EntryName, seedEntries } from './seed-entries.ts';
import { type HandoverName, seedHandover } from './seed-handover.ts';
import { type PeopleName, seedPeople } from './seed-people.ts';
import { type PlanFoundName, seedPlanFound } from './seed-plan-found.ts';
import { type PlanName, seedPlans } from './seed-plans.ts';
import { type StateName, type States, seedStates } from './seed-states.ts';
import { seedWaiting, type WaitingName } from './seed-waiting.ts';

/** What the buttons of the role table are tapped on. */
export type RoleStates = States<
  StateName | EntryName | AbsenceName | HandoverName | PlanName | PlanFoundName | WaitingName | PeopleName
>;

/** One of everything that a button of the role table names. */
export const seedRoleStates = async (office: Office, seeded: SeededPair): Promise<RoleStates> => ({
  ...(await seedPlanFound(office, seeded)),
  ...(await seedStates(office, seeded)),
  ...(await seedEntries(office, seeded)),
  ...(await seedAbsence(office, seeded)),
  ...(await seedHandover(office, seeded)),
  ...(await seedPlans(office, seeded)),
  ...(await seedWaiting(office, seeded)),
  ...(await seedPeople(office, seeded)),
});

/** The data of a button of the role table, with the ids of what it is tapped on. */
export function dataOf(states: RoleStates, button: string, on: string): string {
  const state = states[on as keyof RoleStates];
  return button.replace(/\{(\w+)\}/g, (_, name: string) =>
    String(name === 'i' ? state.id : (state.requests[name] ?? `missing-${name}`)),
  );
}
