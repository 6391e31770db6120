import { and, eq } from 'drizzle-orm';
import { clock, recipient, request } from '../../db/schema/index.ts';
import type { Office } from '../../src/usecases/begin-work.ts';
import { closeBook } from '../../src/usecases/chain/put-head.ts';
import { findActor } from '../../src/usecases/find-actor.ts';
import { answerNotice } from '../../src/usecases/inspection/answer-notice.ts';
import { approveCrossing } from '../../src/usecases/inspection/approve-crossing.ts';
import { decideProposal } from '../../src/usecases/inspection/decide-proposal.ts';
import { draftInspection } from '../../src/usecases/inspection/draft-inspection.ts';
import { loadCase } from '../../src/usecases/inspection/load-case.ts';
import { proposeChange } from '../../src/usecases/inspection/propose-change.ts';
import { proposeInspection } from '../../src/usecases/inspection/propose-inspection.ts';
import { startInspection } from '../../src/usecases/inspection/start-inspection.ts';
import { askSubstitute } from '../../src/usecases/request/ask-substitute.ts';
import { isRefused } from '../../src/usecases/said.ts';
import { sweep } from '../../src/usecases/sweep.ts';
import type { Actor, Work } from '../../src/usecases/work.ts';
import { NOTHING_BESIDES } from './nothing-besides.ts';
import type { SeededPair } from './seed.ts';
import { seedOutcome } from './seed-outcome.ts';

export type StateName =
  | 'draft'
  | 'awaiting_leader'
  | 'crossing'
  | 'proposed'
  | 'countered'
  | 'agreed'
  | 'changing'
  | 'recallable'
  | 'leaving'
  | 'opinion'
  | 'under_way'
  | 'concluded'
  | 'head';

/** The inspection of each state, and the requests of it by kind. `recallable`: a change that has not crossed yet; `leaving`: a member of side a asked for a substitute (`asker`); `opinion`: that member gave an opinion (`giver`). `agreed` also names the committee of side a; `head`: of the pair's book a head that went out, and something new after it. */
export type States<Name extends string = StateName> = Record<
  Name,
  { id: number; requests: Record<string, number> }
>;

/** Makes one inspection in each state by the use cases themselves; side a proposes, side b leads and answers. */
export async function seedStates(office: Office, seeded: SeededPair): Promise<States> {
  const act = async <T extends object>(key: string, fn: (work: Work, actor: Actor) => Promise<T>) =>
    office.work({ pairs: 'all' }, async (work) => {
      const result = await fn(work, (await findActor(work, seeded.cast[key]!.userId))!);
      if (isRefused(result)) throw new Error(`${key} was refused: ${result.refused.key}`);
      return result;
    });
  const made = {} as States;
  const order: StateName[] = [
    'draft',
    'awaiting_leader',
    'proposed',
    'countered',
    'agreed',
    'changing',
    'under_way',
    'concluded',
    'leaving',
    'opinion',
    'recallable',
    'crossing',
  ];
  for (const state of order) {
    const id = await draft(act, seeded, order.indexOf(state));
    if (state !== 'draft') await act('a-secretary', (work, actor) => proposeInspection(work, actor, id));
    if (state !== 'draft' && state !== 'awaiting_leader')
      await act('a-chair', (work, actor) => approveCrossing(work, actor, id, true));
    if (state !== 'draft' && state !== 'awaiting_leader' && state !== 'crossing') {
      await passMinutes(office, 2);
      await answer(office, act, state, id);
    }
    made[state] = { id, requests: {} };
  }
  for (const state of order) made[state].requests = await requestsOf(office, made[state].id);
  Object.assign(made.concluded.requests, await seedOutcome(act, seeded, made.concluded.id));
  made.leaving.requests.asker = await answeredBy(
    office,
    made.leaving.requests.notice!,
    seeded.cast['a-member']!.id,
  );
  made.opinion.requests.giver = await answeredBy(
    office,
    made.opinion.requests.notice!,
    seeded.cast['a-member']!.id,
  );
  made.agreed.requests.committee = await committeeOf(act);
  const { headId } = (await act('a-secretary', (work, actor) => closeBook(work, actor, seeded.pairId))) as {
    headId: number;
  };
  made.head = { id: headId, requests: { pair: seeded.pairId } };
  await draft(act, seeded, order.length);
  return made;
}

