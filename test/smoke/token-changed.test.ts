import { afterAll, beforeAll, expect, test } from 'vitest';
import { sayInChat } from '../../src/usecases/enqueue.ts';
import { message, text } from '../../src/usecases/said.ts';
import type { SimUser } from '../simulator/sim-user.ts';
import { phonesOf, seedPair } from '../support/seed.ts';
import { startTestApp, type TestApp } from '../support/start-test-app.ts';
import { until } from '../support/until.ts';

let t: TestApp;
let secretary: SimUser;
beforeAll(async () => {
  t = await startTestApp({
    logLevel: 'fatal',
    heartbeat: { url: undefined, seconds: 1, operatorChatId: undefined },
  });
  secretary = phonesOf(t.sim, (await seedPair(t.app.office)).cast)['a-secretary']!;
}, 60_000);
afterAll(() => t.stop());

const ready = async () =>
  (await (await fetch(`http://127.0.0.1:${t.app.port}/readyz`)).json()) as {
    ready: boolean;
    parts: Record<string, boolean>;
  };
const figures = async () => (await fetch(`http://127.0.0.1:${t.app.metricsPort}/metrics`)).text();

test('while the token is not accepted the program says so and keeps what it has to say; it goes on by itself', async () => {
  t.sim.faults.add({ kind: 'error', status: 401, description: 'Unauthorized' });
  await t.app.office.work({ pairs: 'all' }, (work) =>
    sayInChat(work, { chatId: secretary.id }, message([text('plain', { text: 'Đã ghi' })])),
  );
  t.app.kick();
  await until(async () => (await ready()).parts.sending === false);
  expect((await ready()).ready).toBe(false);
  await until(async () => (await figures()).includes('phoihop_part_well{part="bot"} 0'));
  t.sim.faults.clear();
  await secretary.waitFor(/Đã ghi/, 30_000);
  await until(async () => (await ready()).ready);
  await until(async () => (await figures()).includes('phoihop_part_well{part="bot"} 1'));
}, 90_000);
