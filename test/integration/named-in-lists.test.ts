import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { targetPerson } from '../../db/schema/index.ts';
import { chooseCase } from '../../src/usecases/form/change-choice.ts';
import { listOverlaps } from '../../src/usecases/inspection/list-overlaps.ts';
import { diffLines, materialOf } from '../../src/usecases/view/change-lines.ts';
import { overlapLine } from '../../src/usecases/view/overlap-lines.ts';
import { memberIn } from '../../src/usecases/work.ts';
import { type ChangeDesk, openChangeDesk, START } from '../support/change-desk.ts';
import { agreedInspection } from '../support/seed-inspection.ts';
import { shown } from '../support/view-desk.ts';

let desk: ChangeDesk;
let id: number;

beforeAll(async () => {
  desk = await openChangeDesk();
  desk.at(START);
  id = await desk.agreed();
});
afterAll(() => desk.base.close());
beforeEach(() => desk.at(START));

const choices = (key: string) =>
  desk.by(key, async (work, actor) => {
    const chosen = await chooseCase(work, actor, 'doi', '');
    return 'inspectionId' in chosen ? '' : shown(work, chosen).text;
  });
const overlaps = (key: string, targetId = desk.one.targets.y!) =>
  desk.by(key, (work, actor) =>
    listOverlaps(work, actor, memberIn(actor, desk.one.pairId)!, {
      ...{ targetId, kind: 'signs_of_violation' },
      ...{ windowFrom: '2026-12-07', windowTo: '2026-12-12', team: [] },
    }),
  );
describe('what lists and overlaps name', () => {
  test('a kind that bears no text is a code, its days and why, with no organisation beside it (C4)', async () => {
    const sealed = await agreedInspection(desk.office, desk.one, {
      ...{ kind: 'signs_of_violation', subject: null, code: 'PH-2026-099', targetId: desk.one.targets.z! },
      ...{ windowFrom: '2026-12-07', windowTo: '2026-12-12' },
    });
    const { target } = await desk.found(sealed);
    expect(await choices('a-secretary')).toContain('PH-2026-099');
    expect(await choices('a-secretary')).not.toContain(target.name);
    const [overlap] = await overlaps('a-secretary', desk.one.targets.z!);
    const line = await desk.by('a-secretary', async (work) =>
      shown(work, { lines: [overlapLine(overlap!.found, overlap!.reasons[0]!)], buttons: [] }),
    );
    expect(line.text).toContain('PH-2026-099 · thứ Hai 07/12 – thứ Sáu 11/12/2026');
    expect(line.text).not.toContain(target.name);
    expect(line.text).not.toContain('dấu hiệu');
  });

  test('a change of target is pushed without a name where the kind bears no text', async () => {
    const found = await desk.found(id);
    const lines = await desk.by('a-secretary', async (work) => {
      const before = { ...(await materialOf(work, found.version)), kind: 'denunciation' as const };
      const after = { ...before, targetId: desk.one.targets.z! };
      return shown(work, { lines: await diffLines(work, found, before, after), buttons: [] });
    });
    expect(lines.text).toContain('(không nêu)');
    expect(lines.text).not.toContain(found.target.name);
  });

  test('whoever belongs to the organisation finds the inspection in none of them', async () => {
    const own = { pairId: desk.one.pairId, targetId: desk.one.targets.y! };
    const personId = desk.one.cast['b-secretary']!.id;
    expect(await choices('b-secretary')).toContain('PH-2026-001');
    await desk.all(({ tx }) => tx.insert(targetPerson).values({ ...own, personId, tie: 'belongs' }));
    expect(await choices('b-secretary')).not.toContain('PH-2026-001');
    expect(await overlaps('b-secretary')).toEqual([]);
    await desk.all(({ tx }) =>
      tx
        .delete(targetPerson)
        .where(and(eq(targetPerson.pairId, own.pairId), eq(targetPerson.personId, personId))),
    );
  });
});
