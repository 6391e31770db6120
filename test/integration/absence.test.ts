import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { absence, auditEntry, outbox, targetPerson } from '../../db/schema/index.ts';
import { awayOn } from '../../src/usecases/absence/away.ts';
import { endAbsence } from '../../src/usecases/absence/end-absence.ts';
import { type Given, recordAbsence } from '../../src/usecases/absence/record-absence.ts';
import { closeBook } from '../../src/usecases/chain/put-head.ts';
import { markUrgent } from '../../src/usecases/request/mark-urgent.ts';
import { recordAnswer } from '../../src/usecases/request/record-answer.ts';
import { readHistory } from '../../src/usecases/view/read-history.ts';
import { outcome } from '../support/change-desk.ts';
import { type Got, openStepDesk, type StepDesk } from '../support/step-desk.ts';
import { shown } from '../support/view-desk.ts';

let desk: StepDesk;
beforeEach(async () => {
  desk = await openStepDesk();
});
afterEach(() => desk.base.close());

const personOf = (key: string) => desk.one.cast[key]!.id;
/** From Monday 23/11 to Wednesday 25/11/2026. */
const DAYS = { fromDay: '2026-11-23', toDay: '2026-11-26' };

const away = (
  key: string,
  given: Partial<Given> & { instead?: string } = {},
  by = key,
): Promise<Awaited<ReturnType<typeof recordAbsence>>> => {
  const { instead, ...more } = given;
  const redirectTo = instead === undefined ? null : personOf(instead);
  return desk.by(by, (work, actor) =>
    recordAbsence(work, actor, { personId: personOf(key), kind: 'leave', ...DAYS, redirectTo, ...more }),
  );
};
const idOf = (recorded: Awaited<ReturnType<typeof away>>): number =>
  'absence' in recorded ? recorded.absence.id : 0;
const end = (key: string, id: number) => desk.by(key, (work, actor) => endAbsence(work, actor, id));
const who = (got: Got[], kind?: string) =>
  got
    .filter((one) => kind === undefined || one.kind === kind)
    .map((one) => one.who)
    .sort();
const to = (got: Got[], key: string) => got.filter((one) => one.who === key);
const notify = async (team: string[]) => {
  const id = await desk.agreed({ team });
  return { id, request: await desk.notify(id) };
};

