import { and, gt, isNull, ne, or } from 'drizzle-orm';
import { invitation, membership, pair, person, telegramAccount } from '../../db/schema/index.ts';
import type { TextKey } from '../locales/index.ts';
import { groupBy } from '../usecases/group-by.ts';
import { text } from '../usecases/said.ts';
import type { Work } from '../usecases/work.ts';
import type { Subcommand } from './desk.ts';
import { roleText } from './say-change.ts';

/** Who is in the organisation file, their roles, and how far their accounts are; nothing of the work. */
export const people: Subcommand = {
  name: 'people',
  about: 'admin-about-people',
  usage: 'people',
  example: 'people',
  words: [0, 0],
  options: {},
  async run({ office, print, say }) {
    const rows = await (await office()).work({ pairs: 'all' }, listPeople);
    if (rows.length === 0) print(say(text('admin-people-none')));
    for (const { key, name, title, roles, state } of rows) {
      const held = roles.map((one) => `${one.pair} (${say(roleText(one.role))})`).join(', ');
      const shown = title === '' ? name : `${name}, ${title}`;
      print(say(text('admin-person-line', { key, name: shown, state: text(state), roles: held || '–' })));
    }
    return 0;
  },
};

async function listPeople({ tx, now }: Work) {
  const today = now.toISODate()!;
  const everyone = await tx.select().from(person).where(isNull(person.erasedAt)).orderBy(person.key);
  const members = await tx
    .select()
    .from(membership)
    .where(or(isNull(membership.toDay), gt(membership.toDay, today)))
    .orderBy(membership.pairId);
  const pairs = new Map((await tx.select().from(pair)).map((row) => [row.id, row.key]));
  const accounts = await tx.select().from(telegramAccount).where(ne(telegramAccount.state, 'revoked'));
  const invited = await tx
    .select({ personId: invitation.personId })
    .from(invitation)
    .where(and(isNull(invitation.usedAt), isNull(invitation.revokedAt), gt(invitation.expiresAt, now)));
  const hasInvitation = new Set(invited.map((row) => row.personId));
  const roles = groupBy(members, (row) => row.personId);
  const accountsOf = groupBy(accounts, (row) => row.personId);
  return everyone.map(({ id, key, name, title }) => ({
    key,
    name,
    title,
    roles: (roles.get(id) ?? []).map((row) => ({ pair: pairs.get(row.pairId)!, role: row.role })),
    state: stateOf(accountsOf.get(id) ?? [], hasInvitation.has(id)),
  }));
}

function stateOf(accounts: (typeof telegramAccount.$inferSelect)[], isInvited: boolean): TextKey {
  const active = accounts.find((one) => one.state === 'active');
  if (active) return active.unreachableAt ? 'admin-state-unreachable' : 'admin-state-active';
  if (accounts.some((one) => one.state === 'pending')) return 'admin-state-pending';
  return isInvited || accounts.length > 0 ? 'admin-state-invited' : 'admin-state-not-invited';
}
