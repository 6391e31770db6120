import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importOrg } from '../../src/usecases/import-org.ts';
import { readOrgFile } from '../../src/usecases/org-file.ts';
import { castPeople, enterCast, linkCast } from '../simulator/demo-cast.ts';
import type { SimUser } from '../simulator/sim-user.ts';
import { startTestApp, type TestApp } from '../support/start-test-app.ts';

const SIDES = ['cat', 'tinh'] as const;
type SideName = (typeof SIDES)[number];
const LEADERS = { cat: 'cat-pho-chu-nhiem', tinh: 'tinh-chu-nhiem' };
const FILES = { cat: 'ke-hoach-mau-a.csv', tinh: 'ke-hoach-mau-b.csv' };

let t: TestApp;
let phones: Record<string, SimUser>;
const secretary = (side: SideName) => phones[side === 'cat' ? 'cat-dau-moi-2' : 'tinh-dau-moi-1']!;
const example = (name: string) => readFile(new URL(`../../examples/${name}`, import.meta.url));

beforeAll(async () => {
  t = await startTestApp();
  const read = readOrgFile(String(await example('org.yaml')));
  if ('problems' in read) throw new Error('examples/org.yaml');
  const people = castPeople(read.org);
  await t.app.office.work({ pairs: 'all' }, async (work) => {
    const done = await importOrg(work, read.org);
    if ('problems' in done) throw new Error('examples/org.yaml');
    await linkCast(work, people);
  });
  t.app.office.forgetCalendar();
  enterCast(t.sim, read.org, people);
  phones = Object.fromEntries(people.map(({ key, userId }) => [key, t.sim.user(userId)]));
  for (const one of Object.values(phones)) one.start();
  await Promise.all(Object.values(phones).map((one) => one.waitFor(() => true)));
  await moveTo(12, 16);
}, 90_000);
afterAll(() => t.stop());

/** To nine in the morning of the next such day. */
async function moveTo(month: number, day: number): Promise<void> {
  const now = await t.app.clock.now();
  const wanted = now.set({ month, day, hour: 9, minute: 0, second: 0 });
  const at = wanted > now ? wanted : wanted.plus({ years: 1 });
  await t.app.clock.jump(at.diff(now).toISO()!);
}

/** Types a command, then taps what the screens show, each button as soon as the newest message has it. */
async function walk(phone: SimUser, command: string, ...taps: (string | RegExp)[]): Promise<void> {
  phone.send(command);
  for (const label of taps) await press(phone, label);
}

async function press(phone: SimUser, label: string | RegExp): Promise<void> {
  const fits = (shown: string) => (typeof label === 'string' ? shown === label : label.test(shown));
  await phone.waitFor((message) => phone.buttons(message).some(fits));
  await phone.tap(label);
}

async function bringFile(side: SideName): Promise<void> {
  const phone = secretary(side);
  await walk(phone, '/kehoach', 'Nhập từ tệp', 'Không mật');
  phone.sendDocument({ name: FILES[side], content: await example(FILES[side]) });
  await phone.waitFor(/dòng ghi được, 0 dòng chưa ghi được/);
  await press(phone, /^Ghi \d dòng$/);
  await phone.waitFor(/Đã ghi \d dòng/);
}

async function give(side: SideName): Promise<void> {
  const [phone, leader] = [secretary(side), phones[LEADERS[side]]!];
  await walk(phone, '/kehoach', 'Gửi Uỷ ban phối hợp');
  await leader.waitFor(/chờ đồng chí duyệt/);
  await press(leader, 'Xem kế hoạch');
  await press(leader, 'Duyệt, gửi kế hoạch');
  await phone.waitFor(/lãnh đạo đã duyệt/);
  await walk(phone, '/kehoach', 'Gửi ngay');
  await phone.waitFor(/đã gửi/);
}

/** Opens the finding whose line in the list fits, by its number there. */
async function openFinding(phone: SimUser, about: RegExp): Promise<void> {
  await walk(phone, '/kehoach', 'Trùng lặp, bỏ trống');
  const { text } = await phone.waitFor(/Đối chiếu kế hoạch năm/);
  const line = text.split('\n').find((one) => about.test(one));
  await press(phone, new RegExp(`^${line?.split('.')[0]}\\. `));
}

/** The đầu mối of one side opens a finding and says how it be settled; the other side's is told by a count, and says yes. */
async function settle(finding: RegExp, side: SideName, ...taps: (string | RegExp)[]): Promise<void> {
  const other = secretary(SIDES.find((one) => one !== side)!);
  await openFinding(secretary(side), finding);
  for (const label of [...taps, 'Gửi Uỷ ban phối hợp']) await press(secretary(side), label);
  await secretary(side).waitFor(/Đã gửi đề nghị/);
  await t.app.clock.advance('PT2M');
  await openFinding(other, finding);
  await press(other, 'Đồng ý');
  await other.waitFor(/Đã thống nhất/);
}
test('two files, exchanged and compared; one merged, one shifted, one kept; agreed; both committees are notified in its time', async () => {
  await bringFile('cat');
  secretary('tinh').send('/kehoach');
  await secretary('tinh').waitFor(/UBKT ĐU CAT: chưa gửi/);
  await bringFile('tinh');
  await give('cat');
  await give('tinh');
  await secretary('cat').waitFor(/hai bên đã gửi đủ, có \d+ nội dung/);
  await walk(secretary('cat'), '/kehoach', 'Trùng lặp, bỏ trống');
  const { text } = await secretary('cat').waitFor(/Đối chiếu kế hoạch năm/);
  expect(text).toContain('còn 5 nội dung');
  expect(text!.match(/trùng thời gian|cùng loại trong năm/g)).toHaveLength(4);
  expect(text!.match(/chưa bố trí cuộc nào trong năm/g)).toHaveLength(2);

  await settle(/Cảnh sát hình sự/, 'cat', 'Gộp thành một cuộc', 'UBKT Tỉnh uỷ', /^Một bên chủ trì/, /15\/03/);
  await settle(/Cảnh sát giao thông/, 'tinh', 'Chuyển thời gian', /\d{4}$/);
  await settle(/Hậu cần/, 'tinh', 'Giữ, nêu lý do', /Chưa bố trí/);
  await walk(
    secretary('cat'),
    '/kehoach',
    'Trùng lặp, bỏ trống',
    'Chưa bố trí năm nay',
    /Chưa bố trí/,
    'Gửi Uỷ ban phối hợp',
  );
  await secretary('cat').waitFor(/Đã gửi đề nghị về 2 tổ chức/);
  await t.app.clock.advance('PT2M');
  await walk(secretary('tinh'), '/kehoach', 'Trùng lặp, bỏ trống', 'Đồng ý chưa bố trí');
  await secretary('tinh').waitFor(/Đã thống nhất chưa bố trí kiểm tra, giám sát 2 tổ chức/);

  for (const leader of Object.values(LEADERS)) {
    await walk(phones[leader]!, '/kehoach', 'Thống nhất kế hoạch');
    await phones[leader]!.waitFor(/đã thống nhất.*Hai bên cùng làm: 1 cuộc/s);
  }
  await moveTo(3, 2);
  const told = SIDES.map((side) => secretary(side).waitFor(/PH-\d{4}-001 · đề nghị phản hồi trước/));
  await t.app.clock.advance('P7D');
  await Promise.all(told);
}, 120_000);
