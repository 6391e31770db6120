import { and, eq, inArray } from 'drizzle-orm';
import type { DateTime } from 'luxon';
import { inspection, request } from '../../db/schema/index.ts';
import type { Office } from '../../src/usecases/begin-work.ts';
import { confirmExchange } from '../../src/usecases/exchange/confirm-exchange.ts';
import { logExchange } from '../../src/usecases/exchange/log-exchange.ts';
import { findActorByPerson } from '../../src/usecases/find-actor.ts';
import { answerNotice } from '../../src/usecases/inspection/answer-notice.ts';
import { issueNotice } from '../../src/usecases/inspection/issue-notice.ts';
import { loadCase } from '../../src/usecases/inspection/load-case.ts';
import { type Actor, scopeTo, type Work } from '../../src/usecases/work.ts';
import type { SeededPair } from './seed.ts';
import { agreedInspection } from './seed-inspection.ts';

/** What people of one pair do in the course of a year: one inspection after the other, a letter a week. */
export type Life = { seeded: SeededPair; cases: number; letters: number; later: Later[] };
type Later = { at: DateTime; act: (office: Office) => Promise<void> };

export const newLife = (seeded: SeededPair): Life => ({ seeded, cases: 0, letters: 0, later: [] });

const TEAM = ['a-member', 'b-member'];
const EVERY_DAYS = 21;

/** Does what is due of what people meant to do, and on its days begins an inspection or sends a letter. `day` counts from 0. */
export async function liveOn(office: Office, life: Life, day: number, now: DateTime): Promise<void> {
  const due = life.later.filter((one) => one.at <= now);
  life.later = life.later.filter((one) => one.at > now);
  // The office of today: the process may have been restarted since.
  for (const one of due) await one.act(office);
  if (day % EVERY_DAYS === 0) await beginCase(office, life, now);
  if (day % 7 === 2) await sendLetter(office, life, now);
}

async function beginCase(office: Office, life: Life, now: DateTime): Promise<void> {
  const { seeded } = life;
  const n = life.cases;
  life.cases += 1;
  await endOpen(office, seeded);
  const from = now.plus({ days: 12 }).startOf('week').plus({ days: 1 });
  const id = await agreedInspection(office, seeded, {
    code: `PH-${from.year}-${String(100 + n)}`,
    team: TEAM,
    windowFrom: from.toISODate()!,
    windowTo: from.plus({ days: 4 }).toISODate()!,
  });
  const { id: requestId } = await office.work({ pairs: 'all' }, async (work) =>
    issueNotice(work, (await loadCase(work, id))!, seeded.cast['a-secretary']!.id),
  );
  // In turn: all answer the next day; side b's member only after its own leader was told; nobody before the last morning.
  const days = {
    'a-secretary': [1, 1, 2],
    'a-member': [1, 1, 3],
    'b-secretary': [1, 1, 2],
    'b-member': [1, 6, 4],
  };
  for (const [key, of] of Object.entries(days)) {
    const act = (then: Office) =>
      by(then, seeded, key, (work, actor) => answerNotice(work, actor, requestId, { answer: 'received' }));
    life.later.push({ at: now.plus({ days: of[n % 3]! }), act });
  }
}

/** The inspection before is over: one is going at a time. */
async function endOpen(office: Office, { pairId }: SeededPair): Promise<void> {
  await office.work({ pairs: 'all' }, async ({ tx, now }) => {
    await tx
      .update(inspection)
      .set({ state: 'concluded', changedAt: now })
      .where(and(eq(inspection.pairId, pairId), inArray(inspection.state, ['agreed', 'under_way'])));
    await tx
      .update(request)
      .set({ state: 'void', closedAt: now })
      .where(and(eq(request.pairId, pairId), inArray(request.state, ['open', 'met'])));
  });
}

async function sendLetter(office: Office, life: Life, now: DateTime): Promise<void> {
  const { seeded } = life;
  const n = life.letters;
  life.letters += 1;
  const [from, to] = n % 2 === 0 ? ['a-secretary', 'b-secretary'] : ['b-secretary', 'a-secretary'];
  let id = 0;
  await by(office, seeded, from!, async (work, actor) => {
    const logged = await logExchange(work, actor, seeded.pairId, {
      direction: 'out',
      channel: 'mail',
      nature: 'ad_hoc',
      symbol: `${100 + n}-CV/${n % 2 === 0 ? 'UBKTĐUCA' : 'UBKTTU'}`,
      documentDay: now.toISODate()!,
      subject: 'Trao đổi kết quả công tác trong tuần',
    });
    if ('refused' in logged) throw new Error(logged.refused.key);
    id = logged.entry.id;
    return logged;
  });
  // Every third receipt is late: the other side is reminded and its leader told.
  life.later.push({
    at: now.plus({ days: n % 3 === 0 ? 6 : 1 }),
    act: (then) => by(then, seeded, to!, (work, actor) => confirmExchange(work, actor, id, 'received')),
  });
}

/** A person of a pair does something; throws when it is refused. */
export async function by(
  office: Office,
  { cast }: SeededPair,
  key: string,
  fn: (work: Work, actor: Actor) => Promise<object>,
): Promise<void> {
  const done = await office.work({ pairs: [] }, async (work) => {
    const actor = (await findActorByPerson(work, cast[key]!.id))!;
    await scopeTo(
      work.tx,
      actor.members.map((member) => member.pairId),
    );
    return fn(work, actor);
  });
  if ('refused' in done) throw new Error(`${key}: ${(done as { refused: { key: string } }).refused.key}`);
}
