import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { LATER, START, YES } from '../support/change-desk.ts';
import { openStepDesk, type StepDesk } from '../support/step-desk.ts';

// The agreement of this pair has set full notices for kinds that are not sensitive (C7).
let desk: StepDesk;
beforeAll(async () => {
  desk = await openStepDesk();
  await desk.base.ownerSql`update pair set policy = jsonb_set(policy, '{fullNotices}', 'true')`;
});
beforeEach(async () => {
  desk.at(START);
  await desk.deliver();
});
afterAll(() => desk.base.close());

const pushed = async (key: string) =>
  (await desk.deliver()).filter((one) => one.kind === 'push' && one.who === key);

test('a push says the whole notice, protected, in at most seven lines', async () => {
  const id = await desk.agreed({ team: ['a-member'] });
  const request = await desk.notify(id);
  const [push] = await pushed('a-member');
  expect(push!.lines).toEqual([
    expect.stringMatching(/^PH-2026-\d+ · đề nghị phản hồi trước 17h00 thứ Tư 25\/11\/2026$/),
    'Giám sát chuyên đề: Chi bộ Y, Đảng bộ Công an tỉnh',
    'Thời gian giám sát: thứ Hai 07/12 – thứ Sáu 11/12/2026',
    'Chủ trì: UBKT Tỉnh uỷ p1 · Phối hợp: UBKT ĐU Công an p1',
    'Nội dung: việc thực hiện quy chế làm việc',
  ]);
  expect(push!.data).toEqual([`open.${request}`]);
  expect(push!.protect).toBe(true);
});

test('an inspection without a subject is told in full as well', async () => {
  await desk.notify(await desk.agreed({ subject: null, team: ['a-member'] }));
  expect((await pushed('a-member'))[0]!.lines[1]).toBe('Giám sát chuyên đề: Chi bộ Y, Đảng bộ Công an tỉnh');
});

test('a change is told old → new, and that earlier answers hold no more: to those who answered', async () => {
  const { id, request } = await desk.noticed({ team: ['a-member', 'a-member-2'] });
  await desk.answer('a-member', request, 'attending');
  await desk.word('b-chair', await desk.crossed(id, LATER), YES);
  const told = (await desk.deliver()).filter((one) => one.kind === 'push');
  const [push, other] = ['a-member', 'a-member-2'].map((key) => told.find((one) => one.who === key));
  expect(push!.lines[0]).toMatch(/· Điều chỉnh lần 1 · đề nghị phản hồi trước/);
  expect(push!.text).toContain(
    'Thời gian cũ: thứ Hai 07/12 – thứ Sáu 11/12/2026 · Thời gian mới: thứ Hai 14/12',
  );
  expect(push!.text).toContain('Lý do: Trùng lịch công tác');
  expect(push!.lines.at(-1)).toContain('phản hồi trước không còn hiệu lực');
  expect(other!.lines).toEqual(push!.lines.slice(0, -1));
  expect(push!.lines.length).toBeLessThanOrEqual(7);
});

test('a change of many parts still fits in seven lines, with nothing left out', async () => {
  const { id } = await desk.noticed({ team: ['a-member'] });
  const changes = { ...LATER, leadSide: 'a', mode: 'second_staff', kind: 'compliance' } as const;
  await desk.word('b-chair', await desk.crossed(id, changes), YES);
  const [push] = await pushed('a-member');
  expect(push!.lines).toHaveLength(7);
  for (const part of ['Thời gian · Cũ', 'Chủ trì · Cũ', 'Hình thức · Cũ', 'Loại · Cũ', 'Lý do:', 'Chi bộ Y'])
    expect(push!.text).toContain(part);
});

test('a sensitive kind stays a code and a deadline, also after a change to it', async () => {
  const sensitive = await desk.agreed({ kind: 'denunciation', subject: null, team: ['a-member'] });
  await desk.notify(sensitive);
  expect((await pushed('a-member'))[0]!.lines).toHaveLength(1);
  const { id } = await desk.noticed({ team: ['a-member'] });
  await desk.word('b-chair', await desk.crossed(id, { kind: 'denunciation' }), YES);
  const [push] = await pushed('a-member');
  expect(push!.text).toMatch(
    /^PH-\S+ · Điều chỉnh lần 1 · đề nghị phản hồi trước 17h00 thứ Tư 25\/11\/2026$/,
  );
});

test('without the setting a push is a code and a deadline, and says nothing of the change', async () => {
  await desk.base.ownerSql`update pair set policy = jsonb_set(policy, '{fullNotices}', 'false')`;
  const { id } = await desk.noticed({ team: ['a-member'] });
  await desk.word('b-chair', await desk.crossed(id, LATER), YES);
  expect((await pushed('a-member')).map((one) => one.lines.length)).toEqual([1]);
});
