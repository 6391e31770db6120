import { isSensitiveKind } from '../../domain/kinds.ts';
import { concludeInspection } from '../inspection/conclude-inspection.ts';
import { button, details, isRefused, text } from '../said.ts';
import { codeText } from '../view/lines.ts';
import type { Actor, Work } from '../work.ts';
import { within } from './change-within.ts';
import { done, type FormData, type FormKind, next, type Taken, wrong } from './form.ts';
import { readDocumentDay, symbolForm } from './symbol-form.ts';

type ConcludeData = { inspectionId: number; symbol?: string; insisted?: boolean; day?: string };

const of = (raw: FormData): ConcludeData => raw as ConcludeData;

/** A symbol that was refused is explained first; a person may insist. */
const onward = (raw: FormData): string => {
  const { refusedSymbol, symbol } = raw as { refusedSymbol?: string; symbol?: string };
  return symbol === undefined && refusedSymbol !== undefined ? 'refused' : 'day';
};

/** "Kết thúc": the conclusion's symbol and its date. */
export const concludeForm: FormKind = {
  name: 'conclude',
  first: () => 'symbol',
  steps: {
    symbol: within('symbol', symbolForm.steps.symbol!, onward),
    refused: within('refused', symbolForm.steps.refused!, onward, () => 'symbol'),
    day: {
      ask: async () => ({
        lines: [text('conclude-day')],
        choices: [{ label: text('button-today'), value: 'today' }],
      }),
      take: async (work, _actor, raw, typed) => {
        const read = readDocumentDay(work, typed);
        return 'error' in read ? wrong(read.error) : next({ ...of(raw), day: read.day }, 'confirm');
      },
      choose: async (work, _actor, raw) => next({ ...of(raw), day: work.now.toISODate()! }, 'confirm'),
      back: () => 'symbol',
    },
    confirm: {
      ask: async (_work, _actor, raw) => ({
        protect: true,
        lines: [text('conclude-preview', { symbol: of(raw).symbol!, day: { day: of(raw).day! } })],
        choices: [{ label: text('button-confirm'), value: 'yes', style: 'success' }],
      }),
      choose: async (work, actor, raw, value) =>
        value === 'yes' ? conclude(work, actor, of(raw)) : wrong(text('form-choose')),
      back: () => 'day',
    },
  },
};

async function conclude(work: Work, actor: Actor, data: ConcludeData): Promise<Taken> {
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
          button('button-result', `outcome.record.${data.inspectionId}`),
        button('button-rec-add', `rec.add.${data.inspectionId}`),
        button('button-card', `card.${data.inspectionId}`),
      ],
    ),
  );
}
