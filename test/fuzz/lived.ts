import type { InlineKeyboardButton, Update } from '@grammyjs/types';
import { viewBotMember, viewChat, viewMessage, viewTap } from '../simulator/bot-view.ts';
import { inlineButtons } from '../simulator/keyboards.ts';
import { findCommands } from '../simulator/message-text.ts';
import type { SimMessage } from '../simulator/protocol.ts';
import type { SimContext } from '../simulator/sim-context.ts';
import type { MessageDraft } from '../simulator/world.ts';
import type { Random } from './random.ts';
import { ANSWERS, COMMANDS, TABLES } from './words.ts';
import type { FuzzWorld } from './world.ts';

/** An update as Telegram would send it, without its number; the chats of the simulator hold what it speaks of. */
export type Content = Omit<Update, 'update_id'>;

export type Living = { random: Random; context: SimContext; world: FuzzWorld };

/** How far back people still tap, in messages of the bot. */
const IN_SIGHT = 8;

/** What somebody does next: mostly answers what stands in their chat, else begins something. */
export function live(living: Living, userId: number): Content {
  const { random } = living;
  return random.weighed<() => Content>([
    [55, () => tapSomething(living, userId)],
    [22, () => type(living, userId, answerTo(living, userId))],
    [14, () => type(living, userId, random.pick(COMMANDS))],
    [2, () => type(living, userId, `/start ${random.pick(living.world.tokens)}`)],
    [2, () => sendTable(living, userId)],
    [2, () => sendOther(living, userId)],
    [1, () => editSomething(living, userId)],
    [1, () => blockOrReturn(living, userId)],
    [1, () => inGroup(living, userId)],
  ])();
}

/** A button that stands in a chat; undefined: none does. */
export function standingButton(
  { random, context }: Living,
  chatId: number,
): { message: SimMessage; data: string } | undefined {
  const messages = context.world
    .chat(chatId)
    .messages.slice(-60)
    .filter((one) => one.fromBot && !one.deleted && dataOf(one).length > 0)
    .slice(-IN_SIGHT);
  if (messages.length === 0) return undefined;
  const message = random.chance(0.6) ? messages.at(-1)! : random.pick(messages);
  const data = dataOf(message);
  // Whoever cancels each second time gets nowhere.
  const onward = data.filter((one) => !/!cancel|!back|^data\./.test(one));
  return { message, data: random.pick(onward.length > 0 && random.chance(0.95) ? onward : data) };
}

/** The callback data of a message's buttons. */
export const dataOf = (message: SimMessage): string[] =>
  inlineButtons(message.reply_markup).flatMap((button: InlineKeyboardButton) =>
    'callback_data' in button ? [button.callback_data] : [],
  );

/** Somebody's tap with this data on a message. */
export function tap({ context }: Living, userId: number, message: SimMessage, data: string): Content {
  const id = context.queries.ask(userId, message.chatId, () => {});
  return { callback_query: viewTap(context.world, id, context.world.user(userId).user, message, data) };
}

function tapSomething(living: Living, userId: number): Content {
  const found = standingButton(living, userId);
  return found ? tap(living, userId, found.message, found.data) : type(living, userId, '/viec');
}

function type(living: Living, userId: number, text: string): Content {
  return write(living, userId, userId, { kind: 'text', text, entities: findCommands(text) });
}

type Draft = Pick<MessageDraft, 'kind' | 'text' | 'entities'> & Partial<MessageDraft>;

function write({ context }: Living, userId: number, chatId: number, draft: Draft): Content {
  const { world } = context;
  const from = world.user(userId).user;
  const message = world.store(world.chat(chatId), { ...draft, from, fromBot: false });
  return { message: viewMessage(world, message) as Update['message'] };
}

/** What the newest question gives as an example, or an answer to some other. */
function answerTo({ random, context }: Living, userId: number): string {
  const newest = context.world.chat(userId).messages.findLast((one) => one.fromBot && !one.deleted);
  const example = /(?:Ví dụ(?: đúng)?|Example(?: that works)?): ([^\n]+)/.exec(newest?.text ?? '')?.[1];
  if (example && random.chance(0.7)) return random.pick(example.split(' · '));
  return random.pick(ANSWERS);
}

