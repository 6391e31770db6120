import type { Arrival } from './door.ts';

/** The updates a poller has in hand. */
export type Hand = {
  /** Those that are new of what Telegram gave when it was asked from `asked`. */
  fresh(arrivals: Arrival[], asked: number): Arrival[];
  /** Begins what is new of an answer, but for what is settled already. */
  take(arrivals: Arrival[], settled?: ReadonlySet<number>): void;
  /** The offset to ask Telegram from: all before it is done, or passed. 0 before the first update. */
  offset(): number;
  /** What is in hand and would come again. */
  unpassed(): number[];
  /** These need not come again: the offset goes on before they are done. */
  pass(ids: number[]): void;
  size(): number;
  /** Resolves when one of those in hand is done; at once when there is none. */
  next(): Promise<void>;
  /** Resolves when none is in hand any more. */
  settled(): Promise<void>;
};

/** Updates of one chat run in order, those of different chats side by side. `handle` never rejects; false: not done. */
export function openHand(handle: (arrival: Arrival) => Promise<boolean>): Hand {
  const running = new Set<Promise<void>>();
  const chats = new Map<number | 'none', Promise<void>>();
  /** Not done and not passed. */
  const undone = new Set<number>();
  /** Done, but not yet confirmed: Telegram gives them again until it has been asked from beyond them. */
  const done = new Set<number>();
  let after = 0;

  const isFresh = ({ id }: Arrival) => !undone.has(id) && !done.has(id);
  const begin = (arrival: Arrival) => {
    const { id, caller } = arrival;
    const chat = caller.chatId ?? caller.userId ?? 'none';
    undone.add(id);
    const before = chats.get(chat) ?? Promise.resolve();
    const work = before
      .then(() => handle(arrival))
      .then((isDone) => {
        if (isDone && undone.delete(id)) done.add(id);
        running.delete(work);
        if (chats.get(chat) === work) chats.delete(chat);
      });
    running.add(work);
    chats.set(chat, work);
  };
  return {
    fresh(arrivals, asked) {
      // Not by the offset of now: what was done while this answer was under way stands in it once more.
      for (const id of done) if (id < asked) done.delete(id);
      return arrivals.filter(isFresh);
    },
    take(arrivals, settled = new Set()) {
      const fresh = arrivals.filter(isFresh);
      after = arrivals.length > 0 ? arrivals.at(-1)!.id + 1 : after;
      for (const { id } of fresh) if (settled.has(id)) done.add(id);
      for (const arrival of fresh) if (!settled.has(arrival.id)) begin(arrival);
    },
    offset: () => (undone.size > 0 ? Math.min(...undone) : after),
    unpassed: () => [...undone],
    pass: (ids) => {
      // It may stand in the answer that is under way.
      for (const id of ids) if (undone.delete(id)) done.add(id);
    },
    size: () => running.size,
    next: async () => void (await Promise.race(running.size > 0 ? running : [undefined])),
    settled: async () => void (await Promise.all(running)),
  };
}
