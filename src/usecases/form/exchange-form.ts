import { CHANNELS } from '../../domain/exchange.ts';
import { nfc } from '../../domain/fold.ts';
import { LONGEST_SUBJECT } from '../exchange/check-new-exchange.ts';
import { message, text } from '../said.ts';
import { within } from './change-within.ts';
import { aboutStep, targetOfExchange } from './exchange-about.ts';
import { type ExchangeData, exchangeOf, openExchangeStep } from './exchange-data.ts';
import { dueStep, natureStep } from './exchange-due.ts';
import { exchangePreview } from './exchange-preview.ts';
import { type FormData, type FormKind, next, type Step, wrong } from './form.ts';
import { secretStep } from './secret-step.ts';
import { readDocumentDay, symbolForm } from './symbol-form.ts';

const advance = (data: ExchangeData) => next(data, openExchangeStep(data));
const onward = (raw: FormData): string => openExchangeStep(exchangeOf(raw));

const directionStep: Step = {
  ask: async () => ({
    lines: [text('exchange-ask-direction')],
    choices: [
      { label: text('button-exchange-out'), value: 'out' },
      { label: text('button-exchange-in'), value: 'in' },
    ],
  }),
  choose: async (_work, _actor, raw, value) =>
    value === 'out' || value === 'in'
      ? advance({ ...exchangeOf(raw), direction: value })
      : wrong(text('form-choose')),
};

/** Secret mail keeps a code, a side, a day and a deadline: nothing about it is typed (C4). */
const channelStep: Step = {
  ask: async () => ({
    lines: [text('exchange-ask-channel')],
    choices: CHANNELS.map((channel) => ({ label: text(`channel-${channel}`), value: channel })),
  }),
  choose: async (_work, _actor, raw, value) => {
    const channel = CHANNELS.find((one) => one === value);
    if (!channel) return wrong(text('form-choose'));
    const data = { ...exchangeOf(raw), channel };
    return advance(channel === 'secret_mail' ? { ...data, subject: undefined, nature: 'ad_hoc' } : data);
  },
  back: () => 'direction',
};

const asked = secretStep(onward);

/** What is secret goes by secret mail: its entry bears no text, and the person is told so. */
const notSecretStep: Step = {
  ...asked,
  choose: async (work, actor, raw, value) => {
    const taken = await asked.choose!(work, actor, raw, value);
    if (taken.kind === 'next') return advance({ ...exchangeOf(raw), secretAsked: true });
    return taken.kind === 'cancelled'
      ? { ...taken, message: message([...taken.message.lines, text('exchange-secret-hint')]) }
      : taken;
  },
  back: () => 'channel',
};

const symbolOf = symbolForm.steps.symbol!;

/** As typed, so that a year after the symbol can be held against the document's day. */
const symbolStep: Step = {
  ...within('symbol', symbolOf, onward, () => 'channel'),
  ask: async () => ({ lines: [text('form-symbol')], choices: [] }),
  take: async (work, actor, raw, typed) => {
    const taken = await symbolOf.take!(work, actor, raw, typed);
    if (taken.kind !== 'next') return taken;
    const data = { ...taken.data, symbolTyped: typed.slice(0, 80) };
    return next(data, onward(data));
  },
};

const dayStep: Step = {
  ask: async (_work, _actor, raw) => ({
    lines: [text(exchangeOf(raw).symbol === undefined ? 'exchange-ask-day' : 'form-symbol-day')],
    choices: [{ label: text('button-today'), value: 'today' }],
  }),
  take: async (work, _actor, raw, typed) => {
    const read = readDocumentDay(work, typed);
    if ('error' in read) return wrong(read.error);
    if (read.day > work.now.toISODate()!)
      return wrong(text('exchange-day-future', { day: { day: read.day } }));
    return advance({ ...exchangeOf(raw), day: read.day });
  },
  choose: async (work, _actor, raw) => advance({ ...exchangeOf(raw), day: work.now.toISODate()! }),
  back: () => 'channel',
};

const subjectStep: Step = {
  isFree: true,
  ask: async () => ({
    lines: [text('exchange-ask-subject')],
    choices: [{ label: text('button-none'), value: 'none' }],
  }),
  take: async (_work, _actor, raw, typed) => {
    const subject = nfc(typed);
    return subject.length > LONGEST_SUBJECT
      ? wrong(text('form-too-long', { max: LONGEST_SUBJECT }))
      : advance({ ...exchangeOf(raw), subject });
  },
  choose: async (_work, _actor, raw) => advance({ ...exchangeOf(raw), subject: '' }),
  back: () => 'day',
};

/** /traodoi: an entry of the ledger, step by step or continued from one line; also an answer and a correction. */
export const exchangeForm: FormKind = {
  name: 'exchange',
  first: onward,
  steps: {
    direction: directionStep,
    channel: channelStep,
    secret: notSecretStep,
    symbol: symbolStep,
    refused: within('refused', symbolForm.steps.refused!, onward, () => 'symbol'),
    day: dayStep,
    about: aboutStep,
    target: targetOfExchange,
    subject: subjectStep,
    due: dueStep,
    nature: natureStep,
    preview: exchangePreview,
  },
};
