import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readBytes } from '../../src/sheets/read-bytes.ts';
import { FORMATS, type ReportFormat } from '../../src/usecases/actions/reading.ts';
import { composeFile } from '../../src/usecases/compose/file.ts';
import type { Composed } from '../../src/usecases/compose/index.ts';
import type { Claimed } from '../../src/usecases/outbox/claim.ts';
import { sendReport } from '../../src/usecases/report/send-report.ts';
import { isRefused } from '../../src/usecases/said.ts';
import { readDocx } from '../support/read-docx.ts';
import { seedAnGiang } from '../support/seed-an-giang.ts';
import { agreedInspection } from '../support/seed-inspection.ts';
import { openViewDesk, type ViewDesk } from '../support/view-desk.ts';

let desk: ViewDesk;

const TERM = { from: '2022-06-01', to: '2026-01-01' };
const SECRET = 'Chi bộ có đơn';

beforeAll(async () => {
  desk = await openViewDesk();
  await seedAnGiang(desk, desk.one);
  const { pairId } = desk.one;
  const [row] = await desk.base.ownerSql`insert into target (pair_id, key, name, folded, to_day)
    values (${pairId}, 'secret', ${SECRET}, 'chi bo co don', '2022-01-01') returning id`;
  await agreedInspection(desk.office, desk.one, {
    ...{ kind: 'denunciation', subject: null, targetId: row!.id, state: 'under_way', code: 'PH-2025-099' },
    ...{ windowFrom: '2025-03-03', windowTo: '2025-03-08' },
  });
}, 60_000);
afterAll(() => desk.base.close());

/** Asks for a file, and makes it from its row as the relay does. */
async function made(key: string, format: ReportFormat, choice = desk.one.pairId): Promise<Composed> {
  const { userId, id } = desk.one.cast[key]!;
  await desk.as(userId, async (work, actor) => {
    const sent = await sendReport(work, actor, choice, TERM, format);
    if (isRefused(sent)) throw new Error(sent.refused.key);
  });
  const [row] = await desk.base
    .ownerSql`select ref, pair_id from outbox where kind = 'file' order by id desc limit 1`;
  return desk.office.work({ pairs: 'all' }, (work) =>
    composeFile(
      {} as never,
      { ref: row!.ref, pairId: row!.pair_id, personId: id, chatId: userId } as Claimed<'file'>,
      work,
    ),
  );
}

const fileOf = (composed: Composed) => ('file' in composed ? composed.file! : undefined);