describe('deferred', () => {
  test('nothing comes while away; on the morning after the last day one message says all that still waits', async () => {
    await away('a-member');
    const first = await notify(['a-member']);
    const second = await notify(['a-member']);
    const third = await notify(['a-member']);
    expect(who(await desk.deliver())).not.toContain('a-member');
    await desk.by('a-secretary', async (work, actor) => {
      const row = (await desk.recipients(second.request)).find(
        (one) => one.personId === personOf('a-member'),
      )!;
      return recordAnswer(work, actor, row.id, { answer: 'attending', via: 'phone' });
    });
    expect(to(await desk.arriveAt('2026-11-25T16:59:00+07:00'), 'a-member')).toEqual([]);
    expect(to(await desk.arriveAt('2026-11-26T07:29:00+07:00'), 'a-member')).toEqual([]);
    const [back, ...more] = to(await desk.arriveAt('2026-11-26T07:30:30+07:00'), 'a-member');
    expect(more).toEqual([]);
    expect(back!.kind).toBe('while-away');
    expect(back!.isSilent).toBe(false);
    expect(back!.lines[0]).toMatch(/^Trong những ngày đồng chí vắng có \d việc:$/);
    expect(back!.text).toContain('PH-2026-001');
    expect(back!.text).toContain('PH-2026-003');
    expect(back!.lines.length).toBeLessThanOrEqual(7);
    expect(back!.data).toContain(`open.${first.request}`);
    expect(back!.data).toContain(`open.${third.request}`);
    expect(back!.data.at(-1)).toBe('viec.0');
    expect(back!.data.filter((one) => one.startsWith('ack.'))).toEqual([]);
    const [arrived] = (await desk.recipients(first.request)).filter(
      (one) => one.personId === personOf('a-member'),
    );
    expect(arrived!.deliveredAt).not.toBeNull();
  });

  test('a notice that was deferred alone comes as it is', async () => {
    await away('a-member', { toDay: '2026-11-24' });
    const { request } = await notify(['a-member']);
    expect(who(await desk.deliver())).not.toContain('a-member');
    const [back] = to(await desk.arriveAt('2026-11-25T07:30:30+07:00'), 'a-member');
    expect(back!.kind).toBe('push');
    expect(back!.data).toEqual([`open.${request}`]);
  });

  test('a head is opened from the one message, and nothing in it acts', async () => {
    await away('b-secretary');
    await notify(['b-member']);
    await desk.by('a-secretary', (work, actor) => closeBook(work, actor, desk.one.pairId));
    expect(who(await desk.deliver())).not.toContain('b-secretary');
    const [back] = to(await desk.arriveAt('2026-11-26T07:30:30+07:00'), 'b-secretary');
    expect(back!.kind).toBe('while-away');
    expect(back!.data.some((one) => one.startsWith('head.show.'))).toBe(true);
    const acting = back!.data.filter((one) =>
      /^(head\.sign|ack|plan\.(approve|agree|give)|planone\.(yes|no))\b/.test(one),
    );
    expect(acting).toEqual([]);
  });

  test('what was answered meanwhile is not said any more', async () => {
    await away('a-member', { toDay: '2026-11-24' });
    const { request } = await notify(['a-member']);
    await desk.answer('a-member', request, 'attending');
    expect(to(await desk.arriveAt('2026-11-25T07:30:30+07:00'), 'a-member')).toEqual([]);
  });

  test('the leaders hear of the silence as ever; where for all of them it is deferred, the đầu mối does', async () => {
    await away('b-member');
    for (const key of ['b-chair', 'b-vice']) await away(key, { toDay: '2026-12-03' });
    const { request } = await notify(['b-member']);
    for (const key of ['a-secretary', 'b-secretary']) await desk.answer(key, request, 'received');
    await desk.deliver();
    const told = await desk.arriveAt('2026-11-26T17:01:00+07:00');
    const later = await desk.arriveAt('2026-11-27T07:31:00+07:00');
    expect(who([...told, ...later], 'own-leader')).toEqual(['b-secretary']);
    const back = await desk.arriveAt('2026-12-03T07:31:00+07:00');
    expect(who(back).filter((one) => one === 'b-chair' || one === 'b-vice')).toEqual(['b-chair', 'b-vice']);
  });

  test('Khẩn goes through', async () => {
    await away('a-member', { toDay: '2026-12-20' });
    desk.at('2026-12-06T15:00:00+07:00');
    const id = await desk.agreed({
      team: ['a-member'],
      windowFrom: '2026-12-07',
      windowTo: '2026-12-12',
    });
    const request = await desk.notify(id);
    expect(who(await desk.deliver())).not.toContain('a-member');
    const urgent = await desk.by('b-secretary', (work, actor) =>
      markUrgent(work, actor, request, 'đổi giờ làm việc'),
    );
    expect('refused' in urgent ? urgent.refused.key : 'done').toBe('done');
    expect(who(await desk.deliver())).toContain('a-member');
  });

  test('ended early, what was held comes at once', async () => {
    const made = await away('a-member', { toDay: '2026-12-20' });
    await notify(['a-member']);
    await desk.deliver();
    expect(outcome(await end('a-member', idOf(made)))).toBe('ended');
    expect(who(await desk.deliver(), 'push')).toEqual(['a-member']);
    expect(outcome(await end('a-member', idOf(made)))).toBe('refused-not-found');
  });

  test('one absence after another is one wait', async () => {
    await away('a-member', { toDay: '2026-11-24' });
    await notify(['a-member']);
    await away('a-member', { fromDay: '2026-11-24', toDay: '2026-11-27', kind: 'travel' });
    expect(to(await desk.arriveAt('2026-11-24T07:31:00+07:00'), 'a-member')).toEqual([]);
    const back = to(await desk.arriveAt('2026-11-27T07:31:00+07:00'), 'a-member');
    expect(who(back, 'push')).toEqual(['a-member']);
  });

  test('a message put together and lost on the wire is sent again whole', async () => {
    await away('a-member', { toDay: '2026-11-24' });
    await notify(['a-member']);
    await notify(['a-member']);
    await desk.deliver();
    const [back] = to(await desk.arriveAt('2026-11-25T07:31:00+07:00'), 'a-member');
    await desk.all((work) =>
      work.tx.update(outbox).set({ state: 'pending', resent: true }).where(eq(outbox.kind, 'while-away')),
    );
    const [again] = to(await desk.deliver(), 'a-member');
    expect(again!.lines).toEqual(back!.lines);
  });
});

