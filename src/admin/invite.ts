import { and, eq, gt, isNull, or } from 'drizzle-orm';
import { membership, pair } from '../../db/schema/index.ts';
import { makeInvitation } from '../usecases/make-invitation.ts';
import { nearTo } from '../usecases/org-file-issues.ts';
import { instantArg, isRefused, type Refused, refuse, text } from '../usecases/said.ts';
import type { Work } from '../usecases/work.ts';
import type { Subcommand } from './desk.ts';
import { findPerson } from './find-person.ts';

/** Prints a one-time link by which a person links their Telegram account (C6); the operator is the inviter. */
export const invite: Subcommand = {
  name: 'invite',
  about: 'admin-about-invite',
  usage: 'invite PERSON [--pair PAIR]',
  example: 'invite cat-dau-moi-1 --pair tinh',
  words: [1, 1],
  options: { pair: { type: 'string' } },
  async run({ botName, office, print, complain, say }, { positionals, options }) {
    const bot = await botName().catch(() => undefined);
    if (bot === undefined) {
      complain(say(text('admin-telegram-away')));
      return 1;
    }
    const made = await (await office()).work({ pairs: 'all' }, (work) =>
      inviteByKey(work, positionals[0]!, options.pair as string | undefined),
    );
    if (isRefused(made)) {
      complain(say(made.refused));
      return 1;
    }
    print(say(text('admin-invite-link', { name: made.name, expires: instantArg(made.expiresAt) })));
    print(`https://t.me/${bot}?start=${made.token}`);
    return 0;
  },
};

async function inviteByKey(work: Work, key: string, pairKey: string | undefined) {
  const person = await findPerson(work, key);
  if (isRefused(person)) return person;
  const pairId = await choosePair(work, person.id, key, pairKey);
  if (typeof pairId !== 'number') return pairId;
  const made = await makeInvitation(work, { pairId, personId: person.id, invitedBy: null });
  return { ...made, name: person.name };
}

async function choosePair(
  work: Work,
  personId: number,
  key: string,
  wanted?: string,
): Promise<number | Refused> {
  const today = work.now.toISODate()!;
  const pairs = await work.tx
    .select({ id: pair.id, key: pair.key })
    .from(membership)
    .innerJoin(pair, eq(pair.id, membership.pairId))
    .where(and(eq(membership.personId, personId), or(isNull(membership.toDay), gt(membership.toDay, today))))
    .orderBy(pair.id);
  const keys = pairs.map((row) => row.key);
  if (pairs.length === 0) return refuse('admin-invite-no-role', { key });
  if (wanted === undefined && pairs.length > 1)
    return refuse('admin-invite-which', { key, pairs: keys.join(', ') });
  const chosen = pairs.find((row) => wanted === undefined || row.key === wanted);
  return (
    chosen?.id ?? refuse('admin-invite-not-in-pair', { key, pair: wanted!, near: nearTo(wanted!, keys) })
  );
}
