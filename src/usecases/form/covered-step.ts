import { type Covered, NOT_SAID, readCovered } from '../../domain/covered.ts';
import { ownEntry } from '../../domain/own-entry.ts';
import { type Term, termOf } from '../../domain/term.ts';
import { text } from '../said.ts';
import { coveredText } from '../view/lines.ts';
import { loadPair } from '../view/load-pair.ts';
import type { Work } from '../work.ts';
import { type Choice, filled, type Step, type Taken, wrong } from './form.ts';

type CoveredData = { pairId: number; coveredFrom?: string | null; coveredTo?: string | null };

/** What is offered, as it would be typed in a year: all up to when it is held. */
const OFFERED: Readonly<Record<string, (year: number) => string>> = {
  term: () => 'từ đầu nhiệm kỳ đến nay',
  last: (year) => `từ đầu năm ${year - 1} đến nay`,
  year: (year) => `từ đầu năm ${year} đến nay`,
};

/** The period that is looked into (mốc thời gian); its days are typed as those of a report. */
export const coveredStep: Step<CoveredData> = {
  name: 'covered',
  fills: ['coveredFrom', 'coveredTo'],
  ask: async (work, _actor, { pairId }) => ({
    lines: [text('form-covered'), text('form-covered-example')],
    choices: [
      ...offered(work, await loadTerm(work, pairId)),
      { label: text('button-covered-none'), value: 'none' },
    ],
  }),
  take: async (work, _actor, { pairId }, typed) => taken(await readTyped(work, pairId, typed)),
  choose: async (work, _actor, { pairId }, value) => {
    if (value === 'none') return filled(NOT_SAID);
    const words = ownEntry(OFFERED, value)?.(work.now.year);
    return words === undefined ? wrong(text('form-choose')) : taken(await readTyped(work, pairId, words));
  },
};

const taken = (read: ReturnType<typeof readCovered>): Taken<Covered> =>
  'why' in read ? wrong(text(`covered-${read.why}`, { part: read.part })) : filled(read);

/** What was typed, by the agreement's term where that is said. */
export const readTyped = async (work: Work, pairId: number, typed: string) =>
  readCovered(typed, work.now, await loadTerm(work, pairId));

const loadTerm = async (work: Work, pairId: number): Promise<Term | undefined> =>
  termOf((await loadPair(work, pairId)).pair.policy);

/** Only what can be read: the term is offered where its first day is known. */
const offered = (work: Work, term: Term | undefined): Choice[] =>
  Object.entries(OFFERED).flatMap(([value, wordsIn]): Choice[] => {
    const read = readCovered(wordsIn(work.now.year), work.now, term);
    const label = 'why' in read ? undefined : coveredText(read);
    return label ? [{ label, value }] : [];
  });
