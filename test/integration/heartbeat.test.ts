import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type HeartParts, makeHeart } from '../../src/heartbeat.ts';
import { createLogger } from '../../src/log.ts';
import { createMetrics } from '../../src/metrics.ts';
import { type Office, openOffice } from '../../src/usecases/begin-work.ts';
import { makeTestDatabase, type TestDatabase } from '../support/database.ts';
import { type SeededPair, seedPair } from '../support/seed.ts';

const MONDAY = '2026-11-23T09:00:00+07:00';
const OPERATOR = 77;

let base: TestDatabase;
let office: Office;
let seeded: SeededPair;
let server: Server;
let wallMs: number;
let beats: string[];
let answer: number;

beforeAll(async () => {
  base = await makeTestDatabase();
  wallMs = Date.parse(MONDAY);
  office = openOffice(base.db, () => wallMs);
  seeded = await seedPair(office);
  server = createServer((request, response) => {
    beats.push(`${request.method} ${request.url}`);
    response.writeHead(answer).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await base.close();
});
beforeEach(async () => {
  wallMs = Date.parse(MONDAY);
  beats = [];
  answer = 200;
  await base.ownerSql`delete from outbox`;
  await base.ownerSql`delete from digest_slot`;
});

const addressOf = (port: number) => `http://127.0.0.1:${port}/ping/very-secret`;
const livePort = () => (server.address() as AddressInfo).port;

function openHeart(given: Partial<HeartParts> = {}, url = addressOf(livePort())) {
  const told: string[] = [];
  const lines: string[] = [];
  const metrics = createMetrics();
  const api = {
    sendMessage: async (chatId: number | string, words: string) => void told.push(`${chatId}: ${words}`),
  };
  const heart = makeHeart({
    settings: { url, seconds: 60, operatorChatId: OPERATOR },
    office,
    queue: { ready: async () => true },
    api: api as unknown as HeartParts['api'],
    metrics,
    log: createLogger({ level: 'info', destination: { write: (line) => void lines.push(line) } }),
    sweptAtMs: () => wallMs - 5_000,
    ...given,
  });
  return { ...heart, told, lines, figures: () => metrics.registry.metrics() };
}

test('while all is well the address is called, nobody is told, and the figures say so', async () => {
  const heart = openHeart();
  await heart.beat();
  await heart.beat();
  expect(beats).toEqual(['GET /ping/very-secret', 'GET /ping/very-secret']);
  expect(heart.told).toEqual([]);
  expect(await heart.figures()).toContain('phoihop_part_well{part="outbox"} 1');
  expect(heart.lines).toEqual([]);
});

test('with a queue that is away there is no beat; the operator hears it after two, and that it is well again', async () => {
  let isReady = false;
  const heart = openHeart({ queue: { ready: async () => isReady } });
  for (let n = 0; n < 3; n += 1) await heart.beat();
  expect(beats).toEqual([]);
  expect(heart.told).toEqual([
    '77: Hệ thống chưa ổn: hàng đợi. Đề nghị kiểm tra. Khi ổn lại, có tin báo tại đây.',
  ]);
  expect(await heart.figures()).toContain('phoihop_part_well{part="queue"} 0');
  isReady = true;
  await heart.beat();
  expect(heart.told.at(-1)).toBe('77: Đã ổn lại: hàng đợi.');
  expect(beats).toHaveLength(1);
});

test('a database that does not answer stops the beat, and a sweep that hangs does', async () => {
  const away = { ...office, work: () => Promise.reject(new Error('away')) } as Office;
  await openHeart({ office: away }).beat();
  await openHeart({ sweptAtMs: () => wallMs - 90_000 }).beat();
  expect(beats).toEqual([]);
});

test('a message due for two minutes stops the beat; one held until later does not', async () => {
  const put = (notBefore: string) => base.ownerSql`
    insert into outbox (chat_id, lane, kind, ref, not_before, created_at)
    values (1, 1, 'said', '{}', ${notBefore}, ${notBefore})`;
  await put('2026-11-23T09:30:00+07:00');
  await openHeart().beat();
  expect(beats).toHaveLength(1);
  await put('2026-11-23T08:58:00+07:00');
  await openHeart().beat();
  expect(beats).toHaveLength(1);
});

test('a digest is late by working time: not over the weekend, but a quarter of an hour into Monday', async () => {
  await base.ownerSql`insert into digest_slot (person_id, kind, due_at)
    values (${seeded.cast['a-secretary']!.id}, 'weekly', '2026-11-20T16:50:00+07:00')`;
  wallMs = Date.parse('2026-11-22T10:00:00+07:00');
  await openHeart().beat();
  wallMs = Date.parse('2026-11-23T07:35:00+07:00');
  await openHeart().beat();
  expect(beats).toHaveLength(2);
  wallMs = Date.parse('2026-11-23T07:37:00+07:00');
  const heart = openHeart();
  await heart.beat();
  expect(beats).toHaveLength(2);
  expect(await heart.figures()).toContain('phoihop_digest_late_seconds 1020');
  await base.ownerSql`update digest_slot set state = 'told'`;
  await openHeart().beat();
  expect(beats).toHaveLength(3);
});

test('an address that does not answer, or says no, is logged by its host alone', async () => {
  answer = 500;
  const refused = openHeart();
  await refused.beat();
  const gone = openHeart({}, addressOf(9));
  await gone.beat();
  expect(refused.lines.join('')).toContain(`"host":"127.0.0.1:${livePort()}","status":500`);
  expect(gone.lines.join('')).toContain('a beat did not arrive');
  expect([...refused.lines, ...gone.lines].join('')).not.toContain('very-secret');
});

test('without an address or an operator it still looks, and a chat that cannot be told stops nothing', async () => {
  const settings = { url: undefined, seconds: 60, operatorChatId: undefined };
  const quiet = openHeart({ settings, queue: { ready: async () => false } });
  for (let n = 0; n < 2; n += 1) await quiet.beat();
  expect(quiet.told).toEqual([]);
  const api = { sendMessage: () => Promise.reject(new Error('blocked')) };
  const deaf = openHeart({ api, queue: { ready: async () => false } });
  for (let n = 0; n < 2; n += 1) await deaf.beat();
  expect(deaf.lines.join('')).toContain('the operator was not told');
});
