import { eq } from 'drizzle-orm';
import { clock, consent, groupChat, person, telegramAccount } from '../../db/schema/index.ts';
import type { Role } from '../../src/domain/side.ts';
import type { OrgFile } from '../../src/usecases/org-file.ts';
import type { Work } from '../../src/usecases/work.ts';
import type { Both, Cast, CastMember, Language } from './playground/playground-protocol.ts';
import type { Simulator } from './simulator.ts';

const CONSENT_VERSION = 'demo';
const FIRST_USER_ID = 6_200_000_001;
/** The pair that the story is about; its people come first on the page. */
const PAIR = 'tinh';

const ROLES: Record<Role, Both> = {
  chair: { vi: 'Chủ nhiệm', en: 'Chair' },
  vice: { vi: 'Phó Chủ nhiệm', en: 'Vice chair' },
  secretary: { vi: 'Đầu mối', en: 'Secretary' },
  member: { vi: 'Uỷ viên', en: 'Member' },
  observer: { vi: 'Theo dõi', en: 'Observer' },
};

const IN_ENGLISH: Record<string, string> = {
  'ubkt-cat': 'Provincial police',
  'ubkt-tinh': 'Provincial party',
  'ubkt-phuong': 'Ward party',
};

/** The people of an organisation file as the page lists them; their Telegram ids stay the same through every reset. */
export function castPeople(org: OrgFile): CastMember[] {
  return org.people.map(({ key, name }, i) => {
    const all = org.members.filter((one) => one.person === key);
    const member = all.find(({ pair }) => pair === PAIR) ?? all[0]!;
    const { short } = org.committees.find((one) => one.key === member.committee)!;
    const english = IN_ENGLISH[member.committee];
    return {
      key,
      userId: FIRST_USER_ID + i,
      name,
      role: ROLES[member.role],
      committee: { vi: short, en: english ? `${english} (${short})` : short },
      side: member.side,
    };
  });
}

/** Everyone's account is linked, active and consented, as after the first run. */
export async function linkCast(work: Work, people: CastMember[]): Promise<void> {
  const rows = await work.tx.select({ id: person.id, key: person.key }).from(person);
  const idOf = new Map(rows.map(({ id, key }) => [key, id]));
  for (const { key, userId, name } of people) {
    const personId = idOf.get(key)!;
    const at = { createdAt: work.now, activeAt: work.now };
    const account = { personId, userId, chatId: userId, shownName: name, state: 'active' as const, ...at };
    await work.tx.insert(telegramAccount).values(account);
    await work.tx.insert(consent).values({ personId, textVersion: CONSENT_VERSION, givenAt: work.now });
  }
}

/** Sets business time to an offset from wall time, in ms. */
export async function setClock(work: Work, offsetMs: number): Promise<void> {
  await work.tx.update(clock).set({ offsetMs }).where(eq(clock.id, 1));
}

/** Gives everyone the language of the page, so that the phones and the captions agree. */
export async function speakTo(work: Work, language: Language): Promise<void> {
  await work.tx.update(person).set({ locale: language });
}

/** Brings the people, and a group of each committee of the pair with the bot in it, onto the simulated server. */
export function enterCast(sim: Simulator, org: OrgFile, people: CastMember[]): Cast {
  for (const { userId, name } of people) {
    sim.addUser({ id: userId, first_name: name });
  }
  const pair = org.pairs.find(({ key }) => key === PAIR)!;
  const groups = (['a', 'b'] as const).map((side) => {
    const { committee } = pair[side];
    const members = people.filter(({ key }) => isIn(org, key, committee));
    const { short } = org.committees.find(({ key }) => key === committee)!;
    const group = sim.addGroup({ title: `Nhóm ${short}` });
    group.addMembers(...members.map(({ userId }) => sim.user(userId)));
    group.joinBot();
    return { key: committee, chatId: group.id };
  });
  return { people, groups, phones: ['cat-dau-moi-2', 'tinh-dau-moi-1'] };
}

const isIn = (org: OrgFile, personKey: string, committee: string): boolean =>
  org.members.some((one) => one.person === personKey && one.pair === PAIR && one.committee === committee);

/** Binds the groups to their committees, as the đầu mối does from the group. */
export async function bindGroups(work: Work, cast: Cast, committeeIds: Map<string, number>): Promise<void> {
  for (const [i, { key, chatId }] of cast.groups.entries()) {
    const committeeId = committeeIds.get(key)!;
    const [binder] = await work.tx
      .select({ id: person.id })
      .from(person)
      .where(eq(person.key, cast.phones[i]!));
    await work.tx
      .insert(groupChat)
      .values({ chatId, title: key, committeeId, boundBy: binder!.id, boundAt: work.now });
  }
}
