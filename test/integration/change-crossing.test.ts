import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerAsked } from '../../src/usecases/inspection/confirm-change-answer.ts';
import { recallAsked, sendAskedNow } from '../../src/usecases/inspection/propose-change-recall.ts';
import { readCard } from '../../src/usecases/view/read-card.ts';
import { readPending } from '../../src/usecases/view/read-pending.ts';
import { type ChangeDesk, LATER, openChangeDesk, outcome, START, YES } from '../support/change-desk.ts';
import { shown } from '../support/view-desk.ts';

let desk: ChangeDesk;

beforeAll(async () => {
  desk = await openChangeDesk();
});
afterAll(() => desk.base.close());

describe('the minute before a change crosses', () => {
  test('the other side sees nothing, and nobody there can confirm', async () => {
    desk.at(START);
    const id = await desk.agreed();
    await desk.propose('a-secretary', id, LATER);
    const [change] = await desk.requests(id, 'change');
    expect(change!.state).toBe('waiting');
    expect(outcome(await desk.word('b-chair', change!.id, YES))).toBe('refused-not-found');
    const peek = await desk.by('b-chair', (work, actor) => readPending(work, actor, change!.id));
    expect(outcome(peek)).toBe('refused-not-found');
    const own = await desk.by('a-secretary', async (work, actor) =>
      shown(work, await readPending(work, actor, change!.id)),
    );
    expect(own.data).toContain(`takeback.${change!.id}`);
  });

  test('it can be recalled, and only then; the next one is the same number', async () => {
    desk.at(START);
    const id = await desk.agreed();
    await desk.propose('a-secretary', id, LATER);
    const [change] = await desk.requests(id, 'change');
    const recall = (key: string) => desk.by(key, (work, actor) => recallAsked(work, actor, change!.id));
    expect(outcome(await recall('b-secretary'))).toBe('refused-not-found');
    expect(outcome(await recall('a-chair'))).toBe('refused-not-allowed');
    expect(outcome(await recall('a-secretary'))).toBe('done');
    await desk.pass(2);
    expect((await desk.requests(id, 'change'))[0]!.state).toBe('void');
    expect(await desk.read(id, 'change', 'b-chair')).toEqual([{ skip: 'recalled' }]);
    expect(outcome(await desk.word('b-chair', change!.id, YES))).toBe('refused-answered-already');
    const again = await desk.crossed(id);
    expect(outcome(await recall('a-secretary'))).toBe('refused-crossed-already');
    await desk.word('b-chair', again, YES);
    expect((await desk.found(id)).version.n).toBe(1);
  });

  test('it can be sent at once, and confirmed before the sweep has seen it', async () => {
    desk.at(START);
    const id = await desk.agreed();
    await desk.propose('a-secretary', id, LATER);
    const [change] = await desk.requests(id, 'change');
    expect(
      outcome(await desk.by('a-secretary', (work, actor) => sendAskedNow(work, actor, change!.id))),
    ).toBe('done');
    expect(outcome(await desk.word('b-chair', change!.id, YES))).toBe('confirmed');
    expect(await desk.audited(id)).toContain('change.crossed');
  });
});

describe('who may say yes', () => {
  test('chair or vice by a tap, the đầu mối only with the way the word came', async () => {
    desk.at(START);
    const id = await desk.agreed();
    const change = await desk.crossed(id);
    for (const key of ['b-member', 'b-observer'])
      expect(outcome(await desk.word(key, change, YES))).toBe('refused-not-allowed');
    expect(outcome(await desk.word('b-secretary', change, YES))).toBe('refused-leader-only');
    expect(outcome(await desk.word('b-secretary', change, { ...YES, via: 'phone' }))).toBe('confirmed');
    expect((await desk.answers(change)).map((one) => one.via)).toEqual(['phone']);
  });

  test('another pair sees and moves nothing', async () => {
    desk.at(START);
    const id = await desk.agreed();
    const change = await desk.crossed(id);
    const foreign = (fn: Parameters<typeof desk.by>[1]) => desk.by('b-chair', fn, desk.two);
    for (const tried of [
      await foreign((work, actor) => answerAsked(work, actor, change, YES)),
      await foreign((work, actor) => readPending(work, actor, change)),
      await foreign((work, actor) => recallAsked(work, actor, change)),
    ])
      expect(outcome(tried as object)).toBe('refused-not-found');
    expect((await desk.requests(id, 'change'))[0]!.state).toBe('open');
  });

  test('of two who confirm at once, one wins and the other reads that it is answered', async () => {
    desk.at(START);
    const id = await desk.agreed({ team: ['a-member'] });
    await desk.notify(id);
    const change = await desk.crossed(id);
    const results = await desk.atOnce(['b-chair', 'b-vice'], (work, actor) =>
      answerAsked(work, actor, change, YES),
    );
    expect(results.map((one) => outcome(one as object)).sort()).toEqual([
      'confirmed',
      'refused-answered-already',
    ]);
    expect(await desk.requests(id, 'notice')).toHaveLength(2);
    expect((await desk.audited(id)).filter((type) => type === 'change.confirmed')).toHaveLength(1);
  });

  test('of two changes proposed at once, one crosses', async () => {
    desk.at(START);
    const id = await desk.agreed();
    const results = await Promise.all([
      desk.propose('a-secretary', id, LATER),
      desk.propose('b-secretary', id, { mode: 'second_staff' }),
    ]);
    expect(results.map(outcome).sort()).toEqual(['crossing', 'refused-pending-already']);
    expect(await desk.requests(id, 'change')).toHaveLength(1);
  });
});

test('the asker’s card offers to take it back for a minute; the other side’s says nothing', async () => {
  desk.at(START);
  const id = await desk.agreed();
  await desk.propose('a-secretary', id, LATER);
  const [change] = await desk.requests(id, 'change');
  const card = (key: string) =>
    desk.by(key, async (work, actor) => shown(work, await readCard(work, actor, id)));
  expect((await card('a-secretary')).data).toContain(`takeback.${change!.id}`);
  expect((await card('b-secretary')).data.join()).not.toContain(String(`.${change!.id}`));
  await desk.pass(2);
  expect((await card('a-secretary')).data).not.toContain(`takeback.${change!.id}`);
  expect((await card('b-chair')).data).toContain(`pending.${change!.id}`);
});
