import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recipient } from '../../db/schema/index.ts';
import { openForm } from '../../src/usecases/form/open-form.ts';
import { opinionForm } from '../../src/usecases/form/opinion-form.ts';
import { recordForm } from '../../src/usecases/form/record-form.ts';
import { answerNotice } from '../../src/usecases/inspection/answer-notice.ts';
import { lockRequest } from '../../src/usecases/request/load-request.ts';
import { markUrgent } from '../../src/usecases/request/mark-urgent.ts';
import { type RecordedAnswer, recordAnswer } from '../../src/usecases/request/record-answer.ts';
import { settleOpinion } from '../../src/usecases/request/settle-opinion.ts';
import { whoButtons } from '../../src/usecases/request/who-buttons.ts';
import { outcome } from '../support/change-desk.ts';
import { formHand } from '../support/form-hand.ts';
import { openStepDesk, type StepDesk } from '../support/step-desk.ts';

let desk: StepDesk;
beforeEach(async () => {
  desk = await openStepDesk();
});
afterEach(() => desk.base.close());

const rowOf = async (request: number, key: string) =>
  (await desk.recipients(request)).find((row) => row.personId === desk.one.cast[key]!.id)!;
const recordFor = async (by: string, request: number, key: string, given: Partial<RecordedAnswer> = {}) => {
  const { id } = await rowOf(request, key);
  return desk.by(by, (work, actor) =>
    recordAnswer(work, actor, id, { answer: 'attending', via: 'phone', ...given }),
  );
};

describe('Ghi nhận thay', () => {
  test('an answer by phone counts, says who recorded it and how it came, and the person is told', async () => {
    const { id, request } = await desk.noticed({ team: ['b-member'] });
    expect(outcome(await recordFor('b-secretary', request, 'b-member'))).toBe('done');
    const [stored] = await desk.answers(request);
    expect([stored!.via, stored!.recordedBy, stored!.personId]).toEqual([
      'phone',
      desk.one.cast['b-secretary']!.id,
      desk.one.cast['b-member']!.id,
    ]);
    expect((await rowOf(request, 'b-member')).settledAt).not.toBeNull();
    const got = await desk.deliver();
    expect(got.map((one) => [one.who, one.isSilent])).toEqual([['b-member', true]]);
    expect(got[0]!.text).toContain('đã được đầu mối ghi nhận thay');
    expect(await desk.audited(id)).toContain('notice.recorded');
    const reminded = await desk.arriveAt('2026-11-24T14:00:30+07:00');
    expect(reminded.map((one) => one.who)).not.toContain('b-member');
  });

  test("only for one's own side, only by its đầu mối, not for oneself", async () => {
    const { request } = await desk.noticed({ team: ['a-member', 'b-member'] });
    expect(outcome(await recordFor('a-secretary', request, 'b-member'))).toBe('refused-not-found');
    expect(outcome(await recordFor('b-chair', request, 'b-member'))).toBe('refused-not-allowed');
    expect(outcome(await recordFor('b-secretary', request, 'b-secretary', { answer: 'received' }))).toBe(
      'refused-not-found',
    );
  });

  test("a person's own answer is not written over", async () => {
    const { request } = await desk.noticed({ team: ['b-member'] });
    await desk.answer('b-member', request, 'attending');
    expect(
      outcome(await recordFor('b-secretary', request, 'b-member', { answer: 'opinion', reason: 'no_staff' })),
    ).toBe('record-answered');
  });

  test('Tham gia is recorded for the team only', async () => {
    const { request } = await desk.noticed({ team: ['b-member'] });
    await desk.all((work) =>
      work.tx.update(recipient).set({ capacity: 'in_charge' }).where(eq(recipient.requestId, request)),
    );
    expect(outcome(await recordFor('b-secretary', request, 'b-member'))).toBe('refused-not-team');
  });

  test('of a sensitive kind no words are kept', async () => {
    const { request } = await desk.noticed({ team: ['b-member'], kind: 'denunciation', subject: null });
    await recordFor('b-secretary', request, 'b-member', {
      answer: 'opinion',
      reason: 'other',
      reasonText: 'vài lời',
    });
    expect((await desk.answers(request))[0]!.reasonText).toBeNull();
  });
});

test('what a member may have to say is a member’s, not a committee’s; so it is where the đầu mối records it', async () => {
  const { request } = await desk.noticed({ team: ['b-member'] });
  const own = ['Bận lịch công tác', 'Đề nghị đổi giờ', 'Nghỉ phép, đi công tác', 'Lý do khác'];
  const member = formHand(desk, 'b-member');
  const asked = await member.open((work, actor) =>
    openForm(work, actor, opinionForm, { requestId: request }, { pairId: null }),
  );
  expect(asked.labels.slice(0, 4)).toEqual(own);
  const secretary = formHand(desk, 'b-secretary');
  await secretary.open((work, actor) =>
    openForm(work, actor, recordForm, { requestId: request }, { pairId: null }),
  );
  expect((await secretary.taps('Uỷ viên B1 p1', 'Có ý kiến')).labels.slice(0, 4)).toEqual(own);
  await member.tap('Đề nghị đổi giờ');
  const told = (await desk.deliver()).filter((one) => one.kind === 'outcome');
  expect(told.map((one) => one.lines.at(-1))).toEqual(['Lý do: Đề nghị đổi giờ']);
});

