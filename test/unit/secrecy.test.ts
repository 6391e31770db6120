import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSecret, takeDeclaration } from '../../src/domain/secrecy.ts';

const MARKED = [
  'MẬT',
  'Mật',
  'mật',
  'TỐI MẬT',
  'Tuyệt mật',
  'tối mật',
  'tuyệt mật',
  'M Ậ T',
  'M.Ậ.T',
  'M-Ậ-T',
  'M  .  Ậ  .  T',
  'm_ậ_t',
  'M ẬT',
  'T Ố I  M Ậ T',
  'T.Ố.I M.Ậ.T',
  'TỐIMẬT',
  'TOI MAT',
  'T O I M A T',
  'TUYET MAT',
  'tuyet mat',
  'Toi Mat',
  'TỐI MAT',
  'M.A.T',
  'M\u200bẬ\u200bT',
  'TỐ\u00adI M\u2060ẬT',
  'ＭẬＴ',
  'ＴＯＩ　ＭＡＴ',
  '𝐌Ậ𝐓',
  'TỐI MẬT'.normalize('NFD'),
  'МẬТ',
  'TỐI\nMẬT',
  'Độ mật: Tối mật',
  'độ mật: A',
  'do mat: A',
  'Công văn 05 (MẬT)',
  'Công văn 05 (MAT)',
  'MAT',
  'cong van MAT so 5',
  'CONG VAN MAT SO 5',
  'DO MAT',
  'tài liệu đóng dấu mật',
  'tai lieu dong dau mat',
  'tài liệu mật của Chi bộ Y',
  'văn bản mật',
  'hồ sơ mật',
  'không tối mật',
  'không mật nhưng phụ lục thì mật',
  'bí mật nhà nước, độ Mật',
  '[#MẬT]',
  'The annex is top secret',
  'TOP_SECRET-12.docx',
  'a top-secret annex',
  'Secret-file 7',
  'MÂT',
  'không phải tài liệu tối mật',
  'họp mật',
  'theo chế độ mật',
  'Không. Mật',
  'phụ lục, mật',
  'T-Ố-I--M-Ậ-T',
  'tuyệtmật',
  'CÔNG VĂN MẬT ĐI',
  'ĐỘ MẬT: TUYỆT MẬT',
];

const ACCUSING = [
  'tố cáo ông A',
  'Tố cáo bà Nguyễn Thị B',
  'đơn tố cáo đồng chí C',
  'giải quyết tố cáo đối với đồng chí Bí thư chi bộ',
  'to cao dong chi C',
  'tố cáo đ/c C',
  'đồng chí C bị tố cáo',
  'tố cáo đảng viên Trần Văn D',
  'có hành vi tham ô',
  'THAM Ô',
  'tham ô'.normalize('NFD'),
  'nhận hối lộ',
  'nhan hoi lo',
  'đưa hối lộ',
  'Có hành vi vi phạm của đồng chí C',
  'dấu hiệu vi phạm của ông A',
  'kiểm tra khi có dấu hiệu vi phạm đối với đồng chí C',
  'đồng chí C có dấu hiệu vi phạm',
  'Đồng chí Trưởng phòng đã vi phạm quy định',
  'đồng chí C bị kỷ luật cảnh cáo',
  'ông A bị khởi tố',
  'lợi dụng chức vụ để trục lợi',
  'biển thủ quỹ',
  'chiếm đoạt tài sản',
  'nhận tiền của doanh nghiệp',
  'có hành vi tham nhũng',
  'phòng, chống tham nhũng; đồng chí C tham ô',
  'vòi vĩnh, lót tay',
  'He was accused of bribery',
  'to cao ong A',
  'TỐ CÁO ÔNG A',
  'khuyết điểm của đồng chí Phó Chủ nhiệm',
  'sai phạm của bà B',
  'đồng chí Bí thư bị khai trừ',
  'lam quyen, nhung nhieu',
  'denunciation against Mr A',
  'tố cáo cán bộ Trần Văn D',
];

