import type { Update } from '@grammyjs/types';
import fc from 'fast-check';

const chat = { id: 4_001, type: 'private' as const, first_name: 'An' };
const from = { id: 4_001, is_bot: false, first_name: 'An', language_code: 'vi' };
const message = { message_id: 7, date: 1_790_000_000, chat, from, text: '/viec' };
const member = { user: from, status: 'member' as const };

/** An update of each kind that the bot asks for, as Telegram gives them. */
export const WHOLE_UPDATES: Omit<Update, 'update_id'>[] = [
  { message: { ...message, entities: [{ type: 'bot_command', offset: 0, length: 5 }] } },
  { message: { ...message, text: 'xin chào' } },
  { message: { ...message, document: { file_id: 'f', file_unique_id: 'u', file_name: 'ke-hoach.xlsx' } } },
  { edited_message: { ...message, edit_date: 1_790_000_100 } },
  { callback_query: { id: '1', from, chat_instance: '1', message, data: 'open.1' } },
  {
    my_chat_member: {
      chat,
      from,
      date: 1_790_000_000,
      old_chat_member: member,
      new_chat_member: { user: from, status: 'kicked', until_date: 0 },
    },
  },
] as Omit<Update, 'update_id'>[];

type Path = (string | number)[];

function pathsOf(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...at, key]))];
}

const GONE = Symbol('gone');

/** What a program does not expect where a number, a text or an object belongs. */
const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constant(GONE),
  fc.constantFrom<unknown>(null, '', {}, [], true, 0, -1, 1.5, 1e30, 2 ** 53, '\0', '\ud800', 'constructor'),
  fc.constantFrom<unknown>({ __proto__: null, id: 'x' }, Number.NaN, '🎉'.repeat(40), '.'.repeat(64)),
  fc.jsonValue(),
);

function put(into: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  // What another change has put there may not have this part.
  if (typeof into !== 'object' || into === null || !Object.hasOwn(into, key)) return into;
  // An entity has a length; an array that stands in its place refuses most values of it.
  if (Array.isArray(into) && key === 'length') return into;
  const copy = (Array.isArray(into) ? [...into] : { ...into }) as Record<string, unknown>;
  const inner = put(copy[key], rest, value);
  if (inner === GONE) delete copy[key];
  else copy[key] = inner;
  return copy;
}

/** Updates of every kind with one to three of their parts gone or made something else; the number is left as it is. */
export const brokenUpdates: fc.Arbitrary<object> = fc
  .constantFrom(...WHOLE_UPDATES)
  .chain((whole) => {
    const paths = pathsOf(whole).filter((path) => path.length > 0);
    const change = fc.tuple(fc.constantFrom(...paths), odd);
    return fc.tuple(fc.constant(whole), fc.array(change, { minLength: 1, maxLength: 3 }));
  })
  .map(([whole, changes]) =>
    changes.reduce<object>((update, [path, value]) => put(update, path, value) as object, whole),
  );