describe('told to a colleague', () => {
  test('as well, marked with whose it is, with no button that would answer; recorded; the person gets it silently', async () => {
    await away('a-member', { instead: 'a-member-2' });
    const [word] = to(await desk.deliver(), 'a-member-2');
    expect(word!.text).toContain('Đồng chí Uỷ viên A1 p1 vắng 23/11 – 25/11');
    const { id, request } = await notify(['a-member']);
    const got = await desk.deliver();
    const [told] = to(got, 'a-member-2');
    expect(told!.lines[0]).toBe('Thay đồng chí Uỷ viên A1 p1 (đang vắng):');
    expect(told!.text).toContain('PH-2026-001');
    expect(told!.data).toEqual([`card.${id}`]);
    expect(told!.isSilent).toBe(false);
    expect(to(got, 'a-member').map((one) => one.isSilent)).toEqual([true]);
    expect(await desk.audited(id)).toContain('stand_in.told');
    expect(outcome(await desk.answer('a-member-2', request, 'attending'))).toBe('refused-not-found');
    const [mine] = (await desk.recipients(request)).filter((row) => row.personId === personOf('a-member'));
    expect(mine!.answeredAt).toBeNull();
  });

  test('the own side reads of it in the history, the other side does not', async () => {
    await away('a-member', { instead: 'a-member-2' });
    const { id } = await notify(['a-member']);
    const read = (key: string) =>
      desk.by(key, async (work, actor) => shown(work, await readHistory(work, actor, id, 0)).text);
    expect(await read('a-observer')).toContain('báo Uỷ viên A2 p1 thay Uỷ viên A1 p1 đang vắng');
    expect(await read('b-secretary')).not.toContain('vắng');
  });

  test('a đầu mối who stands in may record the word of the one who is away', async () => {
    await away('a-member', { instead: 'a-secretary' });
    const { request } = await notify(['a-member']);
    const told = to(await desk.deliver(), 'a-secretary').find((one) => one.text.includes('Thay đồng chí'));
    expect(told!.data).toContain(`record.${request}`);
  });

  test('people of the target hear nothing of it', async () => {
    const { pairId, targets } = desk.one;
    await desk.all((work) =>
      work.tx
        .insert(targetPerson)
        .values({ pairId, targetId: targets.y!, personId: personOf('a-member-2'), tie: 'belongs' }),
    );
    await away('a-member', { instead: 'a-member-2' });
    await desk.deliver();
    await notify(['a-member']);
    const got = await desk.deliver();
    expect(to(got, 'a-member-2')).toEqual([]);
    expect(to(got, 'a-member')).toHaveLength(1);
  });

  test('reminders go both ways, and stop with the answer', async () => {
    await away('a-member', { instead: 'a-member-2', toDay: '2026-11-28' });
    const { request } = await notify(['a-member']);
    for (const key of ['a-secretary', 'b-secretary']) await desk.answer(key, request, 'received');
    await desk.deliver();
    const half = await desk.arriveAt('2026-11-25T14:00:30+07:00');
    expect(who(half, 'reminder')).toEqual(['a-member', 'a-member-2']);
    await desk.answer('a-member', request, 'attending');
    expect(await desk.arriveAt('2026-11-27T07:31:00+07:00')).toEqual([]);
  });

  test('when the colleague is away too, the person is told as ever', async () => {
    await away('a-member', { instead: 'a-member-2' });
    await away('a-member-2');
    await desk.deliver();
    await notify(['a-member']);
    const got = await desk.deliver();
    expect(who(got, 'push')).not.toContain('a-member-2');
    expect(to(got, 'a-member').map((one) => one.isSilent)).toEqual([false]);
  });

  test('never in a circle, never across, never an observer, never oneself', async () => {
    await away('a-member', { instead: 'a-member-2' });
    for (const instead of ['a-member', 'b-member', 'a-observer'])
      expect(outcome(await away('a-member-2', { instead }))).toBe('away-colleague-not-free');
  });

  test('ended early, the colleague is told and gets nothing more', async () => {
    const made = await away('a-member', { instead: 'a-member-2' });
    await desk.deliver();
    await end('a-member', idOf(made));
    const [word] = to(await desk.deliver(), 'a-member-2');
    expect(word!.text).toContain('đã có mặt trở lại');
    await notify(['a-member']);
    expect(to(await desk.deliver(), 'a-member-2')).toEqual([]);
  });
});

