import type { Random } from '../fuzz/random.ts';
import { inlineButtons } from '../simulator/keyboards.ts';
import type { SimMessage } from '../simulator/protocol.ts';
import type { SimUser } from '../simulator/sim-user.ts';
import type { Simulator } from '../simulator/simulator.ts';
import { HABITS, type Habit } from './habits.ts';

/** Everybody with a phone. They look at their chats, tap what stands there and answer what is asked; some at once, some a day later, some never. */
export type People = {
  /** Each does at most one thing; the number of those who did, or still wait for what they did. */
  look(stop: number): number;
  /** Somebody means to begin something with a command; who has much to do already does not. */
  write(chatId: number, text: string): void;
  /** How many updates came twice. */
  doubled(): number;
};

type Person = {
  user: SimUser;
  isBusy: boolean;
  done: Set<string>;
  triedAt: Map<string, number>;
  firstSeen: Map<string, number>;
  /** Commands that they mean to give, one after the other. */
  agenda: string[];
  begunAt: number;
};

/** So long a person waits for the answer to a tap, and so long before they tap once more. */
const TOAST_MS = 8_000;
/** Whoever has begun something finishes it before the next thing, or gives it up after so many stops. */
const STOPS_OF_ONE = 2;
const MOST_ON_AGENDA = 3;
const NEVER = Number.NEGATIVE_INFINITY;
/** How far back people look. */
const IN_SIGHT = 30;
/** One update in so many comes twice. */
const DOUBLED_EACH = 6;

export function openPeople(
  sim: Simulator,
  chatIds: readonly number[],
  random: Random,
  weeks: (nth: number) => string,
): People {
  const people = new Map<number, Person>(
    chatIds.map((id) => [
      id,
      {
        user: sim.user(id),
        isBusy: false,
        done: new Set(),
        triedAt: new Map(),
        firstSeen: new Map(),
        agenda: [],
        begunAt: NEVER,
      },
    ]),
  );
  let doubled = 0;
  const twice = () => {
    if (random.below(DOUBLED_EACH) > 0) return;
    doubled += 1;
    sim.duplicateUpdate(sim.lastUpdateId);
  };
  const tap = (person: Person, message: SimMessage, data: string) => {
    person.isBusy = true;
    person.triedAt.set(data, Date.now());
    const told = person.user.tap(data, { message, timeoutMs: TOAST_MS });
    twice();
    void told
      .then((toast) => {
        if (toast !== undefined) person.done.add(questionOf(data));
      })
      .catch(() => {})
      .finally(() => {
        person.isBusy = false;
      });
  };
  const write = (person: Person, text: string) => {
    person.user.send(text);
    twice();
  };
  return {
    look: (stop) =>
      [...people.values()].filter((person) => person.isBusy || act(person, stop, { tap, write, weeks }))
        .length,
    write: (chatId, text) => {
      const { agenda } = people.get(chatId)!;
      if (agenda.length < MOST_ON_AGENDA) agenda.push(text);
    },
    doubled: () => doubled,
  };
}

type Hands = {
  weeks(nth: number): string;
  tap(person: Person, message: SimMessage, data: string): void;
  write(person: Person, text: string): void;
};

/** True: something was done. */
function act(person: Person, stop: number, { tap, write, weeks }: Hands): boolean {
  const messages = person.user.inbox().filter((one) => one.fromBot);
  for (const message of messages.slice(-IN_SIGHT).toReversed()) {
    const habit = HABITS.find(({ reads }) => reads.test(message.text));
    if (!habit) continue;
    if (habit.types) {
      const key = `${message.message_id} ${message.editCount}`;
      if (message !== messages.at(-1) || person.done.has(key)) continue;
      person.done.add(key);
      write(person, habit.types(weeks));
      return true;
    }
    const data = wanted(person, habit, message, stop);
    if (data === undefined) continue;
    tap(person, message, data);
    return true;
  }
  if (stop - person.begunAt < STOPS_OF_ONE || person.agenda.length === 0) return false;
  person.begunAt = stop;
  write(person, person.agenda.shift()!);
  return true;
}

/** The first of the habit's buttons that stands there, was not tapped with success and whose time has come. */
function wanted(
  person: Person,
  { taps, waits }: Habit,
  message: SimMessage,
  stop: number,
): string | undefined {
  for (const pattern of taps ?? []) {
    const data = inlineButtons(message.reply_markup)
      .filter((button) => 'callback_data' in button)
      .filter((button) => pattern.test(`${button.text}\n${button.callback_data}`))
      .map((button) => button.callback_data)
      .find((one) => !person.done.has(questionOf(one)));
    if (data === undefined) continue;
    const seen = person.firstSeen.get(data) ?? stop;
    person.firstSeen.set(data, seen);
    if (stop - seen < (waits?.(data, person.user.id) ?? 0)) continue;
    const triedAt = person.triedAt.get(data) ?? 0;
    return Date.now() - triedAt > TOAST_MS ? data : undefined;
  }
  return undefined;
}

/** Whoever has given one answer to a notice does not give another. */
const questionOf = (data: string): string => data.replace(/^(ack\.\d+)\..*/, '$1');
