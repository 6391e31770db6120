import { DateTime } from 'luxon';
import { z } from 'zod';
import { SYMBOL_USES } from '../../domain/inspection.ts';
import { act } from '../actions/index.ts';
import { attachSymbol } from '../inspection/attach-symbol.ts';
import { button, details, isRefused, text } from '../said.ts';
import { codeText } from '../view/lines.ts';
import type { Actor, Work } from '../work.ts';
import { defineForm } from './define-form.ts';
import { confirmDayStep, documentData, documentDayStep, refusedStep, symbolStep } from './document-steps.ts';
import { done, filled, type Step, type Taken, wrong } from './form.ts';

const symbolData = documentData.extend({ inspectionId: z.number(), use: z.enum(SYMBOL_USES).optional() });
type SymbolData = z.infer<typeof symbolData>;

const useStep: Step<SymbolData> = {
  name: 'use',
  fills: ['use'],
  ask: async () => ({
    lines: [text('form-symbol-use')],
    choices: SYMBOL_USES.map((use) => ({ label: text(`symbol-${use}`), value: use })),
  }),
  choose: async (_work, _actor, _data, value) => {
    const use = SYMBOL_USES.find((one) => one === value);
    return use ? filled({ use }) : wrong(text('form-choose'));
  },
};

/** The day ends the form; an unusual one is looked at first. */
const dayStep: Step<SymbolData> = {
  ...documentDayStep,
  take: async (work, actor, data, typed) =>
    endedBy(work, actor, data, await documentDayStep.take!(work, actor, data, typed)),
  choose: async (work, actor, data, value) =>
    endedBy(work, actor, data, await documentDayStep.choose!(work, actor, data, value)),
};

async function endedBy<Given extends Partial<SymbolData>>(
  work: Work,
  actor: Actor,
  data: SymbolData,
  taken: Taken<Given>,
): Promise<Taken<SymbolData>> {
  if (taken.kind !== 'filled') return taken;
  return taken.given.isUnusual ? taken : attach(work, actor, { ...data, ...taken.given });
}

const confirmStep: Step<SymbolData> = {
  ...confirmDayStep,
  fills: [],
  choose: async (work, actor, data, value) =>
    value === 'yes' ? attach(work, actor, data) : wrong(text('form-choose')),
};

async function attach(work: Work, actor: Actor, data: SymbolData): Promise<Taken<SymbolData>> {
  const { inspectionId, use, symbol, day, insisted = false } = data;
  const attached = await attachSymbol(work, actor, inspectionId, {
    use: use!,
    symbol: symbol!,
    documentDay: DateTime.fromISO(day!, { zone: 'utc' }).toISODate()!,
    insisted,
  });
  if (isRefused(attached)) return wrong(attached.refused);
  const key = attached.becameOfficial ? 'symbol-official' : 'symbol-attached';
  return done(
    details(
      [text(key, { code: codeText(attached.found), symbol: symbol! })],
      [button('button-card', act('card', { id: inspectionId }))],
    ),
  );
}

/** "Văn bản": which document, its symbol (explained when refused; a person may insist), its date. */
export const symbolForm = defineForm({
  name: 'symbol',
  schema: symbolData,
  steps: [useStep, symbolStep, refusedStep, dayStep, confirmStep],
});
