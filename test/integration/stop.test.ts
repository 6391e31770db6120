import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptCounter } from '../../src/usecases/inspection/accept-counter.ts';
import { approveCrossing } from '../../src/usecases/inspection/approve-crossing.ts';
import { answerAsked } from '../../src/usecases/inspection/confirm-change-answer.ts';
import { decideProposal } from '../../src/usecases/inspection/decide-proposal.ts';
import { editDraft } from '../../src/usecases/inspection/edit-draft.ts';
import { openNotice } from '../../src/usecases/inspection/open-notice.ts';
import { proposeInspection } from '../../src/usecases/inspection/propose-inspection.ts';
import { proposeStop, type StopKind } from '../../src/usecases/inspection/propose-stop.ts';
import { materialOf } from '../../src/usecases/view/change-lines.ts';
import { readCard } from '../../src/usecases/view/read-card.ts';
import { type ChangeDesk, openChangeDesk, outcome } from '../support/change-desk.ts';
import { shown } from '../support/view-desk.ts';

let desk: ChangeDesk;
const START = '2026-11-23T09:00:00+07:00';
const YES = { isConfirmed: true };
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

describe('a stop', () => {
  test('needs the other side; then everyone who was asked is told once, and an old button says so', async () => {
    desk.at(START);
    const id = await desk.agreed({ team: ['a-member', 'b-member'] });
    const notice = await desk.notify(id);
    await desk.answer('a-member', notice, 'attending');
    const stop = await crossed('a-secretary', id);
    expect(await desk.state(id)).toBe('agreed');
    expect(outcome(await desk.word('b-chair', stop, YES))).toBe('confirmed');
    expect(await desk.state(id)).toBe('stopped');
    expect((await desk.requests(id, 'notice')).map((one) => one.state)).toEqual(['void']);
    const told = (await desk.said(id, 'outcome')).filter((row) => row.ref.note === 'stopped');
    const people = told.map((row) => row.personId);
    expect(new Set(people).size).toBe(people.length);
    expect(people).toEqual(
      expect.arrayContaining(['a-member', 'b-member', 'a-secretary'].map((key) => desk.one.cast[key]!.id)),
    );
    expect(people).not.toContain(desk.one.cast['b-chair']!.id);
    const opened = await desk.by('a-member', async (work, actor) =>
      shown(work, await openNotice(work, actor, notice)),
    );
    expect(opened.text).toContain('Dừng, không thực hiện');
    expect(await desk.audited(id)).toEqual(expect.arrayContaining(['stop.proposed', 'stop.confirmed']));
  });

  test('refused, it goes on: nobody but the asker is told, and reminders still stand', async () => {
    desk.at(START);
    const id = await desk.agreed({ team: ['a-member'] });
    await desk.notify(id);
    const stop = await crossed('b-secretary', id);
    expect(outcome(await desk.word('a-chair', stop, NO))).toBe('refused');
    expect(await desk.state(id)).toBe('agreed');
    expect((await desk.requests(id, 'notice'))[0]!.state).toBe('open');
    const told = (await desk.said(id, 'outcome')).map((row) => row.personId);
    expect(told.sort()).toEqual(
      ['b-secretary', 'b-chair', 'b-vice'].map((key) => desk.one.cast[key]!.id).sort(),
    );
  });

  test('waits alone: no change beside it, and none after the end', async () => {
    desk.at(START);
    const id = await desk.agreed();
    const stop = await crossed('a-secretary', id);
    expect(outcome(await desk.propose('b-secretary', id, COUNTER))).toBe('refused-pending-already');
    expect(outcome(await ask('b-secretary', id))).toBe('refused-pending-already');
    await desk.word('b-chair', stop, YES);
    expect(outcome(await desk.propose('b-secretary', id, COUNTER))).toBe('refused-state');
    expect(outcome(await ask('a-secretary', id))).toBe('refused-state');
  });

  test('of two who confirm at once, one wins', async () => {
    desk.at(START);
    const id = await desk.agreed();
    const stop = await crossed('a-secretary', id);
    const results = await desk.atOnce(['b-chair', 'b-vice'], (work, actor) =>
      answerAsked(work, actor, stop, YES),
    );
    expect(results.map((one) => outcome(one as object)).sort()).toEqual([
      'confirmed',
      'refused-answered-already',
    ]);
  });

  test('is a đầu mối’s to propose, on either side; other roles and pairs are refused', async () => {
    desk.at(START);
    const id = await desk.agreed();
    for (const key of ['a-chair', 'a-member', 'b-observer'])
      expect(outcome(await ask(key, id))).toBe('refused-not-allowed');
    const foreign = await desk.by(
      'a-secretary',
      (work, actor) => proposeStop(work, actor, id, 'stop', { reason: 'no_staff' }),
      desk.two,
    );
    expect(outcome(foreign)).toBe('refused-not-found');
  });
});

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

describe('an entry that came back is edited', () => {
  const edit = async (key: string, id: number, changes: object) => {
    const { version } = await desk.found(id);
    return desk.by(key, async (work, actor) =>
      editDraft(work, actor, id, { ...(await materialOf(work, version)), ...changes }, [
        desk.one.cast['a-member-2']!.id,
      ]),
    );
  };

  test.each(['countered', 'declined'] as const)(
    '%s: the next round is a draft until it crosses',
    async (decision) => {
      const id = await answered(decision);
      expect(
        outcome(await edit('a-secretary', id, { windowFrom: '2027-01-11', windowTo: '2027-01-16' })),
      ).toBe('done');
      const draft = await desk.found(id);
      expect(draft.inspection).toMatchObject({ state: 'draft', crossesAt: null });
      expect(draft.version).toMatchObject({ n: 0, madeSide: 'a', windowFrom: '2027-01-11' });
      expect(draft.version.round).toBe(decision === 'countered' ? 3 : 2);
      const peek = () => desk.by('b-chair', (work, actor) => readCard(work, actor, id));
      expect(outcome(await peek())).toBe('refused-not-found');
      await desk.by('a-secretary', (work, actor) => proposeInspection(work, actor, id));
      await desk.by('a-chair', (work, actor) => approveCrossing(work, actor, id, true));
      expect(outcome(await peek())).toBe('refused-not-found');
      await desk.pass(2);
      expect(outcome(await peek())).toBe('done');
      const open = (await desk.requests(id, 'proposal')).filter((one) => one.state === 'open');
      const decided = await desk.by('b-chair', (work, actor) =>
        decideProposal(work, actor, open[0]!.id, { decision: 'agreed' }),
      );
      expect(outcome(decided)).toBe('done');
      expect(await desk.state(id)).toBe('agreed');
    },
  );

  test('with one’s own round standing, there is no counter-proposal to accept', async () => {
    const id = await answered('countered');
    await edit('a-secretary', id, { windowFrom: '2027-01-11', windowTo: '2027-01-16' });
    await desk.setState(id, 'countered');
    const accepted = await desk.by('a-chair', (work, actor) => acceptCounter(work, actor, id));
    expect(outcome(accepted)).toBe('refused-own-version');
  });

  test('by its own đầu mối only, and not after agreement', async () => {
    const id = await answered('countered');
    for (const [key, refusal] of [
      ['b-secretary', 'refused-not-allowed'],
      ['a-chair', 'refused-not-allowed'],
    ] as const)
      expect(outcome(await edit(key, id, { mode: 'second_staff' }))).toBe(refusal);
    desk.at(START);
    expect(outcome(await edit('a-secretary', await desk.agreed(), { mode: 'second_staff' }))).toBe(
      'refused-state',
    );
  });
});
