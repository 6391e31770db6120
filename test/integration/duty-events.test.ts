import { and, asc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditEntry, calendarDay, duty, dutySlot, exchangeStep } from '../../db/schema/index.ts';
import { alignSlots } from '../../src/usecases/exchange/align-slots.ts';
import { announceEvent } from '../../src/usecases/exchange/open-event-slot.ts';
import { recomputeExchangeDue } from '../../src/usecases/exchange/recompute-exchange-due.ts';
import { sayEvent } from '../../src/usecases/exchange/say-event.ts';
import { withdrawSlot } from '../../src/usecases/exchange/withdraw-slot.ts';
import { openDutyEvent } from '../../src/usecases/form/duty-event-form.ts';
import { openForSlot } from '../../src/usecases/form/exchange-open.ts';
import { openFormOf } from '../../src/usecases/form/open-form.ts';
import { concludeInspection } from '../../src/usecases/inspection/conclude-inspection.ts';
import { freezePlan } from '../../src/usecases/plan/freeze-plan.ts';
import { dutiesMessage } from '../../src/usecases/view/duties-message.ts';
import { exchangeList } from '../../src/usecases/view/exchange-message.ts';
import { listTasks } from '../../src/usecases/view/list-tasks.ts';
import { readSlot } from '../../src/usecases/view/read-slot.ts';
import { tasksMessage } from '../../src/usecases/view/tasks-message.ts';
import { outcome } from '../support/change-desk.ts';
import { letter, log } from '../support/exchange-desk.ts';
import { formHand } from '../support/form-hand.ts';
import { seedPlans } from '../support/seed-plans.ts';
import { type Got, openStepDesk, type StepDesk } from '../support/step-desk.ts';
import { shown } from '../support/view-desk.ts';

// The desk's day is Monday 23/11/2026. What happens then and is due in 5 working days is due on Monday 30/11 at 17h00.
const TODAY = '2026-11-23';
const NAME = 'Thông báo thay đổi nhân sự';
const SINCE = 'có quyết định về nhân sự';

let desk: StepDesk;
beforeEach(async () => {
  desk = await openStepDesk();
});
afterEach(() => desk.base.close());

const arriveAt = async (iso: string) =>
  (await desk.arriveAt(iso)).filter((one) => one.kind === 'exchange-step');

/** A duty by event of side a since 01/11, unless given otherwise; its id. */
async function byEvent(given: Partial<typeof duty.$inferInsert> = {}): Promise<number> {
  const own = { pairId: desk.one.pairId, key: 'nhan-su', name: NAME, event: 'other', since: SINCE } as const;
  const values = { ...own, side: 'a', dueWorkingDays: 5, fromDay: '2026-11-01', ...given } as const;
  const [row] = await desk.all((work) => work.tx.insert(duty).values(values).returning());
  return row!.id;
}

const say = (key: string, dutyId: number, day = TODAY, nth = 1, seeded = desk.one) =>
  desk.by(key, (work, actor) => sayEvent(work, actor, dutyId, { day, nth }), seeded);
const withdraw = (key: string, id: number) =>
  desk.by(key, async (work, actor) => outcome(await withdrawSlot(work, actor, id)));
const slots = () => desk.all((work) => work.tx.select().from(dutySlot).orderBy(asc(dutySlot.id)));
const told = async () =>
  (await slots()).map(
    ({ side, periodFrom, state, dueAt }) => `${side} ${periodFrom} ${state} ${dueAt.toFormat('dd/MM HH:mm')}`,
  );
const read = (key: string, id: number) =>
  desk.by(key, async (work, actor) => shown(work, await readSlot(work, actor, id)));
const said = (got: Got[]) => got.map((one) => `${one.who}: ${one.text}`).sort();
const audited = (type: string) =>
  desk.all(async (work) =>
    (
      await work.tx.select().from(auditEntry).where(eq(auditEntry.type, type)).orderBy(asc(auditEntry.seq))
    ).map((entry) => JSON.parse(entry.body)),
  );
const pending = (id: number) =>
  desk.all((work) =>
    work.tx
      .select()
      .from(exchangeStep)
      .where(and(eq(exchangeStep.slotId, id), eq(exchangeStep.state, 'pending'))),
  );

