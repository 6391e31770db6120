import { setTimeout as sleep } from 'node:timers/promises';
import { DateTime } from 'luxon';
import { inlineButtons } from './keyboards.ts';
import type { Cast, Language, PageEvent, PhoneSide, Shown } from './playground/playground-protocol.ts';
import type { SimMessage } from './protocol.ts';
import type { Simulator } from './simulator.ts';
import type { ButtonPattern, Story, StoryAct, View } from './story-shape.ts';

/** How long a person waits for the bot, the typing of a text, the way of a finger, and between two looks, in ms. */
const PATIENCE_MS = 20_000;
const TYPING_MS = 900;
const FINGER_MS = 650;
const QUICK_FINGER_MS = 250;
const LOOK_MS = 50;

/** Where the story is played: the people's phones, the clock, and the page that looks on. */
export interface Scene {
  sim: Simulator;
  cast: Cast;
  language: Language;
  signal: AbortSignal;
  /** Business time as an ISO instant with offset. */
  now(): string;
  advance(iso: string): Promise<void>;
  tell(event: PageEvent): void;
  turn(chapter: number): void;
  /** How long gestures and pauses last: 1 for people, less for tests. */
  pace: number;
}

/** `tappedAt`: the number of the last event before each person's last tap. */
type Stage = Scene & { tappedAt: Map<number, number> };

/** Plays a story through the bot that is there, nothing made up; rejects when a person waits in vain, or on the signal. */
export async function playStory(story: Story, given: Scene): Promise<void> {
  const stage: Stage = { ...given, tappedAt: new Map() };
  for (const [number, chapter] of story.chapters.entries()) {
    stage.turn(number);
    if (chapter.focus) show(stage, chapter.focus);
    await playAll(stage, chapter.acts);
  }
}

async function playAll(stage: Stage, acts: StoryAct[]): Promise<void> {
  for (const act of acts) {
    stage.signal.throwIfAborted();
    await play(stage, act);
  }
}

/** Ends when every list has: what goes on behind a story that has failed would fall into the next one. Rejects with what failed first, not with how the others were told. */
async function playTogether(stage: Stage, lists: StoryAct[][]): Promise<void> {
  const failed = new AbortController();
  const signal = AbortSignal.any([stage.signal, failed.signal]);
  const ends = lists.map((acts) =>
    playAll({ ...stage, signal }, acts).catch((cause: unknown) => failed.abort(cause)),
  );
  await Promise.all(ends);
  failed.signal.throwIfAborted();
}

function play(stage: Stage, act: StoryAct): Promise<unknown> {
  switch (act.act) {
    case 'send':
      return send(
        stage,
        act.who,
        act.chat,
        typeof act.what === 'string' ? act.what : act.what[stage.language],
      );
    case 'file':
      return sendFile(stage, act);
    case 'tap':
      return tap(stage, act);
    case 'await':
      return 'says' in act ? untilSaid(stage, act) : untilButton(stage, act, act.what);
    case 'clock':
      return stage.advance(act.what);
    case 'show':
      show(stage, act.focus);
      return Promise.resolve();
    case 'pause':
      return rest(stage, act.ms);
    case 'together':
      return playTogether(stage, act.lists);
  }
}

function rest({ pace, signal }: Stage, ms: number): Promise<void> {
  return sleep(ms * pace, undefined, { signal });
}

async function send(stage: Stage, who: string, chat: string | undefined, words: string): Promise<void> {
  const { userId, chatId } = shownOf(stage.cast, { who, chat });
  const text = withDates(words, stage.now());
  stage.tell({
    type: 'gesture',
    gesture: { kind: 'type', userId, chatId, text, ms: TYPING_MS * stage.pace },
  });
  await rest(stage, TYPING_MS);
  stage.sim.user(userId).send(text, { chat: chatId });
}

async function sendFile(stage: Stage, { who, name, what }: StoryAct & { act: 'file' }): Promise<void> {
  const { userId, chatId } = shownOf(stage.cast, { who });
  stage.tell({
    type: 'gesture',
    gesture: { kind: 'file', userId, chatId, name, ms: TYPING_MS * stage.pace },
  });
  await rest(stage, TYPING_MS);
  const content = Buffer.from(withDates(what[stage.language], stage.now()));
  stage.sim.user(userId).sendDocument({ name, content, mime: 'text/csv' });
}

