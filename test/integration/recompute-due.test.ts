import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerNotice } from '../../src/usecases/inspection/answer-notice.ts';
import { talkDirectly } from '../../src/usecases/inspection/answer-proposal.ts';
import { proposeInspection } from '../../src/usecases/inspection/propose-inspection.ts';
import { recomputeDue } from '../../src/usecases/request/recompute-due.ts';
import { openStepDesk, type StepDesk } from '../support/step-desk.ts';

// Everything here is asked on Monday 23/11/2026 at 09h00.
let desk: StepDesk;
beforeEach(async () => {
  desk = await openStepDesk();
});
afterEach(() => desk.base.close());

/** The calendar as an import leaves it: these days are off. */
async function dayOff(...days: string[]): Promise<number> {
  for (const day of days)
    await desk.base.ownerSql`insert into calendar_day (day, kind, label) values (${day}, 'off', 'Nghỉ')`;
  const moved = await desk.all(recomputeDue);
  desk.office.forgetCalendar();
  return moved;
}

const at = (iso: string): string => `2026-11-${iso}:00.000+07:00`;
const dueOf = async (id: number, kind: 'notice' | 'proposal'): Promise<string | null> =>
  (await desk.requests(id, kind)).at(-1)!.dueAt.setZone('Asia/Ho_Chi_Minh').toISO();
const planned = async (request: number) =>
  (await desk.steps(request))
    .filter((step) => step.state === 'pending')
    .map((step) => `${step.kind} ${step.dueAt.setZone('Asia/Ho_Chi_Minh').toFormat("dd/MM HH'h'mm")}`);

describe('a calendar is imported', () => {
  test('the deadline of an open notice moves with its reminders, and the log says from when to when', async () => {
    const { id, request } = await desk.noticed();
    expect(await dueOf(id, 'notice')).toBe(at('25T17:00'));
    expect(await dayOff('2026-11-24')).toBe(1);
    expect(await dueOf(id, 'notice')).toBe(at('26T17:00'));
    expect(await planned(request)).toEqual([
      'half 25/11 14h00',
      'last_morning 26/11 07h30',
      'own_leader 27/11 07h30',
      'across 30/11 07h30',
      'day_before 04/12 07h30',
    ]);
    const [entry] = await desk.base.ownerSql`select body from audit_entry where type = 'request.recomputed'`;
    expect(entry!.body).toContain('2026-11-25T10:00:00.000Z');
    expect(entry!.body).toContain('2026-11-26T10:00:00.000Z');
  });

  test('nobody is reminded twice: what has gone stays gone, and goes no more at its old hour', async () => {
    const { request } = await desk.noticed();
    await desk.arriveAt(at('24T14:00').replace('.000', ''));
    await dayOff('2026-11-25');
    expect(await planned(request)).not.toContain('half 25/11 14h00');
    expect((await desk.steps(request)).filter((step) => step.kind === 'half')).toHaveLength(1);
    expect(await desk.arriveAt('2026-11-25T09:00:00+07:00')).toEqual([]);
    expect((await desk.arriveAt('2026-11-26T07:31:00+07:00')).map((one) => one.kind)).toEqual([
      'reminder',
      'reminder',
    ]);
  });

  test('a second import of the same days moves nothing', async () => {
    const { id } = await desk.noticed();
    await dayOff('2026-11-24');
    expect(await desk.all(recomputeDue)).toBe(0);
    expect((await desk.audited(id)).filter((type) => type === 'request.recomputed')).toHaveLength(1);
  });

  test('what is answered keeps the deadline that it was answered by', async () => {
    const { id, request } = await desk.noticed();
    for (const key of ['a-secretary', 'b-secretary'])
      await desk.by(key, (work, actor) => answerNotice(work, actor, request, { answer: 'received' }));
    expect(await dayOff('2026-11-24')).toBe(0);
    expect(await dueOf(id, 'notice')).toBe(at('25T17:00'));
  });

  test('what a person named stays', async () => {
    const { id, request } = await desk.noticed();
    await desk.base.ownerSql`update request set due_source = 'person' where id = ${request}`;
    expect(await dayOff('2026-11-24')).toBe(0);
    expect(await dueOf(id, 'notice')).toBe(at('25T17:00'));
  });

  test('a proposal keeps the working day that a direct talk gave it', async () => {
    const id = await desk.agreed({ state: 'draft', windowFrom: '2027-01-11', windowTo: '2027-01-16' });
    await desk.base.ownerSql`insert into side_setting (pair_id, side, leader_approves)
      values (${desk.one.pairId}, 'a', false)`;
    await desk.by('a-secretary', (work, actor) => proposeInspection(work, actor, id));
    await desk.pass(2);
    const [asked] = await desk.requests(id, 'proposal');
    await desk.by('b-secretary', (work, actor) => talkDirectly(work, actor, asked!.id));
    expect(await dueOf(id, 'proposal')).toBe('2026-12-01T17:00:00.000+07:00');
    expect(await dayOff('2026-11-24')).toBe(1);
    expect(await dueOf(id, 'proposal')).toBe('2026-12-02T17:00:00.000+07:00');
  });
});
