import { localeOfCode, say } from '../locales/index.ts';
import { groupBy } from '../usecases/group-by.ts';
import {
  countStart,
  passUpdates,
  settleSurplus,
  takeUpdates,
  tellPassed,
  type UpdateNote,
  warnOfSecret,
} from '../usecases/take-updates.ts';
import { bringsSecret } from './brought-words.ts';
import type { Arrival } from './door.ts';
import { MOST_WAITING, type Sorted } from './gate.ts';
import { type SetAsideDeps, setAside } from './set-aside.ts';
import { type TakeBackDeps, takeBack } from './take-back.ts';

/** What is kept of updates before they are handled. All of it rejects while the database is away. */
export type Intake = {
  /** Enters what is read as begun and settles the surplus with a word to its senders, in one transaction. */
  take(sorted: Sorted): Promise<void>;
  /** Handles one that was taken, unless it has ended the process twice: then it is set aside. */
  handle(arrival: Arrival, run: () => Promise<void>): Promise<void>;
  /** Should the process end before these are done, their senders are told so at its next start. */
  pass(ids: number[]): Promise<void>;
  /** Tells the senders of what was passed by a process that ended meanwhile. */
  tellPassed(): Promise<void>;
};

/** An update that was begun so often, each time by a process that ended before it was done, is not begun again. */
const MOST_STARTS = 2;

type IntakeDeps = SetAsideDeps & TakeBackDeps & { api: SetAsideDeps['api'] & TakeBackDeps['api'] };

/** `username`: commands in a group are to it by that name. */
export function openIntake(
  deps: IntakeDeps,
  { id: botId, username: botName }: { id: number; username: string },
): Intake {
  const { office, log, kick } = deps;
  const starts = new Map<number, number>();
  let alone: Promise<void> = Promise.resolve();
  const onceMore = async (arrival: Arrival, run: () => Promise<void>) => {
    await office.work({ pairs: [] }, (work) => countStart(work, botId, arrival.id));
    starts.set(arrival.id, 0);
    await run();
  };
  return {
    async take({ read, surplus, told }) {
      // Left unread is not left standing: before it counts as settled, as at the door.
      const marked = surplus.filter((one) => one.isReadable && bringsSecret(one.update, botName));
      const warned = await takeAllBack(deps, marked);
      const earlier = await office.work({ pairs: [] }, async (work) => {
        const ids = surplus.map(({ id }) => id);
        await settleSurplus(work, botId, ids, told.map(noteOf), MOST_WAITING);
        for (const { arrival, isGone } of warned) await warnOfSecret(work, noteOf(arrival), isGone);
        return takeUpdates(work, botId, read.map(noteOf));
      });
      for (const [id, times] of earlier) starts.set(id, times);
      if (surplus.length === 0) return;
      log.warn({ updates: surplus.length }, 'too many updates at once from one sender were left unread');
      kick();
      void answerTaps(deps, surplus);
    },
    async handle(arrival, run) {
      const before = starts.get(arrival.id) ?? 0;
      if (before >= MOST_STARTS) await setAside(deps, botId, arrival);
      else if (before === 0) await run();
      else {
        // One after the other: if the process ends again, only one of them was under way.
        const turn = alone.then(() => onceMore(arrival, run));
        alone = turn.catch(() => {});
        await turn;
      }
      starts.delete(arrival.id);
    },
    pass: (ids) => office.work({ pairs: [] }, (work) => passUpdates(work, botId, ids)),
    async tellPassed() {
      const ids = await office.work({ pairs: [] }, (work) => tellPassed(work, botId));
      for (const updateId of ids) log.warn({ updateId }, 'an update was passed and ended with its process');
      if (ids.length > 0) kick();
    },
  };
}

/** Takes these out of their chats; one of each sender, who must hear of it, and whether all of theirs are gone. */
async function takeAllBack(
  deps: TakeBackDeps,
  marked: Arrival[],
): Promise<{ arrival: Arrival; isGone: boolean }[]> {
  const taken = await Promise.all(
    marked.map(async (arrival) => {
      const { message, edited_message: edited } = arrival.update;
      const written = message ?? edited;
      return { arrival, isGone: !written || (await takeBack(deps, written.chat.id, written.message_id)) };
    }),
  );
  const bySender = groupBy(taken, ({ arrival: { caller } }) => `${caller.chatId} ${caller.userId}`);
  return [...bySender.values()].map((own) => ({
    arrival: own[0]!.arrival,
    isGone: own.every(({ isGone }) => isGone),
  }));
}

async function answerTaps({ api, log }: SetAsideDeps, surplus: Arrival[]): Promise<void> {
  for (const { caller } of surplus) {
    if (caller.tapId === undefined) continue;
    const said = say(localeOfCode(caller.language), 'toast-too-many');
    await api
      .answerCallbackQuery(caller.tapId, { text: said })
      .catch((err: unknown) => log.warn({ err }, 'a toast was not shown'));
  }
}

const noteOf = ({ id, caller }: Arrival): UpdateNote => ({
  updateId: id,
  chatId: caller.chatId,
  userId: caller.userId,
  isGroup: caller.isGroup,
  locale: localeOfCode(caller.language),
});
