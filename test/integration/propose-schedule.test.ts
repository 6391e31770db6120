import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openEdit } from '../../src/usecases/form/change-open.ts';
import { openForm } from '../../src/usecases/form/open-form.ts';
import type { ProposeData } from '../../src/usecases/form/propose-data.ts';
import { proposeForm } from '../../src/usecases/form/propose-form.ts';
import { proposeFromLine } from '../../src/usecases/form/propose-line.ts';
import { approveCrossing } from '../../src/usecases/inspection/approve-crossing.ts';
import { decideProposal } from '../../src/usecases/inspection/decide-proposal.ts';
import { loadSessions } from '../../src/usecases/inspection/load-case.ts';
import { type ChangeDesk, openChangeDesk, outcome, START } from '../support/change-desk.ts';
import { formHand } from '../support/form-hand.ts';

let desk: ChangeDesk;

beforeAll(async () => {
  desk = await openChangeDesk();
});
afterAll(() => desk.base.close());
beforeEach(() => desk.at(START));

const given = (): ProposeData => ({
  pairId: desk.one.pairId,
  secretAsked: true,
  kind: 'thematic_supervision',
  targetId: desk.one.targets.y!,
  subject: 'quy chế làm việc',
  body: 'inspection_committee',
  leadSide: 'b',
  mode: 'coordinate',
});
const places = async (id: number) => {
  const { version } = await desk.found(id);
  return (await desk.all((work) => loadSessions(work, version.id))).map(({ place }) => place);
};
const idOf = (data: string[]) => Number(data.find((one) => one.startsWith('card.'))!.split('.')[1]);

async function proposed() {
  const hand = formHand(desk, 'a-secretary');
  await hand.open((work, actor) => openForm(work, actor, proposeForm, given(), { pairId: given().pairId }));
  const asked = await hand.type('07/12 - 11/12/2026');
  return { hand, asked };
}

describe('the schedule in a proposal', () => {
  test('is asked after the days, may be left open, and is then not spoken of', async () => {
    const { hand, asked } = await proposed();
    expect(asked.text).toContain('Lịch làm việc dự kiến (nếu đã có)');
    await hand.tap('Chưa có lịch');
    const preview = await hand.tap('Xong');
    expect(preview.text).not.toContain('Buổi');
    expect(preview.labels).toContain('Lịch làm việc');
  });

  test('an hour that may mean several is asked back with those that lie in the days, one tap each', async () => {
    const { hand } = await proposed();
    await hand.tap('Thêm buổi công bố');
    const noDay = await hand.type('14h30');
    expect(noDay.labels).toEqual(
      expect.arrayContaining(['14h30 thứ Hai 07/12/2026', '14h30 thứ Sáu 11/12/2026']),
    );
    const noHour = await hand.type('07/12/2026');
    expect(noHour.labels).toEqual(
      expect.arrayContaining(['08h00 thứ Hai 07/12/2026', '14h00 thứ Hai 07/12/2026']),
    );
    const outside = await hand.type('14/12/2026');
    expect(outside.labels.filter((label) => label.includes('/12/2026'))).toEqual([]);
    await hand.type('07/12/2026');
    expect((await hand.tap('14h00 thứ Hai 07/12/2026')).text).toContain(
      'Thời gian: 14h00 thứ Hai 07/12/2026',
    );
    await hand.type('Phòng họp số 1');
    expect((await hand.tap('Xong')).text).not.toContain('Ngày chưa rõ');
  });

  test('given, stands in the preview, on the proposal and in what is agreed; an answer with other days keeps what fits', async () => {
    const { hand } = await proposed();
    await hand.tap('Thêm buổi công bố');
    expect((await hand.type('08h00 ngày 14/12/2026')).text).toContain('ở ngoài thời gian');
    await hand.type('08h00 ngày 07/12/2026');
    await hand.type('Phòng họp số 1');
    await hand.tap('Thêm buổi làm việc');
    await hand.type('08h00 ngày 11/12/2026');
    await hand.type('Trụ sở');
    const preview = await hand.taps('Xong', 'Xong');
    expect(preview.text).toContain('08h00 thứ Hai 07/12/2026, tại Phòng họp số 1');
    const id = idOf((await hand.tap('Gửi đề xuất')).data);
    expect(await places(id)).toEqual(['Phòng họp số 1', 'Trụ sở']);
    await desk.by('a-chair', (work, actor) => approveCrossing(work, actor, id, true));
    await desk.pass(2);
    const [proposal] = await desk.requests(id, 'proposal');
    const window = { windowFrom: '2026-12-10', windowTo: '2026-12-17' };
    const countered = await desk.by('b-chair', (work, actor) =>
      decideProposal(work, actor, proposal!.id, { decision: 'countered', reason: 'schedule_clash', window }),
    );
    expect(outcome(countered)).toBe('done');
    expect(await places(id)).toEqual(['Trụ sở']);
  });

  test('of a draft is edited like its other parts, and drops out of other days', async () => {
    const { hand } = await proposed();
    await hand.tap('Thêm buổi công bố');
    await hand.type('08h00 ngày 07/12/2026');
    await hand.type('Phòng họp số 1');
    const id = idOf((await hand.taps('Xong', 'Xong', 'Lưu dự thảo')).data);
    await hand.open((work, actor) => openEdit(work, actor, id));
    await hand.tap('Lịch làm việc');
    await hand.tap('Thêm buổi làm việc');
    const secret = await hand.type('14h00 ngày 08/12/2026');
    if (secret.text.includes('TUYỆT MẬT')) await hand.tap('Không mật');
    await hand.type('Trụ sở');
    await hand.taps('Xong', 'Lưu dự thảo');
    expect(await places(id)).toEqual(['Phòng họp số 1', 'Trụ sở']);
    await hand.open((work, actor) => openEdit(work, actor, id));
    await hand.tap('Thời gian');
    const asked = await hand.type('08/12 - 12/12/2026');
    expect(asked.text).toContain('Trụ sở');
    expect(asked.text).not.toContain('Phòng họp');
    await hand.taps('Xong', 'Lưu dự thảo');
    expect(await places(id)).toEqual(['Trụ sở']);
  });

  test('is not asked in one line, nor of a sensitive kind', async () => {
    const hand = formHand(desk, 'a-secretary');
    const line =
      'giám sát chuyên đề; Chi bộ Y; 07/12 - 11/12/2026; chủ trì: UBKT Tỉnh uỷ p1; nội dung: quy chế; không mật';
    const asked = await hand.open((work, actor) => proposeFromLine(work, actor, desk.one.pairId, line));
    expect(asked.labels).toContain('Xong');
    expect(asked.labels).not.toContain('Thêm buổi công bố');
    const data = { ...given(), kind: 'denunciation' as const, subject: undefined };
    await hand.open((work, actor) => openForm(work, actor, proposeForm, data, { pairId: data.pairId }));
    const next = await hand.type('07/12 - 11/12/2026');
    expect(next.labels).not.toContain('Thêm buổi công bố');
    expect((await hand.tap('Xong')).labels).not.toContain('Lịch làm việc');
  });
});
