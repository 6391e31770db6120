import { expect, test } from 'vitest';
import type { ExchangeData } from '../../src/usecases/form/exchange-data.ts';
import { exchangeForm } from '../../src/usecases/form/exchange-form.ts';

const ANSWER: ExchangeData = {
  pairId: 1,
  direction: 'out',
  answersId: 7,
  aboutAsked: true,
  nature: 'ad_hoc',
  inspectionId: 3,
  isSensitive: false,
};
const FOR_SLOT: ExchangeData = {
  pairId: 1,
  direction: 'out',
  nature: 'periodic',
  slotId: 5,
  isForSlot: true,
};
const CORRECTION: ExchangeData = {
  ...{ pairId: 1, supersedesId: 9, direction: 'in', channel: 'mail', day: '2026-11-20', aboutAsked: true },
  ...{ isSensitive: false, nature: 'periodic', insisted: false, due: null, symbol: '05-BC/UBKTTU' },
  subject: 'báo cáo quý III',
};
const SECRET_ANSWER: ExchangeData = { ...ANSWER, channel: 'secret_mail' };

test.each([
  ['an answer', ANSWER, 'channel'],
  ['what meets a duty', FOR_SLOT, 'channel'],
  ['a correction', CORRECTION, 'preview'],
])('%s keeps everything that it was opened with, and asks the first thing that is open', (_, data, step) => {
  const { place } = exchangeForm.open(data);
  expect(place.data).toEqual(data);
  expect(place.step).toBe(step);
});

test('an answer by secret mail keeps what it answers and is about, and is asked nothing about its nature', () => {
  const { place } = exchangeForm.open(SECRET_ANSWER);
  expect(place.data).toEqual({ ...SECRET_ANSWER, nature: undefined });
  expect(place.step).toBe('day');
});

test('which way a document goes is not gone back to where it is known', () => {
  for (const data of [ANSWER, FOR_SLOT]) expect(exchangeForm.open(data).back()).toBeUndefined();
});