function sendTable(living: Living, userId: number): Content {
  const { name, bytes } = living.random.pick(TABLES);
  const file = living.context.files.add({ name, type: 'text/csv', bytes: Buffer.from(bytes) });
  return write(living, userId, userId, { kind: 'document', text: '', entities: [], file });
}

function sendOther(living: Living, userId: number): Content {
  const { random, context } = living;
  const kind = random.pick(['photo', 'voice', 'sticker', 'document'] as const);
  const file = context.files.add({ name: 'x.bin', type: 'application/x', bytes: Buffer.from('x') });
  const text = random.chance(0.3) ? random.pick(ANSWERS) : '';
  if (random.chance(0.3))
    return write(living, userId, userId, {
      kind: 'text',
      text: random.pick(ANSWERS),
      entities: [],
      forwarded: true,
    });
  return write(living, userId, userId, { kind, text, entities: [], file });
}

function editSomething(living: Living, userId: number): Content {
  const { world } = living.context;
  const own = world.chat(userId).messages.findLast((one) => !one.fromBot && !one.deleted);
  if (!own) return type(living, userId, '/viec');
  const text = living.random.pick([...COMMANDS, ...ANSWERS]);
  world.revise(own, { text, entities: findCommands(text) });
  return { edited_message: viewMessage(world, own) as Update['edited_message'] };
}

function blockOrReturn({ context, random }: Living, userId: number): Content {
  const { world } = context;
  const { user } = world.user(userId);
  const [before, after] = random.chance(0.3)
    ? (['member', 'kicked'] as const)
    : (['kicked', 'member'] as const);
  return {
    my_chat_member: {
      ...{ chat: viewChat(world, world.chat(userId)), from: user, date: world.seconds() },
      old_chat_member: viewBotMember(world, before),
      new_chat_member: viewBotMember(world, after),
    },
  };
}

function inGroup(living: Living, userId: number): Content {
  const { random, context, world } = living;
  const chatId = random.pick(world.groups);
  const found = standingButton(living, chatId);
  if (found && random.chance(0.6)) return tap(living, userId, found.message, found.data);
  if (random.chance(0.15)) return changeOfGroup(living, userId, chatId);
  const text = random.pick([
    '/nhom',
    '/nhom@phoi_hop_bot',
    '/viec',
    '/start nhom',
    'xin chào',
    '/group@other_bot',
  ]);
  const threadId = chatId === world.groups[1] && random.chance(0.3) ? 7 : undefined;
  return write(living, userId, context.world.chat(chatId).id, {
    kind: 'text',
    text,
    entities: findCommands(text),
    threadId,
  });
}

/** The bot comes into a group or leaves it, or the group's number changes, as Telegram tells. */
function changeOfGroup(living: Living, userId: number, chatId: number): Content {
  const { random, context } = living;
  const { world } = context;
  const chat = world.chat(chatId);
  const { user } = world.user(userId);
  if (random.chance(0.4)) {
    const service = random.pick([
      { migrate_to_chat_id: living.world.groups[1]! },
      { migrate_to_chat_id: -1_002_299_999_999 },
      { migrate_from_chat_id: living.world.groups[0]! },
      { new_chat_members: [world.bot] },
      { left_chat_member: user },
      { pinned_message: { chat: viewChat(world, chat), message_id: 1, date: 0 as const } },
      { forum_topic_created: { name: 'Chủ đề', icon_color: 7_322_096 as const } },
    ]);
    return write(living, userId, chatId, { kind: 'service', text: '', entities: [], service });
  }
  const [before, after] = random.pick([
    ['left', 'member'],
    ['member', 'administrator'],
    ['member', 'kicked'],
  ] as const);
  return {
    my_chat_member: {
      ...{ chat: viewChat(world, chat), from: user, date: world.seconds() },
      old_chat_member: viewBotMember(world, before),
      new_chat_member: viewBotMember(world, after),
    },
  };
}
