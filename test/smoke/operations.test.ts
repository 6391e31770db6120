import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import ICAL from 'ical.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SimUser } from '../simulator/sim-user.ts';
import { phonesOf, seedPair } from '../support/seed.ts';
import { agreedInspection } from '../support/seed-inspection.ts';
import { startTestApp, type TestApp } from '../support/start-test-app.ts';
import { until } from '../support/until.ts';

let t: TestApp;
let listener: Server;
let secretary: SimUser;
const beats: string[] = [];

beforeAll(async () => {
  listener = createServer((request, response) => {
    beats.push(request.url!);
    response.end();
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/sign-of-life`;
  t = await startTestApp({
    publicUrl: 'https://phoihop.example.org',
    heartbeat: { url, seconds: 1, operatorChatId: undefined },
  });
  const seeded = await seedPair(t.app.office);
  await agreedInspection(t.app.office, seeded);
  secretary = phonesOf(t.sim, seeded.cast)['a-secretary']!;
}, 60_000);
afterAll(async () => {
  await t.stop();
  await new Promise((resolve) => listener.close(resolve));
});

/** What a calendar program gets that was given this address. */
const subscribe = async (address: string) => {
  const { pathname } = new URL(address);
  const answer = await fetch(`http://127.0.0.1:${t.app.port}${pathname}`);
  const body = await answer.text();
  const events = answer.ok
    ? new ICAL.Component(ICAL.parse(body)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
    : [];
  return { status: answer.status, summaries: events.map(({ summary }) => summary) };
};

test('from /lich to a calendar program: busy only, then in full, then revoked at once', async () => {
  secretary.send('/lich');
  await secretary.waitFor(/Sắp tới: 1 mục/);
  await secretary.tap('Lịch trên điện thoại');
  await secretary.waitFor(/Chưa có địa chỉ lịch/);
  await secretary.tap('Tạo địa chỉ lịch');
  const told = await secretary.waitFor(/https:/);
  expect(told.protect_content).toBe(true);
  const address = /https:\S+\.ics/.exec(told.text!)![0];
  expect(await subscribe(address)).toEqual({ status: 200, summaries: ['Bận'] });
  await secretary.tap('Hiện đầy đủ');
  await secretary.waitFor(/hiện mã, loại cuộc/);
  expect((await subscribe(address)).summaries).toEqual(['PH-2026-001 · Giám sát chuyên đề']);
  await secretary.tap('Thu hồi địa chỉ', { message: told });
  await secretary.waitFor(/Chưa có địa chỉ lịch/);
  expect(await subscribe(address)).toEqual({ status: 404, summaries: [] });
  const rows = await t.base.ownerSql`select ref::text from outbox where ref::text like '%.ics%'`;
  expect([...rows]).toEqual([]);
}, 60_000);

test('the program that runs gives signs of life, and says so in its figures', async () => {
  await until(async () => beats.length > 1);
  expect(new Set(beats)).toEqual(new Set(['/sign-of-life']));
  const figures = await (await fetch(`http://127.0.0.1:${t.app.metricsPort}/metrics`)).text();
  for (const part of ['database', 'queue', 'sweep', 'outbox', 'digest'])
    expect(figures).toContain(`phoihop_part_well{part="${part}"} 1`);
}, 60_000);
