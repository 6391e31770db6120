import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { act } from '../../src/usecases/actions/index.ts';
import { sayInChat } from '../../src/usecases/enqueue.ts';
import { button, message, text } from '../../src/usecases/said.ts';
import type { SimUser } from '../simulator/sim-user.ts';
import { phonesOf, type SeededPair, seedPair } from '../support/seed.ts';
import { startTestApp, type TestApp } from '../support/start-test-app.ts';

let t: TestApp;
let pair: SeededPair;
let a: SimUser;
beforeAll(async () => {
  t = await startTestApp();
  pair = await seedPair(t.app.office);
  a = phonesOf(t.sim, pair.cast)['a-secretary']!;
});
afterAll(() => t.stop());
afterEach(() => t.sim.faults.clear());

/** Says it to the đầu mối, with so many buttons; what arrives. */
async function arrives(words: string, buttons: number) {
  const mark = t.sim.mark();
  const said = message(
    [text('plain', { text: words })],
    Array.from({ length: buttons }, (_, i) => button('button-done', act('viec', { page: i }))),
  );
  await t.app.office.work({ pairs: 'all' }, (work) => sayInChat(work, { chatId: a.id }, said));
  return a.waitFor((one) => one.fromBot, 20_000, mark);
}

const refuseOnce = (description: string) =>
  t.sim.faults.add({ kind: 'error', method: 'sendMessage', status: 400, description, times: 1 });

/** What was logged of it: seen, and never its words. */
function faults(): string[] {
  const lines = t.misshapen.splice(0);
  expect(lines.join('')).not.toContain('Kế hoạch');
  return lines.map((line) => (JSON.parse(line) as { msg: string }).msg);
}

test('buttons that Telegram refuses are left out; the words arrive, with the way on', async () => {
  refuseOnce('Bad Request: REPLY_MARKUP_TOO_LONG');
  const came = await arrives('Kế hoạch <năm>', 3);
  expect(came.text).toBe(
    'Kế hoạch <năm>\nCác nút của tin này không hiện được. Việc chờ xử lý: /viec. Bỏ nội dung đang nhập: /huy',
  );
  expect(a.buttons(came)).toEqual([]);
  expect(faults()).toEqual(['a message was refused and goes out simpler']);
});

test('a text whose entities are refused arrives as bare words, with its buttons', async () => {
  refuseOnce("Bad Request: can't parse entities: Can't find end tag");
  const came = await arrives('Kế hoạch <năm>', 2);
  expect(came.text).toBe('Kế hoạch <năm>');
  expect(a.buttons(came)).toHaveLength(2);
  expect(faults()).toEqual(['a message was refused and goes out simpler']);
});

test('a keyboard of 400 buttons is cut to forty rows, and that is logged as a fault', async () => {
  const came = await arrives('Kế hoạch', 400);
  // The first stands alone, short ones two a row.
  expect(a.buttons(came)).toHaveLength(78);
  expect(came.text).toContain('Còn 322 nút không hiện được ở đây');
  expect(faults()).toEqual(['a message was cut']);
});

test('a text beyond what Telegram takes is cut, and that is logged as a fault', async () => {
  const came = await arrives('Kế hoạch '.repeat(1000), 1);
  expect(came.text.length).toBeLessThanOrEqual(4096);
  expect(faults()).toEqual(['a message was cut']);
});
