import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAccept, openEdit } from '../../src/usecases/form/change-open.ts';
import { acceptCounter } from '../../src/usecases/inspection/accept-counter.ts';
import { approveCrossing } from '../../src/usecases/inspection/approve-crossing.ts';
import { decideProposal } from '../../src/usecases/inspection/decide-proposal.ts';
import { editDraft } from '../../src/usecases/inspection/edit-draft.ts';
import { proposeInspection } from '../../src/usecases/inspection/propose-inspection.ts';
import { materialOf } from '../../src/usecases/view/change-lines.ts';
import { readCard } from '../../src/usecases/view/read-card.ts';
import { type ChangeDesk, openChangeDesk, outcome, START } from '../support/change-desk.ts';
import { formHand } from '../support/form-hand.ts';

let desk: ChangeDesk;
const COUNTER = { windowFrom: '2026-12-14', windowTo: '2026-12-19' };

beforeAll(async () => {
  desk = await openChangeDesk();
});
afterAll(() => desk.base.close());

/** A proposal of side a that side b answered. */
async function answered(decision: 'countered' | 'declined'): Promise<number> {
  desk.at(START);
  const id = await desk.agreed({ state: 'draft' });
  await propose(id);
  const [proposal] = await desk.requests(id, 'proposal');
  const window = decision === 'countered' ? COUNTER : undefined;
  const decided = await desk.by('b-chair', (work, actor) =>
    decideProposal(work, actor, proposal!.id, { decision, reason: 'schedule_clash', window }),
  );
  expect(outcome(decided)).toBe('done');
  return id;
}

async function propose(id: number): Promise<void> {
  await desk.by('a-secretary', (work, actor) => proposeInspection(work, actor, id));
  await desk.by('a-chair', (work, actor) => approveCrossing(work, actor, id, true));
  await desk.pass(2);
}

describe('an entry that came back is edited', () => {
  const edit = async (key: string, id: number, changes: object) => {
    const { version } = await desk.found(id);
    return desk.by(key, async (work, actor) =>
      editDraft(work, actor, id, { ...(await materialOf(work, version)), ...changes }, [
        desk.one.cast['a-member-2']!.id,
      ]),
    );
  };

  test.each(['countered', 'declined'] as const)(
    '%s: the next round is a draft until it crosses',
    async (decision) => {
      const id = await answered(decision);
      expect(
        outcome(await edit('a-secretary', id, { windowFrom: '2027-01-11', windowTo: '2027-01-16' })),
      ).toBe('done');
      const draft = await desk.found(id);
      expect(draft.inspection).toMatchObject({ state: 'draft', crossesAt: null });
      expect(draft.version).toMatchObject({ n: 0, madeSide: 'a', windowFrom: '2027-01-11' });
      expect(draft.version.round).toBe(decision === 'countered' ? 3 : 2);
      const peek = () => desk.by('b-chair', (work, actor) => readCard(work, actor, id));
      expect(outcome(await peek())).toBe('refused-not-found');
      await desk.by('a-secretary', (work, actor) => proposeInspection(work, actor, id));
      await desk.by('a-chair', (work, actor) => approveCrossing(work, actor, id, true));
      expect(outcome(await peek())).toBe('refused-not-found');
      await desk.pass(2);
      expect(outcome(await peek())).toBe('done');
      const open = (await desk.requests(id, 'proposal')).filter((one) => one.state === 'open');
      const decided = await desk.by('b-chair', (work, actor) =>
        decideProposal(work, actor, open[0]!.id, { decision: 'agreed' }),
      );
      expect(outcome(decided)).toBe('done');
      expect(await desk.state(id)).toBe('agreed');
    },
  );

  test('with one’s own round standing, there is no counter-proposal to accept', async () => {
    const id = await answered('countered');
    await edit('a-secretary', id, { windowFrom: '2027-01-11', windowTo: '2027-01-16' });
    await desk.setState(id, 'countered');
    const accepted = await desk.by('a-chair', (work, actor) => acceptCounter(work, actor, id));
    expect(outcome(accepted)).toBe('refused-own-version');
  });

  test('by its own đầu mối only, and not after agreement', async () => {
    const id = await answered('countered');
    for (const [key, refusal] of [
      ['b-secretary', 'refused-not-allowed'],
      ['a-chair', 'refused-not-allowed'],
    ] as const)
      expect(outcome(await edit(key, id, { mode: 'second_staff' }))).toBe(refusal);
    desk.at(START);
    expect(outcome(await edit('a-secretary', await desk.agreed(), { mode: 'second_staff' }))).toBe(
      'refused-state',
    );
  });
});