describe('a đầu mối says that something happened', () => {
  test('one slot opens for their side, with its deadline and its source, and the log says who said it', async () => {
    const id = await byEvent({ side: null, source: 'Điều 5 Quy chế' });
    expect(outcome(await say('a-secretary', id))).toBe('done');
    expect(await told()).toEqual(['a 2026-11-23 open 30/11 17:00']);
    const [slot] = await slots();
    expect(await read('a-secretary', slot!.id)).toMatchObject({
      lines: [
        `Trao đổi khi phát sinh: ${NAME}`,
        `Kể từ khi ${SINCE}: thứ Hai 23/11/2026`,
        'Căn cứ: Điều 5 Quy chế',
        'Hạn: 17h00 thứ Hai 30/11/2026',
      ],
      labels: ['Ghi trao đổi', 'Rút việc ghi nhầm'],
      protect: true,
    });
    expect(await audited('duty.event-said')).toMatchObject([{ side: 'a', day: TODAY, slot: slot!.id }]);
  });

  test('two who say the same at once open one', async () => {
    const id = await byEvent();
    const both = await desk.atOnce(['a-secretary', 'a-secretary'], (work, actor) =>
      sayEvent(work, actor, id, { day: TODAY, nth: 1 }),
    );
    expect(both.map((one) => outcome(one as object)).sort()).toEqual(['done', 'duty-event-already']);
    expect(await told()).toHaveLength(1);
    expect(await audited('duty.event-said')).toHaveLength(1);
  });

  test('the other side, another pair, and who is no đầu mối cannot; nor of a day ahead or of before the duty', async () => {
    const id = await byEvent();
    expect(outcome(await say('b-secretary', id))).toBe('refused-not-found');
    expect(outcome(await say('a-secretary', id, TODAY, 1, desk.two))).toBe('refused-not-found');
    expect(outcome(await say('a-member', id))).toBe('refused-not-allowed');
    expect(outcome(await say('a-secretary', id, '2026-11-24'))).toBe('duty-event-ahead');
    expect(outcome(await say('a-secretary', id, '2026-10-30'))).toBe('duty-event-before');
    expect(await slots()).toEqual([]);
  });

  test('nor for a duty that has ended, or that comes round by period', async () => {
    const ended = await byEvent({ toDay: TODAY });
    const periodic = await byEvent({ key: 'quy', event: null, since: null, period: 'quarter' });
    expect(outcome(await say('a-secretary', ended))).toBe('refused-not-found');
    expect(outcome(await say('a-secretary', periodic))).toBe('refused-not-found');
  });
});

