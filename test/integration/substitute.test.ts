import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inspectionTeam, targetPerson } from '../../db/schema/index.ts';
import { leaveForm } from '../../src/usecases/form/leave-form.ts';
import { openForm } from '../../src/usecases/form/open-form.ts';
import { answerNotice } from '../../src/usecases/inspection/answer-notice.ts';
import { openNotice } from '../../src/usecases/inspection/open-notice.ts';
import { askSubstitute } from '../../src/usecases/request/ask-substitute.ts';
import { assignSubstitute, openSubstitution } from '../../src/usecases/request/assign-substitute.ts';
import { outcome } from '../support/change-desk.ts';
import { formHand } from '../support/form-hand.ts';
import { openStepDesk, type StepDesk } from '../support/step-desk.ts';
import { shown } from '../support/view-desk.ts';

let desk: StepDesk;
beforeEach(async () => {
  desk = await openStepDesk();
});
afterEach(() => desk.base.close());

const personOf = (key: string) => desk.one.cast[key]!.id;
const rowOf = async (request: number, key: string) =>
  (await desk.recipients(request)).find((row) => row.personId === personOf(key))!;
const ask = (key: string, request: number) =>
  desk.by(key, (work, actor) => askSubstitute(work, actor, request));
const assign = async (key: string, request: number, from: string, to: string, via?: 'phone') => {
  const row = await rowOf(request, from);
  return desk.by(key, (work, actor) => assignSubstitute(work, actor, row.id, personOf(to), via));
};
const eligible = async (key: string, request: number, from: string) => {
  const row = await rowOf(request, from);
  const open = await desk.by(key, (work, actor) => openSubstitution(work, actor, row.id));
  return 'eligible' in open ? open.eligible.map((one) => one.name) : outcome(open);
};

describe('asking', () => {
  test('own đầu mối and leaders are told, the other side is not', async () => {
    const { request } = await desk.noticed({ team: ['b-member'] });
    expect(outcome(await ask('b-member', request))).toBe('asked');
    const got = await desk.deliver();
    expect(got.map((one) => one.who).sort()).toEqual(['b-chair', 'b-secretary', 'b-vice']);
    expect(got[0]!.text).toContain('đồng chí Uỷ viên B1 p1 đề nghị cử người thay');
    expect(got[0]!.labels[0]).toBe('Cử người thay');
  });

  test('the same tap twice tells nobody twice', async () => {
    const { request } = await desk.noticed({ team: ['b-member'] });
    await ask('b-member', request);
    await desk.deliver();
    expect(outcome(await ask('b-member', request))).toBe('asked');
    expect(await desk.deliver()).toEqual([]);
  });

  test('a reason may be brought, then or later; own đầu mối and leaders read it, the other side does not', async () => {
    const { id, request } = await desk.noticed({ team: ['b-member'] });
    await ask('b-member', request);
    await desk.deliver();
    const notice = await desk.by('b-member', async (work, actor) =>
      shown(work, await openNotice(work, actor, request)),
    );
    expect(notice.data).toContain(`leave.${request}`);
    const hand = formHand(desk, 'b-member');
    const asked = await hand.open((work, actor) =>
      openForm(work, actor, leaveForm, { requestId: request }, { pairId: null }),
    );
    expect(asked.labels.slice(0, 3)).toEqual(['Bận lịch công tác', 'Nghỉ phép, đi công tác', 'Lý do khác']);
    expect((await hand.tap('Nghỉ phép, đi công tác')).text).toContain('đã ghi nhận lý do');
    const got = await desk.deliver();
    expect(got.map((one) => one.who).sort()).toEqual(['b-chair', 'b-secretary', 'b-vice']);
    for (const one of got) expect(one.lines.at(-1)).toBe('Lý do: Nghỉ phép, đi công tác');
    expect((await rowOf(request, 'b-member')).answer).toBe('substitute_asked');
    expect((await desk.audited(id)).filter((type) => type === 'substitute.asked')).toHaveLength(2);
  });

  test('words of one’s own come after the question of secrecy', async () => {
    const { request } = await desk.noticed({ team: ['b-member'] });
    await ask('b-member', request);
    await desk.deliver();
    const hand = formHand(desk, 'b-member');
    await hand.open((work, actor) =>
      openForm(work, actor, leaveForm, { requestId: request }, { pairId: null }),
    );
    expect((await hand.tap('Lý do khác')).text).toContain('MẬT');
    await hand.tap('Không mật');
    await hand.type('Dự lớp bồi dưỡng');
    expect((await desk.deliver())[0]!.lines.at(-1)).toBe('Lý do: Dự lớp bồi dưỡng');
  });

  test('is for the team, of this pair', async () => {
    const { request } = await desk.noticed({ team: ['b-member'] });
    expect(outcome(await ask('b-secretary', request))).toBe('substitute-only-team');
    expect(outcome(await ask('b-chair', request))).toBe('refused-not-found');
    const stranger = await desk.by(
      'b-member',
      (work, actor) => askSubstitute(work, actor, request),
      desk.two,
    );
    expect(outcome(stranger)).toBe('refused-not-found');
  });

  test('stops the reminders of the asker, and the leader learns that a name is wanted', async () => {
    const { request } = await desk.noticed({ team: ['b-member'] });
    for (const key of ['a-secretary', 'b-secretary']) await desk.answer(key, request, 'received');
    await ask('b-member', request);
    await desk.deliver();
    expect(await desk.arriveAt('2026-11-24T14:00:30+07:00')).toEqual([]);
    const told = await desk.arriveAt('2026-11-26T07:31:00+07:00');
    expect(told.map((one) => one.who).sort()).toEqual(['b-chair', 'b-vice']);
    expect(told[0]!.text).toBe('PH-2026-001: chờ phân công người thay: Uỷ viên B1 p1');
    expect(told[0]!.labels[0]).toBe('Cử người thay');
  });

  test('opens a met quorum again', async () => {
    const { id, request } = await desk.noticed({ team: ['b-member'] });
    for (const key of ['a-secretary', 'b-secretary']) await desk.answer(key, request, 'received');
    await desk.answer('b-member', request, 'attending');
    const states = async () => (await desk.requests(id, 'notice')).map((row) => row.state);
    expect(await states()).toEqual(['met']);
    await ask('b-member', request);
    expect(await states()).toEqual(['open']);
  });

  test('may be taken back until someone is named', async () => {
    const { request } = await desk.noticed({ team: ['b-member'] });
    await ask('b-member', request);
    await desk.answer('b-member', request, 'attending');
    expect(outcome(await assign('b-chair', request, 'b-member', 'b-member-2'))).toBe('substitute-settled');
  });
});

