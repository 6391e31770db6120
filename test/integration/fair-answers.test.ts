import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { outbox } from '../../db/schema/index.ts';
import { ROOM } from '../../src/domain/answer-room.ts';
import { LANE } from '../../src/domain/lanes.ts';
import { tellPeople } from '../../src/usecases/enqueue.ts';
import { readVitals } from '../../src/usecases/read-vitals.ts';
import { type LinkDesk, openLinkDesk, type Phone } from '../support/link-desk.ts';
import type { SeededPair } from '../support/seed.ts';

let desk: LinkDesk;
let here: SeededPair;
const stranger: Phone = { id: 900_000, first_name: 'Người lạ' };
const HOUR = 1 / 24;
const MINUTE = HOUR / 60;

beforeAll(async () => {
  desk = await openLinkDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  here = await desk.seed();
  stranger.id += 1;
});

const rowsOf = (chatId: number) =>
  desk.work(({ tx }) => tx.select().from(outbox).where(eq(outbox.chatId, chatId)).orderBy(outbox.id));
const textsOf = async (chatId: number) => (await desk.look(chatId)).map((said) => said.text);

describe('a stranger', () => {
  test('is answered once an hour, in the last lane, however often and whatever they write', async () => {
    for (const written of ['chào', '/start', '/viec', 'PH-2026-001']) await desk.write(stranger, written);
    expect((await rowsOf(stranger.id)).map((row) => row.lane)).toEqual([LANE.stranger]);
    desk.wait(59 * MINUTE);
    await desk.write(stranger, 'chào');
    expect(await rowsOf(stranger.id)).toHaveLength(1);
    desk.wait(MINUTE);
    await desk.write(stranger, 'chào');
    expect(await rowsOf(stranger.id)).toHaveLength(2);
  });

  test('is answered once also by updates that come at the same time, and after the answer has gone out', async () => {
    await Promise.all(Array.from({ length: 5 }, () => desk.write(stranger, 'chào')));
    const [row, ...more] = await rowsOf(stranger.id);
    expect(more).toEqual([]);
    await desk.base.ownerSql`update outbox set state = 'sent', ref = ref - 'message' where id = ${row!.id}`;
    await desk.write(stranger, 'chào');
    expect(await rowsOf(stranger.id)).toHaveLength(1);
  });

  test('does not use up the answer of another one, nor that of a link which is refused', async () => {
    const other: Phone = { ...stranger, id: stranger.id + 500 };
    for (const phone of [stranger, other]) await desk.write(phone, 'chào');
    for (let n = 0; n < 3; n += 1) await desk.write(stranger, `/start ${'x'.repeat(43)}`);
    expect(await textsOf(other.id)).toHaveLength(1);
    const texts = await textsOf(stranger.id);
    expect(texts).toHaveLength(2);
    expect(texts[1]).toContain('không dùng được ở đây');
  });

  test('who writes commands in a group is answered there once an hour as well', async () => {
    const chat = { id: -stranger.id, type: 'supergroup', title: 'Nhóm' };
    const entities = [{ type: 'bot_command', offset: 0, length: 5 }];
    const message = {
      message_id: 1,
      date: 0,
      chat,
      from: { is_bot: false, ...stranger },
      text: '/viec',
      entities,
    };
    for (let n = 0; n < 3; n += 1) await desk.update({ message });
    expect((await rowsOf(-stranger.id)).map((row) => row.lane)).toEqual([LANE.stranger]);
  });

  test('has every tap answered', async () => {
    for (let n = 0; n < 3; n += 1) expect(await desk.tap(stranger, 'open.1')).toContain('chưa được kết nối');
    expect(await rowsOf(stranger.id)).toHaveLength(1);
  });

  test('who waits for an answer does not make the outbox look ill', async () => {
    await desk.base.ownerSql`truncate outbox restart identity cascade`;
    await desk.write(stranger, 'chào');
    desk.wait(HOUR);
    expect((await desk.work(readVitals)).outboxOldestSeconds).toBe(0);
  });
});

describe('a member', () => {
  const secretary = () => ({ id: here.cast['a-secretary']!.userId });
  const waiting = async () =>
    (await rowsOf(secretary().id)).filter((row) => row.state === 'pending' && row.lane === LANE.answer);

  test('who asks for more than finds room is told so in one word, after what was answered', async () => {
    for (let n = 0; n < 2 * ROOM; n += 1) await desk.write(secretary(), '/thanhvien');
    const texts = await textsOf(secretary().id);
    expect(texts).toHaveLength(ROOM + 1);
    expect(texts.filter((text) => text.includes('Nhiều yêu cầu cùng lúc'))).toEqual([texts.at(-1)]);
  });

  test('is answered again once that word has gone out', async () => {
    for (let n = 0; n < 2 * ROOM; n += 1) await desk.write(secretary(), '/thanhvien');
    await desk.base.ownerSql`update outbox set state = 'sent' where chat_id = ${secretary().id}`;
    await desk.write(secretary(), '/thanhvien');
    expect(await waiting()).toHaveLength(1);
  });

  test('has a place behind what waits for them, so that whoever has little waiting goes first', async () => {
    for (let n = 0; n < 3; n += 1) await desk.write(secretary(), '/thanhvien');
    expect((await waiting()).map((row) => row.place)).toEqual([0, 1, 2]);
  });

  test('sees the newest state of a message that waits to be edited, though there is no room', async () => {
    const tap = () => desk.tap(secretary(), `members.list.${here.pairId}.0`);
    await tap();
    for (let n = 0; n < ROOM; n += 1) await desk.write(secretary(), '/thanhvien');
    expect(await tap()).toBeUndefined();
    expect((await waiting()).filter((row) => row.editMessageId !== null)).toHaveLength(2);
  });

  test('is told in the toast when what a tap shows found no room', async () => {
    for (let n = 0; n < ROOM; n += 1) await desk.write(secretary(), '/thanhvien');
    expect(await desk.tap(secretary(), `members.list.${here.pairId}.0`)).toContain('Nhiều yêu cầu cùng lúc');
  });

  test('who asks for files is held to the same room; a notice is not', async () => {
    const personId = here.cast['a-secretary']!.id;
    const row = (n: number) =>
      ({ pairId: null, kind: 'file', ref: { make: 'weeks' }, personId, silent: n % 2 === 0 }) as const;
    const many = Array.from({ length: 2 * ROOM }, (_, n) => row(n));
    await desk.work((work) =>
      tellPeople(work, [
        ...many.map((one) => ({ ...one, lane: LANE.answer })),
        ...many.map((one) => ({ ...one, lane: LANE.notice })),
      ]),
    );
    const kinds = (await rowsOf(secretary().id)).map(({ lane, kind }) => `${lane} ${kind}`);
    expect(kinds).toEqual([...Array(ROOM).fill('0 file'), '0 said', ...Array(2 * ROOM).fill('1 file')]);
  });
});
