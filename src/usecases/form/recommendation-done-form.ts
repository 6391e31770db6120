import { finishRecommendation } from '../outcome/finish-recommendation.ts';
import { button, details, isRefused, text } from '../said.ts';
import { codeText } from '../view/lines.ts';
import type { Actor, Work } from '../work.ts';
import { within } from './change-within.ts';
import { done, type FormData, type FormKind, next, type Step, type Taken, wrong } from './form.ts';
import { readDocumentDay, symbolForm } from './symbol-form.ts';

/** `symbol` of the document that reports it; '' stands for none. */
type DoneData = {
  recommendationId: number;
  day?: string;
  symbol?: string;
  insisted?: boolean;
  refusedSymbol?: string;
};

const of = (raw: FormData): DoneData => raw as DoneData;

/** A symbol that was refused is explained first; a person may insist. */
const onward = (raw: FormData): string => {
  const { day, symbol, refusedSymbol } = of(raw);
  if (day === undefined) return 'day';
  if (symbol !== undefined) return 'preview';
  return refusedSymbol === undefined ? 'symbol' : 'refused';
};

const dayStep: Step = {
  ask: async () => ({
    lines: [text('rec-ask-done-day')],
    choices: [{ label: text('button-today'), value: 'today' }],
  }),
  take: async (work, _actor, raw, typed) => {
    const read = readDocumentDay(work, typed);
    if ('error' in read) return wrong(read.error);
    if (read.day > work.now.toISODate()!) return wrong(text('rec-day-ahead', { day: { day: read.day } }));
    return next({ ...of(raw), day: read.day }, 'symbol');
  },
  choose: async (work, _actor, raw) => next({ ...of(raw), day: work.now.toISODate()! }, 'symbol'),
};

const symbolStep: Step = {
  ...within('symbol', symbolForm.steps.symbol!, onward, () => 'day'),
  ask: async () => ({
    lines: [text('rec-ask-symbol'), text('form-symbol')],
    choices: [{ label: text('button-rec-no-symbol'), value: 'none' }],
  }),
  choose: async (_work, _actor, raw) => next({ ...of(raw), symbol: '' }, 'preview'),
};

const previewStep: Step = {
  ask: async (_work, _actor, raw) => {
    const { day, symbol } = of(raw);
    const key = symbol ? 'rec-done-preview-symbol' : 'rec-done-preview';
    return {
      protect: true,
      lines: [text(key, { day: { day: day! }, ...(symbol ? { symbol } : {}) })],
      choices: [{ label: text('button-confirm'), value: 'yes', style: 'success' }],
    };
  },
  choose: async (work, actor, raw, value) =>
    value === 'yes' ? finish(work, actor, of(raw)) : wrong(text('form-choose')),
  back: () => 'symbol',
};

async function finish(work: Work, actor: Actor, data: DoneData): Promise<Taken> {
  const { recommendationId, day, symbol, insisted } = data;
  const given = { day: day!, symbol: symbol || undefined, insisted };
  const finished = await finishRecommendation(work, actor, recommendationId, given);
  if (isRefused(finished)) return wrong(finished.refused);
  const { row, found } = finished;
  return done(
    details(
      [text('rec-done', { code: codeText(found), n: row.n, day: { day: day! } })],
      [
        button('button-rec-list', `rec.of.${found.inspection.id}.0`),
        button('button-card', `card.${found.inspection.id}`),
      ],
    ),
  );
}

/** "Đã thực hiện": the day, the document where there is one, one look, one button. */
export const recommendationDoneForm: FormKind = {
  name: 'recommendation-done',
  first: () => 'day',
  steps: {
    day: dayStep,
    symbol: symbolStep,
    refused: within('refused', symbolForm.steps.refused!, onward, () => 'symbol'),
    preview: previewStep,
  },
};