describe('what an event brought waits like any other slot', () => {
  test('reminded of on the last morning, then the own leaders, then both đầu mối', async () => {
    await say('a-secretary', await byEvent());
    expect(await arriveAt('2026-11-27T09:00:00+07:00')).toEqual([]);
    const morning = await arriveAt('2026-11-30T07:31:00+07:00');
    expect(said(morning)).toEqual([
      `a-secretary: ${NAME} (phát sinh ngày 23/11/2026): đề nghị đồng chí trao đổi trước 17h00 thứ Hai 30/11.`,
    ]);
    const leaders = await arriveAt('2026-12-01T07:31:00+07:00');
    expect(leaders.map((one) => one.who).sort()).toEqual(['a-chair', 'a-vice']);
    expect((await arriveAt('2026-12-02T07:31:00+07:00')).map((one) => one.who).sort()).toEqual([
      'a-secretary',
      'b-secretary',
    ]);
    expect(await arriveAt('2026-12-18T09:00:00+07:00')).toEqual([]);
  });

  test('said after its deadline, it is asked for at once', async () => {
    await say('a-secretary', await byEvent(), '2026-11-02');
    expect(said(await arriveAt('2026-11-23T09:00:05+07:00'))).toEqual([
      `a-secretary: ${NAME} (phát sinh ngày 02/11/2026): đã quá hạn 17h00 thứ Hai 09/11, đề nghị đồng chí trao đổi.`,
    ]);
  });

  test('/viec shows it until an entry of the ledger meets it, which is of a thing that came up', async () => {
    await say('a-secretary', await byEvent());
    const [slot] = await slots();
    const tasks = () =>
      desk.by('a-secretary', async (work, actor) =>
        shown(work, tasksMessage(actor, await listTasks(work, actor), 0, work.now)),
      );
    const waiting = await tasks();
    expect(waiting.text).toContain('trao đổi khi phát sinh');
    expect(waiting.data).toContain(`xduty.${slot!.id}`);
    const filledIn = await desk.by('a-secretary', async (work, actor) => {
      await openForSlot(work, actor, slot!.id);
      return (await openFormOf(work, actor.personId))!.data;
    });
    expect(filledIn).toMatchObject({ slotId: slot!.id, nature: 'ad_hoc' });
    const entry = await log(desk, desk.one, 'a', letter({ slotId: slot!.id }));
    await arriveAt('2026-11-23T09:02:00+07:00');
    expect(await told()).toEqual(['a 2026-11-23 met 30/11 17:00']);
    expect((await read('a-secretary', slot!.id)).text).toContain(`Đã trao đổi: ${entry.code}`);
    expect((await tasks()).text).not.toContain(NAME);
    const later = await arriveAt('2026-12-04T09:00:00+07:00');
    expect(later.filter((one) => one.text.includes(NAME))).toEqual([]);
  });

  test('days stay as they are when a calendar is imported; working days are counted anew', async () => {
    await say('a-secretary', await byEvent({ key: 'lich', dueWorkingDays: null, dueDays: 8 }));
    await say('a-secretary', await byEvent({ key: 'lam-viec' }));
    expect((await slots()).map((slot) => slot.dueSource)).toEqual(['days', 'working_days']);
    expect(await told()).toEqual(['a 2026-11-23 open 01/12 17:00', 'a 2026-11-23 open 30/11 17:00']);
    await desk.all(async (work) => {
      const off = { day: '2026-11-27', kind: 'off', label: 'Nghỉ', provisional: false } as const;
      await work.tx.insert(calendarDay).values(off);
      return recomputeExchangeDue(work);
    });
    expect(await told()).toEqual(['a 2026-11-23 open 01/12 17:00', 'a 2026-11-23 open 01/12 17:00']);
  });
});

describe('said by mistake', () => {
  test('it is taken back by its own side, nobody is chased for it, and the log keeps both', async () => {
    await say('a-secretary', await byEvent());
    const [slot] = await slots();
    expect(await withdraw('b-secretary', slot!.id)).toBe('refused-not-found');
    expect(await withdraw('a-member', slot!.id)).toBe('refused-not-allowed');
    expect(await withdraw('a-secretary', slot!.id)).toBe('done');
    expect(await withdraw('a-secretary', slot!.id)).toBe('duty-closed-already');
    expect(await pending(slot!.id)).toEqual([]);
    const { lines, labels } = await read('a-secretary', slot!.id);
    expect(lines.at(-1)).toBe('Đã rút lúc 09h00 thứ Hai 23/11/2026, vì ghi nhầm.');
    expect(labels).toEqual([]);
    expect(await audited('duty.withdrawn')).toMatchObject([{ side: 'a', slot: slot!.id }]);
    expect(await arriveAt('2026-12-04T09:00:00+07:00')).toEqual([]);
  });

  test('an import that brings its duty back does not bring it back', async () => {
    const id = await byEvent();
    await say('a-secretary', id);
    const [slot] = await slots();
    await withdraw('a-secretary', slot!.id);
    await desk.all(async (work) => {
      const [row] = await work.tx.select().from(duty).where(eq(duty.id, id));
      return alignSlots(work, row!);
    });
    expect(await told()).toEqual(['a 2026-11-23 withdrawn 30/11 17:00']);
  });

  test('what the product saw itself is not taken back', async () => {
    await byEvent({ event: 'plan', since: 'ban hành kế hoạch' });
    const { pairId } = desk.one;
    await desk.all((work) => announceEvent(work, { pairId, event: 'plan', day: TODAY, key: 'plan 7' }));
    const [slot] = await slots();
    expect((await read('a-secretary', slot!.id)).labels).toEqual(['Ghi trao đổi', 'Báo không có nội dung']);
    expect(await withdraw('a-secretary', slot!.id)).toBe('refused-state');
  });
});

