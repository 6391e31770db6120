import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditEntry, chainHead, outbox, pair } from '../../db/schema/index.ts';
import { verifyChains } from '../../src/admin/chains.ts';
import { DEFAULT_POLICY as POLICY } from '../../src/domain/policy.ts';
import { audit } from '../../src/usecases/audit.ts';
import { closeBook, dueHeads, nextHeadDue, putMonthlyHead } from '../../src/usecases/chain/put-head.ts';
import { signHead } from '../../src/usecases/chain/sign-head.ts';
import { erasePerson } from '../../src/usecases/erase-person.ts';
import { listTasks } from '../../src/usecases/view/list-tasks.ts';
import { tasksMessage } from '../../src/usecases/view/tasks-message.ts';
import { outcome } from '../support/change-desk.ts';
import { type Got, openStepDesk, type StepDesk } from '../support/step-desk.ts';
import { shown } from '../support/view-desk.ts';

let desk: StepDesk;
beforeEach(async () => {
  desk = await openStepDesk({ digests: true });
});
afterEach(() => desk.base.close());

/** Tuesday 1/12/2026, one minute into working time. */
const FIRST = '2026-12-01T07:31:00+07:00';
const heads = (got: Got[]) => got.filter((one) => one.kind === 'chain-head');
/** Digests that bear a head. */
const inDigests = (got: Got[]) =>
  got.filter((one) => one.kind === 'digest' && one.lines.some((line) => line.includes('Xác nhận sổ tháng')));
const stored = () => desk.all((work) => work.tx.select().from(chainHead).orderBy(chainHead.id));
const something = (pairId = desk.one.pairId) =>
  desk.all((work) => audit(work, { pairId, type: 'org.imported', facts: { counts: {} } }));
const sign = (key: string, headId: number) => desk.by(key, (work, actor) => signHead(work, actor, headId));
const tasks = (key: string) =>
  desk.by(key, async (work, actor) =>
    shown(work, tasksMessage(actor, await listTasks(work, actor), 0, work.now)),
  );

const close = (key: string, seeded = desk.one, pairId = desk.one.pairId) =>
  desk.by(key, (work, actor) => closeBook(work, actor, pairId), seeded);

async function headOut(): Promise<{ id: number; seq: number; hash: string }> {
  await something();
  await desk.arriveAt(FIRST);
  return (await stored())[0]!;
}

describe('the monthly head', () => {
  test('stands in the digest of the đầu mối of both sides on the first working day, once a day', async () => {
    await something();
    expect(inDigests(await desk.arriveAt('2026-11-30T16:59:00+07:00'))).toEqual([]);
    expect(inDigests(await desk.arriveAt('2026-12-01T07:29:00+07:00'))).toEqual([]);
    const got = inDigests(await desk.arriveAt(FIRST));
    expect(got.map((one) => one.who).sort()).toEqual(['a-secretary', 'b-secretary']);
    const [head] = await stored();
    // Its value stands where it is confirmed.
    expect(got.find((one) => one.who === 'a-secretary')!.lines).toEqual([
      'Bản tin thứ Ba 01/12/2026: đồng chí có 1 việc chờ xử lý',
      '1. Xác nhận sổ tháng 12 (UBKT Tỉnh uỷ p1)',
    ]);
    expect(got[0]!.data).toEqual([`head.show.${head!.id}`]);
    await something();
    expect(inDigests(await desk.arriveAt('2026-12-02T09:00:00+07:00'))).toEqual([]);
    expect(await stored()).toHaveLength(1);
  });

  test('of a month that begins with days off waits for the first working day of the agreement', async () => {
    await desk.all((work) =>
      work.tx.update(pair).set({ policy: { ...POLICY, workingHours: [['09:00', '10:00']] } }),
    );
    desk.at('2026-12-28T09:00:00+07:00');
    await something();
    // 1/1/2027 is a Friday off.
    const putAt = async (iso: string) => {
      await desk.arriveAt(iso);
      return (await stored()).length;
    };
    expect(await putAt('2027-01-03T09:30:00+07:00')).toBe(0);
    expect(await putAt('2027-01-04T08:59:00+07:00')).toBe(0);
    expect(await putAt('2027-01-04T09:01:00+07:00')).toBe(1);
  });

  test('does not go out when nothing is new: signatures and heads themselves do not count', async () => {
    const { id } = await headOut();
    await sign('a-secretary', id);
    await sign('b-secretary', id);
    await desk.deliver();
    desk.at('2027-01-04T07:31:00+07:00');
    expect(await desk.all(dueHeads)).toEqual([]);
    // What is written in the course of the month waits for the next.
    await something();
    expect(inDigests(await desk.arriveAt('2027-01-05T09:00:00+07:00'))).toEqual([]);
    expect(inDigests(await desk.arriveAt('2027-02-01T07:31:00+07:00'))).toHaveLength(2);
  });

  test('that a downtime swallowed is made good later in the month, in working time', async () => {
    await something();
    expect(inDigests(await desk.arriveAt('2026-12-05T20:00:00+07:00'))).toEqual([]);
    expect(inDigests(await desk.arriveAt('2026-12-07T07:30:00+07:00'))).toHaveLength(2);
  });

  test('is put once by two workers at once, and each pair has its own', async () => {
    await something(desk.one.pairId);
    await something(desk.two.pairId);
    desk.at(FIRST);
    const put = await Promise.all(
      [desk.one.pairId, desk.one.pairId, desk.two.pairId, desk.two.pairId].map((pairId) =>
        desk.all((work) => putMonthlyHead(work, pairId)),
      ),
    );
    expect(put.filter(Boolean)).toHaveLength(2);
    expect((await stored()).map((row) => row.pairId).sort()).toEqual([desk.one.pairId, desk.two.pairId]);
  });

  test('is an instant at which a clock that is moved stops', async () => {
    await something();
    expect((await desk.all(nextHeadDue))?.toISO()).toBe('2026-12-01T07:30:00.000+07:00');
  });
});

