import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { target, targetAlias, yearPlanSide } from '../../db/schema/index.ts';
import { addDays } from '../../src/domain/calendar-day.ts';
import { fold, nfc } from '../../src/domain/fold.ts';
import { MODES } from '../../src/domain/inspection.ts';
import { isSensitiveKind, KIND_KEYS } from '../../src/domain/kinds.ts';
import { findSecret } from '../../src/domain/secrecy.ts';
import { readPlan } from '../../src/sheets/read-plan.ts';
import type { MakeFile } from '../../src/usecases/compose/file.ts';
import { findActor } from '../../src/usecases/find-actor.ts';
import { makeAnnexXlsx } from '../../src/usecases/plan/annex-files.ts';
import { loadPlan } from '../../src/usecases/plan/load-plan.ts';
import { makePlanXlsx } from '../../src/usecases/plan/plan-files.ts';
import { readPlanFile } from '../../src/usecases/plan/read-plan-file.ts';
import { settlePlanFile } from '../../src/usecases/plan/settle-plan-file.ts';
import type { NewItem } from '../../src/usecases/plan/write-items.ts';
import { removeRows } from '../support/remove-rows.ts';
import { openYearPlanDesk, planLine, type YearPlanDesk } from '../support/year-plan-desk.ts';

/** Names that a file could confuse: the same twice, a part of another, another's alias, numbers, what begins like a formula. */
const NAMES = [
  'Chi bộ 1',
  'Chi bộ 1',
  'Chi bộ 1, Đảng bộ Công an tỉnh',
  'Đảng bộ Công an tỉnh',
  'CB Một',
  '=1+1',
  '12',
  'Chi bộ “Hậu cần – kỹ thuật” (3/4); A & B <x>',
  'Tổ chức đảng',
];

let desk: YearPlanDesk;
let ids: number[];
beforeAll(async () => {
  desk = await openYearPlanDesk();
  const { pairId } = desk.one;
  ids = await all(async ({ tx }) => {
    const rows = await tx
      .insert(target)
      .values(NAMES.map((name, at) => ({ pairId, key: `k${at}`, name, folded: fold(name) })))
      .returning();
    const alias = { pairId, targetId: rows[0]!.id, alias: 'CB Một', folded: fold('CB Một') };
    await tx.insert(targetAlias).values(alias);
    return rows.map(({ id }) => id);
  });
});
afterAll(() => desk.base.close());

const all = <T>(fn: Parameters<typeof desk.office.work<T>>[1]) => desk.office.work({ pairs: 'all' }, fn);

/** What can be typed as the words of a line. */
const subjects = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom('=SUM(A1)', '-1', 'Việc chấp hành quy chế; “08/03”', 'dòng 1\ndòng 2', 'x'.repeat(1_000)),
  )
  .map(nfc)
  .filter((words) => words !== '' && findSecret(words).kind === 'clean');

const lines = (): fc.Arbitrary<NewItem> =>
  fc
    .record({
      targetId: fc.constantFrom(...ids, desk.one.targets.y!, desk.one.targets.z!),
      kind: fc.constantFrom(...KIND_KEYS),
      subject: fc.option(subjects),
      leadSide: fc.constantFrom('a' as const, 'b' as const),
      mode: fc.constantFrom(...MODES),
      start: fc.nat(364),
      days: fc.integer({ min: 1, max: 365 }),
    })
    .map(({ start, days, ...line }) => ({
      ...planLine(desk, line),
      windowFrom: addDays('2027-01-01', start),
      windowTo: addDays('2027-01-01', Math.min(start + days, 365)),
    }));

/** Exports the plan as side a's đầu mối, and reads the file in again as far as the button that would store it. */
const exportedAgain = (
  make: MakeFile<'plan-xlsx' | 'plan-annex-docx' | 'plan-annex-xlsx'>,
  locale: 'vi' | 'en',
) =>
  all(async (work) => {
    const { userId } = desk.one.cast['a-secretary']!;
    const actor = { ...(await findActor(work, userId))!, locale };
    const made = await make(work, actor, { ref: { planId: desk.planId } } as never);
    if (!('file' in made)) throw new Error('no file');
    const planned = (await loadPlan(work, desk.planId))!;
    const read = await readPlanFile(work, actor, planned, await readPlan(made.file!.bytes));
    if ('error' in read) return read.error.key;
    const { fresh, doubles, bad } = await settlePlanFile(work, actor, planned, read);
    return { fresh: fresh.length, doubles, bad, asked: read.asked };
  });

/** Plans of both sides, both of which have crossed; how many lines are side a's own. */
async function planned(own: NewItem[], others: NewItem[]): Promise<number> {
  await removeRows(desk.base.ownerSql, 'plan_item');
  await all(({ tx }) => tx.update(yearPlanSide).set({ exchangedAt: null }));
  const added = await desk.add('a-secretary', own);
  if (others.length > 0) await desk.add('b-secretary', others);
  await all(({ tx, now }) => tx.update(yearPlanSide).set({ exchangedAt: now.minus({ minutes: 2 }) }));
  return added.length;
}

const plansOf = (line: fc.Arbitrary<NewItem>) =>
  fc.record({
    own: fc.array(line, { minLength: 1, maxLength: 12 }),
    others: fc.array(line, { maxLength: 3 }),
    locale: fc.constantFrom('vi' as const, 'en' as const),
  });

test('what is exported and imported again changes nothing, whatever one’s own plan holds, in both languages', async () => {
  await fc.assert(
    fc.asyncProperty(plansOf(lines()), async ({ own, others, locale }) => {
      const doubles = await planned(own, others);
      expect(await exportedAgain(makePlanXlsx, locale)).toEqual({ fresh: 0, doubles, bad: [], asked: [] });
    }),
    { numRuns: 40 },
  );
}, 120_000);

test('neither does the printed annex, where it names its organisations and no name is that of two', async () => {
  const printed = lines().filter(
    ({ kind, targetId }) => !isSensitiveKind(kind) && ![0, 1, 4].map((at) => ids[at]).includes(targetId),
  );
  await fc.assert(
    fc.asyncProperty(plansOf(printed), async ({ own, others, locale }) => {
      const doubles = await planned(own, others);
      expect(await exportedAgain(makeAnnexXlsx, locale)).toEqual({ fresh: 0, doubles, bad: [], asked: [] });
    }),
    { numRuns: 20 },
  );
}, 120_000);