describe('what the product sees opens by itself', () => {
  const CONCLUSION = { symbol: '12-KL/UBKTTU', documentDay: '2026-11-20', insisted: false };
  const conclude = (id: number) =>
    desk.by('b-secretary', (work, actor) => concludeInspection(work, actor, id, CONCLUSION));

  test('a conclusion, for the side that led, once, and its đầu mối sees of which inspection', async () => {
    await byEvent({ event: 'conclusion', since: 'có kết luận', side: null });
    await byEvent({ key: 'cua-a', event: 'conclusion', since: 'có kết luận', side: 'a' });
    const id = await desk.agreed({ state: 'under_way' });
    expect(outcome(await conclude(id))).toBe('done');
    expect(outcome(await conclude(id))).toBe('refused-answered-already');
    expect(await told()).toEqual(['b 2026-11-20 open 27/11 17:00']);
    const [slot] = await slots();
    expect((await read('b-secretary', slot!.id)).lines).toContain('Cuộc: PH-2026-001');
    expect(await audited('duty.opened')).toMatchObject([
      { side: 'b', event: 'conclusion', day: '2026-11-20' },
    ]);
  });

  test('each inspection has its own; one that was concluded before the duty began has none', async () => {
    await byEvent({ event: 'conclusion', since: 'có kết luận', side: null });
    for (const code of ['PH-2026-001', 'PH-2026-002'])
      await conclude(await desk.agreed({ state: 'under_way', code }));
    expect(await told()).toHaveLength(2);
    await desk.all((work) => work.tx.update(duty).set({ fromDay: '2026-11-21' }));
    await conclude(await desk.agreed({ state: 'under_way', code: 'PH-2026-003' }));
    expect(await told()).toHaveLength(2);
  });

  test('a plan of the year that is frozen, for both sides, once', async () => {
    await byEvent({ event: 'plan', since: 'ban hành kế hoạch năm', side: null, dueWorkingDays: 2 });
    const { plan_agreed: plan } = await seedPlans(desk.office, desk.one);
    const freeze = () =>
      desk.by('a-secretary', (work, actor) =>
        freezePlan(work, actor, plan.id, { symbol: '05-KH/UBKTTU', day: TODAY, insisted: false }),
      );
    await Promise.all([freeze(), freeze()]);
    expect(await told()).toEqual(['a 2026-11-23 open 25/11 17:00', 'b 2026-11-23 open 25/11 17:00']);
  });

  test('of other events nothing opens, and the same event announced again doubles nothing', async () => {
    await byEvent();
    await byEvent({ key: 'kh', event: 'plan', since: 'ban hành kế hoạch' });
    const { pairId } = desk.one;
    const announce = () =>
      desk.all((work) => announceEvent(work, { pairId, event: 'plan', day: TODAY, key: 'plan 7' }));
    await Promise.all([announce(), announce(), announce()]);
    await desk.sweep();
    expect(await told()).toHaveLength(1);
    expect(await audited('duty.opened')).toHaveLength(1);
  });
});

