import { describe, expect, test } from 'vitest';
import { reportBlocks } from '../../src/documents/report-parts.ts';
import type { About } from '../../src/documents/report-title.ts';
import type { Told } from '../../src/documents/report-told.ts';
import { KIND_KEYS, type Kind } from '../../src/domain/kinds.ts';
import {
  answersOf,
  casesOf,
  dutiesOf,
  exchangesOf,
  type Figures,
  proposalsOf,
} from '../../src/domain/report-figures.ts';
import { readRooms } from '../../src/locales/rooms.ts';

const NOTHING = {
  entries: 0,
  organisations: { total: 0, reprimand: 0, warning: 0, dissolution: 0 },
  members: { total: 0, reprimand: 0, warning: 0, dismissal: 0, expulsion: 0 },
};
const EMPTY: Figures = {
  proposals: proposalsOf([]),
  cases: casesOf([]),
  coverage: { covered: { part: 0, whole: 11 }, concluded: 0, turns: 0, unnamedTurns: 0, members: 0 },
  notices: { issued: 0, leadDays: undefined, answers: answersOf([]) },
  exchanges: exchangesOf([]),
  duties: dutiesOf([]),
  outcomes: { through: NOTHING, apart: NOTHING, partly: 0 },
  recommendations: { asked: 0, done: 0, overdue: 0, open: 0 },
  plan: { found: 0, overlaps: 0, gaps: 0, merge: 0, shift: 0, keep: 0, gone: 0, open: 0 },
};
const POLICE = 'Uỷ ban Kiểm tra Đảng uỷ Công an tỉnh X';
const PROVINCE = 'Uỷ ban Kiểm tra Tỉnh uỷ X';
const TOLD: Told = {
  parties: { own: POLICE, other: PROVINCE },
  agreements: 1,
  figures: EMPTY,
  quotas: [],
  left: [],
  hidden: 0,
  kinds: Object.fromEntries(KIND_KEYS.map((kind) => [kind, kind])) as Record<Kind, string>,
  spelling: 'uỷ',
};
const YEAR: About = {
  period: { from: '2026-01-01', to: '2027-01-01' },
  span: { is: 'year' },
  name: 'final',
  asOf: '2027-01-04',
};
const linesOf = (given: Partial<Told> = {}, about: Partial<About> = {}): string[] =>
  reportBlocks({ ...TOLD, ...given }, { ...YEAR, ...about }).map(({ text }) => text);
const withFigures = (given: Partial<Figures>): string[] => linesOf({ figures: { ...EMPTY, ...given } });

