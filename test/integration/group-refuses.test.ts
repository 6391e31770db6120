import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { groupChat, pair } from '../../db/schema/index.ts';
import { sayInChat, tellGroups } from '../../src/usecases/enqueue.ts';
import { message, text } from '../../src/usecases/said.ts';
import type { SimGroup } from '../simulator/sim-group.ts';
import { type OutageDesk, openOutageDesk } from '../support/outage-desk.ts';

const TOPIC = 7;
const MUTE = [
  'Bad Request: CHAT_WRITE_FORBIDDEN',
  'Bad Request: not enough rights to send text messages to the chat',
];

let desk: OutageDesk;
let group: SimGroup;
let committeeId: number;
let minute = 0;

beforeEach(async () => {
  desk = await openOutageDesk();
  minute = 0;
  group = desk.sim.addGroup({ title: 'Nhóm <A>', supergroup: true });
  group.addMembers(desk.phones['a-secretary']!);
  group.joinBot();
  committeeId = await desk.all(async ({ tx, now }) => {
    const [row] = await tx.select().from(pair).where(eq(pair.id, desk.one.pairId));
    await tx.insert(groupChat).values({
      chatId: group.id,
      threadId: TOPIC,
      title: 'Nhóm <A>',
      committeeId: row!.committeeA,
      boundAt: now,
    });
    return row!.committeeA;
  });
});
afterEach(() => desk.close());

const refuse = (description: string, times = Number.POSITIVE_INFINITY) =>
  desk.sim.faults.add({
    kind: 'error',
    method: 'sendMessage',
    chatId: group.id,
    status: 400,
    description,
    times,
  });

/** Something is said in the group; what stands there afterwards. */
async function said(words: string) {
  await desk.all((work) =>
    tellGroups(work, committeeId, {
      pairId: null,
      kind: 'said',
      ref: { message: message([text('plain', { text: words })]) },
    }),
  );
  for (let n = 0; n < 3; n += 1) {
    minute += 1;
    await desk.moment(new Date(Date.parse('2026-11-23T09:00:00+07:00') + minute * 60_000).toISOString());
  }
  return group.messages().filter((one) => one.fromBot && one.text.includes(words));
}

const known = () =>
  desk.all(async ({ tx }) => (await tx.select().from(groupChat).where(eq(groupChat.chatId, group.id)))[0]!);
const told = () =>
  desk.arrived().filter((one) => one.text.includes('Nhóm <A>') || one.text.includes('Nhóm &lt;A&gt;'));

test.each([
  'Bad Request: message thread not found',
  'Bad Request: TOPIC_CLOSED',
  'Bad Request: TOPIC_DELETED',
])('a topic that is gone is forgotten and the message stands in the group (%s)', async (description) => {
  refuse(description, 1);
  const [one] = await said('Đợt một');
  expect(one!.threadId).toBeUndefined();
  expect((await known()).threadId).toBeNull();
  expect(desk.failed).toEqual([]);
  expect((await said('Đợt hai')).map((next) => next.threadId)).toEqual([undefined]);
});

test('an answer to a command in a topic that was closed meanwhile stands where the group was bound', async () => {
  refuse('Bad Request: TOPIC_CLOSED', 1);
  await desk.all((work) =>
    sayInChat(
      work,
      { chatId: group.id, isGroup: true, threadId: 9 },
      message([text('plain', { text: 'Trả lời' })]),
    ),
  );
  expect(await said('Đợt hai')).toHaveLength(1);
  expect(
    group
      .messages()
      .filter((one) => one.text === 'Trả lời')
      .map((one) => one.threadId),
  ).toEqual([TOPIC]);
  expect((await known()).threadId).toBe(TOPIC);
});

test.each([...MUTE, 'Bad Request: TOPIC_CLOSED'])(
  'a group in which the bot may not write is marked, its đầu mối are told once, and it goes on when it may (%s)',
  async (description) => {
    refuse(description);
    await said('Đợt một');
    await said('Đợt hai');
    expect((await known()).mutedAt).not.toBeNull();
    expect((await known()).leftAt).toBeNull();
    expect(told().map((one) => one.who)).toEqual(['a-secretary']);
    desk.sim.faults.clear();
    expect(await said('Đợt ba')).toHaveLength(1);
    expect((await known()).mutedAt).toBeNull();
    refuse(description);
    await said('Đợt bốn');
    expect(told().map((one) => one.who)).toEqual(['a-secretary']);
  },
);
