import type { Arrival } from './door.ts';

/** What of one answer of Telegram is read, what is too much of one sender, and one update for each sender who must hear of it now. */
export type Sorted = { read: Arrival[]; surplus: Arrival[]; told: Arrival[] };

/** Lets no sender's updates stand before everybody else's. */
export type Gate = {
  /** Changes nothing: the same is asked again when what follows could not be kept. */
  sort(fresh: Arrival[]): Sorted;
  /** What was sorted is in hand, or settled. */
  letIn(sorted: Sorted): void;
  /** One that was read is done. */
  letOut(arrival: Arrival): void;
};

/** So many updates of one person may wait at a time: beyond what anybody types, and less than Telegram gives at once. */
export const MOST_WAITING = 50;
/** As long as people are asked to wait. What is sent meanwhile would be read in parts: a form would get the answers to other questions. */
const SHUT_MS = 60_000;

/** `wallNow` in ms. In a group each member counts for themselves. */
export function openGate(wallNow: () => number): Gate {
  const waiting = new Map<number, number>();
  const shutUntil = new Map<number, number>();
  const isShut = (sender: number) => (shutUntil.get(sender) ?? 0) > wallNow();
  return {
    sort(fresh) {
      const more = new Map<number, number>();
      const full = new Set<number>();
      const sorted: Sorted = { read: [], surplus: [], told: [] };
      for (const arrival of fresh) {
        const sender = senderOf(arrival);
        const count = (waiting.get(sender) ?? 0) + (more.get(sender) ?? 0) + 1;
        if (!isShut(sender) && !full.has(sender) && count <= MOST_WAITING) {
          more.set(sender, (more.get(sender) ?? 0) + 1);
          sorted.read.push(arrival);
          continue;
        }
        if (!isShut(sender) && !full.has(sender)) sorted.told.push(arrival);
        full.add(sender);
        sorted.surplus.push(arrival);
      }
      return sorted;
    },
    letIn({ read, told }) {
      for (const one of read) waiting.set(senderOf(one), (waiting.get(senderOf(one)) ?? 0) + 1);
      for (const [sender, until] of shutUntil) if (until <= wallNow()) shutUntil.delete(sender);
      for (const one of told) shutUntil.set(senderOf(one), wallNow() + SHUT_MS);
    },
    letOut(arrival) {
      const sender = senderOf(arrival);
      const left = (waiting.get(sender) ?? 0) - 1;
      if (left > 0) waiting.set(sender, left);
      else waiting.delete(sender);
    },
  };
}

/** Those of whom nothing is known count as one. */
const senderOf = ({ caller }: Arrival): number => caller.userId ?? caller.chatId ?? 0;
