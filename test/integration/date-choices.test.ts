import { afterEach, beforeEach, expect, test } from 'vitest';
import { absenceForm } from '../../src/usecases/form/absence-form.ts';
import { exchangeForm } from '../../src/usecases/form/exchange-form.ts';
import { openForm, openFormOf } from '../../src/usecases/form/open-form.ts';
import { openPlanLine } from '../../src/usecases/form/plan-open.ts';
import { proposeForm } from '../../src/usecases/form/propose-form.ts';
import { proposeFromLine } from '../../src/usecases/form/propose-line.ts';
import { recommendationForm } from '../../src/usecases/form/recommendation-form.ts';
import { tapForm } from '../../src/usecases/form/run-form.ts';
import { formHand } from '../support/form-hand.ts';
import { openYearPlanDesk, type YearPlanDesk } from '../support/year-plan-desk.ts';

// It is Monday 23/11/2026, 09h00.
let desk: YearPlanDesk;
beforeEach(async () => {
  desk = await openYearPlanDesk();
  desk.at('2026-11-23T09:00:00+07:00');
});
afterEach(() => desk.base.close());

const gathered = (key: string) =>
  desk.by(key, async (work, actor) => (await openFormOf(work, actor.personId))!.data);

async function atWindow() {
  const hand = formHand(desk, 'a-secretary');
  const data = { pairId: desk.one.pairId, secretAsked: true, team: undefined };
  await hand.open((work, actor) =>
    openForm(work, actor, proposeForm, data, { pairId: desk.one.pairId, step: 'window' }),
  );
  return hand;
}

test('what may mean several things is shown as buttons, and the tapped one is taken as if typed', async () => {
  const hand = await atWindow();
  const asked = await hand.type('4-5/2027');
  expect(asked.lines[0]).toContain('“4-5/2027” hiểu được nhiều cách');
  expect(asked.labels.slice(0, 3)).toEqual([
    'tháng 4-5/2027',
    'thứ Ba 04/05/2027',
    'Tuần 30/11 – 04/12/2026',
  ]);
  await hand.tap('tháng 4-5/2027');
  expect(await gathered('a-secretary')).toMatchObject({ windowFrom: '2027-04-01', windowTo: '2027-06-01' });
});

test.each([
  ['cuối tháng 3', ['thứ Hai 22/03 – thứ Tư 31/03/2027', 'thứ Năm 25/03 – thứ Tư 31/03/2027']],
  ['đầu tháng 12', ['thứ Ba 01/12 – thứ Năm 10/12/2026', 'thứ Ba 01/12 – thứ Hai 07/12/2026']],
  ['tuần 2 tháng 4', ['thứ Hai 05/04 – Chủ nhật 11/04/2027', 'thứ Hai 12/04 – Chủ nhật 18/04/2027']],
  ['trước 30/6', ['thứ Hai 23/11/2026 – thứ Ba 29/06/2027', 'thứ Ba 29/06/2027', 'thứ Tư 30/06/2027']],
  ['mồng 9/3', ['thứ Ba 09/03/2027']],
  ['Thứ Hai 16/3/2027', ['thứ Ba 16/03/2027', 'thứ Hai 15/03/2027']],
  ['22/11', ['thứ Hai 22/11/2027']],
])('“%s” offers %j', async (typed, labels) => {
  const asked = await (await atWindow()).type(typed);
  expect(asked.labels.slice(0, labels.length)).toEqual(labels);
});

test.each([
  ['sáng mai', '2026-11-24', '2026-11-25'],
  ['chiều thứ 5 tuần sau', '2026-12-03', '2026-12-04'],
  ['15, 16/3', '2027-03-15', '2027-03-17'],
  ['Quý II, III/2027', '2027-04-01', '2027-10-01'],
])('“%s” is taken at once', async (typed, windowFrom, windowTo) => {
  await (await atWindow()).type(typed);
  expect(await gathered('a-secretary')).toMatchObject({ windowFrom, windowTo });
});

