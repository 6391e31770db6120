import { parseDateVi } from '../../domain/dates-vi.ts';
import { nfc } from '../../domain/fold.ts';
import type { Text } from '../../domain/message.ts';
import { isOverdue } from '../../domain/outcome.ts';
import { loadCase } from '../inspection/load-case.ts';
import { addRecommendation, LONGEST_WORDS } from '../outcome/add-recommendation.ts';
import { button, details, isRefused, text } from '../said.ts';
import { codeText } from '../view/lines.ts';
import type { Actor, Work } from '../work.ts';
import { done, type FormData, type FormKind, next, type Step, type Taken, wrong } from './form.ts';
import { askText } from './read-window.ts';
import { secretStep } from './secret-step.ts';

/** `due`: a day; null: none. `isSensitive`: the kind bears no words (C4). */
export type RecommendationData = {
  inspectionId: number;
  isSensitive: boolean;
  secretAsked?: boolean;
  words?: string;
  due?: string | null;
};

const of = (raw: FormData): RecommendationData => raw as RecommendationData;

/** The first question that is still open; the question of secrecy comes before the words (C1). */
function openStep(raw: FormData): string {
  const { isSensitive, secretAsked, words, due } = of(raw);
  if (!isSensitive && words === undefined) return secretAsked ? 'words' : 'secret';
  return due === undefined ? 'due' : 'preview';
}

const go = (data: RecommendationData): Taken => next(data, openStep(data));

const wordsStep: Step = {
  isFree: true,
  ask: async () => ({ lines: [text('rec-ask-words')], choices: [] }),
  take: async (_work, _actor, raw, typed) => {
    const words = nfc(typed);
    if (words === '') return wrong(text('rec-ask-words'));
    if (words.length > LONGEST_WORDS) return wrong(text('form-too-long', { max: LONGEST_WORDS }));
    return go({ ...of(raw), words });
  },
};

const dueStep: Step = {
  ask: async () => ({
    lines: [text('rec-ask-due')],
    choices: [{ label: text('button-rec-no-due'), value: 'none' }],
  }),
  take: async (work, _actor, raw, typed) => {
    const read = readDueDay(work, typed);
    return 'error' in read ? wrong(read.error) : go({ ...of(raw), due: read.day });
  },
  choose: async (_work, _actor, raw, value) =>
    value === 'none' ? go({ ...of(raw), due: null }) : wrong(text('form-choose')),
  back: (raw) => (of(raw).isSensitive ? 'due' : 'words'),
};

/** One day, typed with or without its year. */
export function readDueDay(work: Work, typed: string): { day: string } | { error: Text } {
  const parsed = parseDateVi(typed, work.now);
  if (parsed.kind === 'ask') return { error: askText(parsed) };
  return parsed.kind === 'day' ? { day: parsed.day } : { error: text('rec-ask-due') };
}

const previewStep: Step = {
  ask: async (work, _actor, raw) => {
    const { inspectionId, words, due } = of(raw);
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
  choose: async (work, actor, raw, value) => {
    if (value === 'save') return save(work, actor, of(raw));
    if (value === 'words' && !of(raw).isSensitive) return next(of(raw), 'words');
    return value === 'due' ? next(of(raw), 'due') : wrong(text('form-choose'));
  },
  back: () => 'due',
};

async function save(work: Work, actor: Actor, data: RecommendationData): Promise<Taken> {
  const { inspectionId, words, due } = data;
  const added = await addRecommendation(work, actor, inspectionId, { words, dueDay: due ?? undefined });
  if (isRefused(added)) return wrong(added.refused);
  return done(
    details(
      [text('rec-added', { code: codeText(added.found), n: added.row.n })],
      [
        button('button-rec-more', `rec.add.${inspectionId}`),
        button('button-rec-list', `rec.of.${inspectionId}.0`),
        button('button-card', `card.${inspectionId}`),
      ],
    ),
  );
}

/** "Thêm kiến nghị": what a conclusion asked for, in words where the kind may bear them, and by when. */
export const recommendationForm: FormKind = {
  name: 'recommendation',
  first: openStep,
  steps: {
    secret: secretStep((raw) => openStep({ ...raw, secretAsked: true })),
    words: wordsStep,
    due: dueStep,
    preview: previewStep,
  },
};