const IDENTIFYING = [
  'CCCD 001085012345',
  '001085012345',
  '001 085 012 345',
  '0010 8501 2345',
  'căn cước công dân số: 001085012345',
  'CMND 012345678',
  'CMND: 012 345 678',
  'chứng minh nhân dân số 012345678',
  'hộ chiếu C1234567',
  'passport no. N 1234567',
  'B1234567',
  '0912345678',
  'gọi 0912 345 678',
  '0912.345.678',
  '091-2345-678',
  '09 12 34 56 78',
  '+84912345678',
  '+84 912 345 678',
  '84912345678',
  '024 3822 1234',
  '(024) 38221234',
  'SĐT: 38221234',
  'STK 19001234567',
  'số tài khoản: 1900 1234 5678',
  '4111 1111 1111 1111',
  '4111111111111111',
  'thẻ đảng viên số 12.345678',
  'số thẻ đảng: 12345678',
  'dong.chi.c@example.vn',
  '0912\u200b345678',
  '０９１２３４５６７８',
  'số hiệu CAND 123-456',
  'liên hệ qua Zalo 0912345678',
  'điện thoại: 3822 1234',
  '0912-345-678',
  'tai khoan so 0011001234567',
  'số định danh cá nhân 001 085 012 345',
];

const CLEAN = [
  'quan hệ mật thiết với nhân dân',
  'MẬT THIẾT',
  'mật độ dân cư',
  'MẬT ĐỘ',
  'hợp tác xã mật ong',
  'đặt mật khẩu',
  'Luật Bảo vệ bí mật nhà nước',
  'quản lý tài liệu bí mật nhà nước',
  'công tác bảo mật',
  'bị mất điện',
  'BỊ MẤT',
  'Mặt trận Tổ quốc',
  'MAT TRAN TO QUOC',
  'co mat day du',
  'DANH SÁCH VẮNG MẶT',
  'danh sach VANG MAT',
  'tôi mất tài liệu',
  'tối mát mẻ',
  'không mật',
  'ko mật',
  'nd: việc thực hiện quy chế; k mật',
  'kg mật',
  'Nội dung làm việc; không mật',
  'độ mật: không',
  'không đóng dấu mật',
  'đã chuyển qua văn thư mật',
  'mạt cưa',
  'kiểm tra khi có dấu hiệu vi phạm',
  'Kiểm tra khi có dấu hiệu vi phạm đối với tổ chức đảng, đảng viên',
  'đồng chí C chủ trì cuộc kiểm tra khi có dấu hiệu vi phạm tại Chi bộ Y',
  'giải quyết tố cáo',
  'giải quyết tố cáo đối với tổ chức đảng, đảng viên',
  'giải quyết khiếu nại kỷ luật',
  'kiểm tra thi hành kỷ luật',
  'Uỷ ban Kiểm tra Tỉnh uỷ',
  'phòng, chống tham nhũng, lãng phí, tiêu cực',
  'phòng chống tham ô, lãng phí',
  'phong chong tham nhung',
  'đồng chí C tham gia đoàn',
  'đồng chí C, Trưởng đoàn, tổ chức buổi làm việc',
  '30 khiển trách, 15 cảnh cáo, 1 khai trừ',
  'hơi lo về tiến độ',
  '104-QĐ/ĐUCA',
  '05-BC/UBKTTU ngày 05/02/2026',
  '885-QĐ/UBKTTW',
  'PH-2026-001',
  '07.12.2026 08h00',
  '07-12-2026 08:00',
  '17h00 thứ Tư 25/11/2026',
  '202611251730',
  '20261125173000',
  '1.250.000.000 đồng',
  '150000000000 đồng',
  'ghi nhận qua điện thoại 07/12/2026',
  'ghi nhận qua điện thoại lúc 08h00 ngày 07.12.2026',
  'tài khoản 112',
  '63 điểm cầu, 92 ý kiến bằng văn bản',
  'anti-corruption training',
  'a secretary of the committee',
  'không phải tài liệu mật',
  'khong phai tai lieu mat',
  'không chứa nội dung mật, không đóng dấu mật',
  'giữ bí mật nội dung thảo luận',
  'CÔNG TÁC BẢO MẬT',
  'kiểm tra vi phạm của Chi bộ Y',
  'Chi bộ Y có khuyết điểm chậm báo cáo',
  'vi phạm của ba tổ chức đảng',
  'xử lý cán bộ, đảng viên có vi phạm',
  'kiểm tra khi có dấu hiệu vi phạm (đồng chí C chủ trì)',
  'kiểm tra khi có dấu hiệu vi phạm, đồng chí C chủ trì',
  'Đồng chí C phụ trách nội dung xử lý vi phạm',
  'Ban Chỉ đạo phòng, chống tham nhũng, lãng phí, tiêu cực',
  'Chủ nhiệm UBKT ký thông báo kết luận',
  'nhiệm kỳ 2020-2025, 2025-2030',
  'các năm 2023 2024 2025 2026',
  'các ngày 07 08 09 10 11 tháng 12',
  'thứ Hai 07/12 – thứ Sáu 11/12/2026',
  'buổi làm việc 07h30-11h30',
  'số hiệu PH-2026-001',
  '12 tổ chức, 345 đảng viên, 72,7%',
  'chuyển 2.500.000.000 đồng vào tài khoản đơn vị',
  '@phoihop_bot',
  'Quyết định số 104-QĐ/ĐUCA ngày 12/11/2026 của Đảng uỷ Công an tỉnh',
  'trao đổi trực tiếp qua điện thoại với Văn phòng, hẹn 25 11 2026',
  'Thông báo kết luận giám sát chuyên đề đối với Ban Thường vụ Đảng uỷ',
  'Supervision of the executive committee, 12345 members',
  '',
];