describe('who may say it', () => {
  test('a đầu mối for their own side; the member is told, though away', async () => {
    const made = await away('a-member', {}, 'a-secretary');
    expect(outcome(made)).toBe('recorded');
    const [told] = to(await desk.deliver(), 'a-member');
    expect(told!.text).toContain('Đồng chí Đầu mối A1 p1 đã ghi đồng chí vắng 23/11 – 25/11');
    expect(outcome(await end('a-member', idOf(made)))).toBe('ended');
  });

  test('nobody for another, nor across, nor of another pair', async () => {
    for (const by of ['a-member-2', 'a-chair', 'b-secretary'])
      expect(outcome(await away('a-member', {}, by))).toBe('refused-not-found');
    const made = await away('a-member');
    for (const by of ['a-member-2', 'a-chair', 'b-secretary'])
      expect(outcome(await end(by, idOf(made)))).toBe('refused-not-found');
    const foreign = await desk.by(
      'a-secretary',
      (work, actor) => endAbsence(work, actor, idOf(made)),
      desk.two,
    );
    expect(outcome(foreign)).toBe('refused-not-found');
  });

  test('one absence a day: another on the same days is refused', async () => {
    await away('a-member');
    expect(outcome(await away('a-member', { toDay: '2026-11-24' }))).toBe('away-already');
    expect(outcome(await away('a-member', { fromDay: '2026-11-26', toDay: '2026-11-27' }))).toBe('recorded');
  });

  test('two at once, one of them holds', async () => {
    const given: Given = { personId: personOf('a-member'), kind: 'leave', ...DAYS, redirectTo: null };
    const both = await desk.atOnce(['a-member', 'a-secretary'], (work, actor) =>
      recordAbsence(work, actor, given),
    );
    expect(both.map((one) => outcome(one as object)).sort()).toEqual(['away-already', 'recorded']);
  });

  test('days that are over are refused', async () => {
    expect(outcome(await away('a-member', { fromDay: '2026-11-20', toDay: '2026-11-23' }))).toBe(
      'refused-window-past',
    );
  });

  test('the log names no days and no kind', async () => {
    await away('a-member', { kind: 'travel' });
    const [entry] = await desk.all((work) =>
      work.tx.select().from(auditEntry).where(eq(auditEntry.type, 'absence.recorded')),
    );
    expect(entry!.pairId).toBeNull();
    expect(entry!.body).not.toMatch(/2026-|travel/);
  });

  test('awayOn tells who is away on a day', async () => {
    await away('a-member');
    await away('b-member', { instead: 'b-member-2', fromDay: '2026-11-24' });
    const on = (day: string) =>
      desk.all(async (work) => [
        ...(await awayOn(work, [personOf('a-member'), personOf('b-member')], day)).keys(),
      ]);
    expect(await on('2026-11-23')).toEqual([personOf('a-member')]);
    expect((await on('2026-11-25')).sort()).toEqual([personOf('a-member'), personOf('b-member')].sort());
    expect(await on('2026-11-26')).toEqual([]);
    expect(await desk.all((work) => work.tx.select().from(absence))).toHaveLength(2);
  });
});
