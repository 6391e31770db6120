import { NOT_SAID, readCovered } from '../../domain/covered.ts';
import { termOf } from '../../domain/term.ts';
import { text } from '../said.ts';
import { coveredText } from '../view/lines.ts';
import { loadPair } from '../view/load-pair.ts';
import type { Work } from '../work.ts';
import { type Choice, filled, type Step, wrong } from './form.ts';

type CoveredData = { pairId: number; coveredFrom?: string | null; coveredTo?: string | null };

/** What is offered: all up to when it is held. */
const OFFERED = ['term', 'last', 'year'] as const;

/** The period that is looked into (mốc thời gian); its days are typed as those of a report. */
export const coveredStep: Step<CoveredData> = {
  name: 'covered',
  fills: ['coveredFrom', 'coveredTo'],
  ask: async (work, _actor, { pairId }) => ({
    lines: [text('form-covered'), text('form-covered-example')],
    choices: [...(await offered(work, pairId)), { label: text('button-covered-none'), value: 'none' }],
  }),
  take: async (work, _actor, { pairId }, typed) => takeCovered(work, pairId, typed),
  choose: async (work, _actor, { pairId }, value) => {
    if (value === 'none') return filled(NOT_SAID);
    const words = wordsOf(work, value);
    return words === undefined ? wrong(text('form-choose')) : takeCovered(work, pairId, words);
  },
};

async function takeCovered(work: Work, pairId: number, typed: string) {
  const read = await readTyped(work, pairId, typed);
  return 'why' in read ? wrong(text(`covered-${read.why}`, { part: read.part })) : filled(read);
}

/** What was typed, by the agreement's term where that is said. */
export async function readTyped(work: Work, pairId: number, typed: string) {
  const { pair } = await loadPair(work, pairId);
  return readCovered(typed, work.now, termOf(pair.policy));
}

/** Only what can be read: the term is offered where its first day is known. */
async function offered(work: Work, pairId: number): Promise<Choice[]> {
  const choices: Choice[] = [];
  for (const value of OFFERED) {
    const read = await readTyped(work, pairId, wordsOf(work, value)!);
    const covered = 'why' in read ? undefined : coveredText(read);
    if (covered) choices.push({ label: text('covered-choice', { covered }), value });
  }
  return choices;
}

function wordsOf(work: Work, value: string): string | undefined {
  switch (value) {
    case 'term':
      return 'từ đầu nhiệm kỳ đến nay';
    case 'year':
      return `từ đầu năm ${work.now.year} đến nay`;
    case 'last':
      return `từ đầu năm ${work.now.year - 1} đến nay`;
    default:
      return undefined;
  }
}