describe('the files of a report', () => {
  test.each(FORMATS)('%s is made from a row of ids', async (format) => {
    const composed = await made('a-secretary', format);
    const file = fileOf(composed)!;
    expect(file.name).toBe(`bao-cao-20220601-20251231.${format}`);
    expect(file.isPicture ?? false).toBe(format === 'png');
    const [row] = await desk.base
      .ownerSql`select ref from outbox where kind = 'file' order by id desc limit 1`;
    expect(row!.ref).toEqual({ make: `report-${format}`, report: { choice: desk.one.pairId, ...TERM } });
  });

  test('XLSX: a sheet a table, the list with days as days; a denunciation is a code, a side and a state', async () => {
    const read = await readBytes(fileOf(await made('b-chair', 'xlsx'))!.bytes);
    const sheets = 'sheets' in read ? read.sheets : [];
    const names = sheets.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['Đề xuất', 'Phạm vi KT, GS', 'Chưa KT, GS', 'Kỷ luật', 'Danh sách cuộc']),
    );
    const sheetOf = (name: string) => sheets.find((one) => one.name === name)!.rows;
    const rowOf = (code: string) =>
      sheetOf('Danh sách cuộc').find(({ cells }) => cells.get(1) === code)!.cells;
    expect([...rowOf('PH-AG-1').values()]).toEqual([
      ...['PH-AG-1', 'Công an tỉnh – Tỉnh uỷ p1', 'Giám sát chuyên đề', 'Ban Thường vụ Huyện uỷ số 1'],
      ...[{ day: '2022-09-05' }, { day: '2022-09-09' }, 'UBKT Tỉnh uỷ p1', 'Đã kết thúc'],
    ]);
    expect(sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => [...cells.values()]))).not.toContain(
      SECRET,
    );
    const denunciation = rowOf('PH-2025-099');
    expect(denunciation.get(3)).toBe('(không nêu)');
    expect([4, 5, 6].filter((column) => denunciation.has(column))).toEqual([]);
    const coverage = sheetOf('Phạm vi KT, GS').find(({ row }) => row === 4)!.cells;
    expect([2, 3, 4].map((column) => coverage.get(column))).toEqual(['8', '11', String(8 / 11)]);
  });

  test('DOCX is in Vietnamese for whoever asks, in the name of the reader’s committee', async () => {
    const { lines, headers } = readDocx(fileOf(await made('b-secretary', 'docx'))!.bytes);
    const text = lines.join('\n');
    expect(lines.slice(0, 3)).toEqual(['TỈNH UỶ P1', 'UỶ BAN KIỂM TRA', '*']);
    expect(text).toContain(
      'kết quả công tác phối hợp kiểm tra, giám sát từ ngày 01/6/2022 đến ngày 31/12/2025',
    );
    expect(text).toMatch(
      /Thực hiện Quy chế phối hợp số \[…\], ngày \[…\] giữa (\S.*) và (\S.*), \1 báo cáo kết quả phối hợp .* như sau \(số liệu tính đến ngày \d\d\/11\/2026\):/,
    );
    expect(lines.filter((line) => /^I+- /.test(line))).toEqual([
      ...['I- KẾT QUẢ PHỐI HỢP', 'II- ƯU ĐIỂM, HẠN CHẾ, NGUYÊN NHÂN', 'III- PHƯƠNG HƯỚNG, KIẾN NGHỊ'],
    ]);
    expect(text).toContain('Các cuộc đã thống nhất trong kỳ bao gồm 8/11 (72,7%) tổ chức đảng, với 9 lượt');
    expect(text).toContain('không phải kết quả của các cuộc này');
    expect(text.indexOf('T/M UỶ BAN KIỂM TRA')).toBeLessThan(text.indexOf('PHỤ LỤC SỐ LIỆU'));
    expect(text).not.toMatch(/trung vị|90% không quá/i);
    expect(text).not.toContain(SECRET);
    expect(headers).toEqual(['DỰ THẢO', 'DỰ THẢO']);
  });

  test('who took it out stands in the chain, and who may no longer read it gets nothing', async () => {
    const before = await desk.base
      .ownerSql`select count(*)::int as n from audit_entry where type = 'report.exported'`;
    const composed = await made('a-chair', 'csv');
    const after = await desk.base
      .ownerSql`select count(*)::int as n from audit_entry where type = 'report.exported'`;
    expect(after[0]!.n - before[0]!.n).toBe(1);
    expect(fileOf(composed)).toBeDefined();
    const { pairId, cast } = desk.one;
    const chair = cast['a-chair']!.id;
    await desk.base
      .ownerSql`update membership set role = 'member' where pair_id = ${pairId} and person_id = ${chair}`;
    const row = {
      ref: { make: 'report-csv', report: { choice: pairId, ...TERM } },
      pairId,
      personId: chair,
      chatId: cast['a-chair']!.userId,
    };
    const later = await desk.office.work({ pairs: 'all' }, (work) =>
      composeFile({} as never, row as unknown as Claimed<'file'>, work),
    );
    await desk.base
      .ownerSql`update membership set role = 'chair' where pair_id = ${pairId} and person_id = ${chair}`;
    expect(later).toEqual({ skip: 'no longer theirs' });
  });
});

describe('all my agreements', () => {
  test('merge one’s own pairs and nothing of another', async () => {
    const { one, two } = desk;
    const secretary = one.cast['a-secretary']!;
    const [pair] = await desk.base.ownerSql`select committee_b from pair where id = ${two.pairId}`;
    await desk.base.ownerSql`insert into membership (pair_id, side, committee_id, person_id, role, from_day)
      values (${two.pairId}, 'b', ${pair!.committee_b}, ${secretary.id}, 'secretary', '2020-01-01')`;
    await agreedInspection(desk.office, two, {
      ...{
        leadSide: 'a',
        state: 'concluded',
        code: 'PH-T-1',
        windowFrom: '2025-05-05',
        windowTo: '2025-05-10',
      },
    });
    const merged = Buffer.from(fileOf(await made('a-secretary', 'csv', 0))!.bytes).toString();
    // Of pair one the other side (b) leads all ten; of pair two, where the reader stands on b, its side a leads.
    expect(merged).toContain('Chủ trì · Các Uỷ ban phối hợp,Số lượng,11');
    expect(merged).toContain('Cộng,Số lượt,10');
    const alone = Buffer.from(fileOf(await made('b-secretary', 'csv', 0))!.bytes).toString();
    expect(alone).not.toContain('PH-T-1');
    expect(alone).toContain('Số lượt,9');
  });
});