describe('what was said by hand before the product saw it is one event', () => {
  const CONCLUSION = { symbol: '12-KL/UBKTTU', documentDay: '2026-11-20', insisted: false };
  const conclude = (id: number) =>
    desk.by('b-secretary', (work, actor) => concludeInspection(work, actor, id, CONCLUSION));
  const byConclusion = () => byEvent({ event: 'conclusion', since: 'có kết luận', side: 'b' });

  test('of an inspection that is named: concluded later, also of another day, it stays one and is no slip any more', async () => {
    const duty = await byConclusion();
    const id = await desk.agreed({ state: 'under_way' });
    await desk.agreed({ state: 'under_way', code: 'PH-2026-002' });
    const hand = formHand(desk, 'b-secretary');
    const asked = await hand.open((work, actor) => openDutyEvent(work, actor, duty));
    expect(asked.labels.filter((label) => label.startsWith('PH-'))).toHaveLength(2);
    await hand.tap(asked.labels.find((label) => label.startsWith('PH-2026-001'))!);
    expect((await hand.type('19/11/2026')).lines).toContainEqual(expect.stringContaining('PH-2026-001'));
    await hand.tap('Xác nhận');
    const [slot] = await slots();
    expect((await read('b-secretary', slot!.id)).lines).toContain('Cuộc: PH-2026-001');
    expect((await read('b-secretary', slot!.id)).labels).toContain('Rút việc ghi nhầm');
    expect(outcome(await conclude(id))).toBe('done');
    expect(await told()).toEqual(['b 2026-11-19 open 26/11 17:00']);
    expect((await read('b-secretary', slot!.id)).labels).not.toContain('Rút việc ghi nhầm');
  });

  test('it is said once, by whomever and of whatever day; taken back it may be said again, and opens when it is concluded', async () => {
    const duty = await byConclusion();
    const id = await desk.agreed({ state: 'under_way' });
    const sayOf = (day: string) =>
      desk.by('b-secretary', (work, actor) =>
        sayEvent(work, actor, duty, { day, nth: 1, of: `conclusion ${id}` }),
      );
    expect(outcome(await sayOf('2026-11-19'))).toBe('done');
    expect(outcome(await sayOf('2026-11-20'))).toBe('duty-event-said');
    const [slot] = await slots();
    expect(await withdraw('b-secretary', slot!.id)).toBe('done');
    expect(outcome(await sayOf('2026-11-20'))).toBe('done');
    await conclude(id);
    expect((await told()).map((line) => line.split(' ')[2])).toEqual(['withdrawn', 'open']);
    expect(outcome(await sayOf('2026-11-20'))).toBe('duty-event-gone');
  });

  test('of one that came into the product only later: what was said of its day is it, what was said of another day is not', async () => {
    const duty = await byConclusion();
    for (const day of ['2026-11-19', '2026-11-20'])
      expect(outcome(await say('b-secretary', duty, day))).toBe('done');
    await desk.arriveAt('2026-11-23T10:00:00+07:00');
    const id = await desk.agreed({ state: 'under_way' });
    await conclude(id);
    expect(await told()).toHaveLength(2);
    expect((await slots()).map(({ eventKey }) => eventKey)).toEqual([
      'said 2026-11-19 1',
      `conclusion ${id}`,
    ]);
  });

  test('one that could be named and was not is another: what was said of the same day stays beside it', async () => {
    const duty = await byConclusion();
    const id = await desk.agreed({ state: 'under_way' });
    await desk.arriveAt('2026-11-23T10:00:00+07:00');
    const hand = formHand(desk, 'b-secretary');
    await hand.open((work, actor) => openDutyEvent(work, actor, duty));
    await hand.tap('Cuộc chưa có ở đây');
    await hand.type('20/11/2026');
    await hand.tap('Xác nhận');
    await conclude(id);
    expect(await told()).toHaveLength(2);
  });

  test('a plan of the year is named as well', async () => {
    const duty = await byEvent({
      event: 'plan',
      since: 'ban hành kế hoạch năm',
      side: 'a',
      dueWorkingDays: 2,
    });
    const { plan_agreed: plan } = await seedPlans(desk.office, desk.one);
    expect(
      outcome(
        await desk.by('a-secretary', (work, actor) =>
          sayEvent(work, actor, duty, { day: TODAY, nth: 1, of: `plan ${plan.id}` }),
        ),
      ),
    ).toBe('done');
    await desk.by('a-secretary', (work, actor) =>
      freezePlan(work, actor, plan.id, { symbol: '05-KH/UBKTTU', day: TODAY, insisted: false }),
    );
    expect(await told()).toEqual(['a 2026-11-23 open 25/11 17:00']);
  });
});