/** The row of a person in a notice. */
async function answeredBy(office: Office, requestId: number, personId: number): Promise<number> {
  const [row] = await office.work({ pairs: 'all' }, (work) =>
    work.tx
      .select({ id: recipient.id })
      .from(recipient)
      .where(and(eq(recipient.requestId, requestId), eq(recipient.personId, personId))),
  );
  return row!.id;
}

/** The committee of side a. */
async function committeeOf(act: Act): Promise<number> {
  const { id } = await act('a-secretary', async (_, actor) => ({ id: actor.members[0]!.committeeId }));
  return id;
}

type Act = <T extends object>(key: string, fn: (work: Work, actor: Actor) => Promise<T>) => Promise<T>;

async function draft(act: Act, seeded: SeededPair, nth: number): Promise<number> {
  const { inspectionId } = (await act('a-secretary', (work, actor) => {
    const from = work.now.plus({ weeks: 3 + nth * 6 }).startOf('week');
    return draftInspection(
      work,
      actor,
      seeded.pairId,
      {
        targetId: seeded.targets.y!,
        kind: 'compliance',
        subjectBody: 'standing_board',
        subject: 'quy chế làm việc',
        leadSide: 'b',
        mode: 'coordinate',
        windowFrom: from.toISODate()!,
        windowTo: from.plus({ days: 5 }).toISODate()!,
        ...NOTHING_BESIDES,
        sessions: [],
      },
      [seeded.cast['a-member']!.id],
    );
  })) as { inspectionId: number };
  return inspectionId;
}

async function answer(office: Office, act: Act, state: StateName, id: number): Promise<void> {
  const { proposal } = await requestsOf(office, id);
  if (state === 'countered')
    await act('b-chair', (work, actor) =>
      decideProposal(work, actor, proposal!, {
        decision: 'countered',
        reason: 'schedule_clash',
        window: { windowFrom: '2027-06-07', windowTo: '2027-06-12' },
      }),
    );
  if (['agreed', 'changing', 'recallable', 'leaving', 'opinion', 'under_way', 'concluded'].includes(state))
    await act('b-chair', (work, actor) => decideProposal(work, actor, proposal!, { decision: 'agreed' }));
  if (state === 'leaving' || state === 'opinion') {
    const { notice } = await requestsOf(office, id);
    await act<object>('a-member', (work, actor) =>
      state === 'leaving'
        ? askSubstitute(work, actor, notice!)
        : answerNotice(work, actor, notice!, { answer: 'opinion', reason: 'schedule_clash' }),
    );
  }
  if (state === 'changing' || state === 'recallable') {
    await act('a-secretary', async (work, actor) =>
      proposeChange(work, actor, id, {
        baseVersionId: (await loadCase(work, id))!.version.id,
        changes: { leadSide: 'a' },
        reason: 'schedule_clash',
      }),
    );
    if (state === 'changing') await passMinutes(office, 2);
  }
  if (state === 'under_way' || state === 'concluded')
    await act('b-secretary', (work, actor) => startInspection(work, actor, id));
}

/** Moves business time and does what is due then. */
export async function passMinutes(office: Office, minutes: number): Promise<void> {
  await office.work({ pairs: [] }, async (work) => {
    const [row] = await work.tx.select().from(clock);
    await work.tx.update(clock).set({ offsetMs: row!.offsetMs + minutes * 60_000 });
  });
  await sweep(office, (error) => {
    throw error;
  });
}

async function requestsOf(office: Office, id: number): Promise<Record<string, number>> {
  const rows = await office.work({ pairs: 'all' }, (work) =>
    work.tx.select({ id: request.id, kind: request.kind }).from(request).where(eq(request.inspectionId, id)),
  );
  return Object.fromEntries(rows.map((row) => [row.kind, row.id]));
}
