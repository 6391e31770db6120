import { afterEach, beforeEach, expect, test } from 'vitest';
import { absencesMessage } from '../../src/usecases/absence/read-absences.ts';
import { absenceForm } from '../../src/usecases/form/absence-form.ts';
import { openForm } from '../../src/usecases/form/open-form.ts';
import { sideMembers } from '../../src/usecases/link/members.ts';
import { formHand } from '../support/form-hand.ts';
import { openStepDesk, type StepDesk } from '../support/step-desk.ts';
import { shown } from '../support/view-desk.ts';

let desk: StepDesk;
beforeEach(async () => {
  desk = await openStepDesk();
});
afterEach(() => desk.base.close());

const list = (key: string) =>
  desk.by(key, async (work, actor) => shown(work, await absencesMessage(work, actor, 0)));

test('a member says it in four taps and one line; the days are echoed with their weekdays', async () => {
  const hand = formHand(desk, 'a-member');
  const self = { personId: desk.one.cast['a-member']!.id, name: desk.one.cast['a-member']!.name };
  await hand.open((work, actor) => openForm(work, actor, absenceForm, self, { pairId: null }));
  await hand.tap('Đi công tác');
  const unclear = await hand.type('31/02');
  expect(unclear.lines[0]).toContain('Không có ngày 31/02');
  await hand.type('07/12 - 09/12');
  const preview = await hand.tap('Giữ lại');
  expect(preview.text).toContain('Đi công tác, thứ Hai 07/12 – thứ Tư 09/12/2026');
  const done = await hand.tap('Xác nhận');
  expect(done.lines[0]).toBe('Đã ghi: đồng chí Uỷ viên A1 p1 vắng 07/12 – 09/12/2026');
  expect((await list('a-member')).lines[1]).toBe(
    '1. Uỷ viên A1 p1 · công tác 07/12 – 09/12/2026 · tin được giữ',
  );
});

test('a đầu mối chooses for whom, and who is told instead; nobody of the other side is offered', async () => {
  const hand = formHand(desk, 'a-secretary');
  const who = await hand.open((work, actor) => openForm(work, actor, absenceForm, {}, { pairId: null }));
  expect(who.labels.join()).not.toContain(' B1 ');
  await hand.taps('Uỷ viên A1 p1', 'Nghỉ phép');
  await hand.type('23/11 - 25/11');
  const colleagues = await hand.tap('Báo người theo dõi thay');
  expect(colleagues.labels.join()).not.toMatch(/ B\d |Theo dõi|Uỷ viên A1/);
  const done = await hand.taps('Uỷ viên A2 p1', 'Xác nhận');
  expect(done.text).toContain('Đồng chí Uỷ viên A2 p1 đã được báo.');
  expect((await list('a-secretary')).text).toContain('đồng chí Uỷ viên A2 p1 thay');
  expect((await list('a-member-2')).lines).toHaveLength(1);
});

test('own đầu mối and leaders see in the list of members who is away', async () => {
  const hand = formHand(desk, 'a-member');
  const self = { personId: desk.one.cast['a-member']!.id, name: desk.one.cast['a-member']!.name };
  await hand.open((work, actor) => openForm(work, actor, absenceForm, self, { pairId: null }));
  await hand.tap('Nghỉ phép');
  await hand.type('hôm nay');
  await hand.taps('Giữ lại', 'Xác nhận');
  const members = await desk.all((work) => sideMembers(work, desk.one.pairId, 'a'));
  const away = members.filter((one) => one.away !== undefined);
  expect(away.map((one) => [one.name, one.away!.toDay])).toEqual([['Uỷ viên A1 p1', '2026-11-24']]);
});
