import { DateTime } from 'luxon';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { targetPerson } from '../../db/schema/index.ts';
import type { Range } from '../../src/usecases/actions/reading.ts';
import { readCalendar } from '../../src/usecases/view/calendar-message.ts';
import { weekText } from '../../src/usecases/view/week-text.ts';
import type { SeededPair } from '../support/seed.ts';
import { agreedInspection } from '../support/seed-inspection.ts';
import { openViewDesk, shown, type ViewDesk } from '../support/view-desk.ts';

let desk: ViewDesk;
const at = (iso: string) => DateTime.fromISO(iso, { zone: 'Asia/Ho_Chi_Minh' });
const user = (seeded: SeededPair, key: string): number => seeded.cast[key]!.userId;

beforeAll(async () => {
  desk = await openViewDesk();
  const put = (seeded: SeededPair, given: Parameters<typeof agreedInspection>[2]) =>
    agreedInspection(desk.office, seeded, given);
  await put(desk.one, {
    code: 'PH-2026-001',
    windowFrom: '2026-11-23',
    windowTo: '2026-11-28',
    sessions: [
      { kind: 'announce', startsAt: at('2026-11-24T08:00'), place: 'hội trường A' },
      { kind: 'conclude', startsAt: at('2026-11-27T14:00'), place: 'hội trường A' },
    ],
  });
  await put(desk.one, {
    code: 'PH-2026-002',
    state: 'proposed',
    windowFrom: '2026-11-26',
    windowTo: '2026-11-29',
  });
  await put(desk.one, { code: 'PH-2026-003', windowFrom: '2026-12-07', windowTo: '2026-12-12' });
  await put(desk.one, {
    code: 'PH-2026-004',
    state: 'draft',
    windowFrom: '2026-12-14',
    windowTo: '2026-12-19',
  });
  await put(desk.one, {
    code: 'PH-2026-005',
    state: 'stopped',
    windowFrom: '2026-12-14',
    windowTo: '2026-12-19',
  });
  await put(desk.one, { code: 'PH-2026-006', windowFrom: '2026-11-16', windowTo: '2026-11-21' });
  await put(desk.one, {
    code: 'PH-2026-007',
    kind: 'denunciation',
    targetId: desk.one.targets.z!,
    windowFrom: '2026-11-25',
    windowTo: '2026-11-26',
  });
  await put(desk.two, { code: 'PH-2026-901', windowFrom: '2026-11-24', windowTo: '2026-11-26' });
});
afterAll(() => desk.base.close());

const read = (userId: number, range: Range = 'all', page = 0) =>
  desk.as(userId, async (work, actor) => shown(work, await readCalendar(work, actor, range, page)));
const week = (userId: number, ahead: number) =>
  desk.as(userId, async (work, actor) =>
    (await weekText(work, actor, ahead)).map((part) => shown(work, part)),
  );
const codesIn = (text: string) => [...text.matchAll(/PH-2026-(\d{3})/g)].map((match) => match[1]);

test('what lies ahead stands by date: sessions by their hour, else windows; what is over or has ended is left out', async () => {
  const { lines, data, labels, protect } = await read(user(desk.one, 'b-member'));
  expect(codesIn(lines.join('\n'))).toEqual(['001', '007', '002', '001', '003']);
  expect(lines[1]).toBe(
    '1. 08h00 ngày mai (công bố quyết định) · PH-2026-001 · Chi bộ Y, Đảng bộ Công an tỉnh',
  );
  expect(lines[3]).toContain('Đã đề xuất');
  expect(protect).toBe(true);
  expect(data.filter((one) => one.startsWith('card.'))).toHaveLength(5);
  for (const label of labels) expect(label.length, label).toBeLessThanOrEqual(24);
});

test('a draft stands in the calendar of its own side only', async () => {
  expect((await read(user(desk.one, 'a-member'))).text).toContain('PH-2026-004');
  expect((await read(user(desk.one, 'b-secretary'))).text).not.toContain('PH-2026-004');
});

test('the week ends on Sunday, the month on its last day', async () => {
  const userId = user(desk.one, 'b-observer');
  expect(new Set(codesIn((await read(userId, 'week')).text))).toEqual(new Set(['001', '007', '002']));
  expect(new Set(codesIn((await read(userId, 'month')).text))).toEqual(new Set(['001', '007', '002']));
  expect(codesIn((await read(userId, 'all')).text)).toContain('003');
});

test('a sensitive kind stands there without what is inspected', async () => {
  const { lines } = await read(user(desk.one, 'a-secretary'));
  expect(lines.find((line) => line.includes('PH-2026-007'))).toBe('2. thứ Tư 25/11/2026 · PH-2026-007');
});

test('nobody sees the calendar of another pair', async () => {
  for (const key of Object.keys(desk.one.cast))
    expect(codesIn((await read(user(desk.one, key))).text), key).not.toContain('901');
  expect(codesIn((await read(user(desk.two, 'a-chair'))).text)).toEqual(['901']);
});

test('who belongs to what is inspected, or to what it is part of, does not find it in the calendar', async () => {
  await desk.office.work({ pairs: 'all' }, (work) =>
    work.tx.insert(targetPerson).values({
      pairId: desk.one.pairId,
      targetId: desk.one.targets.y!,
      personId: desk.one.cast['a-member-3']!.id,
      tie: 'belongs',
    }),
  );
  expect(codesIn((await read(user(desk.one, 'a-member-3'))).text)).toEqual(['007']);
});

test('the week as text holds what is agreed, with hour and place, and can be copied', async () => {
  const [only, ...more] = await week(user(desk.one, 'a-secretary'), 0);
  expect(more).toEqual([]);
  expect(only!.protect).toBe(false);
  expect(only!.text).toBe(
    [
      'LỊCH KIỂM TRA, GIÁM SÁT PHỐI HỢP, thứ Hai 23/11 – Chủ nhật 29/11/2026',
      '- 08h00 thứ Ba 24/11/2026, công bố quyết định, tại hội trường A: Giám sát chuyên đề, Chi bộ Y, Đảng bộ Công an tỉnh; chủ trì: UBKT Tỉnh uỷ p1 (PH-2026-001)',
      '- thứ Tư 25/11/2026: PH-2026-007; chủ trì: UBKT Tỉnh uỷ p1',
      '- 14h00 thứ Sáu 27/11/2026, thông qua kết luận, tại hội trường A: Giám sát chuyên đề, Chi bộ Y, Đảng bộ Công an tỉnh; chủ trì: UBKT Tỉnh uỷ p1 (PH-2026-001)',
    ].join('\n'),
  );
  expect((await week(user(desk.one, 'a-secretary'), 1))[0]!.text).toContain('Không có cuộc nào');
});

test('a full week is told in as many messages as Telegram needs', async () => {
  const sessions = Array.from({ length: 40 }, (_, nth) => ({
    kind: 'work' as const,
    startsAt: at('2026-12-21T08:00').plus({ hours: nth }),
    place: `phòng họp ${'dài '.repeat(40)}${nth}`,
  }));
  desk.at('2026-12-21T07:00:00+07:00');
  await agreedInspection(desk.office, desk.two, {
    code: 'PH-2026-902',
    windowFrom: '2026-12-21',
    windowTo: '2026-12-26',
    sessions,
  });
  const parts = await week(user(desk.two, 'a-secretary'), 0);
  expect(parts.length).toBeGreaterThan(1);
  for (const { text } of parts) expect(text.length).toBeLessThanOrEqual(4096);
  expect(parts.flatMap(({ text }) => codesIn(text))).toHaveLength(40);
});