const refused = (why: string) => ({ kind: 'refused', why });

describe('findSecret', () => {
  it.each(MARKED)('refuses the mark in %j', (text) => {
    expect(findSecret(text)).toEqual(refused('mark'));
  });

  it.each(ACCUSING)('refuses the accusation in %j', (text) => {
    expect(findSecret(text)).toEqual(refused('accusation'));
  });

  it.each(IDENTIFYING)('refuses the identifier in %j', (text) => {
    expect(findSecret(text)).toEqual(refused('identifier'));
  });

  it.each(CLEAN)('lets %j pass', (text) => {
    expect(findSecret(text)).toEqual({ kind: 'clean' });
    expect(findSecret(text.normalize('NFD'))).toEqual({ kind: 'clean' });
  });

  it('finds a mark wherever it stands, whatever is between its letters', () => {
    const gap = fc.string({ unit: fc.constantFrom('', ' ', '.', '-', '\u200b'), maxLength: 2 });
    const lead = fc.constantFrom('', 'Công văn 05 ', 'hồ sơ\n', 'Chi bộ Y, ', '(', '. ', '07', 'không. ');
    const tail = fc.constantFrom('', ' của Chi bộ Y', '\n', ', ', ')', '. ', '07', '. Độ');
    fc.assert(
      fc.property(gap, gap, lead, tail, fc.boolean(), (one, two, before, after, decomposed) => {
        const text = `${before}M${one}Ậ${two}T${after}`;
        expect(findSecret(decomposed ? text.normalize('NFD') : text)).toEqual(refused('mark'));
      }),
    );
  });

  it('answers within a moment whatever it is given, up to the length of a message', () => {
    const unit = fc.constantFrom(
      'mật ',
      'm',
      ' ',
      '.',
      'đồng chí ',
      'bị ',
      '0',
      '9',
      '-',
      'phòng, ',
      'tham nhũng, ',
      'và ',
    );
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 6 }), (units) => {
        const text = units.join('').repeat(4096).slice(0, 4096);
        const before = performance.now();
        findSecret(text);
        expect(performance.now() - before).toBeLessThan(500);
      }),
      { numRuns: 60 },
    );
  });
});

describe('takeDeclaration', () => {
  it.each([
    ['05-BC/UBKTTU; Chi bộ Y; không mật', '05-BC/UBKTTU; Chi bộ Y'],
    ['a; Khong mat', 'a'],
    ['a;KHÔNG MẬT.', 'a'],
    ['a; not secret', 'a'],
    ['a\nb\nkhông mật\n', 'a\nb'],
    ['a; không mật'.normalize('NFD'), 'a'],
    ['a; không\u200b mật', 'a'],
    ['; không mật', ''],
    ['a; không mật; không mật', 'a; không mật'],
  ])('%j declares %j', (text, rest) => {
    expect(takeDeclaration(text)).toEqual({ declared: true, text: rest });
  });

  it.each(['a', 'a không mật', 'không mật', 'a; không mất', 'a; không mật; b', 'a; không', 'a; mật', ''])(
    '%j declares nothing',
    (text) => {
      expect(takeDeclaration(text)).toEqual({ declared: false });
    },
  );
});
