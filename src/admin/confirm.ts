import { confirmAccount } from '../usecases/confirm-account.ts';
import { accountsOf } from '../usecases/link/account.ts';
import { isRefused, type Refused, refuse, text } from '../usecases/said.ts';
import type { Work } from '../usecases/work.ts';
import type { Subcommand } from './desk.ts';
import { findPerson } from './find-person.ts';

/** The operator confirms the account of a person whom they invited, when no đầu mối can (C6). */
export const confirm: Subcommand = {
  name: 'confirm',
  about: 'admin-about-confirm',
  usage: 'confirm PERSON',
  example: 'confirm cat-dau-moi-1',
  words: [1, 1],
  options: {},
  async run({ office, print, complain, say }, { positionals }) {
    const outcome = await (await office()).work({ pairs: 'all' }, async (work) => {
      const person = await findPerson(work, positionals[0]!);
      if (isRefused(person)) return person;
      const confirmed = await confirmAccount(work, { by: { operator: true }, personId: person.id });
      return isRefused(confirmed) ? sayWhere(work, person, confirmed) : confirmed;
    });
    if (isRefused(outcome)) {
      complain(say(outcome.refused));
      return 1;
    }
    print(say(text('admin-confirmed', { name: outcome.name, account: outcome.account.shownName })));
    return 0;
  },
};

/** Where the person stands on the way to an account, in place of "nothing waits": the operator has no list to look at. */
async function sayWhere(
  work: Work,
  { id, key, name }: { id: number; key: string; name: string },
  refused: Refused,
): Promise<Refused> {
  if (refused.refused.key !== 'link-nothing-waiting') return refused;
  const states = (await accountsOf(work, id)).map(({ state }) => state);
  if (states.includes('active')) return refuse('admin-confirm-active', { name });
  if (states.length > 0) return refuse('admin-confirm-unfinished', { name });
  return refuse('admin-confirm-not-opened', { name, key });
}
