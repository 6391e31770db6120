import { text } from '../usecases/said.ts';
import type { Subcommand } from './desk.ts';
import { subcommands } from './index.ts';

/** Every subcommand with what it does. */
export const help: Subcommand = {
  name: 'help',
  about: 'admin-about-help',
  usage: 'help',
  example: 'help',
  words: [0, 1],
  options: {},
  async run({ print, say }) {
    print(say(text('admin-help-title')), '');
    for (const { usage, about } of subcommands) print(`  ${usage}`, `      ${say(text(about))}`);
    print('', say(text('admin-help-language')));
    return 0;
  },
};
