import { eq } from 'drizzle-orm';
import { inspection, target } from '../../../db/schema/index.ts';
import type { Text } from '../../domain/message.ts';
import { otherSide } from '../../domain/side.ts';
import { parseSymbol, symbolKey } from '../../domain/symbol.ts';
import { act } from '../actions/index.ts';
import { findAlike } from '../exchange/find-same.ts';
import { type LoggedExchange, logExchange } from '../exchange/log-exchange.ts';
import { button, details, isRefused, nearArg, text } from '../said.ts';
import { loadPair } from '../view/load-pair.ts';
import { joined } from '../view/paged.ts';
import { type Actor, memberIn, type Work } from '../work.ts';
import { bearsSubject, bearsSymbol, type ExchangeData, newExchangeOf } from './exchange-data.ts';
import { done, goes, type Step, wrong } from './form.ts';

const EDITS = ['symbol', 'day', 'about', 'subject', 'due', 'nature'] as const;
type Edit = (typeof EDITS)[number];

/** Everything as it will be read, before anything is stored; each part can be changed, one button logs it. */
export const exchangePreview: Step<ExchangeData> = {
  name: 'preview',
  fills: [],
  ask: async (work, actor, data) => ({
    protect: true,
    lines: await previewLines(work, actor, data),
    choices: [
      { label: text('button-exchange-log'), value: 'log', style: 'success' },
      ...editsOf(data).map((edit) => ({ label: text(`button-edit-${edit}`), value: edit })),
    ],
  }),
  choose: async (work, actor, data, value) => {
    if (value === 'log') return log(work, actor, data);
    const edit = editsOf(data).find((one) => one === value);
    return edit ? goes(edit, {}) : wrong(text('form-choose'));
  },
};

function editsOf(data: ExchangeData): Edit[] {
  const isThere: Record<Edit, boolean> = {
    symbol: bearsSymbol(data),
    day: true,
    about: bearsSubject(data),
    subject: bearsSubject(data) && !data.isSensitive,
    due: true,
    nature: bearsSubject(data),
  };
  return EDITS.filter((edit) => isThere[edit]);
}

async function previewLines(work: Work, actor: Actor, data: ExchangeData): Promise<Text[]> {
  const about = await aboutName(work, data);
  const due = newExchangeOf(data).answerDue;
  return [
    text(data.supersedesId === undefined ? 'exchange-preview-head' : 'exchange-preview-correct'),
    joined([
      text(data.direction === 'out' ? 'button-exchange-out' : 'button-exchange-in'),
      text(`channel-${data.channel!}`),
      text(`nature-${newExchangeOf(data).nature}`),
    ]),
    joined([
      data.symbol !== undefined && text('plain', { text: data.symbol }),
      text('exchange-day', { day: { day: data.day! } }),
      about !== undefined && text('plain', { text: about }),
    ]),
    ...(data.subject ? [text('exchange-subject', { subject: data.subject })] : []),
    due ? text('exchange-answer-due', { due: nearArg(due.dueAt) }) : text('exchange-no-answer'),
    ...(await warnings(work, actor, data)),
  ];
}

async function aboutName(work: Work, data: ExchangeData): Promise<string | undefined> {
  if (data.inspectionId !== undefined) {
    const [row] = await work.tx
      .select({ code: inspection.code })
      .from(inspection)
      .where(eq(inspection.id, data.inspectionId));
    return row?.code ?? undefined;
  }
  if (data.targetId === undefined) return undefined;
  const [row] = await work.tx.select({ name: target.name }).from(target).where(eq(target.id, data.targetId));
  return row?.name;
}

/** A day that does not fit the symbol's year; the same symbol with another day. People decide. */
async function warnings(work: Work, actor: Actor, data: ExchangeData): Promise<Text[]> {
  if (data.symbol === undefined) return [];
  const parsed = parseSymbol(data.symbolTyped ?? data.symbol, { docDate: data.day! });
  const side = memberIn(actor, data.pairId)?.side ?? 'a';
  const alike = await findAlike(work, actor, {
    pairId: data.pairId,
    fromSide: data.direction === 'out' ? side : otherSide(side),
    symbolKey: symbolKey(data.symbol),
    documentDay: data.day!,
  });
  return [
    ...(parsed.kind === 'ok' && parsed.warnings.length > 0 ? [text('exchange-year-mismatch')] : []),
    ...(alike && alike.id !== data.supersedesId
      ? [text('exchange-alike', { code: alike.code, day: { day: alike.documentDay } })]
      : []),
  ];
}

async function log(work: Work, actor: Actor, data: ExchangeData) {
  const logged = await logExchange(work, actor, data.pairId, newExchangeOf(data));
  if (isRefused(logged)) return wrong(logged.refused);
  return done(await loggedMessage(work, actor, logged));
}

/** What a đầu mối reads after logging: the code, what happens next, and the way back. */
async function loggedMessage(work: Work, actor: Actor, { entry, isJoined, seconds }: LoggedExchange) {
  const { committees } = await loadPair(work, entry.pairId);
  const other = committees[otherSide(memberIn(actor, entry.pairId)!.side)].shortName;
  const open = button('button-exchange-card', act('x', { id: entry.id }));
  if (isJoined) return details([text('exchange-joined', { code: entry.code, other })], [open]);
  return details(
    [text('exchange-logged', { code: entry.code, other, seconds })],
    [
      button('button-recall', act('xrecall', { id: entry.id }), 'danger'),
      button('button-send-now', act('xnow', { id: entry.id })),
      open,
    ],
  );
}
