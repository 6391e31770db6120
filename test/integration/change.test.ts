import { eq } from 'drizzle-orm';
import { DateTime } from 'luxon';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inspectionVersion } from '../../db/schema/index.ts';
import { answerNotice } from '../../src/usecases/inspection/answer-notice.ts';
import { openNotice } from '../../src/usecases/inspection/open-notice.ts';
import { readCard } from '../../src/usecases/view/read-card.ts';
import { type ChangeDesk, LATER, openChangeDesk, outcome, START, YES } from '../support/change-desk.ts';
import { shown } from '../support/view-desk.ts';

let desk: ChangeDesk;

beforeAll(async () => {
  desk = await openChangeDesk();
});
afterAll(() => desk.base.close());

describe('a change after agreement', () => {
  test('holds only when the other side confirms; until then nothing is void', async () => {
    desk.at(START);
    const id = await desk.agreed({ team: ['a-member', 'b-member'] });
    const notice = await desk.notify(id);
    await desk.answer('a-member', notice, 'attending');
    await desk.answer('b-member', notice, 'attending');
    const before = await desk.found(id);
    await desk.crossed(id);
    const waiting = await desk.found(id);
    expect(waiting.version.id).toBe(before.version.id);
    expect((await desk.requests(id, 'notice')).map((one) => one.state)).toEqual(['open']);
    expect((await desk.answers(notice)).every((one) => one.voidedAt === null)).toBe(true);
  });

  test('confirmed, voids the answers and asks everyone anew, the team as it is now', async () => {
    desk.at(START);
    const id = await desk.agreed({ team: ['a-member', 'b-member'] });
    const notice = await desk.notify(id);
    await desk.answer('a-member', notice, 'attending');
    await desk.answer('b-member', notice, 'attending');
    const change = await desk.crossed(id);
    const answered = await desk.word('b-chair', change, YES);
    expect(outcome(answered)).toBe('confirmed');

    const after = await desk.found(id);
    expect(after.version).toMatchObject({ n: 1, ...LATER, confirmedBy: desk.one.cast['b-chair']!.id });
    const [old, fresh] = await desk.requests(id, 'notice');
    expect(old).toMatchObject({ id: notice, state: 'void' });
    expect(fresh).toMatchObject({ state: 'open', versionId: after.version.id });
    expect((await desk.answers(notice)).map((one) => one.voidedAt !== null)).toEqual([true, true]);
    const asked = await desk.recipients(fresh!.id);
    expect(asked.every((one) => one.answeredAt === null)).toBe(true);
    expect(asked.map((one) => one.personId)).toEqual(
      expect.arrayContaining([desk.one.cast['a-member']!.id, desk.one.cast['b-member']!.id]),
    );
    expect(await desk.audited(id)).toEqual(
      expect.arrayContaining(['change.proposed', 'change.crossed', 'change.confirmed', 'version.switched']),
    );
  });

  test('voids a notice whose quorum was met, and its day before', async () => {
    desk.at(START);
    const id = await desk.agreed({ team: ['a-member'] });
    const notice = await desk.notify(id);
    await desk.answer('a-member', notice, 'attending');
    await desk.answer('a-secretary', notice, 'received');
    await desk.answer('b-secretary', notice, 'received');
    expect((await desk.requests(id, 'notice'))[0]!.state).toBe('met');
    await desk.word('b-vice', await desk.crossed(id), YES);
    expect((await desk.requests(id, 'notice')).map((one) => one.state)).toEqual(['void', 'open']);
    desk.at('2026-12-06T09:00:00+07:00');
    await desk.sweep();
    expect(await desk.said(id, 'day-before')).toEqual([]);
  });

  test('an old button leads to the new version, and answers nothing by itself', async () => {
    desk.at(START);
    const id = await desk.agreed({ team: ['a-member'] });
    const old = await desk.notify(id);
    await desk.word('b-chair', await desk.crossed(id), YES);
    const fresh = (await desk.requests(id, 'notice'))[1]!.id;
    const tapped = await desk.by('a-member', (work, actor) =>
      answerNotice(work, actor, old, { answer: 'attending' }),
    );
    expect(outcome(tapped)).toBe('overtaken');
    expect(await desk.answers(fresh)).toEqual([]);
    const opened = await desk.by('a-member', async (work, actor) =>
      shown(work, await openNotice(work, actor, old)),
    );
    expect(opened.text).toContain('Điều chỉnh lần 1');
    expect(opened.text).toContain('Thời gian cũ: thứ Hai 07/12');
    expect(opened.text).toContain('mới: thứ Hai 14/12');
    expect(opened.text).toContain('Lý do: Trùng lịch công tác');
    expect(opened.text).not.toContain('phản hồi lại');
    expect(opened.data).toContain(`ack.${fresh}.attending`);
    expect(opened.protect).toBe(true);
  });

  test('whoever answered is asked again, whoever never did is asked', async () => {
    desk.at(START);
    const id = await desk.agreed({ team: ['a-member', 'b-member'] });
    await desk.answer('a-member', await desk.notify(id), 'attending');
    await desk.word('b-chair', await desk.crossed(id), YES);
    const fresh = (await desk.requests(id, 'notice'))[1]!.id;
    const read = (key: string) =>
      desk.by(key, async (work, actor) => shown(work, await openNotice(work, actor, fresh)));
    expect((await read('a-member')).text).toMatch(
      /Đề nghị đồng chí phản hồi lại trước 17h00 .*; phản hồi trước không còn hiệu lực\./,
    );
    expect((await read('b-member')).text).toMatch(/Đề nghị phản hồi trước 17h00 [^;]*\./);
  });

  test('the new push is a code, the number of the change and a deadline; the content is behind the button', async () => {
    desk.at(START);
    const id = await desk.agreed({ team: ['a-member'] });
    await desk.notify(id);
    await desk.word('b-chair', await desk.crossed(id), YES);
    const [first, second] = await desk.read(id, 'push', 'a-member');
    expect(first).toEqual({ skip: 'overtaken by a change' });
    expect(second).toMatchObject({
      text: expect.stringMatching(/^PH-\S+ · Điều chỉnh lần 1 · đề nghị phản hồi trước/),
    });
    expect((second as { text: string }).text).not.toMatch(/Chi bộ|Cũ:|Lý do/);
  });

  test('refused, the old plan and its answers stand, and the asker reads why', async () => {
    desk.at(START);
    const id = await desk.agreed({ team: ['a-member'] });
    const notice = await desk.notify(id);
    await desk.answer('a-member', notice, 'attending');
    const before = await desk.found(id);
    const change = await desk.crossed(id);
    const refused = await desk.word('b-chair', change, { isConfirmed: false, reason: 'no_staff' });
    expect(outcome(refused)).toBe('refused');
    expect((await desk.found(id)).version.id).toBe(before.version.id);
    expect((await desk.answers(notice))[0]!.voidedAt).toBeNull();
    const [told] = await desk.read(id, 'outcome', 'a-secretary');
    expect(told).toMatchObject({
      text: expect.stringContaining('chưa đồng ý điều chỉnh; giữ nguyên nội dung cũ'),
    });
    expect((told as { text: string }).text).toContain('Chưa bố trí được cán bộ');
    const [version] = await desk.all((work) =>
      work.tx
        .select()
        .from(inspectionVersion)
        .where(eq(inspectionVersion.id, before.version.id + 1)),
    );
    expect(version!.refusedAt).not.toBeNull();
  });

  test('proposed again after a refusal, it is the same number in another round', async () => {
    desk.at(START);
    const id = await desk.agreed();
    await desk.word('b-chair', await desk.crossed(id), { isConfirmed: false, reason: 'no_staff' });
    await desk.word(
      'b-chair',
      await desk.crossed(id, { windowFrom: '2026-12-21', windowTo: '2026-12-26' }),
      YES,
    );
    expect((await desk.found(id)).version).toMatchObject({ n: 1, round: 2, windowFrom: '2026-12-21' });
    await desk.word('b-chair', await desk.crossed(id, { mode: 'second_staff' }), YES);
    expect((await desk.found(id)).version).toMatchObject({ n: 2, round: 1, windowFrom: '2026-12-21' });
    const card = await desk.by('a-chair', async (work, actor) =>
      shown(work, await readCard(work, actor, id)),
    );
    expect(card.text).toContain('Điều chỉnh lần 2');
    expect(card.text).toContain(
      'Hình thức cũ: Một bên chủ trì, một bên phối hợp\nHình thức mới: Bên phối hợp cử cán bộ tham gia',
    );
    expect(card.text).not.toContain('cũ: thứ Hai 07/12');
  });

  test('either side may propose; the side that owns the entry then confirms', async () => {
    desk.at(START);
    const id = await desk.agreed();
    expect(outcome(await desk.propose('b-secretary', id, LATER))).toBe('crossing');
    await desk.pass(2);
    const [change] = await desk.requests(id, 'change');
    expect(change!.side).toBe('a');
    expect(outcome(await desk.word('b-chair', change!.id, YES))).toBe('refused-not-allowed');
    expect(outcome(await desk.word('a-chair', change!.id, YES))).toBe('confirmed');
  });
});

test('confirmed within a day of the event, the new notice is Khẩn; after the event began, its deadline lies ahead', async () => {
  desk.at(START);
  const id = await desk.agreed({ team: ['a-member'] });
  await desk.notify(id);
  desk.at('2026-12-07T09:00:00+07:00');
  const sessions = [{ kind: 'work' as const, startsAt: instant('2026-12-08T08:00'), place: 'Phòng họp' }];
  await desk.word('b-chair', await desk.crossed(id, { sessions }), YES);
  const [, urgent] = await desk.requests(id, 'notice');
  expect(urgent).toMatchObject({ urgent: true, urgentReason: 'schedule_clash' });
  await desk.setState(id, 'under_way');
  desk.at('2026-12-10T09:00:00+07:00');
  await desk.word('b-chair', await desk.crossed(id, { windowTo: '2026-12-17', sessions }), YES);
  const [, , late] = await desk.requests(id, 'notice');
  expect(late!.dueAt > late!.askedAt).toBe(true);
});

function instant(local: string): DateTime {
  return DateTime.fromISO(local, { zone: 'Asia/Ho_Chi_Minh' });
}
