import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compose } from '../../src/usecases/compose/index.ts';
import { answerAsked } from '../../src/usecases/inspection/confirm-change-answer.ts';
import { openNotice } from '../../src/usecases/inspection/open-notice.ts';
import { proposeStop, type StopKind } from '../../src/usecases/inspection/propose-stop.ts';
import type { Claimed } from '../../src/usecases/outbox/claim.ts';
import { type ChangeDesk, openChangeDesk, outcome, START, YES } from '../support/change-desk.ts';
import { shown } from '../support/view-desk.ts';

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

  test('the group reads that it is stopped, not that it was changed', async () => {
    desk.at(START);
    const id = await desk.agreed();
    const requestId = await desk.notify(id);
    await desk.word('b-chair', await crossed('a-secretary', id), YES);
    const row = {
      ref: { requestId, inspectionId: id },
      kind: 'group-event',
      id: 1,
      personId: null,
    } as Claimed;
    const text = await desk.all(async (work) => {
      const made = (await compose(work, [row])).get(1)!;
      return 'message' in made ? shown(work, made.message).text : made.skip;
    });
    expect(text).toMatch(/^PH-\S+ · dừng, không thực hiện; thông báo này không còn hiệu lực$/);
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
