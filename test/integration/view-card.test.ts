import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recipient, request } from '../../db/schema/index.ts';
import { answerNotice } from '../../src/usecases/inspection/answer-notice.ts';
import { passToLeader } from '../../src/usecases/inspection/answer-proposal.ts';
import { approveCrossing } from '../../src/usecases/inspection/approve-crossing.ts';
import { decideProposal } from '../../src/usecases/inspection/decide-proposal.ts';
import { draftInspection } from '../../src/usecases/inspection/draft-inspection.ts';
import { proposeInspection } from '../../src/usecases/inspection/propose-inspection.ts';
import { openRequest } from '../../src/usecases/request/load-request.ts';
import { dueRequests, runDueSteps } from '../../src/usecases/request/run-steps.ts';
import { writeAnswer } from '../../src/usecases/request/write-answer.ts';
import { isRefused } from '../../src/usecases/said.ts';
import { readHistory } from '../../src/usecases/view/read-history.ts';
import { whoAnswered } from '../../src/usecases/view/who-answered.ts';
import { whyMe } from '../../src/usecases/view/why-me.ts';
import type { Actor, Work } from '../../src/usecases/work.ts';
import { NOTHING_BESIDES } from '../support/nothing-besides.ts';
import { agreedInspection } from '../support/seed-inspection.ts';
import { openViewDesk, type Shown, shown, type ViewDesk } from '../support/view-desk.ts';

let desk: ViewDesk;
let inspectionId: number;
let noticeId: number;

const as = <T>(key: string, fn: (work: Work, actor: Actor) => Promise<T>): Promise<T> =>
  desk.as(desk.one.cast[key]!.userId, fn);
const nameOf = (key: string): string => desk.one.cast[key]!.name;
const requestOf = async (kind: 'proposal' | 'decision' | 'notice') =>
  (await desk.office.work({ pairs: 'all' }, (work) => openRequest(work, inspectionId, kind)))!.id;

const runDue = () =>
  desk.office.work({ pairs: 'all' }, async (work) => {
    for (const id of await dueRequests(work, 100)) await runDueSteps(work, id);
  });

/** A proposal of side a, passed to the leader and agreed by side b; notified, answered, reminded. */
beforeAll(async () => {
  desk = await openViewDesk();
  const { pairId, targets, cast } = desk.one;
  inspectionId = await as('a-secretary', async (work, actor) => {
    const made = await draftInspection(
      work,
      actor,
      pairId,
      {
        targetId: targets.y!,
        kind: 'compliance',
        subjectBody: 'standing_board',
        subject: null,
        leadSide: 'a',
        mode: 'coordinate',
        windowFrom: '2026-12-14',
        windowTo: '2026-12-19',
        ...NOTHING_BESIDES,
        sessions: [],
      },
      [cast['a-member']!.id, cast['a-member-2']!.id],
    );
    if (isRefused(made)) throw new Error(made.refused.key);
    return made.inspectionId;
  });
  await as('a-secretary', (work, actor) => proposeInspection(work, actor, inspectionId));
  await as('a-secretary', (work, actor) => approveCrossing(work, actor, inspectionId, true, 'phone'));
  desk.at('2026-11-23T09:02:00+07:00');
  await runDue();
  const proposal = await requestOf('proposal');
  await as('b-secretary', (work, actor) => passToLeader(work, actor, proposal));
  await as('b-chair', (work, actor) => decideProposal(work, actor, proposal, { decision: 'agreed' }));
  noticeId = await requestOf('notice');
  await as('a-member', (work, actor) => answerNotice(work, actor, noticeId, { answer: 'attending' }));
  await as('b-secretary', (work, actor) => answerNotice(work, actor, noticeId, { answer: 'received' }));
});
afterAll(() => desk.base.close());

const history = async (key: string): Promise<string> => {
  const pages: string[] = [];
  for (let page = 0; page < 4; page += 1) {
    const one = await as(key, async (work, actor) =>
      shown(work, await readHistory(work, actor, inspectionId, page)),
    );
    expect(one.lines.length).toBeLessThanOrEqual(7);
    expect(one.protect).toBe(true);
    pages.push(one.text);
    if (!one.labels.some((label) => label.startsWith('Trang sau'))) break;
  }
  return pages.join('\n');
};
const who = (key: string, page = 0): Promise<Shown> =>
  as(key, async (work, actor) => shown(work, await whoAnswered(work, actor, noticeId, page)));
