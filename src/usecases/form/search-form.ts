import { text } from '../said.ts';
import { search } from '../view/search-message.ts';
import { done, type FormKind } from './form.ts';

/** /tim with nothing after it: asks for the words, which are searched and not kept. */
export const searchForm: FormKind = {
  name: 'search',
  first: () => 'words',
  steps: {
    words: {
      ask: async () => ({ lines: [text('search-ask'), text('search-examples')], choices: [] }),
      take: async (work, actor, _data, typed) => done(await search(work, actor, typed)),
    },
  },
};
