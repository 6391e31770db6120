import type { Both } from './playground/playground-protocol.ts';

/**
 * The two sides' plans as files, made when the story is played: the fixed examples name months, and the notice of what is planned
 * must be near. Both hold one party cell in one week; the chi bộ of the Phòng Tham mưu stands in neither, every other organisation
 * of examples/org.yaml in one.
 */
export const POLICE_PLAN: Both = {
  vi: [
    'STT;Tổ chức đảng;Loại;Nội dung;Thời gian;Chủ trì',
    '1;CB PC02;Giám sát chuyên đề;Việc thực hiện quy chế làm việc;{2w1} - {2w5};UBKT ĐU CAT',
    '2;CB PC08;Kiểm tra chấp hành;Nguyên tắc tập trung dân chủ;quý II;UBKT ĐU CAT',
    '3;CB PH10;Kiểm tra tài chính đảng;Thu, nộp, sử dụng đảng phí;quý III;UBKT ĐU CAT',
    '4;Chi bộ Trại tạm giam, Đảng bộ Công an tỉnh X;Giám sát chuyên đề;Quản lý đảng viên;quý IV;UBKT ĐU CAT',
    '5;Chi bộ Công an phường Y, Đảng bộ Công an tỉnh X;Kiểm tra chấp hành;Nghị quyết của cấp trên;tháng 9;UBKT ĐU CAT',
  ].join('\n'),
  en: [
    'No;Organisation;Kind;Subject;Time;Lead',
    '1;CB PC02;Thematic supervision;How the working rules are kept;{2w1} - {2w5};UBKT ĐU CAT',
    '2;CB PC08;Compliance inspection;Democratic centralism;Q2;UBKT ĐU CAT',
    '3;CB PH10;Party finance inspection;Party dues;Q3;UBKT ĐU CAT',
    '4;Chi bộ Trại tạm giam, Đảng bộ Công an tỉnh X;Thematic supervision;Work with members;Q4;UBKT ĐU CAT',
    '5;Chi bộ Công an phường Y, Đảng bộ Công an tỉnh X;Compliance inspection;Resolutions;Q3;UBKT ĐU CAT',
  ].join('\n'),
};

/** The other side's, with headings of its own. */
export const PARTY_PLAN: Both = {
  vi: [
    'STT;Đối tượng;Hình thức;Nội dung;Từ ngày;Đến ngày;Đơn vị chủ trì',
    '1;CB PC02;GS chuyên đề;Quy chế làm việc;{2w3};{2w5};UBKT Tỉnh uỷ',
    '2;CB PC06;Giám sát chuyên đề;Việc học tập và làm theo Bác;tháng 11;;UBKT Tỉnh uỷ',
    '3;ĐB PK02;KT chấp hành;Chế độ sinh hoạt đảng;quý III;;UBKT Tỉnh uỷ',
    '4;Chi bộ Đội 1, Phòng Cảnh sát cơ động;Giám sát thường xuyên;;tháng 2;tháng 12;UBKT Tỉnh uỷ',
    '5;ĐB CAT;Giám sát thường xuyên;;tháng 2;tháng 12;UBKT Tỉnh uỷ',
  ].join('\n'),
  en: [
    'No;Unit;Type;Subject;From;To;Lead',
    '1;CB PC02;Thematic supervision;Working rules;{2w3};{2w5};UBKT Tỉnh uỷ',
    '2;CB PC06;Thematic supervision;Studying the example of Uncle Hồ;Q4;;UBKT Tỉnh uỷ',
    '3;ĐB PK02;Compliance inspection;Party meetings;Q3;;UBKT Tỉnh uỷ',
    '4;Chi bộ Đội 1, Phòng Cảnh sát cơ động;Regular supervision;;Q1;Q4;UBKT Tỉnh uỷ',
    '5;ĐB CAT;Regular supervision;;Q1;Q4;UBKT Tỉnh uỷ',
  ].join('\n'),
};
