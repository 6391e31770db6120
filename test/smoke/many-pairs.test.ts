import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SimMessage } from '../simulator/protocol.ts';
import type { SimUser } from '../simulator/sim-user.ts';
import { phonesOf } from '../support/seed.ts';
import { seedManyPairs } from '../support/seed-many-pairs.ts';
import { startTestApp, type TestApp } from '../support/start-test-app.ts';

/** A province with its communes. */
const PAIRS = 98;

let t: TestApp;
let seeded: Awaited<ReturnType<typeof seedManyPairs>>;
let a: SimUser;
beforeAll(async () => {
  t = await startTestApp();
  seeded = await seedManyPairs(t.app.office, PAIRS);
  a = phonesOf(t.sim, seeded.cast)['a-secretary']!;
});
afterAll(() => t.stop());

/** As many as one looks through, and seven lines. */
function isLegible(message: SimMessage): void {
  expect(a.buttons(message).length).toBeLessThanOrEqual(12);
  expect(message.text.split('\n').length).toBeLessThanOrEqual(7);
}

async function says(words: string): Promise<SimMessage> {
  a.send(words);
  const message = await a.waitFor((one) => one.fromBot);
  isLegible(message);
  return message;
}

async function shows(button: string | RegExp): Promise<SimMessage> {
  await a.tap(button);
  const message = await a.waitFor((one) => one.fromBot);
  isLegible(message);
  return message;
}

/** Every name of a choice, turned through to its end. */
async function namesFrom(first: SimMessage): Promise<string[]> {
  const found: string[] = [];
  let message = first;
  for (;;) {
    const labels = a.buttons(message);
    found.push(...[...message.text.matchAll(/^\d+\. (.*)$/gm)].map(([, name]) => name!));
    const next = labels.find((label) => label.startsWith('Trang sau'));
    if (!next) return found;
    await a.tap(next);
    message = await a.waitFor((one) => one.fromBot);
    isLegible(message);
  }
}

describe('the đầu mối of a committee in 98 pairs', () => {
  const asking = [
    '/dexuat',
    '/traodoi mới',
    '/kehoach',
    '/ketthuc ngoài',
    '/moi',
    '/thanhvien',
    '/chotso',
    '/baocao',
  ];

  test.each(asking)('%s lets them choose among all of them, a page at a time', async (command) => {
    const names = await namesFrom(await says(command));
    expect(names.toSorted()).toEqual(seeded.pairs.map(({ name }) => name).toSorted());
  });

  test('the last one can be chosen and takes a proposal', async () => {
    const first = await says('/dexuat');
    const choices = await namesFrom(first);
    expect(choices).toHaveLength(PAIRS);
    await shows(/^98\. /);
    const asked = a.last()!;
    expect(asked.text).toContain('dấu MẬT');
    const [form] = await t.base.ownerSql`select pair_id from form where state = 'open'`;
    expect(form!.pair_id).toBe(seeded.pairs.at(-1)!.id);
  });

  test.each(['/dexuat', '/kehoach', '/moi', '/thanhvien', '/chotso', '/bangiao'])(
    '%s with a part of a name, without accents, asks among those that fit, or for nothing more',
    async (command) => {
      const some = await says(`${command} dang uy xa 05`);
      expect(some.text).toContain('Khớp 11, còn 6 không hiện ở đây');
      expect(a.buttons(some).at(-1)).toBe('Cả danh sách');
      expect((await says(`${command} xã 057`)).text).not.toContain('Khớp');
      expect((await says(`${command} không đâu`)).text).toContain('Không có quy chế phối hợp nào khớp');
      const whole = await namesFrom(await says(command));
      expect(whole).toHaveLength(PAIRS);
    },
  );

  test('a year typed after /kehoach stays through the pages and the choice, and may follow a name', async () => {
    const thisYear = /^Kế hoạch năm 2026/;
    await namesFrom(await says('/kehoach 2026'));
    expect((await shows(/^98\. /)).text).toMatch(thisYear);
    expect((await says('/kehoach xã 057 2026')).text).toMatch(thisYear);
    await says('/kehoach dang uy xa 05 2026');
    await a.tap('Cả danh sách');
    await a.waitFor((one) => one.fromBot);
    expect((await shows(/^1\. /)).text).toMatch(thisYear);
  });

  test('what waits, what is ahead and who is in are legible', async () => {
    for (const command of [
      '/viec',
      '/lich',
      '/lichrieng',
      '/trogiup',
      '/quanly',
      '/bantin',
      '/kiennghi',
      '/bangiao',
      '/vangmat',
    ])
      await says(command);
  });
});
