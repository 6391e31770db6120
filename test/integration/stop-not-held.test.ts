import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptCounter } from '../../src/usecases/inspection/accept-counter.ts';
import { approveCrossing } from '../../src/usecases/inspection/approve-crossing.ts';
import { decideProposal } from '../../src/usecases/inspection/decide-proposal.ts';
import { proposeInspection } from '../../src/usecases/inspection/propose-inspection.ts';
import { proposeStop, type StopKind } from '../../src/usecases/inspection/propose-stop.ts';
import { type ChangeDesk, openChangeDesk, outcome, START, YES } from '../support/change-desk.ts';

let desk: ChangeDesk;
const NO = { isConfirmed: false, reason: 'no_staff' as const };
const COUNTER = { windowFrom: '2026-12-14', windowTo: '2026-12-19' };

beforeAll(async () => {
  desk = await openChangeDesk();
});
afterAll(() => desk.base.close());

const ask = (key: string, id: number, asks: StopKind = 'stop') =>
  desk.by(key, (work, actor) => proposeStop(work, actor, id, asks, { reason: 'awaiting_committee' }));

async function crossed(key: string, id: number, asks: StopKind = 'stop'): Promise<number> {
  expect(outcome(await ask(key, id, asks))).toBe('crossing');
  await desk.pass(2);
  return (await desk.requests(id, asks)).at(-1)!.id;
}

/** A proposal of side a that side b answered. */
async function answered(decision: 'countered' | 'declined'): Promise<number> {
  desk.at(START);
  const id = await desk.agreed({ state: 'draft' });
  await propose(id);
  const [proposal] = await desk.requests(id, 'proposal');
  const window = decision === 'countered' ? COUNTER : undefined;
  const decided = await desk.by('b-chair', (work, actor) =>
    decideProposal(work, actor, proposal!.id, { decision, reason: 'schedule_clash', window }),
  );
  expect(outcome(decided)).toBe('done');
  return id;
}

async function propose(id: number): Promise<void> {
  await desk.by('a-secretary', (work, actor) => proposeInspection(work, actor, id));
  await desk.by('a-chair', (work, actor) => approveCrossing(work, actor, id, true));
  await desk.pass(2);
}

describe('chưa thực hiện', () => {
  test.each(['countered', 'declined'] as const)(
    'from %s: both sides agree not to hold it',
    async (decision) => {
      const id = await answered(decision);
      const asked = await crossed('b-secretary', id, 'not_held');
      expect(outcome(await desk.word('a-chair', asked, YES))).toBe('confirmed');
      expect(await desk.state(id)).toBe('not_held');
      expect(await desk.audited(id)).toEqual(
        expect.arrayContaining(['not_held.proposed', 'not_held.confirmed']),
      );
    },
  );

  test('refused, the proposal stays as it was answered', async () => {
    const id = await answered('countered');
    const asked = await crossed('a-secretary', id, 'not_held');
    expect(outcome(await desk.word('b-vice', asked, NO))).toBe('refused');
    expect(await desk.state(id)).toBe('countered');
  });

  test('to propose again overtakes it', async () => {
    const id = await answered('countered');
    const asked = await crossed('b-secretary', id, 'not_held');
    await desk.by('a-secretary', (work, actor) => proposeInspection(work, actor, id));
    expect(outcome(await desk.word('a-chair', asked, YES))).toBe('refused-answered-already');
    expect(await desk.state(id)).toBe('awaiting_leader');
  });

  test('is not for what is agreed', async () => {
    desk.at(START);
    expect(outcome(await ask('a-secretary', await desk.agreed(), 'not_held'))).toBe('refused-state');
  });
});

describe('a counter-proposal', () => {
  const accept = (key: string, id: number, via?: 'phone') =>
    desk.by(key, (work, actor) => acceptCounter(work, actor, id, via));

  test('accepted by the first side, is agreed and notified as any proposal is', async () => {
    const id = await answered('countered');
    expect(outcome(await accept('a-secretary', id))).toBe('refused-leader-only');
    expect(outcome(await accept('b-chair', id))).toBe('refused-not-allowed');
    expect(outcome(await accept('a-secretary', id, 'phone'))).toBe('done');
    const after = await desk.found(id);
    expect(after.inspection.state).toBe('agreed');
    expect(after.version).toMatchObject({ ...COUNTER, n: 0, confirmedBy: desk.one.cast['a-secretary']!.id });
    expect(await desk.requests(id, 'notice')).toHaveLength(1);
    expect(outcome(await accept('a-chair', id))).toBe('refused-answered-already');
    const told = (await desk.said(id, 'outcome')).filter((row) => row.ref.note === 'agreed');
    expect(told.map((row) => row.personId)).toContain(desk.one.cast['b-secretary']!.id);
  });

  test('of two who accept at once, one wins, and one notice goes out', async () => {
    const id = await answered('countered');
    const results = await desk.atOnce(['a-chair', 'a-vice'], (work, actor) => acceptCounter(work, actor, id));
    expect(results.map((one) => outcome(one as object)).sort()).toEqual(['done', 'refused-answered-already']);
    expect(await desk.requests(id, 'notice')).toHaveLength(1);
  });
});
