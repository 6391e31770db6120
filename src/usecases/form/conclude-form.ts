import { z } from 'zod';
import { isSensitiveKind } from '../../domain/kinds.ts';
import { act } from '../actions/index.ts';
import { concludeInspection } from '../inspection/conclude-inspection.ts';
import { button, details, isRefused, text } from '../said.ts';
import { codeText } from '../view/lines.ts';
import type { Actor, Work } from '../work.ts';
import { defineForm } from './define-form.ts';
import { documentData, documentDayStep, refusedStep, symbolStep } from './document-steps.ts';
import { done, type Step, type Taken, wrong } from './form.ts';

const concludeData = documentData.extend({ inspectionId: z.number() });
type ConcludeData = z.infer<typeof concludeData>;

const dayStep: Step<ConcludeData> = {
  ...documentDayStep,
  ask: async () => ({
    lines: [text('conclude-day')],
    choices: [{ label: text('button-today'), value: 'today' }],
  }),
};

const confirmStep: Step<ConcludeData> = {
  name: 'confirm',
  fills: [],
  ask: async (_work, _actor, { symbol, day }) => ({
    protect: true,
    lines: [text('conclude-preview', { symbol: symbol!, day: { day: day! } })],
    choices: [{ label: text('button-confirm'), value: 'yes', style: 'success' }],
  }),
  choose: async (work, actor, data, value) =>
    value === 'yes' ? conclude(work, actor, data) : wrong(text('form-choose')),
};

/** "Kết thúc": the conclusion's symbol and its date. */
export const concludeForm = defineForm({
  name: 'conclude',
  schema: concludeData,
  steps: [symbolStep, refusedStep, dayStep, confirmStep],
});

async function conclude(work: Work, actor: Actor, data: ConcludeData): Promise<Taken<ConcludeData>> {
  const concluded = await concludeInspection(work, actor, data.inspectionId, {
    symbol: data.symbol!,
    insisted: data.insisted ?? false,
    documentDay: data.day!,
  });
  if (isRefused(concluded)) return wrong(concluded.refused);
  return done(
    details(
      [text('concluded', { code: codeText(concluded.found), symbol: data.symbol! })],
      [
        !isSensitiveKind(concluded.found.version.kind) &&
          button('button-result', act('outcome.record', { id: data.inspectionId })),
        button('button-rec-add', act('rec.add', { id: data.inspectionId })),
        button('button-card', act('card', { id: data.inspectionId })),
      ],
    ),
  );
}