describe('the form of an entry that came back', () => {
  async function countered(): Promise<number> {
    const id = await desk.agreed({ state: 'draft', team: ['a-member'] });
    await desk.by('a-secretary', (work, actor) => proposeInspection(work, actor, id));
    await desk.by('a-chair', (work, actor) => approveCrossing(work, actor, id, true));
    await desk.pass(2);
    const [proposal] = await desk.requests(id, 'proposal');
    await desk.by('b-chair', (work, actor) =>
      decideProposal(work, actor, proposal!.id, {
        decision: 'countered',
        reason: 'schedule_clash',
        window: { windowFrom: '2027-02-15', windowTo: '2027-02-20' },
      }),
    );
    return id;
  }

  test('is edited in the proposal form, filled in, and proposed again', async () => {
    await desk.agreed();
    const id = await countered();
    const hand = formHand(desk, 'a-secretary');
    await hand.open((work, actor) => openEdit(work, actor, id));
    await hand.tap('Thời gian');
    const preview = await hand.type('22/02 - 26/02/2027');
    expect(preview.text).toContain('Chi bộ Y');
    expect(preview.text).toContain('Đoàn: Uỷ viên A1 p1');
    expect(preview.text).toContain('22/02');
    const asked = await hand.taps('Quay lại', 'Nội dung');
    expect(asked.text).toContain('MẬT, TỐI MẬT');
    await hand.tap('Không mật');
    expect((await hand.type('việc thực hiện nghị quyết')).text).toContain(
      'Nội dung: việc thực hiện nghị quyết',
    );
    // The overlap with the one agreed above is settled on the way (R2).
    await hand.taps('Gửi đề xuất', 'Giữ cả hai, nêu lý do', 'Cấp trên giao');
    expect((await hand.tap('Gửi đề xuất')).text).toContain('Đã trình lãnh đạo');
    const { version } = await desk.found(id);
    expect(version).toMatchObject({
      n: 0,
      round: 3,
      windowFrom: '2027-02-22',
      subject: 'việc thực hiện nghị quyết',
    });
    expect(await desk.state(id)).toBe('awaiting_leader');
  });

  test('made a sensitive kind, it loses its content; made an ordinary one again, it asks for it after secrecy', async () => {
    const id = await countered();
    const hand = formHand(desk, 'a-secretary');
    await hand.open((work, actor) => openEdit(work, actor, id));
    await hand.tap('Loại');
    const bare = await hand.tap('Giải quyết tố cáo');
    expect(bare.text).not.toContain('Nội dung:');
    await hand.taps('Quay lại', 'Loại');
    expect((await hand.tap('Kiểm tra chấp hành')).text).toContain('MẬT, TỐI MẬT');
  });

  test('offers yes to the leader, and the ways a word comes to the đầu mối', async () => {
    const id = await countered();
    const leader = await formHand(desk, 'a-chair').open((work, actor) => openAccept(work, actor, id));
    expect(leader.data).toEqual([`accept.${id}.tap`]);
    const recorder = await formHand(desk, 'a-secretary').open((work, actor) => openAccept(work, actor, id));
    expect(recorder.data).toContain(`accept.${id}.phone`);
  });
});
