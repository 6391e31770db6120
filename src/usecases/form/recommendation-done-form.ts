import { z } from 'zod';
import { act } from '../actions/index.ts';
import { finishRecommendation } from '../outcome/finish-recommendation.ts';
import { button, details, isRefused, text } from '../said.ts';
import { codeText } from '../view/lines.ts';
import type { Actor, Work } from '../work.ts';
import { defineForm } from './define-form.ts';
import {
  type DocumentData,
  documentData,
  documentDayStep,
  refusedStep,
  symbolStep,
} from './document-steps.ts';
import { done, filled, type Step, type Taken, wrong } from './form.ts';

/** `symbol` of the document that reports it; '' stands for none. */
const doneData = documentData.extend({ recommendationId: z.number() });
type DoneData = z.infer<typeof doneData>;

const dayStep: Step<DoneData> = {
  ...documentDayStep,
  ask: async () => ({
    lines: [text('rec-ask-done-day')],
    choices: [{ label: text('button-today'), value: 'today' }],
  }),
  take: async (work, actor, data, typed) =>
    notAhead(work, await documentDayStep.take!(work, actor, data, typed)),
  choose: async (work, actor, data, value) =>
    notAhead(work, await documentDayStep.choose!(work, actor, data, value)),
};

function notAhead(work: Work, taken: Taken<DocumentData>): Taken<DocumentData> {
  const day = taken.kind === 'filled' ? taken.given.day : undefined;
  return day !== undefined && day > work.now.toISODate()!
    ? wrong(text('rec-day-ahead', { day: { day } }))
    : taken;
}

const symbolOfDone: Step<DoneData> = {
  ...symbolStep,
  ask: async () => ({
    lines: [text('rec-ask-symbol'), text('form-symbol')],
    choices: [{ label: text('button-rec-no-symbol'), value: 'none' }],
  }),
  choose: async (_work, _actor, _data, value) =>
    value === 'none'
      ? filled({ symbol: '', insisted: undefined, refusedSymbol: undefined })
      : wrong(text('form-choose')),
};

const previewStep: Step<DoneData> = {
  name: 'preview',
  fills: [],
  ask: async (_work, _actor, { day, symbol }) => {
    const key = symbol ? 'rec-done-preview-symbol' : 'rec-done-preview';
    return {
      protect: true,
      lines: [text(key, { day: { day: day! }, ...(symbol ? { symbol } : {}) })],
      choices: [{ label: text('button-confirm'), value: 'yes', style: 'success' }],
    };
  },
  choose: async (work, actor, data, value) =>
    value === 'yes' ? finish(work, actor, data) : wrong(text('form-choose')),
};

async function finish(work: Work, actor: Actor, data: DoneData): Promise<Taken<DoneData>> {
  const { recommendationId, day, symbol, insisted } = data;
  const given = { day: day!, symbol: symbol || undefined, insisted };
  const finished = await finishRecommendation(work, actor, recommendationId, given);
  if (isRefused(finished)) return wrong(finished.refused);
  const { row, found } = finished;
  return done(
    details(
      [text('rec-done', { code: codeText(found), n: row.n, day: { day: day! } })],
      [
        button('button-rec-list', act('rec.of', { id: found.inspection.id, page: 0 })),
        button('button-card', act('card', { id: found.inspection.id })),
      ],
    ),
  );
}

/** "Đã thực hiện": the day, the document where there is one, one look, one button. */
export const recommendationDoneForm = defineForm({
  name: 'recommendation-done',
  schema: doneData,
  steps: [dayStep, symbolOfDone, refusedStep, previewStep],
});
