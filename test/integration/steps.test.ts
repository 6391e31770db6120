import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { membership, outbox, request } from '../../db/schema/index.ts';
import { remindLater } from '../../src/usecases/request/remind-later.ts';
import { runDueSteps } from '../../src/usecases/request/run-steps.ts';
import { type Got, openStepDesk, type StepDesk } from '../support/step-desk.ts';

// The notice goes out on Monday 23/11/2026 at 09h00; answers are due on Wednesday 25/11 at 17h00.
const HALF = '2026-11-24T14:00:30+07:00';
const LAST_MORNING = '2026-11-25T07:31:00+07:00';
const OWN_LEADER = '2026-11-26T07:31:00+07:00';
const ACROSS = '2026-11-27T07:31:00+07:00';

let desk: StepDesk;
beforeEach(async () => {
  desk = await openStepDesk();
});
afterEach(() => desk.base.close());

const lines = (got: Got[]) => got.map((one) => `${one.who}: ${one.text.split('\n')[0]}`).sort();
const kindsOf = (got: Got[], who: string) => got.filter((one) => one.who === who).map((one) => one.kind);
const reasons = async (requestId: number) =>
  (await desk.steps(requestId)).map((step) => `${step.kind} ${step.state} ${step.reason ?? ''}`.trim());

describe('escalation', () => {
  test('one committee answers; only the other is reminded, then its leader, then across without names', async () => {
    const { request: id } = await desk.noticed({ team: ['a-member', 'b-member'] });
    await desk.answer('a-secretary', id, 'received');
    await desk.answer('a-member', id, 'attending');

    expect(lines(await desk.arriveAt(HALF))).toEqual([
      'b-member: PH-2026-001: đề nghị đồng chí phản hồi trước 17h00 thứ Tư 25/11.',
      'b-secretary: PH-2026-001: đề nghị đồng chí phản hồi trước 17h00 thứ Tư 25/11.',
    ]);
    await desk.answer('b-secretary', id, 'received');
    const morning = await desk.arriveAt(LAST_MORNING);
    expect(lines(morning)).toEqual([
      'b-member: PH-2026-001: đề nghị đồng chí phản hồi trước 17h00 thứ Tư 25/11.',
    ]);
    expect(morning[0]!.labels).toEqual(['Xem nội dung', 'Nhắc lại chiều nay']);

    const told = await desk.arriveAt(OWN_LEADER);
    expect(told.map((one) => one.who).sort()).toEqual(['b-chair', 'b-vice']);
    expect(told[0]!.text).toContain('Chưa phản hồi: Uỷ viên B1 p1');
    expect(told[0]!.protect).toBe(true);

    const across = await desk.arriveAt(ACROSS);
    expect(lines(across)).toEqual([
      'a-secretary: PH-2026-001: đến 17h00 thứ Tư 25/11 chưa nhận được đủ phản hồi (UBKT ĐU Công an p1 2/2, UBKT Tỉnh uỷ p1 1/2); đầu mối UBKT Tỉnh uỷ p1 đã được nhắc.',
      'b-secretary: PH-2026-001: đến 17h00 thứ Tư 25/11 chưa nhận được đủ phản hồi (UBKT Tỉnh uỷ p1 1/2, UBKT ĐU Công an p1 2/2). Đề nghị đồng chí đôn đốc.',
    ]);
    for (const one of across) expect(one.text).not.toContain('Uỷ viên');
  });

  test('nobody is chased after answering', async () => {
    const { request } = await desk.noticed({ team: ['a-member'] });
    for (const key of ['a-secretary', 'b-secretary']) await desk.answer(key, request, 'received');
    await desk.answer('a-member', request, 'attending');
    for (const at of [HALF, LAST_MORNING, OWN_LEADER, ACROSS]) expect(await desk.arriveAt(at)).toEqual([]);
    expect(await reasons(request)).toContain('half skipped answered');
  });

  test('the day before reaches the team although they have answered', async () => {
    const { request } = await desk.noticed({
      team: ['a-member'],
      windowFrom: '2026-12-02',
      windowTo: '2026-12-05',
    });
    for (const key of ['a-secretary', 'b-secretary']) await desk.answer(key, request, 'received');
    await desk.answer('a-member', request, 'attending');
    const got = await desk.arriveAt('2026-12-01T07:31:00+07:00');
    expect(got.map((one) => [one.who, one.kind])).toEqual([['a-member', 'day-before']]);
  });

  test('a change ends the steps of the notice that it overtakes', async () => {
    const { request: id } = await desk.noticed();
    await desk.all((work) => work.tx.update(request).set({ state: 'void' }).where(eq(request.id, id)));
    expect(await desk.arriveAt(HALF)).toEqual([]);
    expect(await reasons(id)).toContain('half skipped overtaken by a change');
  });

  test('whoever has left the side is asked nothing more', async () => {
    await desk.noticed({ team: ['b-member'] });
    const { id: personId } = desk.one.cast['b-member']!;
    await desk.all((work) =>
      work.tx.update(membership).set({ toDay: '2026-11-24' }).where(eq(membership.personId, personId)),
    );
    expect((await desk.arriveAt(HALF)).map((one) => one.who).sort()).toEqual(['a-secretary', 'b-secretary']);
  });

  test('outside working time a step is held, not dropped', async () => {
    const { request: id } = await desk.noticed();
    expect(await desk.arriveAt('2026-11-24T19:00:00+07:00')).toEqual([]);
    expect(await reasons(id)).toContain('half pending');
    const got = await desk.arriveAt('2026-11-25T07:30:30+07:00');
    expect(kindsOf(got, 'b-secretary')).toEqual(['reminder']);
  });
});

