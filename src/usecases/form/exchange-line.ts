import { and, eq } from 'drizzle-orm';
import { exchange } from '../../../db/schema/index.ts';
import { alignParts } from '../../domain/align-parts.ts';
import { cut } from '../../domain/cut.ts';
import { CHANNELS, NATURES, type Nature } from '../../domain/exchange.ts';
import { fold, nfc } from '../../domain/fold.ts';
import type { Message, Text } from '../../domain/message.ts';
import { type Bare, splitParts, takeLabels } from '../../domain/one-line.ts';
import { insistedSymbol, parseSymbol } from '../../domain/symbol.ts';
import { LOCALES, say } from '../../locales/index.ts';
import type { TextKey } from '../../locales/keys.ts';
import { text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { readDocumentDay } from './document-steps.ts';
import { aboutStep } from './exchange-about.ts';
import type { ExchangeData } from './exchange-data.ts';
import { readDue } from './exchange-due.ts';
import { exchangeForm } from './exchange-form.ts';
import { type LineRead, openFromLine } from './open-from-line.ts';
import { chooseTarget } from './propose-target.ts';

const LABELS = {
  due: ['hạn', 'hạn trả lời', 'trả lời trước', 'due'],
  about: ['cuộc', 'về cuộc', 'liên quan cuộc', 'case'],
  target: ['tổ chức', 'tổ chức đảng', 'target'],
  channel: ['kênh', 'bằng cách', 'channel'],
  answers: ['trả lời', 'trả lời văn bản', 'answers'],
  subject: ['nội dung', 'nd', 'trích yếu', 'về việc', 'v/v', 'subject'],
};
type Key = keyof typeof LABELS;

/** A deadline and a case are known by what follows; "Hạn chế …" is a subject. */
const BARE: Bare<Key> = {
  due: /^(?:(?:la|den|truoc|trong|het|within|by) )*(?:\d|ngay|thu|mai|hom nay|chieu|sang|tuan|thang|cuoi|mon|tue|wed|fri)/,
  about: /^ph \d{4} \d+$/,
  answers: /^td \d{4} \d+$/,
};
/** A deadline that bears no label at all: "trong 5 ngày làm việc". */
const isCounted = (part: string): boolean =>
  /^(?:(?:trong|within|in) )?\d{1,3} (?:ngay|ngay lam viec|(?:working )?days?)$/.test(fold(part));

const DIRECTIONS = {
  out: ['di', 'van ban di', 'cong van di', 'out'],
  in: ['den', 'van ban den', 'cong van den', 'in'],
} as const;

/** Whether a line begins as a one-line entry does: with "đi" or "đến". */
export const isExchangeLine = (typed: string): boolean => {
  const parts = splitParts(typed);
  return typed.includes(';') || parts.length > 1 || directionOfPart(parts[0] ?? '') !== undefined;
};

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

type Read = { data: ExchangeData; errors: Text[]; left: string[] };

async function readLine(
  work: Work,
  actor: Actor,
  pairId: number,
  line: string,
): Promise<LineRead<ExchangeData>> {
  const { fields, rest, repeated } = takeLabels(splitParts(line), LABELS, BARE);
  const read: Read = {
    data: { pairId, channel: 'mail', aboutAsked: true, nature: 'ad_hoc' },
    errors: [],
    left: [...repeated],
  };
  if (fields.channel !== undefined) readChannel(read, fields.channel);
  const placed = placesOf(work, takeWords(read, rest, fields.channel !== undefined));
  readDirection(read, placed.direction);
  if (placed.symbol) readSymbol(read, placed.symbol);
  if (placed.day) readDay(work, read, placed.day);
  if (fields.about !== undefined) await readAbout(work, actor, read, fields.about);
  if (fields.target !== undefined) await readTarget(work, read, fields.target);
  const subject = either(read, fields.subject, placed.subject);
  if (subject) readSubject(read, subject);
  const due = either(read, fields.due, placed.due);
  read.left.push(...placed.left);
  if (due) await readDueInto(work, read, due);
  // What was left over may have been a deadline: then it is asked for.
  else if (read.left.length === 0) read.data.due = null;
  if (fields.answers !== undefined) await readAnswers(work, read, fields.answers);
  return { ...read, isMute: isMute(read.data) };
}

const isMute = ({ channel, isSensitive }: ExchangeData): boolean =>
  channel === 'secret_mail' || isSensitive === true;

/** What its label says; the part at its place is left over then. */
function either({ left }: Read, labelled: string | undefined, placed: string | undefined) {
  if (labelled !== undefined && placed) left.push(placed);
  return labelled ?? placed;
}

/** Direction, symbol, day, subject, deadline by their place; a part too many moves none of the others. */
function placesOf(work: Work, rest: readonly string[]) {
  const { at, left } = alignParts(rest, [
    (part) => directionOfPart(part) !== undefined,
    (part) => parseSymbol(part).kind === 'ok',
    (part) => !('error' in readDocumentDay(work, part)),
    () => false,
    isCounted,
  ]);
  const [direction, symbol, day, subject, fifth = ''] = at.map((one) =>
    one === undefined ? '' : rest[one]!,
  );
  const due = isCounted(fifth) ? fifth : '';
  const over = left.map((one) => rest[one]!);
  return { direction, symbol, day, subject, due, left: due === fifth ? over : [...over, fifth] };
}

/** Takes out the way of exchange, and how regular it is, that stand by themselves; a second one stays and fits nowhere. */
function takeWords({ data }: Read, parts: readonly string[], isChannelSaid: boolean): string[] {
  let channel = isChannelSaid ? data.channel : undefined;
  let nature: Nature | undefined;
  const rest = parts.filter((part) => {
    const [oneChannel, oneNature] = [named(CHANNELS, 'channel', part), named(NATURES, 'nature', part)];
    if (oneChannel && !channel) channel = oneChannel;
    else if (oneNature && !nature) nature = oneNature;
    else return true;
    return false;
  });
  Object.assign(data, { channel: channel ?? data.channel, nature: nature ?? data.nature });
  return rest;
}

function named<Word extends string>(
  words: readonly Word[],
  room: 'channel' | 'nature',
  part: string,
): Word | undefined {
  const wanted = fold(part);
  return words.find((key) =>
    LOCALES.some((locale) => fold(say(locale, `${room}-${key}` as TextKey)) === wanted),
  );
}

function readDirection({ data, errors }: Read, part = ''): void {
  data.direction = directionOfPart(part);
  if (!data.direction) errors.push(text('exchange-direction-unknown', { part: cut(part, 40) }));
}

const directionOfPart = (part: string): 'out' | 'in' | undefined =>
  (['out', 'in'] as const).find((one) => DIRECTIONS[one].some((name) => name === fold(part)));

function readChannel({ data, errors }: Read, part: string): void {
  const channel = named(CHANNELS, 'channel', part);
  if (channel) data.channel = channel;
  else errors.push(text('exchange-channel-unknown', { part: cut(part, 40) }));
}

/** A refused symbol is explained by the form's own step, where a person may insist. */
function readSymbol({ data, errors, left }: Read, part: string): void {
  if (data.channel === 'secret_mail') {
    errors.push(text('exchange-secret-no-text'));
    return;
  }
  const parsed = parseSymbol(part);
  const insisted = insistedSymbol(part);
  if (data.channel !== 'mail') left.push(part);
  else if (parsed.kind === 'ok') Object.assign(data, { symbol: parsed.symbol, symbolTyped: cut(part, 80) });
  else if (insisted !== undefined) data.refusedSymbol = insisted;
  else {
    left.push(part);
    errors.push(text('form-symbol-impossible'));
  }
}

function readDay(work: Work, { data, errors, left }: Read, part: string): void {
  const read = readDocumentDay(work, part);
  if ('error' in read) {
    errors.push(read.error);
    // Days that are no single day are asked for without a word of them.
    if (read.error.args === undefined) left.push(part);
  } else if (read.day > work.now.toISODate()!)
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
  else errors.push(text('exchange-code-unknown', { part: cut(part, 40) }));
}

/** "td-2026-001" as people type it. */
const codeOf = (part: string): string => part.trim().toUpperCase().replace(/^TD-/, 'TĐ-').slice(0, 40);
