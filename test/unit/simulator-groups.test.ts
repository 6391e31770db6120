import type { Update } from '@grammyjs/types';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RawAnswer } from '../simulator/raw-call.ts';
import { rawCall } from '../simulator/raw-call.ts';
import { startSimulator } from '../simulator/server.ts';
import type { SimGroup } from '../simulator/sim-group.ts';
import type { SimUser } from '../simulator/sim-user.ts';
import type { Simulator } from '../simulator/simulator.ts';

let sim: Simulator;
let user: SimUser;

beforeEach(async () => {
  sim = await startSimulator({ latency: false, limits: false });
  user = sim.addUser({ first_name: 'An' });
});
afterEach(() => sim.close());

const send = (chat_id: number, more = {}) => rawCall(sim, 'sendMessage', { chat_id, text: 'tin', ...more });
const says = (answer: RawAnswer) => (answer.ok ? 'ok' : `${answer.status} ${answer.description}`);

async function updates(): Promise<Update[]> {
  const answer = await rawCall(sim, 'getUpdates');
  if (!answer.ok) throw new Error(answer.description);
  const found = answer.result as Update[];
  await rawCall(sim, 'getUpdates', { offset: (found.at(-1)?.update_id ?? 0) + 1 });
  return found;
}

describe('a group', () => {
  let group: SimGroup;
  let other: SimUser;
  beforeEach(() => {
    other = sim.addUser({ first_name: 'Bình' });
    group = sim.addGroup({ title: 'Đoàn kiểm tra' });
    group.addMembers(user, other);
  });

  test('is unknown until the bot joins, which my_chat_member and a service message tell', async () => {
    expect(says(await send(group.id))).toBe('400 Bad Request: chat not found');
    group.joinBot(other);
    const [joined, service] = await updates();
    expect(joined?.my_chat_member).toMatchObject({
      from: { id: other.id },
      chat: { id: group.id, type: 'group' },
      new_chat_member: { status: 'member' },
    });
    expect(service?.message?.new_chat_members?.[0]?.id).toBe(sim.botUser.id);
    expect(says(await send(group.id))).toBe('ok');
    expect(group.messages().at(-1)?.text).toBe('tin');
  });

  test('throws the bot out, or the bot leaves: 403', async () => {
    group.joinBot();
    group.kickBot();
    expect(says(await send(group.id))).toBe('403 Forbidden: bot was kicked from the group chat');
    group.joinBot();
    await rawCall(sim, 'leaveChat', { chat_id: group.id });
    expect(says(await send(group.id))).toBe('403 Forbidden: bot is not a member of the group chat');
  });

  test('shows the bot commands and replies to it only, unless it is an administrator', async () => {
    group.joinBot();
    await send(group.id);
    const botMessage = group.messages().at(-1)!.message_id;
    await updates();
    group.send(user, 'chuyện riêng');
    group.send(user, '/viec');
    group.send(user, '/viec@another_bot');
    group.send(user, `/lich@${sim.botUser.username} tuần này`);
    group.send(user, 'đáp', { reply_to: botMessage });
    const texts = async () => (await updates()).map(({ message }) => message?.text);
    expect(await texts()).toEqual(['/viec', '/lich@phoi_hop_bot tuần này', 'đáp']);
    group.promoteBot();
    group.send(user, 'chuyện chung');
    expect((await texts()).at(-1)).toBe('chuyện chung');
  });

  test('knows its members and administrators', async () => {
    group.joinBot();
    group.promote(other);
    const member = async (user_id: number) =>
      rawCall(sim, 'getChatMember', { chat_id: group.id, user_id }) as Promise<
        RawAnswer & { result: { status: string } }
      >;
    expect((await member(user.id)).result.status).toBe('creator');
    expect((await member(other.id)).result.status).toBe('administrator');
    group.removeMember(other);
    expect((await member(other.id)).result.status).toBe('left');
    expect((await member(sim.botUser.id)).result.status).toBe('member');
    const admins = await rawCall(sim, 'getChatAdministrators', { chat_id: group.id });
    expect(admins).toMatchObject({ result: [{ user: { id: user.id } }] });
    expect(await rawCall(sim, 'getChat', { chat_id: group.id })).toMatchObject({
      result: { title: 'Đoàn kiểm tra', type: 'group' },
    });
  });

  test('becomes a supergroup: the old id answers 400 with the new one, service messages tell both', async () => {
    group.joinBot();
    await updates();
    const old = group.id;
    const next = group.migrateToSupergroup();
    expect(await send(old)).toMatchObject({
      status: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: next },
    });
    const [to, from] = await updates();
    expect(to?.message).toMatchObject({ chat: { id: old }, migrate_to_chat_id: next });
    expect(from?.message).toMatchObject({ chat: { id: next }, migrate_from_chat_id: old });
    expect(says(await send(next))).toBe('ok');
    expect(group.id).toBe(next);
    expect(group.messages().at(-1)?.text).toBe('tin');
  });

  test('may become one without the bot hearing of it', async () => {
    group.joinBot();
    await updates();
    group.migrateToSupergroup({ announce: false });
    expect(await updates()).toEqual([]);
  });

  test('pins: a supergroup wants an administrator', async () => {
    const supergroup = sim.addGroup({ title: 'Lớn', supergroup: true });
    supergroup.addMembers(user);
    supergroup.joinBot();
    await send(supergroup.id);
    const { message_id } = supergroup.messages().at(-1)!;
    const pin = () => rawCall(sim, 'pinChatMessage', { chat_id: supergroup.id, message_id });
    expect(says(await pin())).toMatch(/not enough rights/);
    supergroup.promoteBot();
    expect(says(await pin())).toBe('ok');
    expect(sim.state().groups.find(({ id }) => id === supergroup.id)?.pinned).toEqual([message_id]);
  });
});
