import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditEntry, outbox } from '../../db/schema/index.ts';
import { audit } from '../../src/usecases/audit.ts';
import { exportCsv } from '../../src/usecases/chain/export-csv.ts';
import { sendLog } from '../../src/usecases/chain/log-files.ts';
import { filterOf, openLog } from '../../src/usecases/chain/log-filter.ts';
import { filterMessage, readLog } from '../../src/usecases/chain/read-log.ts';
import { compose } from '../../src/usecases/compose/index.ts';
import type { Claimed } from '../../src/usecases/outbox/claim.ts';
import { isRefused } from '../../src/usecases/said.ts';
import { readHistory } from '../../src/usecases/view/read-history.ts';
import { whyMe } from '../../src/usecases/view/why-me.ts';
import { outcome } from '../support/change-desk.ts';
import { secondVerifyFile } from '../support/second-verifier.ts';
import { openStepDesk, type StepDesk } from '../support/step-desk.ts';
import { shown } from '../support/view-desk.ts';

let desk: StepDesk;
let inspection: number;

const GROUPS = { all: 0, case: 1, exchange: 2, people: 3, book: 4 };
const PERIODS = { all: 0, month: 1, quarter: 2, year: 3 };

beforeAll(async () => {
  desk = await openStepDesk();
  const { pairId, cast } = desk.one;
  desk.at('2026-08-20T09:00:00+07:00');
  await desk.all((work) => audit(work, { pairId, type: 'org.imported', facts: { counts: {} } }));
  desk.at('2026-11-23T09:00:00+07:00');
  const noticed = await desk.noticed({ team: ['a-member', 'b-member'] });
  inspection = noticed.id;
  await desk.answer('a-member', noticed.request, 'attending');
  await desk.answer('b-member', noticed.request, 'attending');
  await desk.all((work) =>
    audit(work, {
      pairId,
      type: 'invitation.made',
      by: cast['b-secretary']!.id,
      facts: { person: cast['b-member']!.id },
    }),
  );
  await desk.all((work) => audit(work, { pairId: desk.two.pairId, type: 'org.imported', facts: {} }));
}, 60_000);
afterAll(() => desk.base.close());

const read = (key: string, group = 0, period = 0, before?: number) =>
  desk.by(key, async (work, actor) => {
    const said = await readLog(work, actor, filterOf(desk.one.pairId, group, period), before);
    return shown(work, said);
  });

const ALL = () => filterOf(desk.one.pairId, 0, 0);

/** Every line of the log over all pages, without title and head. */
async function whole(key: string, group = 0, period = 0): Promise<string[]> {
  const lines: string[] = [];
  for (let before: number | undefined; ; ) {
    const page = await read(key, group, period, before);
    lines.push(...page.lines.slice(1, -1));
    const more = page.data.find((one) => /^log\.l\.\d+\.\d+\.\d+\.\d+$/.test(one));
    if (!more) return lines;
    before = Number(more.split('.').at(-1));
  }
}

describe('/nhatky', () => {
  test('shows the latest first, the own side by name, the other by committee, with the code, protected', async () => {
    const page = await read('a-chair');
    expect(page.protect).toBe(true);
    expect(page.lines.length).toBeLessThanOrEqual(7);
    expect(page.lines[0]).toBe('Nhật ký · Công an tỉnh – Tỉnh uỷ p1 · tất cả · từ đầu');
    expect(page.lines.at(-1)).toBe('Sổ chưa được chốt lần nào.');
    const own = (await whole('a-chair')).find((line) => line.includes('phản hồi'))!;
    expect(own).toMatch(/^\d+\. 09h00 thứ Hai 23\/11\/2026 · Uỷ viên A1 p1 · phản hồi: .* · PH-2026-001$/);
    expect((await whole('b-chair')).join('\n')).toMatch(/· UBKT ĐU Công an p1 · gửi thông báo hai bên ·/);
  });

  test('shows of the other side nothing that "Lịch sử" would not: not its answers, teams, invitations (C8, R6)', async () => {
    const a = (await whole('a-chair')).join('\n');
    const b = (await whole('b-chair')).join('\n');
    expect(a).not.toMatch(/ B1 |mời đồng chí/);
    expect(b).not.toMatch(/ A1 /);
    expect(b).toContain('mời đồng chí Uỷ viên B1 p1');
    const history = await desk.by('a-chair', async (work, actor) =>
      shown(work, await readHistory(work, actor, inspection, 0)),
    );
    const ofCase = await whole('a-chair', GROUPS.case);
    expect(ofCase.map((line) => line.replace(/^\d+\. | · PH-2026-001$/g, ''))).toEqual(
      history.lines.slice(1),
    );
  });

  test('is filtered by group and by period; a tap keeps the other half', async () => {
    expect(await whole('b-chair', GROUPS.people)).toHaveLength(2);
    expect(await whole('b-chair', GROUPS.people, PERIODS.quarter)).toHaveLength(1);
    expect(await whole('b-chair', GROUPS.people, PERIODS.month)).toHaveLength(1);
    expect(await whole('b-chair', GROUPS.people, PERIODS.year)).toHaveLength(2);
    expect(await whole('b-chair', GROUPS.exchange)).toEqual(['Không có mục nào.']);
    const { pairId } = desk.one;
    const { data, labels } = await desk.by('a-chair', async (work, actor) =>
      shown(work, await filterMessage(work, actor, filterOf(pairId, GROUPS.people, PERIODS.year))),
    );
    expect(labels).toContain('Cuộc KT, GS');
    expect(data).toContain(`log.l.${pairId}.${GROUPS.case}.${PERIODS.year}`);
    expect(data).toContain(`log.l.${pairId}.${GROUPS.people}.${PERIODS.month}`);
  });

  test('people of the target see nothing of its inspection', async () => {
    const { pairId, cast, targets } = desk.one;
    const vice = cast['b-vice']!.id;
    await desk.base.ownerSql`insert into target_person (pair_id, target_id, person_id, tie)
      values (${pairId}, ${targets.y!}, ${vice}, 'belongs')`;
    expect(await whole('b-vice', GROUPS.case)).toEqual(['Không có mục nào.']);
    await desk.base.ownerSql`delete from target_person where person_id = ${vice}`;
  });

  test('is for chairs and vices; a pair that is not theirs does not exist', async () => {
    expect((await read('a-vice')).protect).toBe(true);
    for (const key of ['a-secretary', 'a-member', 'a-observer'])
      expect(outcome(await desk.by(key, (work, actor) => readLog(work, actor, ALL())))).toBe(
        'refused-not-allowed',
      );
    const foreign = await desk.by(
      'a-chair',
      (work, actor) => readLog(work, actor, filterOf(desk.one.pairId, 0, 0)),
      desk.two,
    );
    expect(outcome(foreign)).toBe('refused-not-found');
  });
});

