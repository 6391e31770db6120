import type { UpdateKind } from '../simulator/update-queue.ts';
import { BUTTONS } from '../support/role-table.ts';
import type { Somebody } from './cast.ts';
import { type Content, dataOf, type Living, live, standingButton, tap } from './lived.ts';
import { makeUpdate, UPDATE_KINDS } from './make-value.ts';
import { forgeData, type Known, mutate } from './mutate.ts';
import { ANSWERS, COMMANDS } from './words.ts';

/** Where an update comes from: `lived` as people do, `forged` taps, `mutated` real ones, `made` of any kind, `again` sent twice. */
export type How = 'lived' | 'forged' | 'mutated' | 'made' | 'again';

/** An update with its number, and how it came to be. */
export type Dealt = { how: How; who: Somebody; kind: string; update: Record<string, unknown> };

/** Deals updates one after another; what stands in the chats decides what can be dealt. */
export type Deck = { next(updateId: number): Dealt };

const KEPT = 400;
/** Rows of a kind that a seeded world has, about. */
const ROWS_OF_A_WORLD = 40;

/** How often each kind of person writes. */
const EAGER: readonly (readonly [RegExp, number])[] = [
  [/^đầu mối/, 10],
  [/^chair/, 4],
  [/^vice/, 2],
  [/./, 1],
];

/** A deck over one life of a world. */
export function openDeck(living: Living): Deck {
  const { random, world } = living;
  const weighed = world.people.map(
    (one) => [EAGER.find(([label]) => label.test(one.label))![1], one] as const,
  );
  const recent: Dealt[] = [];
  return {
    next: (updateId) => {
      const who = random.chance(0.75) ? random.weighed(weighed) : random.pick(world.people);
      const dealt = deal(living, who, recent, updateId);
      if (dealt.how === 'lived') {
        recent.push(dealt);
        if (recent.length > KEPT) recent.shift();
      }
      return dealt;
    },
  };
}

function deal(living: Living, who: Somebody, recent: Dealt[], updateId: number): Dealt {
  const { random } = living;
  const dealt = (how: How, content: object): Dealt => {
    const kind = Object.keys(content).find((key) => key !== 'update_id') ?? 'none';
    return { how, who, kind: nameOf(kind), update: { ...content, update_id: updateId } };
  };
  return random.weighed<() => Dealt>([
    [50, () => dealt('lived', live(living, who.userId))],
    [20, () => dealt('forged', forge(living, who.userId))],
    [16, () => dealt('mutated', mutate(random, mutable(living, who, recent), knownOf(living)))],
    [12, () => dealt('made', makeUpdate(random, random.pick(UPDATE_KINDS), existingOf(living, who)))],
    [
      2,
      () =>
        recent.length > 0
          ? { ...random.pick(recent), how: 'again' }
          : dealt('lived', live(living, who.userId)),
    ],
  ])();
}

/** Mutations make kinds that nobody knows; they are counted together. */
const nameOf = (kind: string): string => (UPDATE_KINDS.includes(kind as UpdateKind) ? kind : 'unknown');

function mutable(living: Living, who: Somebody, recent: Dealt[]): Content {
  if (recent.length === 0 || living.random.chance(0.5)) return live(living, who.userId);
  const { update_id: _, ...content } = living.random.pick(recent).update;
  return content as Content;
}

/** A button of the role table with numbers of rows that there may be: most of these people may not tap it. */
function tableButton({ random }: Living): string {
  const [button] = random.pick(BUTTONS);
  return button.replaceAll(/\{\w+\}/g, () => String(1 + random.below(ROWS_OF_A_WORLD)));
}

/** People of one pair have numbers that begin alike. */
const isNear = (one: number, other: number): boolean => Math.floor(one / 1_000) === Math.floor(other / 1_000);

/** Data of a button of anybody's chat, as it is or changed, tapped in one's own chat or in a group. */
function forge(living: Living, userId: number): Content {
  const { random, context, world } = living;
  const all = [...world.people.map((one) => one.userId), ...world.groups];
  const others = random.chance(0.7) ? all.filter((one) => isNear(one, userId)) : all;
  const found = standingButton(living, random.pick(others));
  const data = found && random.chance(0.5) ? found.data : tableButton(living);
  const forged = random.chance(0.7) ? data : forgeData(random, data, knownOf(living));
  const chatId = random.chance(0.9) ? userId : random.pick(world.groups);
  const messages = context.world.chat(chatId).messages.filter((one) => one.fromBot);
  const message = messages.at(-1 - random.below(Math.min(6, messages.length || 1)));
  return message ? tap(living, userId, message, forged) : live(living, userId);
}

function knownOf({ context, world, random }: Living): Known {
  const chat = context.world.chat(random.pick(world.people).userId);
  const data = chat.messages.slice(-20).flatMap(dataOf);
  const numbers = [...world.people.map((one) => one.userId), ...world.groups, 1, 2, 3, 5, 8, 13];
  return { numbers, data: data.length > 0 ? data : ['card.1', 'trogiup.main'] };
}

function existingOf(living: Living, who: Somebody) {
  const { world, random } = living;
  const users = random.chance(0.8) ? [who.userId] : world.people.map((one) => one.userId);
  return {
    users,
    chats: random.chance(0.7) ? [who.userId] : [...users, ...world.groups, -1, 0],
    files: ['BQACAgUAAxkBAAI00000001'],
    texts: [...COMMANDS, ...ANSWERS],
    data: knownOf(living).data,
  };
}
