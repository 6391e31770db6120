import { z } from 'zod';
import { parseDaysVi } from '../../domain/dates-vi.ts';
import type { Text } from '../../domain/message.ts';
import { insistedSymbol, parseSymbol } from '../../domain/symbol.ts';
import { text } from '../said.ts';
import type { Work } from '../work.ts';
import { filled, type Step, type Taken, wrong } from './form.ts';
import { chosenDay, dayNotRead, type NotRead } from './read-window.ts';

const symbolData = z.object({
  symbol: z.string().optional(),
  insisted: z.boolean().optional(),
  /** As it was typed, while nobody has insisted on it. */
  refusedSymbol: z.string().optional(),
});
type SymbolData = z.infer<typeof symbolData>;

/** What a document is known by. */
export const documentData = symbolData.extend({
  day: z.string().optional(),
  /** A day to come, or of long ago. */
  isUnusual: z.boolean().optional(),
  isDayConfirmed: z.boolean().optional(),
});
export type DocumentData = z.infer<typeof documentData>;

/** Its symbol. One that is refused is explained by the next question. */
export const symbolStep: Step<SymbolData> = {
  name: 'symbol',
  fills: ['symbol', 'insisted'],
  isAnswered: ({ symbol, refusedSymbol }) => symbol !== undefined || refusedSymbol !== undefined,
  isFree: true,
  ask: async () => ({ lines: [text('form-symbol')], choices: [] }),
  take: async (_work, _actor, _data, typed) => takeSymbol(typed),
};

/** Why a symbol was refused, with one that would have worked; a person may insist (R11). */
export const refusedStep: Step<SymbolData> = {
  name: 'refused',
  fills: ['refusedSymbol'],
  when: ({ refusedSymbol }) => refusedSymbol !== undefined,
  isAnswered: () => false,
  isFree: true,
  ask: async (_work, _actor, data) => ({
    lines: [refusal(data), text('form-symbol')],
    choices: [
      ...meantBy(data).map((symbol, at) => ({
        label: text('button-use-symbol', { symbol }),
        value: `meant-${at}`,
        style: 'primary' as const,
      })),
      { label: text('button-insist'), value: 'insist' },
    ],
  }),
  take: async (_work, _actor, _data, typed) => takeSymbol(typed),
  choose: async (_work, _actor, data, value) => {
    const meant = meantBy(data).find((_, at) => value === `meant-${at}`);
    if (meant !== undefined) return takeSymbol(meant);
    const { refusedSymbol: symbol } = data;
    return symbol === undefined || value !== 'insist'
      ? wrong(text('form-choose'))
      : filled({ symbol, insisted: true, refusedSymbol: undefined });
  },
};

/** What was probably meant: of TU and TW both. */
function meantBy({ refusedSymbol = '' }: SymbolData): string[] {
  const parsed = parseSymbol(refusedSymbol);
  if (parsed.kind === 'ok') return [];
  return [parsed.suggestion, parsed.other].filter((one) => one !== undefined);
}

function takeSymbol(typed: string): Taken<SymbolData> {
  const parsed = parseSymbol(typed);
  if (parsed.kind === 'ok')
    return filled({ symbol: parsed.symbol, insisted: false, refusedSymbol: undefined });
  const refusedSymbol = insistedSymbol(typed);
  return refusedSymbol === undefined
    ? wrong(text('form-symbol-impossible'))
    : filled({ symbol: undefined, insisted: undefined, refusedSymbol });
}

function refusal({ refusedSymbol = '' }: SymbolData): Text {
  const parsed = parseSymbol(refusedSymbol);
  if (parsed.kind === 'ok') return text('form-symbol');
  return text(`symbol-wrong-${parsed.why}`, {
    part: parsed.part,
    example: parsed.suggestion ?? '05-CV/UBKTTU',
  });
}

export const documentDayStep: Step<DocumentData> = {
  name: 'day',
  fills: ['day', 'isUnusual'],
  resets: ['isDayConfirmed'],
  isAnswered: ({ day }) => day !== undefined,
  ask: async () => ({
    lines: [text('form-symbol-day')],
    choices: [{ label: text('button-today'), value: 'today' }],
  }),
  take: async (work, _actor, _data, typed) => {
    const read = readDocumentDay(work, typed);
    return 'error' in read
      ? wrong(read.error, read.choices)
      : filled({ day: read.day, isUnusual: !read.isUsual });
  },
  choose: async (work, _actor, _data, value) => {
    const day = value === 'today' ? work.now.toISODate()! : chosenDay(value);
    return day ? filled({ day, isUnusual: !isUsual(work, day) }) : wrong(text('form-choose'));
  },
};

/** A document of a day to come, or of long ago, is asked about. */
export const confirmDayStep: Step<DocumentData> = {
  name: 'confirm',
  fills: ['isDayConfirmed'],
  when: ({ isUnusual }) => isUnusual === true,
  ask: async (_work, _actor, { symbol, day }) => ({
    lines: [text('form-symbol-confirm', { symbol: symbol!, day: { day: day! } })],
    choices: [{ label: text('button-confirm'), value: 'yes', style: 'success' }],
  }),
  choose: async (_work, _actor, _data, value) =>
    value === 'yes' ? filled({ isDayConfirmed: true }) : wrong(text('form-choose')),
};

/** The day of a document as typed; `isUsual`: neither to come nor older than six months. */
export function readDocumentDay(work: Work, typed: string): { day: string; isUsual: boolean } | NotRead {
  const parsed = parseDaysVi(typed, work.now);
  if (parsed.kind === 'ask' && parsed.why !== 'past-or-next-year') return dayNotRead(parsed);
  const past = parsed.kind === 'ask' ? parsed.choices.find((one) => one.kind === 'day') : parsed;
  if (past?.kind !== 'day') return { error: text('form-symbol-day'), choices: [] };
  return { day: past.day, isUsual: isUsual(work, past.day) };
}

const isUsual = (work: Work, day: string): boolean =>
  day <= work.now.toISODate()! && day >= work.now.minus({ months: 6 }).toISODate()!;