describe('a report reads as one that a chair signs', () => {
  test('it opens with the agreement and its parties; number and day are marked blanks', () => {
    expect(linesOf()[0]).toBe(
      `Thực hiện Quy chế phối hợp số […], ngày […] giữa ${POLICE} và ${PROVINCE}, ${POLICE} báo cáo kết quả phối hợp công tác kiểm tra, giám sát năm 2026 như sau (số liệu tính đến ngày 04/01/2027):`,
    );
    expect(linesOf({}, { name: 'figures' })[0]).toContain('báo cáo số liệu phối hợp');
  });

  test('it names the agreement by number and day where they are known, and who issued it', () => {
    const agreement = { symbol: '05-QC/UBKTTU', day: '2026-03-12' };
    expect(linesOf({ agreement })[0]).toContain(
      `Thực hiện Quy chế phối hợp số 05-QC/UBKTTU, ngày 12/3/2026 giữa ${POLICE} và ${PROVINCE}, ${POLICE} báo cáo`,
    );
    expect(linesOf({ agreement: { ...agreement, issuers: 'Ban Thường vụ Tỉnh uỷ X' } })[0]).toContain(
      `Thực hiện Quy chế số 05-QC/UBKTTU, ngày 12/3/2026 của Ban Thường vụ Tỉnh uỷ X về phối hợp công tác kiểm tra, giám sát, ${POLICE} báo cáo`,
    );
  });

  test('of several agreements it says how many, in the spelling of the committee', () => {
    expect(linesOf({ agreements: 3, spelling: 'ủy' })[0]).toContain(
      'Thực hiện 3 Quy chế phối hợp với các Ủy ban Kiểm tra (số, ngày: […]),',
    );
  });

  test('what only people can say is a marked blank in the second and the third part', () => {
    const lines = linesOf();
    expect(lines.slice(lines.indexOf('ƯU ĐIỂM, HẠN CHẾ, NGUYÊN NHÂN'))).toEqual([
      'ƯU ĐIỂM, HẠN CHẾ, NGUYÊN NHÂN',
      ...['Ưu điểm', '[…]', 'Hạn chế, khuyết điểm', '[…]', 'Nguyên nhân'],
      'Nguyên nhân của ưu điểm: […]',
      'Nguyên nhân của hạn chế, khuyết điểm (khách quan, chủ quan): […]',
      'PHƯƠNG HƯỚNG, KIẾN NGHỊ',
      ...['Phương hướng, nhiệm vụ thời gian tới', '[…]', 'Kiến nghị, đề xuất'],
      'Với cấp uỷ, Uỷ ban Kiểm tra cấp trên: […]',
      'Với Uỷ ban phối hợp: […]',
      `Trên đây là báo cáo kết quả phối hợp công tác kiểm tra, giám sát năm 2026 của ${POLICE}.`,
    ]);
  });

  test('where nothing happened it says so, not a row of zeros', () => {
    const lines = linesOf();
    expect(lines).toEqual(
      expect.arrayContaining([
        `${POLICE}: không có đề xuất trong kỳ.`,
        'Trong kỳ không có cuộc kiểm tra, giám sát phối hợp.',
        'Trong kỳ không gửi thông báo cuộc kiểm tra, giám sát phối hợp.',
        'Kết quả các cuộc phối hợp: không có tổ chức đảng bị kỷ luật; không có đảng viên bị kỷ luật.',
        'Trong kế hoạch năm, hai bên chưa đặt chỉ tiêu.',
      ]),
    );
    expect(lines.filter((line) => /0\/0/.test(line))).toEqual([]);
  });

  test('figures stand in sentences, each share with its numerator and denominator (R10)', () => {
    const lines = withFigures({
      proposals: proposalsOf([
        { by: 'own', end: 'agreed', days: 2, count: 2 },
        { by: 'own', end: 'open', days: null, count: 1 },
      ]),
      cases: casesOf([
        { kind: 'compliance', lead: 'own', body: 'inspection_committee', state: 'concluded', count: 2 },
        { kind: 'denunciation', lead: 'other', body: 'committee', state: 'stopped', count: 1 },
      ]),
      coverage: { covered: { part: 8, whole: 11 }, concluded: 7, turns: 9, unnamedTurns: 1, members: 3 },
      notices: {
        issued: 3,
        leadDays: { count: 3, least: 2, median: 5, most: 9 },
        answers: answersOf([{ party: 'own', reply: 'on_time', tenths: 35, count: 4 }]),
      },
      plan: { found: 5, overlaps: 3, gaps: 2, merge: 1, shift: 1, keep: 2, gone: 0, open: 1 },
    });
    expect(lines).toEqual(
      expect.arrayContaining([
        'Qua đối chiếu kế hoạch năm của hai bên, ghi nhận 5 nội dung: 3 nội dung trùng lặp, chồng chéo; 2 tổ chức đảng chưa được kiểm tra, giám sát.',
        'Hai bên đã thống nhất xử lý 4/5 (80%): gộp 1, chuyển thời gian 1, giữ nguyên có lý do 2; không còn do kế hoạch thay đổi 0; chưa thống nhất 1.',
        `${POLICE} đề xuất 3 cuộc: thống nhất 2/3 (66,7%), chưa thống nhất 0, thống nhất chưa tiến hành 0, đang xem xét 1. Từ khi đề xuất đến khi thống nhất: một nửa số đề xuất trong vòng 2 ngày làm việc, lâu nhất 2 ngày làm việc.`,
        'Theo loại: compliance 2; denunciation 1.',
        `Theo cơ quan chủ trì: ${POLICE} 2/3 (66,7%); ${PROVINCE} 1/3 (33,3%).`,
        'Các cuộc đã thống nhất trong kỳ bao gồm 8/11 (72,7%) tổ chức đảng, với 9 lượt; có cuộc đã kết thúc tại 7/11 (63,6%) tổ chức đảng.',
        'Ngoài ra có 1 lượt thuộc loại cuộc không nêu tên, không tính vào số tổ chức đảng.',
        'Đã gửi 3 thông báo, trước buổi đầu ít nhất 2 ngày làm việc, một nửa số thông báo trước từ 5 ngày làm việc trở lên.',
        `${POLICE}: phải phản hồi 4 lượt; đúng hạn 4/4 (100%), chậm 0, quá hạn chưa phản hồi 0, còn trong hạn 0. Thời gian phản hồi: một nửa trong vòng 3,5 giờ làm việc, lâu nhất 3,5 giờ làm việc.`,
        `${PROVINCE}: không có lượt phải phản hồi.`,
      ]),
    );
  });

  test('many organisations that are left are in the annex, few by name', () => {
    const left = Array.from({ length: 12 }, (_, n) => `Chi bộ ${n + 1}`);
    const of = (part: number, names: string[]) =>
      linesOf({
        left: names,
        figures: { ...EMPTY, coverage: { ...EMPTY.coverage, covered: { part, whole: 14 } } },
      }).join('\n');
    expect(of(12, left.slice(0, 2))).toContain(
      'Còn 2 tổ chức đảng chưa được kiểm tra, giám sát: Chi bộ 1; Chi bộ 2.',
    );
    expect(of(2, left)).toContain('Chi bộ 6 và 6 tổ chức đảng khác (Phụ lục).');
    expect(of(14, [])).toContain('Không còn tổ chức đảng nào');
  });

  test('a quota says what both sides agreed and how far it is (R3)', () => {
    const quota = {
      pairId: 1,
      year: 2026,
      kind: 'compliance',
      span: 'year',
      measure: 'targets',
      least: 8,
    } as const;
    const lines = linesOf({
      quotas: [
        { ...quota, state: { reached: { part: 2, whole: 8 }, missing: 6 } },
        {
          ...quota,
          kind: null,
          measure: 'each',
          least: 1,
          state: { reached: { part: 5, whole: 5 }, missing: 0 },
        },
        { ...quota, span: 'term', measure: 'turns', state: undefined },
      ],
    });
    expect(lines).toEqual(
      expect.arrayContaining([
        'Chỉ tiêu năm 2026, compliance: ít nhất 8 tổ chức đảng; đã đạt 2/8 (25%), còn thiếu 6.',
        'Chỉ tiêu năm 2026, các loại: mỗi tổ chức đảng ít nhất 1 lượt; đã đạt 5/5 (100%) tổ chức đảng, đạt chỉ tiêu.',
        'Chỉ tiêu nhiệm kỳ, tính đến hết năm 2026, compliance: ít nhất 8 lượt; chưa tính được do chưa có ngày đầu nhiệm kỳ.',
      ]),
    );
  });

  test('what whoever made it must not see or cannot divide is a note in brackets, not a sentence', () => {
    const lines = linesOf({ hidden: 2, figures: { ...EMPTY, outcomes: { ...EMPTY.outcomes, partly: 1 } } });
    expect(lines.filter((line) => /^\[.{3,}\]$/.test(line))).toEqual([
      expect.stringContaining('Chưa tính 2 tổ chức đảng'),
      expect.stringContaining('1 mục có thời gian vượt ra ngoài kỳ báo cáo'),
    ]);
  });
});

test('no text that people read speaks of a median or of nine in ten', () => {
  for (const { locale, name, source } of readRooms()) {
    const words = source.replaceAll(/^-?[\w-]+ =|\{[^}]*\}/gmu, '');
    expect([locale, name, /trung vị|median|90 ?%/iu.exec(words)?.[0]]).toEqual([locale, name, undefined]);
  }
});