const why = (key: string): Promise<Shown> =>
  as(key, async (work, actor) => shown(work, await whyMe(work, actor, inspectionId)));

test('own people stand by name with what they answered, the other side as counts only', async () => {
  const { text, lines, protect } = await who('a-secretary');
  expect(protect).toBe(true);
  expect(lines.length).toBeLessThanOrEqual(7);
  expect(lines[0]).toBe('PH-2026-001 · bản đầu · Phản hồi: 2/4 · hạn 17h00 thứ Tư 25/11/2026');
  expect(text).toContain(`${nameOf('a-member')} · đoàn · Tham gia · 09h02 hôm nay · chưa mở tin`);
  expect(text).toContain(`${nameOf('a-member-2')} · đoàn · chưa phản hồi, tin chưa đến`);
  expect(lines.at(-1)).toBe('UBKT Tỉnh uỷ p1: 1 Đã nhận');
  for (const key of Object.keys(desk.one.cast).filter((one) => one.startsWith('b-')))
    expect(text, key).not.toContain(nameOf(key));
});

test('delivered and opened are told apart while an answer is missing', async () => {
  const set = (given: Partial<typeof recipient.$inferInsert>) =>
    desk.office.work({ pairs: 'all' }, (work) =>
      work.tx
        .update(recipient)
        .set(Object.fromEntries(Object.keys(given).map((key) => [key, work.now])))
        .where(
          and(eq(recipient.requestId, noticeId), eq(recipient.personId, desk.one.cast['a-member-2']!.id)),
        ),
    );
  await set({ deliveredAt: null });
  expect((await who('a-chair')).text).toContain('chưa phản hồi, chưa mở, tin đã đến 09h02 hôm nay');
  await set({ openedAt: null });
  expect((await who('a-chair')).text).toContain('chưa phản hồi, đã mở 09h02 hôm nay');
});

test('who has answered is for the đầu mối and the leaders, of this pair', async () => {
  for (const key of ['a-member', 'a-observer', 'b-member-2'])
    expect((await who(key)).text, key).toContain('Vai trò của đồng chí không thực hiện được');
  const outside = await desk.as(desk.two.cast['a-secretary']!.userId, async (work, actor) =>
    shown(work, await whoAnswered(work, actor, noticeId, 0)),
  );
  expect(outside.text).toContain('Không tìm thấy');
});

test('the đầu mối can remind and record from here; a leader of the same side only looks', async () => {
  const { data } = await who('a-secretary');
  expect(data).toEqual([`remind.${noticeId}`, `record.${noticeId}`, `card.${inspectionId}`]);
  expect((await who('a-chair')).data).toEqual([`card.${inspectionId}`]);
  // Everyone of side b who is asked has answered.
  expect((await who('b-secretary')).data).toEqual([`card.${inspectionId}`]);
});

test('the approval of one side is no business of the other', async () => {
  const approval = await desk.office.work({ pairs: 'all' }, async (work) => {
    const [row] = await work.tx.select().from(request).where(eq(request.kind, 'approval'));
    return row!.id;
  });
  const across = await as('b-secretary', async (work, actor) =>
    shown(work, await whoAnswered(work, actor, approval, 0)),
  );
  expect(across.text).toContain('Không tìm thấy');
});

test('an answer recorded for someone is marked, and so is who stands in for whom', async () => {
  await desk.office.work({ pairs: 'all' }, async (work) => {
    const rows = await work.tx.select().from(recipient).where(eq(recipient.requestId, noticeId));
    const asker = rows.find((row) => row.personId === desk.one.cast['a-member-2']!.id)!;
    const { pairId, requestId, side } = asker;
    const [stand] = await work.tx
      .insert(recipient)
      .values({
        pairId,
        requestId,
        side,
        personId: desk.one.cast['a-member-3']!.id,
        capacity: 'substitute',
        substituteOf: asker.id,
      })
      .returning();
    await work.tx.update(recipient).set({ replacedBy: stand!.id }).where(eq(recipient.id, asker.id));
    await writeAnswer(work, {
      pairId,
      requestId,
      recipientId: stand!.id,
      personId: stand!.personId,
      versionId: 1,
      answer: 'attending',
      via: 'phone',
      recordedBy: desk.one.cast['a-secretary']!.id,
      isSettled: true,
    });
  });
  const { text } = await who('a-vice');
  expect(text).toContain(`${nameOf('a-member-3')} thay ${nameOf('a-member-2')} · người thay · Tham gia`);
  expect(text).toContain('ghi nhận thay (Điện thoại)');
  expect(text).toMatch(new RegExp(`${nameOf('a-member-2')} · đoàn · .*đã có người thay`));
});

