import { cut } from '../../domain/cut.ts';
import { CHANNELS, DIRECTIONS } from '../../domain/exchange.ts';
import { nfc } from '../../domain/fold.ts';
import { LONGEST_SUBJECT } from '../exchange/check-new-exchange.ts';
import { message, text } from '../said.ts';
import type { Work } from '../work.ts';
import { defineForm } from './define-form.ts';
import { readDocumentDay, refusedStep, symbolStep } from './document-steps.ts';
import { aboutStep, targetOfExchange } from './exchange-about.ts';
import { bearsSubject, bearsSymbol, type ExchangeData, exchangeData, lacksText } from './exchange-data.ts';
import { dueStep, natureStep } from './exchange-due.ts';
import { exchangePreview } from './exchange-preview.ts';
import { filled, type Step, type Taken, wrong } from './form.ts';
import { chosenDay } from './read-window.ts';
import { secretStep } from './secret-step.ts';

const directionStep: Step<ExchangeData> = {
  name: 'direction',
  fills: ['direction'],
  isFixed: ({ answersId, isForSlot }) => answersId !== undefined || isForSlot === true,
  ask: async () => ({
    lines: [text('exchange-ask-direction')],
    choices: DIRECTIONS.map((direction) => ({
      label: text(`button-exchange-${direction}`),
      value: direction,
    })),
  }),
  choose: async (_work, _actor, _data, value) => {
    const direction = DIRECTIONS.find((one) => one === value);
    return direction ? filled({ direction }) : wrong(text('form-choose'));
  },
};

/** Secret mail keeps a code, a side, a day and a deadline: nothing about it is typed (C4). */
const channelStep: Step<ExchangeData> = {
  name: 'channel',
  fills: ['channel'],
  ask: async () => ({
    lines: [text('exchange-ask-channel')],
    choices: CHANNELS.map((channel) => ({ label: text(`channel-${channel}`), value: channel })),
  }),
  choose: async (_work, _actor, _data, value) => {
    const channel = CHANNELS.find((one) => one === value);
    return channel ? filled({ channel }) : wrong(text('form-choose'));
  },
};

/** What is secret goes by secret mail: its entry bears no text, and the person is told so. */
const notSecretStep: Step<ExchangeData> = {
  ...secretStep,
  when: lacksText,
  choose: async (work, actor, data, value) => {
    const taken = await secretStep.choose!(work, actor, data, value);
    return taken.kind === 'cancelled'
      ? { ...taken, message: message([...taken.message.lines, text('exchange-secret-hint')]) }
      : taken;
  },
};

/** As typed, so that a year after the symbol can be held against the document's day. */
const symbolOfExchange: Step<ExchangeData> = {
  ...symbolStep,
  fills: ['symbol', 'symbolTyped', 'insisted', 'refusedSymbol'],
  when: bearsSymbol,
  take: async (work, actor, data, typed) => {
    const taken = await symbolStep.take!(work, actor, data, typed);
    return taken.kind === 'filled' ? filled({ ...taken.given, symbolTyped: cut(typed, 80) }) : taken;
  },
};

const refusedOfExchange: Step<ExchangeData> = {
  ...refusedStep,
  when: (data) => bearsSymbol(data) && refusedStep.when!(data),
};

const dayStep: Step<ExchangeData> = {
  name: 'day',
  fills: ['day'],
  ask: async (_work, _actor, { symbol }) => ({
    lines: [text(symbol === undefined ? 'exchange-ask-day' : 'form-symbol-day')],
    choices: [{ label: text('button-today'), value: 'today' }],
  }),
  take: async (work, _actor, _data, typed) => {
    const read = readDocumentDay(work, typed);
    return 'error' in read ? wrong(read.error, read.choices) : takeDay(work, read.day);
  },
  choose: async (work, _actor, _data, value) => {
    const day = value === 'today' ? work.now.toISODate()! : chosenDay(value);
    return day ? takeDay(work, day) : wrong(text('form-choose'));
  },
};

const takeDay = (work: Work, day: string): Taken<ExchangeData> =>
  day > work.now.toISODate()! ? wrong(text('exchange-day-future', { day: { day } })) : filled({ day });

const subjectStep: Step<ExchangeData> = {
  name: 'subject',
  fills: ['subject'],
  when: (data) => bearsSubject(data) && !data.isSensitive,
  isFree: true,
  ask: async () => ({
    lines: [text('exchange-ask-subject')],
    choices: [{ label: text('button-none'), value: 'none' }],
  }),
  take: async (_work, _actor, _data, typed) => {
    const subject = nfc(typed);
    return subject.length > LONGEST_SUBJECT
      ? wrong(text('form-too-long', { max: LONGEST_SUBJECT }))
      : filled({ subject });
  },
  choose: async () => filled({ subject: '' }),
};

/** /traodoi: an entry of the ledger, step by step or continued from one line; also an answer and a correction. */
export const exchangeForm = defineForm({
  name: 'exchange',
  title: 'form-title-exchange',
  schema: exchangeData,
  steps: [
    directionStep,
    channelStep,
    notSecretStep,
    symbolOfExchange,
    refusedOfExchange,
    dayStep,
    aboutStep,
    targetOfExchange,
    subjectStep,
    dueStep,
    natureStep,
    exchangePreview,
  ],
});
