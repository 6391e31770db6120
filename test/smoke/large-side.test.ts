import { afterAll, beforeAll, expect, test } from 'vitest';
import { findActor } from '../../src/usecases/find-actor.ts';
import { openForm } from '../../src/usecases/form/open-form.ts';
import { teamForm } from '../../src/usecases/form/team-form.ts';
import type { SimMessage } from '../simulator/protocol.ts';
import type { SimUser } from '../simulator/sim-user.ts';
import { phonesOf, type SeededPair, seedPair } from '../support/seed.ts';
import { startTestApp, type TestApp } from '../support/start-test-app.ts';

/** Of side a; Telegram takes about a hundred buttons and 4,096 characters. */
const PEOPLE = 400;

let t: TestApp;
let pair: SeededPair;
let phones: Record<string, SimUser>;
beforeAll(async () => {
  t = await startTestApp();
  const members = Array<'member'>(PEOPLE - 2).fill('member');
  pair = await seedPair(t.app.office, {
    roles: { a: ['secretary', 'chair', ...members], b: ['secretary', 'chair'] },
  });
  phones = phonesOf(t.sim, pair.cast);
});
afterAll(() => t.stop());

/** Eight people, the pages before and after, and three ways on. */
const MOST_ROWS = 13;

/** As many buttons as one looks through, and seven lines. */
function isLegible(message: SimMessage, who: SimUser): void {
  expect(who.buttons(message).length).toBeLessThanOrEqual(MOST_ROWS);
  expect(message.text.split('\n').length).toBeLessThanOrEqual(7);
}

/** Taps, and what the bot then shows. */
async function shows(who: SimUser, button: string | RegExp, then: RegExp): Promise<SimMessage> {
  await who.tap(button);
  const message = await who.waitFor(then);
  isLegible(message, who);
  return message;
}

async function says(who: SimUser, words: string, then: RegExp): Promise<SimMessage> {
  who.send(words);
  const message = await who.waitFor(then);
  isLegible(message, who);
  return message;
}

test('the đầu mối of a side of 400 proposes, with a team chosen over pages and by name', async () => {
  const a = phones['a-secretary']!;
  const nameOf = (nth: number) => pair.cast[`a-member-${nth}`]!.name;
  await says(
    a,
    '/dexuat giám sát chuyên đề; Chi bộ Y; 07/12 - 11/12/2026; chủ trì: UBKT Tỉnh uỷ p1; nội dung: quy chế; không mật',
    /tham gia đoàn: 0/,
  );
  expect(a.buttons()).toContain('Trang sau 2/50');
  await shows(a, 'Trang sau 2/50', /tham gia đoàn: 0/);
  await shows(a, nameOf(9), /tham gia đoàn: 1/);
  expect(a.buttons()).toContain(`✓ ${nameOf(9)}`);
  expect(a.buttons()).toContain('Trang sau 3/50');
  await says(a, 'uy vien a397', /Khớp 1/);
  await shows(a, nameOf(397), /tham gia đoàn: 2/);
  expect(a.buttons()).toContain('Trang trước 49/50');
  const found = await says(a, 'uỷ viên', /Khớp 398, còn 390 không hiện/);
  expect(found.text).toContain(`Đã chọn: ${nameOf(9)}, ${nameOf(397)}`);
  await says(a, 'không ai tên thế', /Không có tên nào khớp/);
  const preview = await shows(a, 'Xong', /Xem lại trước khi gửi/);
  expect(preview.text).toContain(`${nameOf(9)}, ${nameOf(397)}`);
  await shows(a, 'Gửi đề xuất', /Đã trình lãnh đạo/);
});

test('a team of everybody is said in one line', async () => {
  const a = phones['a-secretary']!;
  const [{ id }] = await t.base.ownerSql<[{ id: number }]>`select max(id) as id from inspection`;
  const people = Object.entries(pair.cast).flatMap(([key, one]) => (key.startsWith('a-') ? [one.id] : []));
  await t.app.office.work({ pairs: 'all' }, async (work) => {
    const actor = (await findActor(work, a.id))!;
    const data = { pairId: pair.pairId, inspectionId: id, team: people };
    await openForm(work, actor, teamForm, data, { pairId: pair.pairId, step: 'team' });
  });
  const asked = await says(a, 'uy vien a200', /Khớp 1/);
  expect(asked.text).toContain('tham gia đoàn: 400');
  expect(asked.text).toMatch(/và 390 đồng chí khác/);
  await shows(a, /^✓ Uỷ viên A200/, /tham gia đoàn: 399/);
  const preview = await shows(a, 'Xong', /và 389 đồng chí khác/);
  expect(preview.text.length).toBeLessThan(1_000);
});

test('every list of people of that side is legible on a phone', async () => {
  const a = phones['a-secretary']!;
  const lists: [command: string, then: RegExp][] = [
    ['/thanhvien', /./],
    ['/moi', /./],
    ['/bangiao', /./],
    ['/vangmat', /./],
    ['/trogiup', /./],
  ];
  for (const [command, then] of lists) await says(a, command, then);
});
