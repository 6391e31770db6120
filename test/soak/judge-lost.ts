import type { Finding } from './finding.ts';
import type { Asked, Digest, Entry, Member, Step } from './history.ts';
import type { Index } from './index-history.ts';
import { isRecorded } from './judge-chasing.ts';
import type { About } from './read-said.ts';

/** An obligation that was looked at: undefined is well, words are what is missing. */
type Look = string | undefined;

/**
 * What was owed to somebody and never came to them: what asks them, reminders and escalations whose step was done, entries, receipts, digests,
 * the answer to what they wrote; and an answer of theirs that was said to be recorded and is not there. What was settled before the next calm
 * moment need not have come.
 */
export function findLost(index: Index): Finding {
  const looks: Look[] = [
    ...index.history.owed.asked.map((one) => lookAtAsked(index, one)),
    ...index.history.owed.steps.flatMap((step) => lookAtStep(index, step)),
    ...index.history.owed.entries.flatMap((entry) => [
      ...lookAtEntry(index, entry),
      lookAtReceipt(index, entry),
    ]),
    ...lookAtEntrySteps(index),
    ...lookAtDigests(index),
    ...lookAtAnswers(index),
    ...lookAtTyped(index),
    ...index.history.owed.overdue.map((one) => `never done: ${one}`),
  ];
  return { found: looks.filter((look) => look !== undefined), looked: looks.length };
}

function lookAtAsked(index: Index, one: Asked): Look {
  const isOwed = one.state === 'open' && one.answeredAt === undefined && one.askedAt <= lastCalm(index);
  if (!isOwed || index.reached(one.requestId, one.chatId)) return undefined;
  return `${one.kind} ${one.requestId} (${one.code}) never came to chat ${one.chatId}`;
}

/** By then what a step said had gone out, or was left out since it had been settled. */
const calmAfter = ({ history }: Index, at: number): number =>
  Math.min(...history.calm.filter((one) => one >= at), Number.POSITIVE_INFINITY);

const lastCalm = ({ history }: Index): number => Math.max(...history.calm, Number.NEGATIVE_INFINITY);

/** Whether something had not happened by an instant. */
const isOpen = (at: number | undefined, by: number): boolean => at === undefined || at > by;

function lookAtStep(index: Index, step: Step): Look[] {
  const by = calmAfter(index, step.doneAt);
  const asked = index
    .askedOf(step.requestId)
    .filter((one) => isOpen(one.closedAt, by) && hadComeBefore(index, one, step.doneAt));
  if (by === Number.POSITIVE_INFINITY || asked.length === 0) return [];
  return peopleOf(index, step, asked, by).map(({ chatId, how, code }) =>
    isTold(index, chatId, step.doneAt, (one) => one.is === 'chased' && one.how === how && one.code === code)
      ? undefined
      : `${step.kind} of request ${step.requestId} (${code}) never came to chat ${chatId}`,
  );
}

/** The last copy counts: of the first the program may not have known. */
function hadComeBefore(index: Index, one: Asked, at: number): boolean {
  const copies = index.reached(one.requestId, one.chatId);
  return copies !== undefined && copies.last.businessAt < at;
}

type Told = { chatId: number; how: 'reminder' | 'own-leader' | 'across'; code: string };

/** Who is owed what a step says; of a notice only what counts against somebody who is still silent. */
function peopleOf({ history }: Index, step: Step, asked: Asked[], by: number): Told[] {
  const [{ code, pairId, kind }] = asked as [Asked];
  const isNotice = kind === 'notice';
  const waited = asked.filter((one) => !isNotice || isOpen(one.settledAt, by));
  const sides = new Set(waited.map((one) => one.side));
  const members = (wanted: (one: Member) => boolean, how: Told['how']): Told[] =>
    history.owed.members
      .filter((one) => one.pairId === pairId && wanted(one))
      .map(({ chatId }) => ({ chatId, how, code }));
  if (isReminder(step.kind))
    return asked
      .filter((one) => !isNotice || isOpen(one.answeredAt, by))
      .filter((one) => step.chatId === undefined || one.chatId === step.chatId)
      .map(({ chatId }) => ({ chatId, how: 'reminder', code }));
  if (step.kind === 'own_leader')
    return members(
      ({ side, role }) => sides.has(side) && (kind === 'approval' ? role === 'secretary' : isLeader(role)),
      'own-leader',
    );
  if (step.kind === 'across' && sides.size > 0) return members(({ role }) => role === 'secretary', 'across');
  return [];
}