test('a forged choice is no window', async () => {
  const hand = await atWindow();
  const asked = await hand.type('4-5/2027');
  const [, id] = asked.data[0]!.split('.');
  for (const value of ['2027-06-01_2027-04-01', '2027-02-30_2027-03-01', '2020-01-01_2020-01-02', 'x_y']) {
    await desk.by('a-secretary', (work, actor) => tapForm(work, actor, Number(id), 'window', value));
    expect(await gathered('a-secretary')).not.toHaveProperty('windowFrom');
  }
});

test('in a line of a plan the readings lie in its year', async () => {
  const hand = formHand(desk, 'a-secretary');
  await hand.open((work, actor) => openPlanLine(work, actor, desk.planId));
  await hand.taps('Không mật', 'Kiểm tra chấp hành');
  await hand.type('chi bo y');
  await hand.type('Việc chấp hành quy chế');
  await hand.taps('UBKT ĐU Công an p1', 'Một bên chủ trì, một bên phối hợp');
  const asked = await hand.type('đầu quý 2');
  expect(asked.labels.slice(0, 3)).toEqual([
    'tháng 4/2027',
    'thứ Năm 01/04 – thứ Năm 15/04/2027',
    'Quý I/2027',
  ]);
  const preview = await hand.tap('thứ Năm 01/04 – thứ Năm 15/04/2027');
  expect(preview.lines).toContain('Thời gian: thứ Năm 01/04/2027 đến hết thứ Năm 15/04/2027 (15 ngày)');
});

test('days away, a changed window, a deadline and the day of a document are offered likewise', async () => {
  const hand = formHand(desk, 'a-secretary');
  const { pairId } = desk.one;
  await hand.open((work, actor) => openForm(work, actor, absenceForm, {}, { pairId: null, step: 'days' }));
  expect((await hand.type('cuối tuần')).labels.slice(0, 2)).toEqual([
    'thứ Sáu 27/11/2026',
    'thứ Bảy 28/11 – Chủ nhật 29/11/2026',
  ]);
  await hand.tap('thứ Bảy 28/11 – Chủ nhật 29/11/2026');
  expect(await gathered('a-secretary')).toMatchObject({ fromDay: '2026-11-28', toDay: '2026-11-30' });

  const recommendation = { inspectionId: 1, isSensitive: false, secretAsked: true, words: 'Bổ sung quy chế' };
  await hand.open((work, actor) =>
    openForm(work, actor, recommendationForm, recommendation, { pairId, step: 'due' }),
  );
  expect((await hand.type('trước 30/6')).labels.slice(0, 2)).toEqual([
    'thứ Ba 29/06/2027',
    'thứ Tư 30/06/2027',
  ]);

  await hand.open((work, actor) =>
    openForm(
      work,
      actor,
      exchangeForm,
      { pairId, direction: 'out', channel: 'mail' },
      { pairId, step: 'day' },
    ),
  );
  await hand.type('thứ Ba 16/11/2026');
  await hand.tap('thứ Hai 16/11/2026');
  expect(await gathered('a-secretary')).toMatchObject({ day: '2026-11-16' });

  await hand.open((work, actor) =>
    openForm(
      work,
      actor,
      exchangeForm,
      { pairId, direction: 'out', channel: 'mail' },
      { pairId, step: 'due' },
    ),
  );
  await hand.type('thứ Hai 15/12/2026');
  await hand.tap('thứ Ba 15/12/2026');
  expect(await gathered('a-secretary')).toMatchObject({ due: { source: 'day' } });
});

test('a one-line command that is asked for its days alone offers their readings', async () => {
  const hand = formHand(desk, 'a-secretary');
  const line =
    'giám sát chuyên đề; chi bo y; 3, 4/2027; chủ trì: UBKT Tỉnh uỷ p1; nội dung: quy chế; không mật';
  const asked = await hand.open((work, actor) => proposeFromLine(work, actor, desk.one.pairId, line));
  expect(asked.lines[0]).toContain('“3, 4/2027” hiểu được nhiều cách');
  expect(asked.labels.slice(0, 2)).toEqual(['tháng 3-4/2027', 'thứ Bảy 03/04/2027']);
});
