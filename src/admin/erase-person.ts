import { keepErased } from '../erased-list.ts';
import { erasePerson } from '../usecases/erase-person.ts';
import { isRefused, text } from '../usecases/said.ts';
import type { Subcommand } from './desk.ts';
import { findPerson } from './find-person.ts';

/** Removes a person's own data (C8); asks for the key a second time, since nothing brings them back. */
export const erase: Subcommand = {
  name: 'erase-person',
  about: 'admin-about-erase',
  usage: 'erase-person PERSON --sure PERSON',
  example: 'erase-person cat-dau-moi-1 --sure cat-dau-moi-1',
  words: [1, 1],
  options: { sure: { type: 'string' } },
  async run({ office, erasedList, print, complain, say }, { positionals, options }) {
    const key = positionals[0]!;
    if (options.sure !== key) {
      complain(say(text('admin-erase-sure', { line: `erase-person ${key} --sure ${key}` })));
      return 2;
    }
    const refused = await (await office()).work({ pairs: 'all' }, async (work) => {
      const person = await findPerson(work, key);
      if (isRefused(person)) return person;
      await erasePerson(work, person.id, null);
      return undefined;
    });
    if (refused) {
      complain(say(refused.refused));
      return 1;
    }
    const list = erasedList();
    if (list !== undefined) await keepErased(await office(), list);
    print(say(text('admin-erase-done', { key })));
    return 0;
  },
};
