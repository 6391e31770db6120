import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { outbox } from '../../db/schema/index.ts';
import { compose } from '../../src/usecases/compose/index.ts';
import { draftLetter } from '../../src/usecases/letter/draft-letter.ts';
import type { Claimed } from '../../src/usecases/outbox/claim.ts';
import { LATER, outcome, YES } from '../support/change-desk.ts';
import { readDocx } from '../support/read-docx.ts';
import { openTeamDesk, type TeamDesk } from '../support/team-desk.ts';

let desk: TeamDesk;
beforeEach(async () => {
  desk = await openTeamDesk();
});
afterEach(() => desk.base.close());

const letterOf = async (key: string, id: number, kind: 'proposal' | 'reply' | 'change' = 'proposal') => {
  await desk.base.ownerSql`delete from outbox`;
  const drafted = await desk.by(key, (work, actor) => draftLetter(work, actor, id, kind));
  expect(outcome(drafted)).toBe('sent');
  return desk.all(async (work) => {
    const rows = await work.tx.select().from(outbox).where(eq(outbox.kind, 'file'));
    const claimed = rows.map((row) => ({ ...row, threadId: null, locale: 'vi' as const }) as Claimed);
    const made = [...(await compose(work, claimed)).values()];
    return made.flatMap((one) =>
      'message' in one && one.file ? [readDocx(one.file.bytes).lines.join('\n')] : [],
    );
  });
};

test('a letter names the people of the side that writes, in the order of their roles, and nobody of the other', async () => {
  const id = await desk.agreed({ leadSide: 'b', team: ['a-member', 'a-vice', 'b-member'] });
  await desk.setTeam('a-secretary', id, { 'a-member': 'member', 'a-vice': 'deputy' });
  await desk.setTeam('b-secretary', id, { 'b-member': 'head' });
  const [body] = await letterOf('a-secretary', id);
  expect(body).toContain(
    [
      'Cán bộ được cử tham gia:',
      `- Đồng chí ${desk.nameOf('a-vice')}, Phó chủ nhiệm – Phó trưởng đoàn;`,
      `- Đồng chí ${desk.nameOf('a-member')}, Uỷ viên – thành viên.`,
    ].join('\n'),
  );
  expect(body).not.toContain(desk.nameOf('b-member'));
  const [reply] = await letterOf('b-secretary', id, 'reply');
  expect(reply).toContain(`- Đồng chí ${desk.nameOf('b-member')}, Uỷ viên – Trưởng đoàn.`);
  expect(reply).not.toContain(desk.nameOf('a-member'));
});

test('a letter leaves a marked blank where the mode sends somebody and nobody is named, and nothing where it does not', async () => {
  const blank = '- Đồng chí … (họ tên, chức vụ, vai trò).';
  const both = await desk.agreed({ mode: 'coordinate' });
  expect((await letterOf('a-secretary', both))[0]).toContain(blank);
  const seconded = await desk.agreed({ mode: 'second_staff', leadSide: 'b' });
  expect((await letterOf('a-secretary', seconded))[0]).toContain(blank);
  expect((await letterOf('b-secretary', seconded, 'reply'))[0]).not.toContain('được cử tham gia');
  const alone = await desk.agreed({ mode: 'alone_notified', leadSide: 'a' });
  expect((await letterOf('a-secretary', alone))[0]).not.toContain('được cử tham gia');
});

test('a letter of a change names them once it holds; whoever has left the side is not sent', async () => {
  const id = await desk.agreed({ team: ['a-member', 'a-member-2'] });
  const asked = await desk.crossed(id, LATER);
  expect((await letterOf('a-secretary', id, 'change'))[0]).not.toContain('được cử tham gia');
  await desk.word('b-chair', asked, YES);
  await desk.base
    .ownerSql`update membership set to_day = '2026-11-23' where person_id = ${desk.idOf('a-member-2')}`;
  const [body] = await letterOf('a-secretary', id, 'change');
  expect(body).toContain(`- Đồng chí ${desk.nameOf('a-member')}, Uỷ viên – thành viên.`);
  expect(body).not.toContain(desk.nameOf('a-member-2'));
});