describe('where it is said', () => {
  const list = (key: string, seeded = desk.one) =>
    desk.by(
      key,
      async (work, actor) => shown(work, await exchangeList(work, actor, { state: 'a', side: 'a' })),
      seeded,
    );

  test('/traodoi offers it to the đầu mối of a side that owes such a duty, and to nobody else', async () => {
    expect((await list('a-secretary')).data).not.toContain('xduties.0');
    await byEvent();
    expect((await list('a-secretary')).data).toContain('xduties.0');
    for (const key of ['b-secretary', 'a-chair', 'a-member'])
      expect((await list(key)).data).not.toContain('xduties.0');
    expect((await list('a-secretary', desk.two)).data).not.toContain('xduties.0');
  });

  test('the duties are listed with their term and what is open, a button each', async () => {
    const id = await byEvent();
    await byEvent({
      key: 'hai',
      name: 'Gửi kế hoạch',
      event: 'plan',
      since: 'ban hành kế hoạch',
      dueWorkingDays: null,
      dueDays: 10,
    });
    await say('a-secretary', id);
    const { lines, data } = await desk.by('a-secretary', async (work, actor) =>
      shown(work, await dutiesMessage(work, actor, 0)),
    );
    expect(lines).toEqual([
      'Trao đổi khi phát sinh, theo quy chế. Đề nghị đồng chí chọn việc đã phát sinh:',
      `1. ${NAME} · đang chờ: 1`,
      `Trong 5 ngày làm việc, kể từ khi ${SINCE}`,
      '2. Gửi kế hoạch',
      'Trong 10 ngày, kể từ khi ban hành kế hoạch',
    ]);
    expect(data).toContain(`xevent.${id}`);
  });

  test('three taps: the day, one look at the deadline, one button', async () => {
    const id = await byEvent();
    const hand = formHand(desk, 'a-secretary');
    const asked = await hand.open((work, actor) => openDutyEvent(work, actor, id));
    expect(asked.lines.at(-1)).toBe('Phát sinh ngày nào? Ví dụ: 20/11/2026');
    const preview = await hand.type('20/11/2026');
    expect(preview.lines).toEqual([
      `Trao đổi khi phát sinh: ${NAME}`,
      `Kể từ khi ${SINCE}: thứ Sáu 20/11/2026`,
      'Hạn: 17h00 thứ Sáu 27/11/2026',
    ]);
    const stored = await hand.tap('Xác nhận');
    expect(stored.lines[0]).toBe('Đã ghi nhận phát sinh; việc này chờ ở /viec cho đến khi trao đổi.');
    expect(stored.lines.at(-1)).toBe('Hạn: 17h00 thứ Sáu 27/11/2026');
    expect(await told()).toEqual(['a 2026-11-20 open 27/11 17:00']);
  });

  test('a day that has not come, or was before the duty, is said and asked again', async () => {
    const hand = formHand(desk, 'a-secretary');
    const id = await byEvent();
    await hand.open((work, actor) => openDutyEvent(work, actor, id));
    expect((await hand.type('07/12/2026')).lines[0]).toContain('chưa đến');
    expect((await hand.type('30/10/2026')).lines[0]).toContain('Việc này áp dụng từ');
    expect((await hand.tap('Hôm nay')).labels).toContain('Xác nhận');
  });

  test('a second event of a day is asked about once; after a mistake it is not', async () => {
    const id = await byEvent();
    await say('a-secretary', id);
    const hand = formHand(desk, 'a-secretary');
    await hand.open((work, actor) => openDutyEvent(work, actor, id));
    expect((await hand.tap('Hôm nay')).text).toContain('đã ghi nhận 1 lần phát sinh');
    await hand.taps('Ghi nhận lần khác', 'Xác nhận');
    expect(await told()).toHaveLength(2);
    for (const slot of await slots()) await withdraw('a-secretary', slot.id);
    await hand.open((work, actor) => openDutyEvent(work, actor, id));
    await hand.taps('Hôm nay', 'Xác nhận');
    expect((await told()).map((line) => line.split(' ')[2])).toEqual(['withdrawn', 'withdrawn', 'open']);
  });

  test('what opens by itself says so before it is said by hand', async () => {
    const id = await byEvent({ event: 'conclusion', since: 'có kết luận' });
    const hand = formHand(desk, 'a-secretary');
    const { text } = await hand.open((work, actor) => openDutyEvent(work, actor, id));
    expect(text).toContain('vẫn tính là một');
  });
});
