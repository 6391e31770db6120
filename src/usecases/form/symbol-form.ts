import { DateTime } from 'luxon';
import { parseDateVi } from '../../domain/dates-vi.ts';
import { SYMBOL_USES, type SymbolUse } from '../../domain/inspection.ts';
import type { Text } from '../../domain/message.ts';
import { insistedSymbol, parseSymbol } from '../../domain/symbol.ts';
import { attachSymbol } from '../inspection/attach-symbol.ts';
import { button, details, isRefused, text } from '../said.ts';
import { codeText } from '../view/lines.ts';
import type { Actor, Work } from '../work.ts';
import { done, type FormData, type FormKind, next, type Step, type Taken, wrong } from './form.ts';
import { askText } from './read-window.ts';

type SymbolData = DocumentData & { inspectionId: number; use?: SymbolUse };

const of = (raw: Record<string, unknown>): SymbolData => raw as SymbolData;

/** "Văn bản": which document, its symbol (explained when refused; a person may insist), its date. */
export const symbolForm: FormKind = {
  name: 'symbol',
  first: (raw) => (of(raw).use ? 'symbol' : 'use'),
  steps: {
    use: {
      ask: async () => ({
        lines: [text('form-symbol-use')],
        choices: SYMBOL_USES.map((use) => ({ label: text(`symbol-${use}`), value: use })),
      }),
      choose: async (_work, _actor, raw, value) => {
        const use = SYMBOL_USES.find((one) => one === value);
        return use ? next({ ...of(raw), use }, 'symbol') : wrong(text('form-choose'));
      },
    },
    ...documentSteps(finish, 'use'),
  },
};

/** What a document is known by. */
export type DocumentData = {
  symbol?: string;
  insisted?: boolean;
  refusedSymbol?: string;
  day?: string;
};

type Finish = (work: Work, actor: Actor, raw: FormData, day: string) => Promise<Taken>;

const dataOf = (raw: FormData): DocumentData => raw as DocumentData;

/** The questions for a document: its symbol (explained when refused; a person may insist), its day; `finish` takes both. */
export function documentSteps(finish: Finish, before?: string): Record<string, Step> {
  const back = before === undefined ? {} : { back: () => before };
  return {
    symbol: {
      isFree: true,
      ask: async (_work, _actor, raw) => ({
        lines: [text('form-symbol')],
        choices: dataOf(raw).refusedSymbol ? [{ label: text('button-insist'), value: 'insist' }] : [],
      }),
      take: async (_work, _actor, raw, typed) => takeSymbol(dataOf(raw), typed),
      choose: async (_work, _actor, raw) => insist(dataOf(raw)),
      ...back,
    },
    refused: {
      isFree: true,
      ask: async (_work, _actor, raw) => ({
        lines: [refusal(dataOf(raw)), text('form-symbol')],
        choices: [{ label: text('button-insist'), value: 'insist' }],
      }),
      take: async (_work, _actor, raw, typed) => takeSymbol(dataOf(raw), typed),
      choose: async (_work, _actor, raw) => insist(dataOf(raw)),
      ...back,
    },
    day: {
      ask: async () => ({
        lines: [text('form-symbol-day')],
        choices: [{ label: text('button-today'), value: 'today' }],
      }),
      take: async (work, actor, raw, typed) => takeDay(work, actor, raw, typed, finish),
      choose: async (work, actor, raw) => finish(work, actor, raw, work.now.toISODate()!),
      back: () => 'symbol',
    },
    confirm: {
      ask: async (_work, _actor, raw) => ({
        lines: [text('form-symbol-confirm', { symbol: dataOf(raw).symbol!, day: { day: dataOf(raw).day! } })],
        choices: [{ label: text('button-confirm'), value: 'yes', style: 'success' }],
      }),
      choose: async (work, actor, raw) => finish(work, actor, raw, dataOf(raw).day!),
      back: () => 'day',
    },
  };
}

function insist({ refusedSymbol, ...data }: DocumentData): Taken {
  return refusedSymbol
    ? next({ ...data, symbol: refusedSymbol, insisted: true }, 'day')
    : wrong(text('form-choose'));
}

function takeSymbol(data: DocumentData, typed: string): Taken {
  const parsed = parseSymbol(typed);
  if (parsed.kind === 'ok')
    return next({ ...data, symbol: parsed.symbol, insisted: false, refusedSymbol: undefined }, 'day');
  const insisted = insistedSymbol(typed);
  if (insisted === undefined) return wrong(text('form-symbol-impossible'));
  return next({ ...data, refusedSymbol: insisted }, 'refused');
}

function refusal(data: DocumentData) {
  const parsed = parseSymbol(data.refusedSymbol ?? '');
  if (parsed.kind === 'ok') return text('form-symbol');
  return text(`symbol-wrong-${parsed.why}`, {
    part: parsed.part,
    example: parsed.suggestion ?? '05-CV/UBKTTU',
  });
}

/** A document of a day to come, or of long ago, is asked about before it is attached. */
async function takeDay(
  work: Work,
  actor: Actor,
  raw: FormData,
  typed: string,
  finish: Finish,
): Promise<Taken> {
  const read = readDocumentDay(work, typed);
  if ('error' in read) return wrong(read.error);
  return read.isUsual ? finish(work, actor, raw, read.day) : next({ ...raw, day: read.day }, 'confirm');
}

/** The day of a document as typed; `isUsual`: neither to come nor older than six months. */
export function readDocumentDay(
  work: Work,
  typed: string,
): { day: string; isUsual: boolean } | { error: Text } {
  const parsed = parseDateVi(typed, work.now);
  if (parsed.kind === 'ask' && parsed.why !== 'past-or-next-year') return { error: askText(parsed) };
  const past = parsed.kind === 'ask' ? parsed.choices.find((one) => one.kind === 'day') : parsed;
  if (past?.kind !== 'day') return { error: text('form-symbol-day') };
  const today = work.now.toISODate()!;
  const isUsual = past.day <= today && past.day >= work.now.minus({ months: 6 }).toISODate()!;
  return { day: past.day, isUsual };
}

async function finish(work: Work, actor: Actor, raw: FormData, day: string): Promise<Taken> {
  const data = of(raw);
  const attached = await attachSymbol(work, actor, data.inspectionId, {
    use: data.use!,
    symbol: data.symbol!,
    documentDay: DateTime.fromISO(day, { zone: 'utc' }).toISODate()!,
    insisted: data.insisted ?? false,
  });
  if (isRefused(attached)) return wrong(attached.refused);
  const key = attached.becameOfficial ? 'symbol-official' : 'symbol-attached';
  return done(
    details(
      [text(key, { code: codeText(attached.found), symbol: data.symbol! })],
      [button('button-card', `card.${data.inspectionId}`)],
    ),
  );
}
