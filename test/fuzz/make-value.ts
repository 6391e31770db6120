import type { UpdateKind } from '../simulator/update-queue.ts';
import { CONTENTS } from './bot-api-contents.ts';
import { KINDS, PARTIES } from './bot-api-updates.ts';
import { hostileNumber, hostileText, hostileValue } from './hostile.ts';
import type { Random } from './random.ts';

/** Who and what exists, so that made updates speak of it now and then. */
export type Existing = {
  users: readonly number[];
  chats: readonly number[];
  files: readonly string[];
  texts: readonly string[];
  data: readonly string[];
};

type Field = { name: string; isOptional: boolean; type: string; lists: number };
type Shape = { kind: 'fields'; fields: Field[] } | { kind: 'one-of'; types: string[] };

const SHAPES = new Map(
  Object.entries({ ...PARTIES, ...CONTENTS }).map(([name, text]) => [name, readShape(text)]),
);

/** Every kind of update that the Bot API knows. */
export const UPDATE_KINDS = Object.keys(KINDS) as UpdateKind[];

/** An update of a kind with whatever may stand in it; `from` and the chat are people and chats that exist, most of the time. */
export function makeUpdate(random: Random, kind: UpdateKind, existing: Existing): Record<string, unknown> {
  return { [kind]: make({ random, existing, depth: 0 }, KINDS[kind]) };
}

type Making = { random: Random; existing: Existing; depth: number };

const MAX_DEPTH = 5;

function make(making: Making, type: string, name = ''): unknown {
  const { random, existing } = making;
  if (type === 'i') return wholeNumber(making, name);
  if (type === 'f') return random.below(180_000) / 1_000 - 90;
  if (type === 'b') return random.chance(0.5);
  if (type === 's') return text(making, name);
  if (type === 'any') return hostileValue(random);
  if (type === 'Chat') return chat(random, existing);
  if (type === 'User') return user(random, existing);
  return shaped(making, type);
}

function shaped(making: Making, type: string): unknown {
  const shape = SHAPES.get(type);
  if (!shape) throw new Error(`nothing is written about ${type}`);
  if (shape.kind === 'one-of') return make(making, making.random.pick(shape.types));
  const { random, depth } = making;
  const deeper = { ...making, depth: depth + 1 };
  // A message has a hundred fields that may be missing: two or three of them at a time.
  const share = Math.min(0.5, 3 / shape.fields.length);
  const kept = shape.fields.filter(
    (field) => !field.isOptional || (depth < MAX_DEPTH && random.chance(share)),
  );
  return Object.fromEntries(kept.map((field) => [field.name, filled(deeper, field)]));
}

function filled(making: Making, { type, lists, name }: Field): unknown {
  if (lists === 0) return make(making, type, name);
  const length = making.depth < MAX_DEPTH ? making.random.below(3) : 0;
  return Array.from({ length }, () => make(making, type, name));
}

function wholeNumber({ random, existing }: Making, name: string): number {
  if (name.endsWith('date')) return 1_795_000_000 + random.below(100_000);
  if (name.endsWith('chat_id')) return random.pick(existing.chats);
  if (name.endsWith('user_id')) return random.pick(existing.users);
  return random.chance(0.1) ? hostileNumber(random) : random.below(300);
}

const WORDS: Record<string, readonly string[]> = {
  status: ['creator', 'administrator', 'member', 'restricted', 'left', 'kicked', ''],
  type: ['private', 'bot_command', 'user', 'hidden_user', 'mention', 'regular', 'quiz', 'emoji', 'text_link'],
  language_code: ['vi', 'en', 'zh-hans', 'xx'],
  file_name: ['ke-hoach.csv', 'ke-hoach.xlsx', 'x.pdf', '.csv', 'a\u0000.xlsx'],
};

function text({ random, existing }: Making, name: string): string {
  const words = WORDS[name];
  if (words && random.chance(0.8)) return random.pick(words);
  if (name === 'data' && random.chance(0.7)) return random.pick(existing.data);
  if (name === 'file_id' && existing.files.length > 0 && random.chance(0.5))
    return random.pick(existing.files);
  if (name === 'id') return `f${random.below(1_000_000_000)}`;
  return random.chance(0.6) ? random.pick(existing.texts) : hostileText(random);
}

function user(random: Random, { users }: Existing): object {
  const id = random.pick(users);
  const language = random.chance(0.5) ? { language_code: random.pick(WORDS.language_code!) } : {};
  return { id, is_bot: random.chance(0.05), first_name: 'Máy', ...language };
}

function chat(random: Random, { chats }: Existing): object {
  const id = random.pick(chats);
  const isPrivate = id > 0;
  if (random.chance(0.05)) return { id, type: 'channel', title: 'Kênh' };
  if (isPrivate) return { id, type: 'private', first_name: 'Máy' };
  return { id, type: random.pick(['group', 'supergroup']), title: 'Nhóm', is_forum: random.chance(0.3) };
}

function readShape(written: string): Shape {
  if (written.includes(' | ')) return { kind: 'one-of', types: written.split(' | ') };
  const words = written.trim().split(/\s+/).filter(Boolean);
  return { kind: 'fields', fields: words.map(readField) };
}

function readField(word: string): Field {
  const [name = '', type = ''] = word.split(':');
  const bare = type.replaceAll('[]', '');
  return {
    name: name.replace('?', ''),
    isOptional: name.endsWith('?'),
    type: bare,
    lists: (type.length - bare.length) / 2,
  };
}
