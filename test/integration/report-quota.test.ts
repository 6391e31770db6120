import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pair, planQuota, yearPlan } from '../../db/schema/index.ts';
import type { PlanQuota } from '../../src/domain/plan-quota.ts';
import { answerQuota } from '../../src/usecases/plan/answer-quota.ts';
import { proposeQuota } from '../../src/usecases/plan/propose-quota.ts';
import { loadReport } from '../../src/usecases/report/load-report.ts';
import { reportDocument } from '../../src/usecases/report/report-document.ts';
import { SECTIONS } from '../../src/usecases/report/report-lines.ts';
import { readReport } from '../../src/usecases/report/report-message.ts';
import { ALL_PAIRS, openScope } from '../../src/usecases/report/report-scope.ts';
import { isRefused } from '../../src/usecases/said.ts';
import { openPlanDesk, type PlanDesk } from '../support/plan-desk.ts';
import { agreedInspection } from '../support/seed-inspection.ts';
import { shown } from '../support/view-desk.ts';

let desk: PlanDesk;
let planId: number;

const SUPERVISION: PlanQuota = { kind: 'thematic_supervision', span: 'year', measure: 'targets', least: 3 };
const NINE_MONTHS = { from: '2027-01-01', to: '2027-10-01' };
const YEAR = { from: '2027-01-01', to: '2028-01-01' };

beforeEach(async () => {
  desk = await openPlanDesk();
  planId = await desk.exchanged([
    { side: 'a', target: 'w', from: '05-03', to: '05-07', kind: 'thematic_supervision' },
  ]);
});
afterEach(() => desk.base.close());

async function agreed(wanted: PlanQuota): Promise<void> {
  const made = await desk.by('a-secretary', (work, actor) => proposeQuota(work, actor, planId, wanted));
  if (isRefused(made)) throw new Error(made.refused.key);
  await desk.pass(2);
  const ids = { planId, quotaId: made.quotaId };
  const said = await desk.by('b-secretary', (work, actor) => answerQuota(work, actor, ids, true));
  if (isRefused(said)) throw new Error(said.refused.key);
}

const inspected = (target: string, month: string, given: Parameters<typeof agreedInspection>[2] = {}) =>
  agreedInspection(desk.office, desk.one, {
    ...{ targetId: desk.one.targets[target]!, kind: 'thematic_supervision', state: 'concluded' },
    ...{ windowFrom: `2027-${month}-01`, windowTo: `2027-${month}-06`, code: `PH-${target}-${month}` },
    ...given,
  });

const planPart = (key: string, period: typeof YEAR, choice = desk.one.pairId) =>
  desk.by(key, async (work, actor) =>
    shown(work, await readReport(work, actor, choice, period, SECTIONS.indexOf('plan'))),
  );

const documentOf = (key: string, period: typeof YEAR) =>
  desk.by(key, async (work, actor) => {
    const scope = openScope(actor, desk.one.pairId, period);
    if (isRefused(scope)) throw new Error(scope.refused.key);
    return reportDocument(work, await loadReport(work, scope, 10));
  });

describe('quotas of the year’s plan stand in its reports (R3)', () => {
  test('what was agreed and how far it is by what was held; what is only planned does not count', async () => {
    await agreed(SUPERVISION);
    await inspected('y', '02');
    await inspected('z', '11');
    expect((await planPart('b-chair', NINE_MONTHS)).lines).toEqual(
      expect.arrayContaining([
        'Chỉ tiêu đạt: 0/1',
        'Năm 2027: Giám sát chuyên đề, trong năm: ít nhất 3 tổ chức; 1/3 tổ chức, thiếu 2',
      ]),
    );
    expect((await planPart('b-chair', YEAR)).text).toContain('2/3 tổ chức, thiếu 1');
  });

  test('in the Word file as a sentence, in the tables as a row', async () => {
    await agreed(SUPERVISION);
    await inspected('y', '02');
    const { blocks, tables } = await documentOf('a-secretary', YEAR);
    expect(blocks.map(({ text }) => text)).toContain(
      'Chỉ tiêu năm 2027, giám sát chuyên đề: ít nhất 3 tổ chức đảng; đã đạt 1/3 (33,3%), còn thiếu 2.',
    );
    expect(tables.find(({ key }) => key === 'quotas')?.rows).toEqual([
      [...['2027', 'Giám sát chuyên đề, trong năm: ít nhất 3 tổ chức'], ...[1, 3, { share: 1 / 3 }, 2]],
    ]);
  });

  test('stopped ones, another year and what one belongs to are in none', async () => {
    await agreed(SUPERVISION);
    await inspected('y', '02');
    await inspected('z', '03', { state: 'stopped' });
    await inspected('u', '03', { windowFrom: '2026-12-01', windowTo: '2026-12-05' });
    expect((await planPart('a-chair', YEAR)).text).toContain('1/3 tổ chức, thiếu 2');
    await desk.base.ownerSql`insert into target_person (pair_id, target_id, person_id, tie)
      values (${desk.one.pairId}, ${desk.one.targets.y!}, ${desk.one.cast['a-chair']!.id}, 'belongs')`;
    expect((await planPart('a-chair', YEAR)).text).toContain('0/3 tổ chức, thiếu 3');
    expect((await planPart('a-chair', { from: '2025-01-01', to: '2026-01-01' })).text).toContain(
      'hai bên chưa đặt chỉ tiêu',
    );
  });

  test('of a term it counts from its first day; nobody has said it: nothing is counted', async () => {
    const saysTerm = (day: string | null) =>
      desk.all(({ tx }) =>
        tx.update(pair).set({
          policy: sql`jsonb_set(${pair.policy}, '{plan}', ${JSON.stringify({ termFrom: day })}::jsonb)`,
        }),
      );
    await saysTerm('2025-10-01');
    await agreed({ ...SUPERVISION, span: 'term', measure: 'turns' });
    await inspected('y', '02');
    await inspected('y', '01', { windowFrom: '2025-11-01', windowTo: '2025-11-05' });
    await inspected('z', '01', { windowFrom: '2025-09-01', windowTo: '2025-09-05' });
    expect((await planPart('b-secretary', YEAR)).text).toContain('2/3 lượt, thiếu 1');
    await saysTerm(null);
    expect((await planPart('b-secretary', YEAR)).text).toContain('chưa có ngày đầu nhiệm kỳ');
  });

  test('an agreed plan keeps the quotas of its day, and the part stays within seven lines', async () => {
    await agreed(SUPERVISION);
    await agreed({ ...SUPERVISION, kind: 'compliance' });
    await desk.pass(1);
    await desk.all(({ tx, now }) => tx.update(yearPlan).set({ state: 'agreed', agreedAt: now }));
    await desk.pass(1);
    await desk.all(({ tx, now }) => tx.update(planQuota).set({ state: 'ended', endedAt: now }));
    const { lines } = await planPart('a-secretary', YEAR);
    expect(lines).toContain('Chỉ tiêu đạt: 0/2');
    expect(lines.length).toBeLessThanOrEqual(7);
    expect((await planPart('a-secretary', YEAR, ALL_PAIRS)).text).toContain('Chỉ tiêu đạt: 0/2');
  });
});
