import { eq } from 'drizzle-orm';
import { person } from '../../db/schema/index.ts';
import type { Text } from '../domain/message.ts';
import { confirmAccount } from '../usecases/confirm-account.ts';
import { type Account, accountsOf } from '../usecases/link/account.ts';
import { invitationOf } from '../usecases/link/find-invitation.ts';
import { isRefused, type Refused, refuse, text } from '../usecases/said.ts';
import type { Work } from '../usecases/work.ts';
import type { Subcommand } from './desk.ts';
import { findPerson } from './find-person.ts';

/**
 * The operator confirms the account of a person whom they invited, or when nobody in chat can (C6). First it is shown; its number is typed, so
 * that no other is confirmed that took its place meanwhile.
 */
export const confirm: Subcommand = {
  name: 'confirm',
  about: 'admin-about-confirm',
  usage: 'confirm PERSON [--account NUMBER]',
  example: 'confirm cat-dau-moi-1 --account 123456789',
  words: [1, 1],
  options: { account: { type: 'string' } },
  async run({ office, print, complain, say }, { positionals, options }) {
    const result = await (await office()).work({ pairs: 'all' }, async (work) => {
      const known = await findPerson(work, positionals[0]!);
      if (isRefused(known)) return known;
      const waiting = (await accountsOf(work, known.id)).find(({ state }) => state === 'pending');
      if (waiting && options.account !== String(waiting.userId))
        return options.account === undefined
          ? { shown: await shownText(work, known, waiting) }
          : refuse('admin-confirm-other', { name: known.name, key: known.key });
      const confirmed = await confirmAccount(work, {
        by: { operator: true },
        personId: known.id,
        accountId: waiting?.id,
      });
      return isRefused(confirmed) ? sayWhere(work, known, confirmed) : confirmed;
    });
    if ('shown' in result) {
      complain(say(result.shown));
      return 2;
    }
    if (isRefused(result)) {
      complain(say(result.refused));
      return 1;
    }
    print(say(text('admin-confirmed', { name: result.name, account: result.account.shownName })));
    return 0;
  },
};

type Known = { id: number; key: string; name: string };

/** What the operator asks the person by telephone, and the whole line. */
async function shownText(work: Work, { key, name }: Known, account: Account): Promise<Text> {
  const invited = await invitationOf(work, account.invitationId);
  const by = invited?.invitedBy ?? null;
  const [inviter] =
    by === null ? [] : await work.tx.select({ name: person.name }).from(person).where(eq(person.id, by));
  return text('admin-confirm-look', {
    name,
    account: account.shownName,
    id: String(account.userId),
    by: inviter ? text('by-person', { name: inviter.name }) : text('by-operator'),
    line: `npm run admin -- confirm ${key} --account ${account.userId}`,
  });
}

/** Where the person stands on the way to an account, in place of "nothing waits": the operator has no list to look at. */
async function sayWhere(work: Work, { id, key, name }: Known, refused: Refused): Promise<Refused> {
  if (refused.refused.key !== 'link-nothing-waiting') return refused;
  const states = (await accountsOf(work, id)).map(({ state }) => state);
  if (states.includes('active')) return refuse('admin-confirm-active', { name });
  if (states.length > 0) return refuse('admin-confirm-unfinished', { name });
  return refuse('admin-confirm-not-opened', { name, key });
}
