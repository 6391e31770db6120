import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { form } from '../../db/schema/index.ts';
import { openEdit } from '../../src/usecases/form/change-open.ts';
import { openForm } from '../../src/usecases/form/open-form.ts';
import { proposeForm } from '../../src/usecases/form/propose-form.ts';
import { proposeFromLine } from '../../src/usecases/form/propose-line.ts';
import { formHand } from '../support/form-hand.ts';
import { openTeamDesk, type TeamDesk } from '../support/team-desk.ts';

let desk: TeamDesk;
beforeEach(async () => {
  desk = await openTeamDesk();
});
afterEach(() => desk.base.close());

const complete = (leadSide: 'a' | 'b') => ({
  pairId: desk.one.pairId,
  secretAsked: true,
  kind: 'thematic_supervision' as const,
  targetId: desk.one.targets.y,
  subject: '',
  leadSide,
  mode: 'coordinate' as const,
  body: 'inspection_committee' as const,
  windowFrom: '2026-12-07',
  windowTo: '2026-12-12',
  sessionsDone: true,
});
const latest = async () => {
  const [row] = await desk.base.ownerSql<[{ id: number }]>`select max(id)::int as id from inspection`;
  return row.id;
};
const line = (typed: string) =>
  formHand(desk, 'a-secretary').open((work, actor) =>
    proposeFromLine(work, actor, desk.one.pairId, `${typed}; không mật`),
  );
const LINE = 'gscd; CB Y; 07/12 - 11/12/2026; chủ trì: Công an; nội dung: quy chế';
const dataOf = async () => {
  const [row] = await desk.all((work) => work.tx.select().from(form).where(eq(form.state, 'open')));
  return row!;
};

test('a proposal is stored with the roles of its preview, and edited with them filled in', async () => {
  const hand = formHand(desk, 'a-secretary');
  await hand.open((work, actor) =>
    openForm(work, actor, proposeForm, complete('a'), { pairId: desk.one.pairId }),
  );
  const name = desk.nameOf('a-member');
  await hand.taps(name, desk.nameOf('a-member-2'), 'Xong', 'Vai trò trong đoàn');
  const preview = await hand.taps(`${name} · Thành viên`, 'Xong');
  expect(preview.text).toContain(`Đoàn: ${name} (Trưởng đoàn), ${desk.nameOf('a-member-2')}`);
  await hand.tap('Lưu dự thảo');
  const id = await latest();
  expect(await desk.teamOf(id)).toEqual({ 'a-member': 'head', 'a-member-2': 'member' });
  await hand.open((work, actor) => openEdit(work, actor, id));
  expect((await hand.tap('Xong')).text).toContain(`${name} (Trưởng đoàn)`);
  // Another lead: whoever was head is not by it, and it is said.
  const other = await hand.taps('Quay lại', 'Chủ trì', 'UBKT Tỉnh uỷ p1');
  expect(other.text).toContain(`Đoàn: ${name}, ${desk.nameOf('a-member-2')}`);
  expect(other.text).toContain('Trưởng đoàn do bên chủ trì cử.');
  await hand.tap('Lưu dự thảo');
  expect(await desk.teamOf(id)).toEqual({ 'a-member': 'member', 'a-member-2': 'member' });
});

test('of a proposal: back leads from the roles to where they were gone to, and a person taken off keeps no role', async () => {
  const hand = formHand(desk, 'a-secretary');
  await hand.open((work, actor) =>
    openForm(work, actor, proposeForm, complete('a'), { pairId: desk.one.pairId }),
  );
  const name = desk.nameOf('a-member');
  await hand.taps(name, 'Xong', 'Vai trò trong đoàn', `${name} · Thành viên`, 'Xong');
  await hand.tap('Vai trò trong đoàn');
  expect((await hand.tap('Quay lại')).text).toContain('Xem lại trước khi gửi');
  await hand.taps('Quay lại', `✓ ${name}`, name, 'Xong');
  expect(hand.last().text).toContain(`Đoàn: ${name}`);
  expect(hand.last().text).not.toContain('(Trưởng đoàn)');
});

test('a proposal in one line names its people and their roles, and is asked nothing more about them', async () => {
  const read = await line(`${LINE}; đoàn: đ/c ${desk.nameOf('a-member')} (trưởng đoàn), uy vien A2`);
  expect(read.text).toContain(`Đoàn: ${desk.nameOf('a-member')} (Trưởng đoàn), ${desk.nameOf('a-member-2')}`);
  expect(read.text).not.toContain('chưa rõ');
  expect((await dataOf()).step).toBe('preview');
});

test('a proposal in one line says which of the team it did not understand, keeps the rest, and asks the team', async () => {
  const read = await line(
    `${LINE}; đoàn: ${desk.nameOf('a-member')} (trưởng đoàn), ${desk.nameOf('a-member-2')} (kiểm tra viên), đồng chí Zq, uỷ viên`,
  );
  for (const part of [`${desk.nameOf('a-member-2')} (kiểm tra viên)`, 'đồng chí Zq', 'uỷ viên'])
    expect(read.text).toContain(`“${part}”`);
  const { step, data } = await dataOf();
  expect(step).toBe('team');
  expect(data).toMatchObject({
    team: [desk.idOf('a-member'), desk.idOf('a-member-2')],
    roles: { [String(desk.idOf('a-member'))]: 'head' },
  });
  const labels = read.labels.filter((label) => label.startsWith('✓'));
  expect(labels).toEqual([`✓ ${desk.nameOf('a-member')}`, `✓ ${desk.nameOf('a-member-2')}`]);
});

test('a line of a sensitive kind says back no name that is nobody’s (C4)', async () => {
  const read = await line('kiểm tra DHVP; CB Y; 07/12 - 11/12/2026; chủ trì: Công an; đoàn: đồng chí Zq');
  expect(read.text).not.toContain('Zq');
  expect(read.text).toContain('đã bỏ và không lưu');
  expect(JSON.stringify((await dataOf()).data)).not.toContain('Zq');
});
