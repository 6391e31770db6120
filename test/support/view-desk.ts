import type { Message } from '../../src/domain/message.ts';
import { plainOf } from '../../src/telegram/fit.ts';
import { render } from '../../src/telegram/render.ts';
import { type Office, openOffice } from '../../src/usecases/begin-work.ts';
import { findActor } from '../../src/usecases/find-actor.ts';
import type { Refused } from '../../src/usecases/said.ts';
import { type Actor, scopeTo, type Work } from '../../src/usecases/work.ts';
import { makeTestDatabase, type TestDatabase } from './database.ts';
import { type SeededPair, seedPair } from './seed.ts';
import { START } from './start-day.ts';

/** Two pairs that know nothing of each other, and a clock that the test moves, from START on. */
export type ViewDesk = {
  base: TestDatabase;
  office: Office;
  one: SeededPair;
  two: SeededPair;
  /** Wall time from now on: an ISO text with offset. */
  at(iso: string): void;
  /** Runs as ingress does: scoped to the person's own pairs. */
  as<T>(userId: number, fn: (work: Work, actor: Actor) => Promise<T>): Promise<T>;
};

export async function openViewDesk(): Promise<ViewDesk> {
  const base = await makeTestDatabase();
  let wallMs = Date.parse(START);
  const office = openOffice(base.db, () => wallMs);
  const one = await seedPair(office, { key: 'p1', firstUserId: 1000 });
  const two = await seedPair(office, { key: 'p2', firstUserId: 2000 });
  return {
    base,
    office,
    one,
    two,
    at: (iso) => {
      wallMs = Date.parse(iso);
    },
    as: (userId, fn) =>
      office.work({ pairs: [] }, async (work) => {
        const actor = (await findActor(work, userId))!;
        await scopeTo(
          work.tx,
          actor.members.map((member) => member.pairId),
        );
        return fn(work, actor);
      }),
  };
}

export type Shown = { text: string; lines: string[]; labels: string[]; data: string[]; protect: boolean };

/** A message as it is read in Vietnamese; a refusal has no lines but its own. */
export function shown(work: Work, said: Message | Refused): Shown {
  const message = 'refused' in said ? { lines: [said.refused], buttons: [] } : said;
  const { text, keyboard, protect, left, isCut } = render('vi', message, work.now);
  if (left > 0 || isCut)
    throw new Error(`a message is too big: ${left} buttons beyond 40, ${text.length} characters`);
  const buttons = keyboard.flat();
  const words = plainOf(text);
  return {
    text: words,
    lines: words.split('\n'),
    labels: buttons.map((button) => button.text),
    data: buttons.flatMap((button) => ('callback_data' in button ? [button.callback_data] : [])),
    protect,
  };
}