describe('after a downtime', () => {
  test('each person gets one message, each skipped step its reason', async () => {
    const { request: id } = await desk.noticed({ team: ['b-member'] });
    const got = await desk.arriveAt('2026-12-01T09:00:00+07:00');
    const people = got.map((one) => one.who);
    expect(new Set(people).size).toBe(people.length);
    expect(await reasons(id)).toEqual([
      'half skipped a later step is due',
      'last_morning done',
      'own_leader done',
      'across done',
      'day_before pending',
    ]);
    const secretary = got.find((one) => one.who === 'b-secretary')!;
    expect(secretary.lines).toEqual([
      'PH-2026-001: đã quá hạn 17h00 thứ Tư 25/11, đề nghị đồng chí phản hồi.',
      'PH-2026-001: đến 17h00 thứ Tư 25/11 chưa nhận được đủ phản hồi (UBKT Tỉnh uỷ p1 0/2, UBKT ĐU Công an p1 0/1). Đề nghị đồng chí đôn đốc.',
    ]);
    expect(await desk.arriveAt('2026-12-01T09:01:00+07:00')).toEqual([]);
  });
});

describe('what falls due together', () => {
  test('is one message with a button for each code', async () => {
    const first = await desk.noticed({ team: ['b-member'] });
    const second = await desk.noticed({ team: ['b-member'] });
    const got = await desk.arriveAt(HALF);
    const mine = got.filter((one) => one.who === 'b-member');
    expect(mine).toHaveLength(1);
    expect(mine[0]!.lines.map((line) => line.slice(0, 11))).toEqual(['PH-2026-001', 'PH-2026-002']);
    expect(mine[0]!.data).toEqual([`open.${first.request}`, `open.${second.request}`]);
    expect(mine[0]!.labels).toEqual(['Xem PH-2026-001', 'Xem PH-2026-002']);
  });

  test('leaves out what was answered meanwhile', async () => {
    const first = await desk.noticed({ team: ['b-member'] });
    await desk.noticed({ team: ['b-member'] });
    desk.at(HALF);
    await desk.sweep();
    await desk.answer('b-member', first.request, 'attending');
    const mine = (await desk.deliver()).filter((one) => one.who === 'b-member' && one.kind === 'reminder');
    expect(mine.map((one) => one.text.slice(0, 11))).toEqual(['PH-2026-002']);
    expect(mine[0]!.labels).toContain('Nhắc lại chiều nay');
  });

  test('two processes that sweep at once say it once', async () => {
    const first = await desk.noticed({ team: ['b-member'] });
    const second = await desk.noticed({ team: ['b-member'] });
    desk.at(HALF);
    await Promise.all(
      [first.request, second.request, first.request].map((id) => desk.all((work) => runDueSteps(work, id))),
    );
    const got = await desk.deliver();
    expect(kindsOf(got, 'b-member')).toEqual(['reminder']);
  });
});

