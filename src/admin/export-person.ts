import { exportPerson } from '../usecases/export-person.ts';
import { isRefused } from '../usecases/said.ts';
import type { Subcommand } from './desk.ts';
import { findPerson } from './find-person.ts';

/** Prints a person's own data as JSON (C8). */
export const exportData: Subcommand = {
  name: 'export-person',
  about: 'admin-about-export',
  usage: 'export-person PERSON',
  example: 'export-person cat-dau-moi-1',
  words: [1, 1],
  options: {},
  async run({ office, print, complain, say }, { positionals }) {
    const data = await (await office()).work({ pairs: 'all' }, async (work) => {
      const person = await findPerson(work, positionals[0]!);
      return isRefused(person) ? person : exportPerson(work, person.id);
    });
    if (data && isRefused(data)) {
      complain(say(data.refused));
      return 1;
    }
    print(JSON.stringify(data, null, 2));
    return 0;
  },
};