test('why I get this names capacity, instant, version and rule; who is not asked reads why they see it', async () => {
  const team = (await why('a-member')).text;
  expect(team).toContain('Thông báo phối hợp kiểm tra, giám sát · từ 09h02 thứ Hai 23/11/2026 · bản đầu');
  expect(team).toContain('Vì là thành viên đoàn');
  expect(team).toContain('theo thiết lập của quy chế phối hợp');
  expect((await why('b-chair')).text).toContain('Xin quyết định về đề xuất');
  const observer = (await why('b-observer')).text;
  expect(observer).toContain('Đồng chí không phải phản hồi');
  expect(observer).toContain('theo dõi trong Công an tỉnh – Tỉnh uỷ p1');
});

test('the history of the side that proposed has its own steps by name, the other side by its committee', async () => {
  const text = await history('a-observer');
  expect(text).toContain(`${nameOf('a-secretary')} · lập dự thảo`);
  expect(text).toContain(`${nameOf('a-secretary')} · lãnh đạo đồng ý gửi · Điện thoại`);
  expect(text).toContain(`${nameOf('a-member')} · phản hồi: Tham gia`);
  expect(text).toContain('UBKT Tỉnh uỷ p1 · tiếp nhận đề xuất, xin ý kiến lãnh đạo');
  expect(text).toContain('UBKT Tỉnh uỷ p1 · thống nhất sơ bộ');
  expect(text).not.toContain('chuyển lãnh đạo');
  expect(text).not.toContain('phản hồi: Đã nhận');
  for (const key of Object.keys(desk.one.cast).filter((one) => one.startsWith('b-')))
    expect(text, key).not.toContain(nameOf(key));
});

test('the other side reads nothing of the steps inside the first', async () => {
  const text = await history('b-secretary');
  expect(text).toContain('Hệ thống · đề xuất đến bên nhận');
  expect(text).toContain(`${nameOf('b-secretary')} · chuyển lãnh đạo cho ý kiến`);
  expect(text).toContain(`${nameOf('b-chair')} · thống nhất sơ bộ`);
  for (const inner of [
    'lập dự thảo',
    'trình lãnh đạo',
    'lãnh đạo đồng ý',
    'gửi đề xuất',
    'phản hồi: Tham gia',
  ])
    expect(text, inner).not.toContain(inner);
  for (const key of Object.keys(desk.one.cast).filter((one) => one.startsWith('a-')))
    expect(text, key).not.toContain(nameOf(key));
});

test('a reminder stands in the history of the side that was silent and not of the one that had answered', async () => {
  // It has reached them: nobody is chased for what is still on its way.
  await desk.office.work({ pairs: 'all' }, ({ tx, now }) =>
    tx.update(recipient).set({ deliveredAt: now }).where(eq(recipient.requestId, noticeId)),
  );
  desk.at('2026-11-26T10:00:00+07:00');
  await runDue();
  expect(await history('a-secretary')).toContain('Hệ thống · báo lãnh đạo Uỷ ban ta: chưa đủ phản hồi');
  expect(await history('b-secretary')).not.toContain('báo lãnh đạo Uỷ ban ta');
});

test('another pair finds neither history nor reason, and across a draft there is neither', async () => {
  const read = (userId: number, id: number) =>
    desk.as(userId, async (work, actor) => [
      shown(work, await readHistory(work, actor, id, 0)).text,
      shown(work, await whyMe(work, actor, id)).text,
    ]);
  const drafted = await agreedInspection(desk.office, desk.one, { state: 'draft', code: 'PH-2026-777' });
  for (const text of await read(desk.two.cast['a-secretary']!.userId, inspectionId))
    expect(text).toContain('Không tìm thấy');
  for (const text of await read(desk.one.cast['b-secretary']!.userId, drafted))
    expect(text).toContain('Không tìm thấy');
  for (const text of await read(desk.one.cast['a-observer']!.userId, drafted))
    expect(text).toContain('PH-2026-777');
});