describe('at most two pushes a day', () => {
  const pushed = (key: string, times: number) =>
    desk.all(async (work) => {
      const one = desk.one.cast[key]!;
      for (let n = 0; n < times; n += 1)
        await work.tx.insert(outbox).values({
          pairId: desk.one.pairId,
          personId: one.id,
          chatId: one.userId,
          lane: 1,
          kind: 'push',
          ref: {},
          state: 'sent',
          notBefore: work.now,
          sentAt: work.now,
          createdAt: work.now,
        });
    });

  const soundsOf = (got: Got[]) => got.map((one) => `${one.who} ${one.isSilent ? 'silent' : 'sound'}`).sort();

  test('the third comes all the same, without a sound', async () => {
    await desk.noticed({ team: ['b-member'] });
    desk.at('2026-11-24T08:00:00+07:00');
    await pushed('b-member', 2);
    await pushed('b-secretary', 2);
    const got = await desk.arriveAt(HALF);
    expect(soundsOf(got)).toEqual(['a-secretary sound', 'b-member silent', 'b-secretary silent']);
  });

  test.each([
    [1, false],
    [2, true],
  ])(
    'the day before leaves the last sound of a week to what asks: after %i it is silent: %s',
    async (times, isSilent) => {
      const { request } = await desk.noticed({
        team: ['a-member'],
        windowFrom: '2026-12-02',
        windowTo: '2026-12-05',
      });
      for (const key of ['a-secretary', 'b-secretary', 'a-member'])
        await desk.answer(key, request, 'received');
      desk.at('2026-11-30T09:00:00+07:00');
      await pushed('a-member', times);
      const [got] = await desk.arriveAt('2026-12-01T07:31:00+07:00');
      expect(got).toMatchObject({ who: 'a-member', kind: 'day-before', isSilent });
    },
  );

  test('a leader who has had both is told at once too, without a sound', async () => {
    const { request: id } = await desk.noticed({ team: ['b-member'] });
    for (const key of ['a-secretary', 'b-secretary']) await desk.answer(key, id, 'received');
    await desk.arriveAt(LAST_MORNING);
    desk.at('2026-11-26T07:00:00+07:00');
    await pushed('b-chair', 2);
    expect(soundsOf(await desk.arriveAt(OWN_LEADER))).toEqual(['b-chair silent', 'b-vice sound']);
    const next = await desk.arriveAt('2026-11-27T07:30:30+07:00');
    expect(next.filter((one) => one.kind === 'own-leader')).toEqual([]);
  });

  test('whoever asked to be reminded is, without a sound', async () => {
    const { request: id } = await desk.noticed({ team: ['b-member'] });
    desk.at('2026-11-24T09:00:00+07:00');
    const later = await desk.by('b-member', (work, actor) => remindLater(work, actor, id));
    expect('at' in later && later.at.toFormat('dd/MM HH:mm')).toBe('24/11 13:30');
    await pushed('b-member', 2);
    const got = await desk.arriveAt('2026-11-24T13:30:30+07:00');
    expect(got.map((one) => [one.who, one.kind, one.isSilent])).toEqual([['b-member', 'reminder', true]]);
  });
});
