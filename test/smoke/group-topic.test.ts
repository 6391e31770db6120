import { afterAll, beforeAll, expect, test } from 'vitest';
import { issueNotice } from '../../src/usecases/inspection/issue-notice.ts';
import { loadCase } from '../../src/usecases/inspection/load-case.ts';
import type { SimGroup } from '../simulator/sim-group.ts';
import type { SimUser } from '../simulator/sim-user.ts';
import { phonesOf, type SeededPair, seedPair } from '../support/seed.ts';
import { agreedInspection } from '../support/seed-inspection.ts';
import { startTestApp, type TestApp } from '../support/start-test-app.ts';

const TOPIC = 7;
const OTHER_TOPIC = 9;

let t: TestApp;
let seeded: SeededPair;
let secretary: SimUser;
let group: SimGroup;

beforeAll(async () => {
  t = await startTestApp();
  seeded = await seedPair(t.app.office);
  secretary = phonesOf(t.sim, seeded.cast)['a-secretary']!;
  group = t.sim.addGroup({ title: 'Nhóm có chủ đề', supergroup: true });
  group.addMembers(secretary);
  group.joinBot();
});
afterAll(() => t.stop());

test('a group with topics is answered and notified in the topic that it was bound in', async () => {
  await group.waitFor(/Gắn nhóm này với/);
  const after = t.sim.mark();
  group.send(secretary, '/nhom', { threadId: TOPIC });
  const asked = await group.waitFor(/Gắn nhóm này với/, 20_000, after);
  expect(asked.threadId).toBe(TOPIC);
  await secretary.tap('Gắn nhóm', { message: asked });
  await group.waitFor(/Nhóm này đã gắn với/);

  const id = await agreedInspection(t.app.office, seeded);
  await t.app.office.work({ pairs: 'all' }, async (work) =>
    issueNotice(work, (await loadCase(work, id))!, seeded.cast['a-secretary']!.id),
  );
  const event = await group.waitFor(/đã phản hồi 0\/2/);
  expect(event.threadId).toBe(TOPIC);
});

test('a command in another topic is answered there', async () => {
  const after = t.sim.mark();
  group.send(secretary, '/nhom', { threadId: OTHER_TOPIC });
  const said = await group.waitFor(/đang gắn với/, 20_000, after);
  expect(said.threadId).toBe(OTHER_TOPIC);
});
