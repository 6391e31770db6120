import { z } from 'zod';
import { text } from '../said.ts';
import { search } from '../view/search-message.ts';
import { defineForm } from './define-form.ts';
import { done, type Step } from './form.ts';

const searchData = z.object({});

const wordsStep: Step<z.infer<typeof searchData>> = {
  name: 'words',
  fills: [],
  ask: async () => ({ lines: [text('search-ask'), text('search-examples')], choices: [] }),
  take: async (work, actor, _data, typed) => done(await search(work, actor, typed)),
};

/** /tim with nothing after it: asks for the words, which are searched and not kept. */
export const searchForm = defineForm({ name: 'search', schema: searchData, steps: [wordsStep] });
