import { eq } from 'drizzle-orm';
import { committee, membership, person, telegramAccount } from '../../db/schema/index.ts';
import type { Role, Side } from '../../src/domain/side.ts';
import type { Office } from '../../src/usecases/begin-work.ts';
import { findActor } from '../../src/usecases/find-actor.ts';
import { bindGroup } from '../../src/usecases/group/bind-group.ts';
import { finishPractice } from '../../src/usecases/link/finish-practice.ts';
import { giveConsent } from '../../src/usecases/link/give-consent.ts';
import { openLink } from '../../src/usecases/link/open-link.ts';
import { makeInvitation } from '../../src/usecases/make-invitation.ts';
import { isRefused } from '../../src/usecases/said.ts';
import { type SeededPair, seedPair } from '../support/seed.ts';

/** Somebody who writes: a role and a side, or why they are nobody. */
export type Somebody = { userId: number; name: string; label: string };

/** Those who are nobody to the bot, and how far each came. */
const NEWCOMERS = ['invited', 'consenting', 'practising', 'waiting', 'revoked'] as const;

/** People of both pairs, of a third that is bare, and those who are nobody; the invitations that are open, as links hold them. */
export type Cast = { people: Somebody[]; tokens: string[] };

const LETTERS: Record<string, string> = {
  secretary: 'đầu mối',
  chair: 'chair',
  vice: 'vice',
  member: 'member',
  observer: 'observer',
};

/** Everybody of these pairs by role and side, and besides them strangers, newcomers at each step, one who was let go, one of two pairs. */
export async function seedCast(office: Office, pairs: readonly SeededPair[]): Promise<Cast> {
  const people: Somebody[] = pairs.flatMap(({ cast }) =>
    Object.entries(cast).map(([key, { userId, name }]) => ({ userId, name, label: labelOf(key) })),
  );
  const above = await seedPair(office, {
    key: 'p3',
    firstUserId: 9000,
    relation: 'a_above',
    roles: ['secretary', 'chair', 'member'],
  });
  for (const [key, { userId, name }] of Object.entries(above.cast))
    people.push({ userId, name, label: `${labelOf(key)}, unequal` });
  await joinPair(office, pairs[0]!.cast['a-member']!.id, above.pairId, 'b', 'secretary');
  await endMembership(office, pairs[1]!.cast['b-member-3']!.id);
  people.find((one) => one.userId === pairs[1]!.cast['b-member-3']!.userId)!.label = 'ended';
  const tokens: string[] = [];
  for (const [at, step] of NEWCOMERS.entries()) {
    const userId = 20_000 + at;
    tokens.push(await seedNewcomer(office, pairs[0]!.pairId, step, userId));
    people.push({ userId, name: `Người mới ${at}`, label: step });
  }
  for (const userId of [30_001, 30_002, 30_003]) people.push({ userId, name: 'Người lạ', label: 'stranger' });
  return { people, tokens };
}

function labelOf(key: string): string {
  const [side, role] = key.split('-');
  return `${LETTERS[role!]} ${side}`;
}

/** A person of one pair who stands in another, there in another role. */
async function joinPair(office: Office, personId: number, pairId: number, side: Side, role: Role) {
  await office.work({ pairs: 'all' }, async ({ tx }) => {
    const [row] = await tx.select().from(membership).where(eq(membership.pairId, pairId));
    const committeeId = row!.committeeId;
    await tx.insert(membership).values({ pairId, side, committeeId, personId, role, fromDay: '2020-01-01' });
  });
}

const endMembership = (office: Office, personId: number): Promise<unknown> =>
  office.work({ pairs: 'all' }, ({ tx }) =>
    tx.update(membership).set({ toDay: '2026-01-01' }).where(eq(membership.personId, personId)),
  );

/** A new member of side a, led as far as the step by their own taps; the token of their invitation. */
async function seedNewcomer(
  office: Office,
  pairId: number,
  step: (typeof NEWCOMERS)[number],
  userId: number,
): Promise<string> {
  return office.work({ pairs: 'all' }, async (work) => {
    const [own] = await work.tx.select().from(committee).where(eq(committee.key, 'p1-a'));
    const [made] = await work.tx
      .insert(person)
      .values({ key: `p1-${step}`, name: `Uỷ viên mới ${step}`, title: 'Uỷ viên' })
      .returning();
    const personId = made!.id;
    await work.tx.insert(membership).values({
      ...{ pairId, side: 'a', committeeId: own!.id, personId, role: 'member' },
      fromDay: '2020-01-01',
    });
    const { token } = await makeInvitation(work, { pairId, personId, invitedBy: null });
    if (step === 'invited') return token;
    const opened = await openLink(work, { userId, chatId: userId, shownName: 'Người mới' }, token);
    if (isRefused(opened)) throw new Error(opened.refused.key);
    if (step === 'consenting') return token;
    await giveConsent(work, userId, opened.account.id);
    if (step === 'waiting') await finishPractice(work, userId, opened.account.id);
    if (step === 'revoked')
      await work.tx
        .update(telegramAccount)
        .set({ state: 'revoked', revokedAt: work.now })
        .where(eq(telegramAccount.id, opened.account.id));
    return token;
  });
}

/** Binds a group to the committee of side a of a pair, by its đầu mối. */
export async function bindSeededGroup(office: Office, { cast }: SeededPair, chatId: number): Promise<void> {
  await office.work({ pairs: 'all' }, async (work) => {
    const actor = (await findActor(work, cast['a-secretary']!.userId))!;
    const bound = await bindGroup(work, actor, { chatId, title: 'Nhóm' }, actor.members[0]!.committeeId);
    if (isRefused(bound)) throw new Error(bound.refused.key);
  });
}
