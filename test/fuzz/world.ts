import type { Database } from '../../db/client.ts';
import { type Office, openOffice } from '../../src/usecases/begin-work.ts';
import type { SimContext } from '../simulator/sim-context.ts';
import { seedPair } from '../support/seed.ts';
import { seedAbsence } from '../support/seed-absence.ts';
import { seedEntries } from '../support/seed-entries.ts';
import { seedHandover } from '../support/seed-handover.ts';
import { seedPlanFound } from '../support/seed-plan-found.ts';
import { seedPlans } from '../support/seed-plans.ts';
import { seedStates } from '../support/seed-states.ts';
import { bindSeededGroup, type Cast, seedCast } from './cast.ts';
import { openRandom } from './random.ts';
import { steadyOffice } from './steady.ts';

/** A Monday: the fuzz lives from here, whatever the machine's day is. */
export const MORNING_MS = Date.parse('2026-11-23T09:00:00+07:00');

/** Who there is in a seeded world, and the groups: one bound to a committee, one that is not. */
export type FuzzWorld = Cast & { groups: number[] };

/** Fills an empty database: two pairs with something in every state on either side, a third, newcomers and strangers. */
export async function seedWorld(db: Database): Promise<FuzzWorld> {
  const office = steadyOffice(
    openOffice(db, () => MORNING_MS),
    openRandom(0, 0),
  );
  const pairs = [await seedPair(office), await seedPair(office, { key: 'p2', firstUserId: 5000 })];
  for (const seeded of pairs) await seedLife(office, seeded);
  const groups = groupIds();
  const cast = await seedCast(office, pairs);
  await bindSeededGroup(office, pairs[0]!, groups[0]!);
  return { ...cast, groups };
}

async function seedLife(office: Office, seeded: Awaited<ReturnType<typeof seedPair>>): Promise<void> {
  await seedPlanFound(office, seeded);
  await seedStates(office, seeded);
  await seedEntries(office, seeded);
  await seedAbsence(office, seeded);
  await seedHandover(office, seeded);
  await seedPlans(office, seeded);
}

/** As the simulator numbers its first group and its first supergroup. */
const groupIds = (): number[] => [-4_100_000_001, -1_002_200_000_002];

/** The people and groups of a world as Telegram knows them. */
export function enterTelegram({ world }: SimContext, { people, groups }: FuzzWorld): void {
  for (const { userId, name } of people) world.addUser({ id: userId, first_name: name, started: true });
  for (const [at, id] of groups.entries()) {
    const chat = world.addGroup('Nhóm', at === 1);
    if (chat.id !== id) throw new Error(`the simulator gave ${chat.id} to a group`);
    chat.botStatus = 'member';
    for (const { userId } of people.filter((_, nth) => nth % 3 === at)) chat.members.set(userId, 'member');
  }
}
