import { z } from 'zod';
import { nfc } from '../../domain/fold.ts';
import { isOverdue } from '../../domain/outcome.ts';
import { act } from '../actions/index.ts';
import { loadCase } from '../inspection/load-case.ts';
import { addRecommendation, LONGEST_WORDS } from '../outcome/add-recommendation.ts';
import { button, details, isRefused, text } from '../said.ts';
import { codeText } from '../view/lines.ts';
import type { Actor, Work } from '../work.ts';
import { defineForm } from './define-form.ts';
import { done, filled, goes, type Step, type Taken, wrong } from './form.ts';
import { chosenDay, type NotRead, readDay } from './read-window.ts';
import { secretStep } from './secret-step.ts';

/** `due`: a day; null: none. `isSensitive`: the kind bears no words (C4). */
const recommendationData = z.object({
  inspectionId: z.number(),
  isSensitive: z.boolean(),
  secretAsked: z.boolean().optional(),
  words: z.string().optional(),
  due: z.string().nullable().optional(),
});
export type RecommendationData = z.infer<typeof recommendationData>;

const bearsWords = ({ isSensitive }: RecommendationData): boolean => !isSensitive;

const wordsStep: Step<RecommendationData> = {
  name: 'words',
  fills: ['words'],
  when: bearsWords,
  isFree: true,
  ask: async () => ({ lines: [text('rec-ask-words')], choices: [] }),
  take: async (_work, _actor, _data, typed) => {
    const words = nfc(typed);
    if (words === '') return wrong(text('rec-ask-words'));
    if (words.length > LONGEST_WORDS) return wrong(text('form-too-long', { max: LONGEST_WORDS }));
    return filled({ words });
  },
};

const dueStep: Step<RecommendationData> = {
  name: 'due',
  fills: ['due'],
  ask: async () => ({
    lines: [text('rec-ask-due')],
    choices: [{ label: text('button-rec-no-due'), value: 'none' }],
  }),
  take: async (work, _actor, _data, typed) => {
    const read = readDueDay(work, typed);
    return 'error' in read ? wrong(read.error, read.choices) : filled({ due: read.day });
  },
  choose: async (_work, _actor, _data, value) => {
    const due = value === 'none' ? null : chosenDay(value);
    return due === undefined ? wrong(text('form-choose')) : filled({ due });
  },
};

/** One day, typed with or without its year. */
export const readDueDay = (work: Work, typed: string): { day: string } | NotRead =>
  readDay(work, typed) ?? { error: text('rec-ask-due'), choices: [] };

const previewStep: Step<RecommendationData> = {
  name: 'preview',
  fills: [],
  ask: async (work, _actor, { inspectionId, words, due }) => {
    const found = await loadCase(work, inspectionId);
    return {
      protect: true,
      lines: [
        text('rec-preview', { code: found ? codeText(found) : '' }),
        words ? text('rec-words', { words }) : text('rec-no-words'),
        due ? text('rec-due', { day: { day: due } }) : text('rec-no-due'),
        ...(isOverdue(due ?? null, work.now.toISODate()!) ? [text('rec-due-gone')] : []),
      ],
      choices: [
        { label: text('button-rec-save'), value: 'save', style: 'success' },
        ...(words ? [{ label: text('button-rec-edit-words'), value: 'words' }] : []),
        { label: text('button-rec-edit-due'), value: 'due' },
      ],
    };
  },
  choose: async (work, actor, data, value) => {
    if (value === 'save') return save(work, actor, data);
    if (value === 'words' && bearsWords(data)) return goes('words', {});
    return value === 'due' ? goes('due', {}) : wrong(text('form-choose'));
  },
};

async function save(work: Work, actor: Actor, data: RecommendationData): Promise<Taken<RecommendationData>> {
  const { inspectionId, words, due } = data;
  const added = await addRecommendation(work, actor, inspectionId, { words, dueDay: due ?? undefined });
  if (isRefused(added)) return wrong(added.refused);
  return done(
    details(
      [text('rec-added', { code: codeText(added.found), n: added.row.n })],
      [
        button('button-rec-more', act('rec.add', { id: inspectionId })),
        button('button-rec-list', act('rec.of', { id: inspectionId, page: 0 })),
        button('button-card', act('card', { id: inspectionId })),
      ],
    ),
  );
}

/** "Thêm kiến nghị": what a conclusion asked for, in words where the kind may bear them, and by when. */
export const recommendationForm = defineForm({
  name: 'recommendation',
  title: 'form-title-recommendation',
  schema: recommendationData,
  steps: [
    {
      ...secretStep,
      when: (data: RecommendationData) => bearsWords(data) && data.words === undefined,
    },
    wordsStep,
    dueStep,
    previewStep,
  ],
});