describe('naming', () => {
  test('A stands in for B: both are told, B is asked no more, it counts when A answers', async () => {
    const { id, request } = await desk.noticed({ team: ['b-member'] });
    await ask('b-member', request);
    await desk.deliver();
    expect(outcome(await assign('b-chair', request, 'b-member', 'b-member-2'))).toBe('done');
    const got = await desk.deliver();
    const told = Object.fromEntries(got.map((one) => [one.who, one.text]));
    expect(told['b-member']).toBe('PH-2026-001: đồng chí Uỷ viên B2 p1 thay đồng chí Uỷ viên B1 p1.');
    expect(told['b-member-2']).toContain('PH-2026-001 · đề nghị phản hồi trước 17h00');
    expect(told['b-secretary']).toBe(told['b-member']);

    expect((await rowOf(request, 'b-member')).replacedBy).toBe((await rowOf(request, 'b-member-2')).id);
    expect(outcome(await desk.answer('b-member', request, 'attending'))).toBe('refused-replaced');
    const reminded = await desk.arriveAt('2026-11-24T14:00:30+07:00');
    expect(reminded.map((one) => one.who).sort()).toEqual(['a-secretary', 'b-member-2', 'b-secretary']);

    for (const key of ['a-secretary', 'b-secretary']) await desk.answer(key, request, 'received');
    expect((await desk.requests(id, 'notice'))[0]!.state).toBe('open');
    await desk.answer('b-member-2', request, 'attending');
    expect((await desk.requests(id, 'notice'))[0]!.state).toBe('met');
    expect(await desk.audited(id)).toEqual(
      expect.arrayContaining(['substitute.asked', 'substitute.assigned']),
    );
  });

  test('the substitute takes the place on the team', async () => {
    const { id, request } = await desk.noticed({ team: ['b-member'] });
    await ask('b-member', request);
    await assign('b-vice', request, 'b-member', 'b-member-2');
    const team = await desk.all((work) =>
      work.tx.select().from(inspectionTeam).where(eq(inspectionTeam.inspectionId, id)),
    );
    expect(team.map((one) => one.personId)).toEqual([personOf('b-member-2')]);
  });

  test("the đầu mối records a leader's word, and says how it came", async () => {
    const { request } = await desk.noticed({ team: ['b-member'] });
    await ask('b-member', request);
    expect(outcome(await assign('b-secretary', request, 'b-member', 'b-member-2'))).toBe(
      'refused-leader-only',
    );
    expect(outcome(await assign('b-secretary', request, 'b-member', 'b-member-2', 'phone'))).toBe('done');
  });

  test('is not for the other side, nor for members', async () => {
    const { request } = await desk.noticed({ team: ['b-member'] });
    await ask('b-member', request);
    expect(outcome(await assign('a-chair', request, 'b-member', 'b-member-2'))).toBe('refused-not-found');
    expect(outcome(await assign('b-member', request, 'b-member', 'b-member-2'))).toBe('refused-not-allowed');
    expect(outcome(await assign('b-chair', request, 'b-member', 'a-member'))).toBe('substitute-not-eligible');
  });

  test('never people of the target, of the team, nor the đầu mối or observers', async () => {
    const { request } = await desk.noticed({ team: ['b-member', 'b-member-3'] });
    await desk.all((work) =>
      work.tx.insert(targetPerson).values({
        pairId: desk.one.pairId,
        targetId: desk.one.targets.y!,
        personId: personOf('b-member-2'),
        tie: 'belongs',
      }),
    );
    await ask('b-member', request);
    expect(await eligible('b-chair', request, 'b-member')).toEqual([
      'Chủ nhiệm B1 p1',
      'Phó chủ nhiệm B1 p1',
    ]);
    expect(outcome(await assign('b-chair', request, 'b-member', 'b-member-2'))).toBe(
      'substitute-not-eligible',
    );
  });

  test('no chain leads back: a substitute may ask again, but never for someone who was replaced', async () => {
    const { request } = await desk.noticed({ team: ['b-member'] });
    await ask('b-member', request);
    await assign('b-chair', request, 'b-member', 'b-member-2');
    expect(outcome(await ask('b-member-2', request))).toBe('asked');
    expect(await eligible('b-chair', request, 'b-member-2')).toEqual([
      'Chủ nhiệm B1 p1',
      'Phó chủ nhiệm B1 p1',
      'Uỷ viên B3 p1',
    ]);
    expect(outcome(await assign('b-chair', request, 'b-member-2', 'b-member'))).toBe(
      'substitute-not-eligible',
    );
    expect(outcome(await assign('b-chair', request, 'b-member-2', 'b-member-3'))).toBe('done');
  });

  test('someone in charge of the area is asked anew as a member of the team', async () => {
    await desk.all((work) =>
      work.tx.insert(targetPerson).values({
        pairId: desk.one.pairId,
        targetId: desk.one.targets.y!,
        personId: personOf('b-member-2'),
        tie: 'in_charge',
      }),
    );
    const { request } = await desk.noticed({ team: ['b-member'] });
    await desk.answer('b-member-2', request, 'received');
    await ask('b-member', request);
    expect(outcome(await assign('b-chair', request, 'b-member', 'b-member-2'))).toBe('done');
    const row = await rowOf(request, 'b-member-2');
    expect([row.capacity, row.answer, row.settledAt]).toEqual(['substitute', null, null]);
  });

  test('two leaders at once: one name stands', async () => {
    const { request } = await desk.noticed({ team: ['b-member'] });
    await ask('b-member', request);
    const { id } = await rowOf(request, 'b-member');
    const names = ['b-member-2', 'b-member-3'];
    const results = await desk.atOnce(['b-chair', 'b-vice'], (work, actor) =>
      assignSubstitute(work, actor, id, personOf(names[actor.personId === personOf('b-chair') ? 0 : 1]!)),
    );
    expect(results.map((one) => outcome(one as object)).sort()).toEqual(['done', 'substitute-settled']);
  });

  test('after the common deadline a substitute has time and reminders of their own, without blame', async () => {
    const { request } = await desk.noticed({ team: ['b-member'] });
    for (const key of ['a-secretary', 'b-secretary']) await desk.answer(key, request, 'received');
    await ask('b-member', request);
    await desk.arriveAt('2026-11-27T08:00:00+07:00');
    await assign('b-chair', request, 'b-member', 'b-member-2');
    const first = (await desk.deliver()).find((one) => one.who === 'b-member-2')!;
    expect(first.text).toBe('PH-2026-001 · thay thành viên đoàn · đề nghị phản hồi sớm');
    const again = (await desk.steps(request)).filter(
      (step) => step.kind === 'again' && step.state === 'pending',
    );
    expect(again.map((step) => step.dueAt.toFormat('dd/MM HH:mm'))).toEqual(['30/11 13:30', '01/12 07:30']);
    const reminded = await desk.arriveAt('2026-11-30T13:31:00+07:00');
    expect(reminded.map((one) => [one.who, one.text])).toEqual([
      ['b-member-2', 'PH-2026-001: đồng chí được phân công thay thành viên đoàn, đề nghị đồng chí phản hồi.'],
    ]);
    await desk.answer('b-member-2', request, 'attending');
    expect(await desk.arriveAt('2026-12-01T07:31:00+07:00')).toEqual([]);
  });
});

test('an answer by the one who was replaced changes nothing', async () => {
  const { request } = await desk.noticed({ team: ['b-member'] });
  await ask('b-member', request);
  await assign('b-chair', request, 'b-member', 'b-member-2');
  const tried = await desk.by('b-member', (work, actor) =>
    answerNotice(work, actor, request, { answer: 'opinion', reason: 'no_staff' }),
  );
  expect(outcome(tried)).toBe('refused-replaced');
  expect((await rowOf(request, 'b-member')).answer).toBe('substitute_asked');
});
