import { confirmAccount } from '../usecases/confirm-account.ts';
import { isRefused, text } from '../usecases/said.ts';
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
      return confirmAccount(work, { by: { operator: true }, personId: person.id });
    });
    if (isRefused(outcome)) {
      complain(say(outcome.refused));
      return 1;
    }
    print(say(text('admin-confirmed', { name: outcome.name, account: outcome.account.shownName })));
    return 0;
  },
};