describe('a book closed at a meeting', () => {
  test('goes to both sides at once, also in a month that has its head, but not when nothing is new', async () => {
    await headOut();
    expect(outcome(await close('b-secretary'))).toBe('head-nothing-new');
    await something();
    expect(await close('b-secretary')).toMatchObject({ seq: 3 });
    const got = heads(await desk.deliver());
    expect(got.map((one) => one.who).sort()).toEqual(['a-secretary', 'b-secretary']);
    expect(got[0]!.lines[0]).toBe('Chốt sổ lúc 07h31 thứ Ba 01/12/2026 · Công an tỉnh – Tỉnh uỷ p1');
    expect((await stored()).map(({ kind, seq, month }) => [kind, seq, month])).toEqual([
      ['month', 1, '2026-12-01'],
      ['asked', 3, '2026-12-01'],
    ]);
  });

  test('covers what is there: two taps at once make one head, the month after has nothing to add', async () => {
    await something();
    const both = await Promise.all([close('a-secretary'), close('b-secretary')]);
    expect(both.map(outcome).sort()).toEqual(['done', 'head-nothing-new']);
    expect(heads(await desk.deliver()).map((one) => one.lines[0])).toEqual(
      Array(2).fill('Chốt sổ lúc 09h00 thứ Hai 23/11/2026 · Công an tỉnh – Tỉnh uỷ p1'),
    );
  });

  test('closed at a meeting it goes without a sound to whom the day has had its pushes (R15)', async () => {
    await something();
    const { id } = desk.one.cast['a-secretary']!;
    desk.at(FIRST);
    await desk.all((work) =>
      work.tx.insert(outbox).values(
        [1, 2].map(() => ({
          personId: id,
          chatId: 1,
          lane: 1 as const,
          kind: 'said' as const,
          ref: {},
          state: 'sent' as const,
          notBefore: work.now,
          sentAt: work.now,
          createdAt: work.now,
        })),
      ),
    );
    expect(outcome(await close('b-secretary'))).toBe('done');
    const got = heads(await desk.deliver());
    expect(got.map(({ who, isSilent }) => [who, isSilent]).sort()).toEqual([
      ['a-secretary', true],
      ['b-secretary', false],
    ]);
  });

  test('is for the đầu mối of the pair', async () => {
    await something();
    expect(outcome(await close('a-chair'))).toBe('refused-not-allowed');
    expect(outcome(await close('a-secretary', desk.two))).toBe('refused-not-found');
  });
});