const isLeader = (role: string): boolean => role === 'chair' || role === 'vice';

/** What a message shows no more of is behind /viec: that it says so counts. */
const isTold = (index: Index, chatId: number, from: number, wanted: (one: About) => boolean): boolean =>
  index
    .of(chatId)
    .some(
      ({ said, about }) => said.businessAt >= from && about.some((one) => one.is === 'more' || wanted(one)),
    );

function secretariesOf({ history }: Index, { pairId, toSide }: Entry): Member[] {
  return history.owed.members.filter(
    (one) => one.pairId === pairId && one.side === toSide && one.role === 'secretary',
  );
}

function lookAtEntry(index: Index, entry: Entry): Look[] {
  if (entry.receivedAt !== undefined || entry.crossedAt > lastCalm(index)) return [];
  return secretariesOf(index, entry).map(({ chatId }) =>
    index
      .of(chatId)
      .some(({ about }) => about.some((one) => one.is === 'entry' && one.exchangeId === entry.exchangeId))
      ? undefined
      : `entry ${entry.code} never came to chat ${chatId}`,
  );
}

function lookAtReceipt(index: Index, { code, byChatId, receivedAt, pairId }: Entry): Look {
  if (receivedAt === undefined || receivedAt > lastCalm(index)) return undefined;
  const shown = index.of(byChatId).filter(({ said }) => said.finalText.startsWith(`${code} đã chuyển`));
  const isShown = shown.some(({ said }) => /đã nhận|Đã có văn bản trả lời/.test(said.finalText));
  return isShown ? undefined : `the receipt of ${code} of pair ${pairId} never came to chat ${byChatId}`;
}

function lookAtEntrySteps(index: Index): Look[] {
  const entries = new Map(index.history.owed.entries.map((entry) => [entry.exchangeId, entry]));
  return index.history.owed.entrySteps.flatMap((step) => {
    const entry = entries.get(step.exchangeId);
    const by = calmAfter(index, step.doneAt);
    const isOwed = isReminder(step.kind) && step.of === 'receipt' && by !== Number.POSITIVE_INFINITY;
    if (!entry || !isOwed || !isOpen(entry.receivedAt, by)) return [];
    return secretariesOf(index, entry).map(({ chatId }) =>
      isTold(index, chatId, step.doneAt, (one) => one.is === 'entry-chased' && one.code === entry.code)
        ? undefined
        : `the reminder of ${entry.code} never came to chat ${chatId}`,
    );
  });
}

/** A week's and a month's always come; a morning's where something is due on its day, or was. */
function lookAtDigests(index: Index): Look[] {
  return index.history.owed.digests
    .filter(
      (digest) => digest.toldAt <= lastCalm(index) && (digest.kind !== 'daily' || isPressed(index, digest)),
    )
    .map(({ chatId, kind, toldAt }) =>
      index
        .of(chatId)
        .some(
          ({ said, about }) =>
            said.businessAt >= toldAt && about.some((one) => one.is === 'digest' && one.kind === kind),
        )
        ? undefined
        : `the ${kind} digest of ${new Date(toldAt).toISOString()} never came to chat ${chatId}`,
    );
}

function isPressed(index: Index, { chatId, toldAt }: Digest): boolean {
  const by = calmAfter(index, toldAt);
  return index.history.owed.asked.some(
    (one) =>
      one.chatId === chatId &&
      one.kind === 'notice' &&
      one.askedAt < toldAt &&
      one.dueAt <= toldAt &&
      isOpen(one.answeredAt, by) &&
      isOpen(one.closedAt, by),
  );
}

function lookAtAnswers({ history }: Index): Look[] {
  return history.tapped.flatMap(({ chatId, data, toast }) => {
    const id = /^ack\.(\d+)\.(?:attending|received)$/.exec(data)?.[1];
    if (id === undefined || !isRecorded(toast)) return [];
    return [
      history.owed.answers.has(`${id} ${chatId}`)
        ? undefined
        : `the answer of chat ${chatId} to request ${id} is gone`,
    ];
  });
}

function lookAtTyped(index: Index): Look[] {
  return index.history.typed.map(({ chatId, text, at }) =>
    index.of(chatId).some(({ said }) => said.at > at)
      ? undefined
      : `chat ${chatId} got no answer to "${text}"`,
  );
}

const isReminder = (kind: string): boolean => kind === 'half' || kind === 'last_morning';
