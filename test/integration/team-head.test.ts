import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditEntry } from '../../db/schema/index.ts';
import { TEAM_ROLES } from '../../src/domain/team.ts';
import { openChange } from '../../src/usecases/form/change-open.ts';
import { openForm } from '../../src/usecases/form/open-form.ts';
import { substituteForm } from '../../src/usecases/form/substitute-form.ts';
import { openNotice } from '../../src/usecases/inspection/open-notice.ts';
import { askSubstitute } from '../../src/usecases/request/ask-substitute.ts';
import { assignSubstitute } from '../../src/usecases/request/assign-substitute.ts';
import { LATER, outcome, YES } from '../support/change-desk.ts';
import { formHand } from '../support/form-hand.ts';
import { openTeamDesk, type TeamDesk } from '../support/team-desk.ts';
import { shown } from '../support/view-desk.ts';

let desk: TeamDesk;
beforeEach(async () => {
  desk = await openTeamDesk();
});
afterEach(() => desk.base.close());

const noticeOf = (key: string, request: number) =>
  desk.by(key, async (work, actor) => shown(work, await openNotice(work, actor, request)));

describe('a head', () => {
  test('is a member from the moment at which a confirmed change makes the other side lead; the other side may name one', async () => {
    const { id } = await desk.noticed({ leadSide: 'a', team: ['a-member', 'b-member'] });
    await desk.setTeam('a-secretary', id, { 'a-member': 'head' });
    const hand = formHand(desk, 'a-secretary');
    await hand.open((work, actor) => openChange(work, actor, id));
    await hand.taps('Chủ trì', 'Xong');
    await hand.tap('UBKT Tỉnh uỷ p1');
    const preview = await hand.tap('Trùng lịch công tác');
    expect(preview.text).toContain('Bên chủ trì mới cử Trưởng đoàn');
    const asked = await desk.crossed(id, { leadSide: 'b' });
    // Until it is confirmed nothing is another.
    expect(await desk.teamOf(id)).toEqual({ 'a-member': 'head', 'b-member': 'member' });
    await desk.word('b-chair', asked, YES);
    expect(await desk.teamOf(id)).toEqual({ 'a-member': 'member', 'b-member': 'member' });
    const [entry] = await desk.all((work) =>
      work.tx.select().from(auditEntry).where(eq(auditEntry.type, 'version.switched')),
    );
    expect(JSON.parse(entry!.body)).toMatchObject({ headReleased: String(desk.idOf('a-member')) });
    expect(outcome(await desk.setTeam('b-secretary', id, { 'b-member': 'head' }))).toBe('done');
    expect(outcome(await desk.setTeam('a-secretary', id, { 'a-member': 'head' }))).toBe('refused-team-head');
  });

  test('stays head by any other change', async () => {
    const { id } = await desk.noticed({ leadSide: 'a', team: ['a-member'] });
    await desk.setTeam('a-secretary', id, { 'a-member': 'head' });
    await desk.word('b-chair', await desk.crossed(id, LATER), YES);
    expect(await desk.teamOf(id)).toEqual({ 'a-member': 'head' });
  });

  test('who stands in takes over the role: said to who names them and to the substitute', async () => {
    const { id, request } = await desk.noticed({ leadSide: 'b', team: ['b-member'] });
    await desk.setTeam('b-secretary', id, { 'b-member': 'head' });
    await desk.by('b-member', (work, actor) => askSubstitute(work, actor, request));
    const row = (await desk.recipients(request)).find(({ personId }) => personId === desk.idOf('b-member'))!;
    const hand = formHand(desk, 'b-chair');
    const asked = await hand.open((work, actor) =>
      openForm(work, actor, substituteForm, { recipientId: row.id }, { pairId: desk.one.pairId }),
    );
    expect(asked.text).toContain('Người thay giữ vai trò trong đoàn: Trưởng đoàn.');
    await desk.by('b-chair', (work, actor) => assignSubstitute(work, actor, row.id, desk.idOf('b-member-2')));
    expect(await desk.teamOf(id)).toEqual({ 'b-member-2': 'head' });
    expect((await noticeOf('b-member-2', request)).text).toContain(
      'Đồng chí được phân công thay làm Trưởng đoàn.',
    );
  });
});

test('whoever names whom as what, and whoever leads then: each side has its own people, and one head at most, of the lead', async () => {
  const role = fc.constantFrom(...TEAM_ROLES);
  const named = (side: 'a' | 'b') =>
    fc
      .dictionary(fc.constantFrom(`${side}-member`, `${side}-member-2`, `${side}-vice`), role)
      .map((team) => ({ side, team }));
  const step = fc.oneof(named('a'), named('b'), fc.constantFrom('a', 'b'));
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      const id = await desk.agreed({ leadSide: 'b' });
      for (const one of steps) {
        if (typeof one !== 'string') await desk.setTeam(`${one.side}-secretary`, id, one.team);
        else if (one !== (await desk.found(id)).version.leadSide)
          await desk.word('b-chair', await desk.crossed(id, { leadSide: one }), YES);
        const { leadSide } = (await desk.found(id)).version;
        const heads = Object.entries(await desk.teamOf(id)).filter(([, what]) => what === 'head');
        expect(heads.length).toBeLessThanOrEqual(1);
        for (const [key] of heads) expect(key[0]).toBe(leadSide);
      }
    }),
    { numRuns: 15 },
  );
}, 60_000);