describe('confirming', () => {
  test('shows the own side by name, the other by committee, and both when both have confirmed', async () => {
    await something();
    const { headId: id } = (await close('b-secretary')) as { headId: number };
    await desk.deliver();
    expect(outcome(await sign('a-secretary', id))).toBe('done');
    const first = heads(await desk.deliver());
    expect(first.every((one) => one.edits !== null && one.isSilent)).toBe(true);
    const linesOf = (got: Got[], who: string) => got.find((one) => one.who === who)!.lines.slice(3);
    expect(linesOf(first, 'a-secretary')[0]).toMatch(
      /^Đầu mối A1 p1: đã xác nhận lúc 09h00 thứ Hai 23\/11\/2026$/,
    );
    expect(linesOf(first, 'b-secretary')[1]).toMatch(/^UBKT ĐU Công an p1: đã xác nhận lúc/);
    expect(first.map((one) => [one.who, one.labels[0]]).sort()).toEqual([
      ['a-secretary', 'Xem mã đầy đủ'],
      ['b-secretary', 'Xác nhận'],
    ]);
    await sign('b-secretary', id);
    const both = heads(await desk.deliver());
    expect(both.map((one) => one.lines.at(-1))).toEqual(Array(2).fill('Hai bên đã xác nhận.'));
  });

  test('is an entry of the chain, once a side; two taps at once are one', async () => {
    const { id, seq, hash } = await headOut();
    await Promise.all([sign('a-secretary', id), sign('a-secretary', id)]);
    const rows = await desk.all((work) => work.tx.select().from(auditEntry).orderBy(auditEntry.seq));
    const signed = rows.filter((row) => row.type === 'chain.signed').map((row) => JSON.parse(row.body));
    expect(signed).toEqual([
      { by: desk.one.cast['a-secretary']!.id, head: id, hash, inspection: null, seq, side: 'a' },
    ]);
  });

  test('is for the đầu mối of the pair; for others it does not exist or is not theirs', async () => {
    const { id } = await headOut();
    expect(outcome(await sign('a-chair', id))).toBe('refused-not-allowed');
    expect(outcome(await sign('b-member', id))).toBe('refused-not-allowed');
    const foreign = await desk.by('a-secretary', (work, actor) => signHead(work, actor, id), desk.two);
    expect(outcome(foreign)).toBe('refused-not-found');
  });

  test('is refused when the chain does not hold the head any more', async () => {
    const { id } = await headOut();
    await desk.base.ownerSql`alter table audit_entry disable trigger user`;
    await desk.base.ownerSql`update audit_entry set hash = repeat('0', 64) where seq = 1`;
    expect(outcome(await sign('a-secretary', id))).toBe('head-not-in-chain');
  });

  test('waits in /viec of the đầu mối until their side has confirmed; a newer head stands for the older', async () => {
    const { id } = await headOut();
    expect(await tasks('a-secretary')).toMatchObject({
      lines: ['Việc của đồng chí: 1', '1. Xác nhận sổ tháng 12 (UBKT Tỉnh uỷ p1)'],
      labels: ['1. Xác nhận sổ 12 UBKT Tỉnh uỷ p1'],
      data: [`head.show.${id}`],
    });
    expect((await tasks('a-chair')).data).toEqual([]);
    await something();
    await desk.arriveAt('2027-01-04T07:31:00+07:00');
    const [, newer] = await stored();
    expect((await tasks('a-secretary')).data).toEqual([`head.show.${newer!.id}`]);
    await sign('a-secretary', newer!.id);
    expect((await tasks('a-secretary')).data).toEqual([]);
    expect((await tasks('b-secretary')).data).toEqual([`head.show.${newer!.id}`]);
  });

  test('stands by a bare number after the person was erased, and the chain verifies', async () => {
    const { id } = await headOut();
    await sign('a-secretary', id);
    await desk.all((work) => erasePerson(work, desk.one.cast['a-secretary']!.id, null));
    const reports = await desk.base.ownerSql.begin(async (tx) => {
      await tx`select set_config('app.pairs', '*', true)`;
      return verifyChains(tx);
    });
    expect(reports.map((one) => one.verdict.ok)).toEqual(reports.map(() => true));
  });
});