/** Fills in dates: "{3w1}" is the Monday of the third week after this one, as 21/12/2026. */
function withDates(words: string, now: string): string {
  return words.replace(/\{(\d+)w([1-7])\}/g, (_, weeks: string, weekday: string) =>
    DateTime.fromISO(now, { setZone: true })
      .startOf('week')
      .plus({ weeks: Number(weeks), days: Number(weekday) - 1 })
      .toFormat('dd/MM/yyyy'),
  );
}

async function tap(stage: Stage, act: StoryAct & { act: 'tap' }): Promise<void> {
  const { userId, chatId } = shownOf(stage.cast, act);
  const after = act.isFresh ? stage.tappedAt.get(userId) : undefined;
  const { message, data } = await untilButton(stage, act, act.what, after);
  const ms = act.isQuick ? QUICK_FINGER_MS : FINGER_MS;
  const gesture = {
    kind: 'tap',
    userId,
    chatId,
    messageId: message.message_id,
    data,
    ms: ms * stage.pace,
  } as const;
  stage.tell({ type: 'gesture', gesture });
  await rest(stage, ms);
  stage.tappedAt.set(userId, stage.sim.mark());
  await stage.sim.user(userId).tap(data, { message, timeoutMs: PATIENCE_MS });
}

function untilButton(stage: Stage, view: View, pattern: ButtonPattern, after = 0): Promise<FoundButton> {
  return until(stage, view, `the button ${pattern}`, (messages) =>
    findButton(
      messages.filter(({ changeSeq }) => changeSeq > after),
      pattern,
    ),
  );
}

function untilSaid(stage: Stage, { says, ...view }: View & { says: string }): Promise<SimMessage> {
  return until(stage, view, `"${says}"`, (messages) =>
    messages.findLast((message) => message.fromBot && !message.deleted && message.text.includes(says)),
  );
}

async function until<T>(
  stage: Stage,
  view: View,
  wanted: string,
  find: (messages: SimMessage[]) => T | undefined,
): Promise<T> {
  const { chatId } = shownOf(stage.cast, view);
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_MS) {
    const found = find(stage.sim.messages(chatId));
    if (found !== undefined) return found;
    await sleep(LOOK_MS, undefined, { signal: stage.signal });
  }
  const last = stage.sim
    .messages(chatId)
    .slice(-5)
    .map(({ text, reply_markup }) => `- ${text} ${JSON.stringify(inlineButtons(reply_markup))}`);
  throw new Error(`${view.who} waited in vain for ${wanted}; the last there:\n${last.join('\n')}`);
}

type FoundButton = { message: SimMessage; data: string };

function findButton(messages: SimMessage[], pattern: ButtonPattern): FoundButton | undefined {
  for (const message of messages.toReversed()) {
    if (!message.fromBot || message.deleted) continue;
    for (const button of inlineButtons(message.reply_markup)) {
      const data = 'callback_data' in button ? button.callback_data : '';
      if (data !== '' && isButton(data, pattern)) return { message, data };
    }
  }
  return undefined;
}

/** Whether callback data begins with a pattern, part by part; `*` stands for anything within a part. */
function isButton(data: string, pattern: ButtonPattern): boolean {
  const parts = data.split('.');
  return pattern.split('.').every((wanted, i) => {
    const [head = '', tail] = wanted.split('*');
    const part = parts[i];
    return tail === undefined ? part === head : part?.startsWith(head) && part.endsWith(tail);
  });
}

function show({ cast, tell }: Stage, focus: Partial<Record<PhoneSide, View>>): void {
  const phones = Object.entries(focus).map(([side, view]) => [side, shownOf(cast, view)]);
  tell({ type: 'show', phones: Object.fromEntries(phones) as Partial<Record<PhoneSide, Shown>> });
}

function shownOf(cast: Cast, { who, chat }: View): Shown {
  const person = cast.people.find(({ key }) => key === who);
  if (!person) throw new Error(`the cast has no "${who}": ${cast.people.map(({ key }) => key).join(', ')}`);
  if (chat === undefined || chat === 'bot') return { userId: person.userId, chatId: person.userId };
  const group = cast.groups.find(({ key }) => key === chat);
  if (!group) throw new Error(`the cast has no group "${chat}"`);
  return { userId: person.userId, chatId: group.chatId };
}
