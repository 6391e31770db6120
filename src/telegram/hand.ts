import type { Update } from '@grammyjs/types';

/** The updates a poller has in hand. */
export type Hand = {
  /** Begins those that are new of what Telegram gave when it was asked from `asked`; whether any was. */
  take(updates: Update[], asked: number): boolean;
  /** The offset to ask Telegram from: all before it is done. 0 before the first update. */
  offset(): number;
  isEmpty(): boolean;
  /** Resolves when one of those in hand is done; at once when there is none. */
  next(): Promise<void>;
  /** Resolves when none is in hand any more. */
  settled(): Promise<void>;
};

/** Updates of one chat run in order, those of different chats side by side. `handle` never rejects; false: not done. */
export function openHand(handle: (update: Update) => Promise<boolean>): Hand {
  const running = new Set<Promise<void>>();
  const chats = new Map<string, Promise<void>>();
  const undone = new Set<number>();
  /** Done, but not yet confirmed: Telegram gives them again until it has been asked from beyond them. */
  const done = new Set<number>();
  let after = 0;

  const offset = () => (undone.size > 0 ? Math.min(...undone) : after);
  const begin = (update: Update) => {
    const id = update.update_id;
    const chat = chatOf(update);
    undone.add(id);
    const before = chats.get(chat) ?? Promise.resolve();
    const work = before
      .then(() => handle(update))
      .then((isDone) => {
        if (isDone) undone.delete(id);
        if (isDone) done.add(id);
        running.delete(work);
        if (chats.get(chat) === work) chats.delete(chat);
      });
    running.add(work);
    chats.set(chat, work);
  };
  return {
    take(updates, asked) {
      // Not by the offset of now: what was done while this answer was under way stands in it once more.
      for (const id of done) if (id < asked) done.delete(id);
      const fresh = updates.filter(({ update_id: id }) => !undone.has(id) && !done.has(id));
      after = updates.length > 0 ? updates.at(-1)!.update_id + 1 : after;
      for (const update of fresh) begin(update);
      return fresh.length > 0;
    },
    offset,
    isEmpty: () => running.size === 0,
    next: async () => void (await Promise.race(running.size > 0 ? running : [undefined])),
    settled: async () => void (await Promise.all(running)),
  };
}

/** Taps count to the chat of their message. */
function chatOf(update: Update): string {
  const message =
    update.message ?? update.edited_message ?? update.callback_query?.message ?? update.my_chat_member;
  return String(message?.chat.id ?? update.callback_query?.from.id ?? 'none');
}
