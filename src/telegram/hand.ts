import type { Arrival } from './door.ts';

/** The updates a poller has in hand. */
export type Hand = {
  /** Begins those that are new of what Telegram gave when it was asked from `asked`; whether any was. */
  take(arrivals: Arrival[], asked: number): boolean;
  /** The offset to ask Telegram from: all before it is done. 0 before the first update. */
  offset(): number;
  isEmpty(): boolean;
  /** Resolves when one of those in hand is done; at once when there is none. */
  next(): Promise<void>;
  /** Resolves when none is in hand any more. */
  settled(): Promise<void>;
};

/** Updates of one chat run in order, those of different chats side by side. `handle` never rejects; false: not done. */
export function openHand(handle: (arrival: Arrival) => Promise<boolean>): Hand {
  const running = new Set<Promise<void>>();
  const chats = new Map<number | 'none', Promise<void>>();
  const undone = new Set<number>();
  /** Done, but not yet confirmed: Telegram gives them again until it has been asked from beyond them. */
  const done = new Set<number>();
  let after = 0;

  const offset = () => (undone.size > 0 ? Math.min(...undone) : after);
  const begin = (arrival: Arrival) => {
    const { id, caller } = arrival;
    const chat = caller.chatId ?? caller.userId ?? 'none';
    undone.add(id);
    const before = chats.get(chat) ?? Promise.resolve();
    const work = before
      .then(() => handle(arrival))
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
    take(arrivals, asked) {
      // Not by the offset of now: what was done while this answer was under way stands in it once more.
      for (const id of done) if (id < asked) done.delete(id);
      const fresh = arrivals.filter(({ id }) => !undone.has(id) && !done.has(id));
      after = arrivals.length > 0 ? arrivals.at(-1)!.id + 1 : after;
      for (const arrival of fresh) begin(arrival);
      return fresh.length > 0;
    },
    offset,
    isEmpty: () => running.size === 0,
    next: async () => void (await Promise.race(running.size > 0 ? running : [undefined])),
    settled: async () => void (await Promise.all(running)),
  };
}
