import { performance } from 'node:perf_hooks';
import postgres, { type Sql } from 'postgres';
import { KINDS } from '../../src/domain/kinds.ts';
import { say as word } from '../../src/locales/index.ts';
import { readPlanApart } from '../../src/sheets/read-apart.ts';
import { findActor } from '../../src/usecases/find-actor.ts';
import { loadPlan } from '../../src/usecases/plan/load-plan.ts';
import { openPlan } from '../../src/usecases/plan/open-plan.ts';
import { readPlanFile } from '../../src/usecases/plan/read-plan-file.ts';
import { settlePlanFile } from '../../src/usecases/plan/settle-plan-file.ts';
import { addItems } from '../../src/usecases/plan/write-items.ts';
import { isRefused } from '../../src/usecases/said.ts';
import type { Actor, Work } from '../../src/usecases/work.ts';
import { makeWorkbook } from '../support/make-workbook.ts';
import { seedPair } from '../support/seed.ts';
import { type Figure, median } from './figures.ts';
import type { Rig } from './rig.ts';
import { rounds, type Scenario } from './scenario.ts';

const ROWS = 2_000;
const TARGETS = 3_321;
const MOST_MS = 2_000;
const MOST_UNSURE_MS = 2_000;

/** A plan of 2,000 rows from a workbook's bytes to its stored lines, among 3,321 organisations; and one whose names are all unsure. */
export const planImport: Scenario = {
  name: 'plan-import',
  isUsual: true,
  run: async ({ rig, rounds: count, say }) => {
    const files = {
      sure: await workbook((at) => `Chi bộ xã số ${at + 1}, Đảng bộ tỉnh`),
      unsure: await workbook((at) => `xã số ${at} tỉnh`),
    };
    const runs = await rounds(count, async (round) => {
      const run = { sure: await once(rig, files.sure), unsure: await once(rig, files.unsure) };
      say(`plan-import ${round}: ${run.sure.lines} lines in ${Math.round(run.sure.ms)} ms`);
      return run;
    });
    const lost = runs.reduce((sum, { sure }) => sum + ROWS - sure.lines, 0);
    return [
      limit(
        'plan import',
        median(runs.map(({ sure }) => sure.ms)),
        MOST_MS,
        'ms',
        `${ROWS} rows read, matched with ${TARGETS} organisations, stored`,
      ),
      limit(
        'plan import, unsure',
        median(runs.map(({ unsure }) => unsure.ms)),
        MOST_UNSURE_MS,
        'ms',
        `${ROWS} rows whose names are all parts of names`,
      ),
      limit('plan import lost', lost, 0, '', `over ${runs.length} rounds`),
    ];
  },
};

const limit = (name: string, value: number, at: number, unit: string, note: string): Figure => ({
  ...{ name, value, unit, note },
  limit: { at, is: 'at most' },
});

function workbook(nameOf: (at: number) => string): Promise<Uint8Array> {
  const kinds = KINDS.map(({ key }) => word('vi', `kind-${key}`));
  const rows = Array.from({ length: ROWS }, (_, at) => [
    nameOf(at),
    kinds[at % kinds.length]!,
    `Việc thực hiện quy chế làm việc, nội dung số ${at}`,
    new Date(Date.UTC(2027, at % 12, 1 + (at % 20))),
    new Date(Date.UTC(2027, at % 12, 5 + (at % 20))),
  ]);
  return makeWorkbook({ 'Kế hoạch': [['Tổ chức đảng', 'Loại', 'Nội dung', 'Từ ngày', 'Đến ngày'], ...rows] });
}

/** From the bytes to the last row; the first round also loads what reads workbooks. */
async function once(rig: Rig, bytes: Uint8Array): Promise<{ ms: number; lines: number }> {
  const base = await rig.makeDatabase();
  const owner = postgres(base.url, { max: 1, onnotice: () => {} });
  try {
    const seeded = await seedPair(base.office, { roles: ['secretary'] });
    await addTargets(owner, seeded.pairId);
    const { userId } = seeded.cast['a-secretary']!;
    const planId = await base.office.work({ pairs: 'all' }, async (work) => {
      const opened = await openPlan(work, (await findActor(work, userId))!, seeded.pairId, work.now.year);
      if (isRefused(opened)) throw new Error(opened.refused.key);
      await work.tx.execute(`update year_plan set year = 2027`);
      return opened.plan.id;
    });
    const started = performance.now();
    const lines = await base.office.work({ pairs: 'all' }, async (work) =>
      bring(work, (await findActor(work, userId))!, planId, bytes),
    );
    return { ms: performance.now() - started, lines };
  } finally {
    await owner.end({ timeout: 5 });
    await base.close();
  }
}

async function bring(work: Work, actor: Actor, planId: number, bytes: Uint8Array): Promise<number> {
  const planned = (await loadPlan(work, planId))!;
  const file = await readPlanFile(work, actor, planned, await readPlanApart(bytes));
  if ('error' in file) throw new Error(file.error.key);
  const { fresh } = await settlePlanFile(work, actor, planned, file);
  const added = await addItems(
    work,
    actor,
    planId,
    fresh.map(({ line }) => line),
  );
  if (isRefused(added)) throw new Error(added.refused.key);
  return added.ids.length;
}

async function addTargets(sql: Sql, pairId: number): Promise<void> {
  await sql`
    insert into target (pair_id, key, name, folded)
    select ${pairId}, 'xa-' || n, 'Chi bộ xã số ' || n || ', Đảng bộ tỉnh', 'chi bo xa so ' || n || ' dang bo tinh'
    from generate_series(1, ${TARGETS}::int) n`;
  await sql`
    insert into target_alias (pair_id, target_id, alias, folded)
    select ${pairId}, id, 'CB X' || key, 'cb x ' || replace(key, '-', ' ') from target`;
}
