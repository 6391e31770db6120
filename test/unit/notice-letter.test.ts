import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import type { Content, Parties } from '../../src/documents/inspection-content.ts';
import { writeLetter } from '../../src/documents/letter.ts';
import { type Basis, noticeLetter } from '../../src/documents/notice-letter.ts';
import { KINDS } from '../../src/domain/kinds.ts';
import { readDocx } from '../support/read-docx.ts';

const POLICE = 'Uỷ ban Kiểm tra Đảng uỷ Công an tỉnh X';
const PROVINCE = 'Uỷ ban Kiểm tra Tỉnh uỷ X';
const TARGET = 'Chi bộ Y, Đảng bộ Công an tỉnh X';
const parties: Parties = {
  issuer: PROVINCE,
  to: POLICE,
  tone: 'peer',
  year: 2026,
  agreement: { symbol: '05-QC/UBKTTU', day: '2026-03-12' },
};
const content: Content = {
  organisation: TARGET,
  target: TARGET,
  kind: 'thematic_supervision',
  subject: 'việc thực hiện quy chế làm việc',
  subjectBody: 'inspection_committee',
  coveredFrom: '2025-01-01',
  coveredTo: null,
  memberCount: 0,
  isOfMembers: false,
  lead: PROVINCE,
  partner: POLICE,
  mode: 'coordinate',
  windowFrom: '2026-12-07',
  windowTo: '2026-12-12',
  sessions: [
    {
      kind: 'announce',
      startsAt: DateTime.fromISO('2026-12-07T08:00', { zone: 'Asia/Ho_Chi_Minh' }),
      place: 'Hội trường A',
    },
  ],
};
const basis: Basis = {
  decision: { symbol: '15-QĐ/UBKTTU', day: '2026-11-20' },
  plan: { symbol: '08-KH/UBKTTU', day: '2026-11-20' },
};
const linesOf = async (given: Partial<Content> = {}, on: Basis = basis) =>
  readDocx(await writeLetter(noticeLetter(parties, { ...content, ...given }, on))).lines;

describe('the notice of the plan', () => {
  test('says its name and what it is about below its head, and addresses nobody', async () => {
    const lines = await linesOf();
    expect(lines.slice(0, 8)).toEqual([
      'TỈNH UỶ X',
      'UỶ BAN KIỂM TRA',
      '*',
      'ĐẢNG CỘNG SẢN VIỆT NAM',
      'Số …-TB/…',
      '[Địa danh], ngày … tháng … năm 2026',
      'THÔNG BÁO',
      `về kế hoạch giám sát chuyên đề đối với ${TARGET}`,
    ]);
    expect(lines[8]).toBe('-----');
    expect(lines.join('\n')).not.toContain('Kính gửi');
  });

  test('rests on the agreement, the decision and the plan', async () => {
    expect(await linesOf()).toContain(
      `Thực hiện Quy chế phối hợp số 05-QC/UBKTTU, ngày 12/3/2026; Quyết định số 15-QĐ/UBKTTU, ngày 20/11/2026; Kế hoạch số 08-KH/UBKTTU, ngày 20/11/2026, ${PROVINCE} thông báo kế hoạch giám sát chuyên đề đối với ${TARGET} như sau:`,
    );
  });

  test('leaves marked blanks for what nobody attached, and for what is to be prepared', async () => {
    const lines = await linesOf({ sessions: [] }, {});
    expect(lines.join('\n')).toContain('Quyết định số …-QĐ/…, ngày …/…/…; Kế hoạch số …-KH/…, ngày …/…/…,');
    const from = lines.findIndex((line) => line.includes('Lịch làm việc'));
    expect(lines.slice(from, from + 5).map((line) => line.replace(/^\d+\. /, ''))).toEqual([
      'Lịch làm việc: […]',
      'Yêu cầu chuẩn bị:',
      `a) ${TARGET} chuẩn bị báo cáo theo đề cương kèm theo, gửi Đoàn giám sát trước ngày […].`,
      'b) Hồ sơ, tài liệu cần cung cấp: […]',
      'c) Thành phần dự các buổi làm việc: […]',
    ]);
  });

  test('tells whom, about what, when and who leads, and goes to the organisation and to the other committee', async () => {
    const lines = await linesOf();
    const body = lines.join('\n');
    for (const words of [
      `Đối tượng giám sát: ${TARGET}.`,
      'Nội dung giám sát: việc thực hiện quy chế làm việc.',
      'Mốc thời gian giám sát: từ ngày 01/01/2025 đến thời điểm giám sát.',
      'Thời gian giám sát: từ ngày 07/12/2026 đến ngày 11/12/2026.',
      `Chủ trì, phối hợp: ${PROVINCE} chủ trì, ${POLICE} phối hợp.`,
      '- Công bố quyết định lúc 08 giờ 00 ngày 07/12/2026, tại Hội trường A.',
    ])
      expect(body).toContain(words);
    const copies = lines.indexOf('Nơi nhận:');
    expect(lines.slice(copies, copies + 4)).toEqual(['Nơi nhận:', `- ${TARGET};`, `- ${POLICE};`, '- Lưu.']);
  });

  test('of an inspection asks for a report on oneself', async () => {
    const body = (await linesOf({ kind: 'inspection_work' })).join('\n');
    expect(body).toContain('chuẩn bị báo cáo tự kiểm tra theo đề cương kèm theo, gửi Đoàn kiểm tra');
    expect(body).toContain('Thời gian kiểm tra: từ ngày');
  });

  test.each(KINDS.filter(({ sensitive }) => sensitive).map(({ key }) => [key] as const))(
    'is never written of the sensitive kind %s',
    (kind) => {
      expect(() => noticeLetter(parties, { ...content, kind }, basis)).toThrow('no letter is written');
    },
  );
});

test('of members alone the organisation is told, which they belong to', () => {
  const members = { ...content, memberCount: 2, isOfMembers: true, target: `02 đồng chí thuộc ${TARGET}` };
  const { titled, paragraphs } = noticeLetter(parties, members, {});
  expect(titled!.copies[0]).toBe(`- ${TARGET};`);
  expect(paragraphs[0]!.text).toContain('đối với 02 đồng chí thuộc');
  expect(paragraphs.some(({ text }) => text.startsWith(`${TARGET} chuẩn bị`))).toBe(true);
});