describe('an opinion', () => {
  const settle = async (by: string, request: number, key: string) => {
    const { id } = await rowOf(request, key);
    return desk.by(by, (work, actor) => settleOpinion(work, actor, id));
  };

  test('counts when the đầu mối of the own side settles it, once', async () => {
    const { id, request } = await desk.noticed({ team: ['b-member'] });
    for (const key of ['a-secretary', 'b-secretary']) await desk.answer(key, request, 'received');
    await desk.by('b-member', (work, actor) =>
      answerNotice(work, actor, request, { answer: 'opinion', reason: 'no_staff' }),
    );
    expect((await desk.requests(id, 'notice'))[0]!.state).toBe('open');
    const told = (await desk.deliver()).find((one) => one.who === 'b-secretary')!;
    expect(told.labels).toEqual(['Đã xử lý ý kiến', 'Xem chi tiết']);
    expect(outcome(await settle('a-secretary', request, 'b-member'))).toBe('refused-not-found');
    expect(outcome(await settle('b-secretary', request, 'b-member'))).toBe('done');
    expect(outcome(await settle('b-secretary', request, 'b-member'))).toBe('refused-answered-already');
    expect((await desk.requests(id, 'notice'))[0]!.state).toBe('met');
  });

  test('its giver is not chased; the leader hears that it is open', async () => {
    const { request } = await desk.noticed({ team: ['b-member'] });
    for (const key of ['a-secretary', 'b-secretary']) await desk.answer(key, request, 'received');
    await desk.by('b-member', (work, actor) =>
      answerNotice(work, actor, request, { answer: 'opinion', reason: 'no_staff' }),
    );
    await desk.deliver();
    expect(await desk.arriveAt('2026-11-25T07:31:00+07:00')).toEqual([]);
    const told = await desk.arriveAt('2026-11-26T07:31:00+07:00');
    expect(told.map((one) => one.text)).toEqual(
      Array(2).fill('PH-2026-001: có ý kiến chưa được xử lý: Uỷ viên B1 p1'),
    );
  });
});

describe('Khẩn', () => {
  // Begins on Wednesday 25/11 at 07h30: the notice of Monday 09h00 is late.
  const soon = { team: ['a-member', 'b-member'], windowFrom: '2026-11-25', windowTo: '2026-11-28' };
  const urge = (key: string, request: number) =>
    desk.by(key, (work, actor) => markUrgent(work, actor, request, 'absent'));

  test('reaches the silent of both sides at any hour and beyond two pushes a day', async () => {
    const { id, request } = await desk.noticed(soon);
    await desk.answer('a-member', request, 'attending');
    await desk.arriveAt('2026-11-24T08:00:00+07:00');
    await desk.arriveAt('2026-11-24T16:00:00+07:00');
    desk.at('2026-11-24T20:00:00+07:00');
    expect(outcome(await urge('b-secretary', request))).toBe('done');
    const got = await desk.deliver();
    expect(got.map((one) => one.who).sort()).toEqual(['a-secretary', 'b-member', 'b-secretary']);
    expect(got[0]!.text).toBe(
      'KHẨN · PH-2026-001: đề nghị đồng chí phản hồi ngay; bắt đầu thứ Tư 25/11/2026.',
    );
    expect(got.every((one) => !one.isSilent)).toBe(true);
    expect(await desk.audited(id)).toContain('notice.urgent');
    expect(outcome(await urge('b-secretary', request))).toBe('urgent-already');
  });

  test('leaders and across follow on the way to the event, at night too', async () => {
    const { request } = await desk.noticed({ ...soon, windowFrom: '2026-11-24', windowTo: '2026-11-28' });
    desk.at('2026-11-23T11:30:00+07:00');
    await urge('b-secretary', request);
    await desk.deliver();
    const escalated = async (iso: string) =>
      (await desk.arriveAt(iso)).map((one) => one.kind).filter((kind) => kind !== 'reminder');
    expect(await escalated('2026-11-23T16:31:00+07:00')).toEqual(Array(4).fill('own-leader'));
    expect(await escalated('2026-11-23T21:31:00+07:00')).toEqual(Array(2).fill('across'));
    expect(await desk.arriveAt('2026-11-24T07:31:00+07:00')).toEqual([]);
  });

  test("is for the lead's đầu mối, under 24 hours before it begins, while someone is silent", async () => {
    const { request } = await desk.noticed(soon);
    expect(outcome(await urge('b-secretary', request))).toBe('urgent-too-early');
    desk.at('2026-11-24T20:00:00+07:00');
    expect(outcome(await urge('a-secretary', request))).toBe('urgent-lead-only');
    expect(outcome(await urge('b-chair', request))).toBe('refused-not-allowed');
    desk.at('2026-11-25T07:30:00+07:00');
    expect(outcome(await urge('b-secretary', request))).toBe('urgent-begun');
  });
});

test('the list of answers offers what its reader can do, and nothing of the other side', async () => {
  const { request } = await desk.noticed({ team: ['b-member', 'b-member-2'] });
  await desk.by('b-member', (work, actor) =>
    answerNotice(work, actor, request, { answer: 'opinion', reason: 'no_staff' }),
  );
  const asked = await desk.all(async (work) => (await lockRequest(work, request))!.request);
  const rows = await desk.recipients(request);
  const offered = (key: string) =>
    desk.by(key, async (_work, actor) =>
      whoButtons(actor.members[0]!, asked, rows).map((one) => ('does' in one ? one.does : '')),
    );
  const { id } = await rowOf(request, 'b-member');
  expect(await offered('b-secretary')).toEqual([`remind.${request}`, `record.${request}`, `settle.${id}`]);
  expect(await offered('a-secretary')).toEqual([`remind.${request}`, `record.${request}`]);
  expect(await offered('b-chair')).toEqual([]);
});
