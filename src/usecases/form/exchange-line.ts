import { and, eq } from 'drizzle-orm';
import { exchange } from '../../../db/schema/index.ts';
import { CHANNELS } from '../../domain/exchange.ts';
import { fold, nfc } from '../../domain/fold.ts';
import type { Message, Text } from '../../domain/message.ts';
import { splitParts, takeLabels } from '../../domain/one-line.ts';
import { insistedSymbol, parseSymbol } from '../../domain/symbol.ts';
import { LOCALES, say } from '../../locales/index.ts';
import { text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { readDocumentDay } from './document-steps.ts';
import { aboutStep } from './exchange-about.ts';
import type { ExchangeData } from './exchange-data.ts';
import { readDue } from './exchange-due.ts';
import { exchangeForm } from './exchange-form.ts';
import { openFromLine } from './open-from-line.ts';
import { chooseTarget } from './propose-target.ts';

const LABELS = {
  due: ['hạn', 'hạn trả lời', 'due'],
  about: ['cuộc', 'case'],
  target: ['tổ chức', 'target'],
  channel: ['kênh', 'channel'],
  answers: ['trả lời', 'answers'],
};

const DIRECTIONS = { out: ['di', 'van ban di', 'out'], in: ['den', 'van ban den', 'in'] } as const;

/** Whether a line begins as a one-line entry does: with "đi" or "đến". */
export const isExchangeLine = (typed: string): boolean =>
  typed.includes(';') || directionOfPart(splitParts(typed)[0] ?? '') !== undefined;

/** /traodoi in one line: đi or đến; symbol; day; subject; hạn: …; cuộc: …; không mật. */
export async function exchangeFromLine(
  work: Work,
  actor: Actor,
  pairId: number,
  typed: string,
): Promise<Message> {
  return openFromLine(work, actor, {
    form: exchangeForm,
    pairId,
    typed,
    example: text('exchange-line-example'),
    read: (line) => readLine(work, actor, pairId, line),
  });
}

type Read = { data: ExchangeData; errors: Text[] };

async function readLine(work: Work, actor: Actor, pairId: number, line: string): Promise<Read> {
  const { fields, rest } = takeLabels(splitParts(line), LABELS);
  const [direction = '', symbol, day, subject] = rest;
  const read: Read = { data: { pairId, channel: 'mail', aboutAsked: true }, errors: [] };
  read.data.direction = directionOfPart(direction);
  if (!read.data.direction)
    read.errors.push(text('exchange-direction-unknown', { part: direction.slice(0, 40) }));
  if (fields.channel) readChannel(read, fields.channel);
  if (symbol) readSymbol(read, symbol);
  if (day) readDay(work, read, day);
  if (fields.about) await readAbout(work, actor, read, fields.about);
  if (fields.target) await readTarget(work, read, fields.target);
  if (subject) readSubject(read, subject);
  if (fields.due) await readDueInto(work, read, fields.due);
  else read.data.due = null;
  if (fields.answers) await readAnswers(work, read, fields.answers);
  read.data.nature = 'ad_hoc';
  return read;
}

const directionOfPart = (part: string): 'out' | 'in' | undefined =>
  (['out', 'in'] as const).find((one) => DIRECTIONS[one].some((name) => name === fold(part)));

function readChannel({ data, errors }: Read, part: string): void {
  const wanted = fold(part);
  const channel = CHANNELS.find((key) =>
    LOCALES.some((locale) => fold(say(locale, `channel-${key}`)) === wanted),
  );
  if (channel) data.channel = channel;
  else errors.push(text('exchange-channel-unknown', { part: part.slice(0, 40) }));
}

/** A refused symbol is explained by the form's own step, where a person may insist. */
function readSymbol({ data, errors }: Read, part: string): void {
  if (data.channel !== 'mail') {
    errors.push(text('exchange-secret-no-text'));
    return;
  }
  const parsed = parseSymbol(part);
  if (parsed.kind === 'ok') Object.assign(data, { symbol: parsed.symbol, symbolTyped: part.slice(0, 80) });
  else if (insistedSymbol(part) === undefined) errors.push(text('form-symbol-impossible'));
  else data.refusedSymbol = insistedSymbol(part)!;
}

function readDay(work: Work, { data, errors }: Read, part: string): void {
  const read = readDocumentDay(work, part);
  if ('error' in read) errors.push(read.error);
  else if (read.day > work.now.toISODate()!)
    errors.push(text('exchange-day-future', { day: { day: read.day } }));
  else data.day = read.day;
}

async function readAbout(work: Work, actor: Actor, read: Read, part: string): Promise<void> {
  const taken = await aboutStep.take!(work, actor, read.data, part);
  if (taken.kind === 'filled') read.data = { ...read.data, ...taken.given, aboutAsked: true };
  else if (taken.kind === 'wrong') read.errors.push(taken.error);
}

async function readTarget(work: Work, { data, errors }: Read, part: string): Promise<void> {
  const chosen = await chooseTarget(work, data.pairId, part);
  if ('error' in chosen) errors.push(chosen.error);
  else data.targetId = chosen.id;
}

/** Secret mail and sensitive kinds bear no text: what was written is dropped, and the person told (C4). */
function readSubject({ data, errors }: Read, part: string): void {
  if (data.isSensitive || data.channel === 'secret_mail') errors.push(text('exchange-text-dropped'));
  else data.subject = nfc(part);
}

async function readDueInto(work: Work, { data, errors }: Read, part: string): Promise<void> {
  const due = await readDue(work, data, part);
  if ('error' in due) errors.push(due.error);
  else data.due = due;
}

async function readAnswers(work: Work, { data, errors }: Read, part: string): Promise<void> {
  const [row] = await work.tx
    .select({ id: exchange.id })
    .from(exchange)
    .where(and(eq(exchange.pairId, data.pairId), eq(exchange.code, codeOf(part))));
  if (row) data.answersId = row.id;
  else errors.push(text('exchange-code-unknown', { part: part.slice(0, 40) }));
}

/** "td-2026-001" as people type it. */
const codeOf = (part: string): string => part.trim().toUpperCase().replace(/^TD-/, 'TĐ-').slice(0, 40);
