import type { Update } from '@grammyjs/types';
import { z } from 'zod';

/** Who an update comes from and where it is answered, as far as it says so in a form that can be used. */
export type Caller = {
  chatId?: number;
  isGroup: boolean;
  /** The topic of a forum. */
  threadId?: number;
  userId?: number;
  /** The language of their Telegram, 'vi' or 'en-GB'. */
  language?: string;
  /** A tap waits for its toast. */
  tapId?: string;
  /** Something was written or tapped: whoever did so must hear what became of it. */
  isWaiting: boolean;
};

/** An update whose number can be kept. Unreadable: what the commands rely on is not there, so that none of them may see it. */
export type Arrival = { id: number; update: Update; isReadable: boolean; caller: Caller };

/** Numbers of updates are signed 32-bit ones at Telegram; a larger one would carry the offset beyond all that comes. */
const id = z.int().min(0).max(2_147_483_647);
/** Postgres keeps no NUL, and JSON no half of a pair. */
const words = z.string().refine((text) => !/\p{Surrogate}/u.test(text) && !text.includes('\0'));
const entities = z.array(z.looseObject({ type: z.string(), offset: id, length: id })).optional();
const user = z.looseObject({
  id: z.int(),
  first_name: words,
  last_name: words.optional(),
  username: words.optional(),
  language_code: words.optional(),
});
const chat = z.looseObject({
  id: z.int(),
  type: z.enum(['private', 'group', 'supergroup', 'channel']),
  title: words.optional(),
});
/** Also one that was tapped, of which Telegram may give no more than its place. */
const anyMessage = z.looseObject({
  message_id: id,
  message_thread_id: id.optional(),
  is_topic_message: z.boolean().optional(),
  chat,
  from: user.optional(),
  text: words.optional(),
  caption: words.optional(),
  entities,
  caption_entities: entities,
  migrate_to_chat_id: z.int().optional(),
  document: z
    .looseObject({ file_id: words, file_name: words.optional(), file_size: z.number().optional() })
    .optional(),
});
type AnyMessage = z.infer<typeof anyMessage>;
/** What stands where in a text needs the text. */
const isWhole = (one: AnyMessage) =>
  (one.text !== undefined || one.entities === undefined) &&
  (one.caption !== undefined || one.caption_entities === undefined);
const message = anyMessage.refine(isWhole);
/** A private chat bears the number of whoever is in it: another's would let one person speak, or be marked, in another's chat. */
function isOwnChat({
  chat: { id, type },
  from,
}: {
  chat: z.infer<typeof chat>;
  from: z.infer<typeof user>;
}): boolean {
  return type !== 'private' || id === from.id;
}
/** Telegram names somebody for whatever is written anywhere but in a channel. */
const written = anyMessage.extend({ from: user }).refine(isWhole).refine(isOwnChat);
const status = z.looseObject({ status: z.string() });

const readable = z.looseObject({
  update_id: id,
  message: written.optional(),
  edited_message: written.optional(),
  callback_query: z
    .looseObject({
      id: words,
      from: user,
      message: message.optional(),
      data: words.optional(),
    })
    .refine((tap) => !tap.message || isOwnChat({ chat: tap.message.chat, from: tap.from }))
    .optional(),
  my_chat_member: z
    .looseObject({ chat, from: user, old_chat_member: status, new_chat_member: status })
    .refine(isOwnChat)
    .optional(),
});

/** Looks at whatever was given as an update; undefined: it has no number that can be kept. Never throws. */
export function lookAtDoor(given: unknown): Arrival | undefined {
  const number = id.safeParse(own(given, 'update_id'));
  if (!number.success) return undefined;
  return {
    id: number.data,
    update: given as Update,
    isReadable: readable.safeParse(given).success,
    caller: callerOf(given),
  };
}

function callerOf(given: unknown): Caller {
  const tap = own(given, 'callback_query');
  const written = own(given, 'message') ?? own(given, 'edited_message') ?? own(tap, 'message');
  const from = own(tap ?? written, 'from');
  const at = own(written ?? own(given, 'my_chat_member'), 'chat');
  const topic = own(written, 'is_topic_message') === true ? own(written, 'message_thread_id') : undefined;
  const type = own(at, 'type');
  return {
    chatId: as(z.int(), own(at, 'id')),
    isGroup: type === 'group' || type === 'supergroup',
    threadId: as(id, topic),
    userId: as(z.int(), own(from, 'id')),
    language: as(words, own(from, 'language_code')),
    // Whatever it holds: it goes back to Telegram alone.
    tapId: as(z.string(), own(tap, 'id')),
    isWaiting: tap !== undefined || own(given, 'message') !== undefined,
  };
}

/** A property of its own of whatever is given; undefined where there is none, and for null. */
function own(of: unknown, key: string): unknown {
  if (typeof of !== 'object' || of === null || !Object.hasOwn(of, key)) return undefined;
  return (of as Record<string, unknown>)[key] ?? undefined;
}

const as = <T>(shape: z.ZodType<T>, value: unknown): T | undefined => shape.safeParse(value).data;