test('"Lý do nhận tin" names the entry of the chain that tells of the asking', async () => {
  const entries = await desk.all((work) => work.tx.select().from(auditEntry));
  const issued = entries.find((row) => row.type === 'notice.issued')!;
  const why = await desk.by('b-member', async (work, actor) =>
    shown(work, await whyMe(work, actor, inspection)),
  );
  expect(why.lines[1]).toContain(`sổ: mục ${issued.seq}`);
});

describe('the exports', () => {
  const csv = (key: string, group = 0, period = 0) =>
    desk.by(key, async (work, actor) => {
      const log = await openLog(work, actor, desk.one.pairId);
      if (isRefused(log)) throw new Error(log.refused.key);
      let text = '';
      const filter = filterOf(desk.one.pairId, group, period);
      for await (const line of exportCsv(work, actor, log.member, log.chain!.id, filter, 'vi')) text += line;
      return text;
    });

  test('CSV holds the lines of the log, the oldest first, in UTF-8 with its mark', async () => {
    const text = await csv('b-chair', GROUPS.people);
    const [columns, ...rows] = text.trimEnd().split('\r\n');
    expect(columns).toBe('\uFEFFMục,Thời điểm,Ai,Việc,Mã,Dấu (SHA-256)');
    expect(rows.map((row) => row.split(',').slice(1, 5))).toEqual([
      ['09h00 20/08/2026', 'Hệ thống', 'nhập tệp tổ chức', ''],
      ['09h00 23/11/2026', 'Đầu mối B1 p1', 'mời đồng chí Uỷ viên B1 p1', ''],
    ]);
    expect((await csv('a-chair')).split('\r\n').length - 2).toBe((await whole('a-chair')).length);
    expect(await csv('a-chair')).not.toContain(' B1 ');
  });

  test('come as files made when they go out, and stand in the chain; who has lost the role gets none', async () => {
    const { pairId, cast } = desk.one;
    for (const make of ['log-csv', 'log-proof'] as const)
      await desk.by('a-chair', (work, actor) => sendLog(work, actor, filterOf(pairId, 0, 0), make));
    const compiled = async () =>
      desk.all(async (work) => {
        const rows = (await work.tx.select().from(outbox).orderBy(outbox.id)).filter(
          (row) => row.kind === 'file',
        );
        const claimed = rows.map((row) => ({ ...row, locale: 'vi', threadId: null }) as Claimed);
        const made = await compose(work, claimed);
        return claimed.map((row) => made.get(row.id)!);
      });
    const [table, proof] = await compiled();
    if (!table || !proof || !('file' in table) || !('file' in proof)) throw new Error('no files');
    expect([table.file!.name, proof.file!.name]).toEqual([
      `nhat-ky-pair-${pairId}.csv`,
      `nhat-ky-pair-${pairId}.jsonl`,
    ]);
    expect(secondVerifyFile(Buffer.from(proof.file!.bytes))).toMatchObject({ ok: true });
    expect((await whole('a-chair', GROUPS.book)).join('\n')).toContain(
      'Chủ nhiệm A1 p1 · xuất nhật ký ra tệp',
    );
    expect((await whole('b-chair', GROUPS.book)).join('\n')).not.toContain('xuất nhật ký');
    await desk.base.ownerSql`update membership set role = 'member' where person_id = ${cast['a-chair']!.id}`;
    expect(await compiled()).toEqual(Array(2).fill({ skip: 'no longer theirs' }));
    await desk.base.ownerSql`update membership set role = 'chair' where person_id = ${cast['a-chair']!.id}`;
  });
});
