import { coverPages } from '../../src/pictures/plan-cover.ts';
import { yearPages } from '../../src/pictures/plan-year.ts';
import { pictureToPng } from '../../src/pictures/png.ts';
import { drawReport } from '../../src/pictures/report-chart.ts';
import { weeksPicture } from '../../src/pictures/weeks.ts';

const list = <T>(length: number, make: (at: number) => T): T[] => Array.from({ length }, (_, at) => make(at));
const day = (at: number): string => String(10 + (at % 10));

function drawYear(title: string): Uint8Array {
  const pages = yearPages({
    ...{ title, subtitle: 'Công an tỉnh – Tỉnh uỷ', year: 2027, today: '2027-05-20' },
    words: {
      ...{ ownLead: 'Ta', otherLead: 'Bên kia', joint: 'Chung', clash: 'trùng', gap: 'trống' },
      ...{ today: 'hôm nay', months: list(12, (at) => `T${at + 1}`) },
    },
    rows: list(12, (at) => ({
      ...{ name: `Ban Thường vụ Đảng uỷ xã số ${at + 1}, Đảng bộ tỉnh`, gap: null },
      bars: [1, 4, 9].map((month) => ({
        ...{ from: `2027-0${month}-${day(at)}`, to: `2027-0${month}-2${at % 9}` },
        ...{ isOwnLead: at % 2 === 0, isJoint: at % 5 === 0, clashes: at % 4 === 0 ? [at + 1] : [] },
      })),
    })),
  });
  return pictureToPng(pages[0]!);
}

function drawCover(title: string): Uint8Array {
  const pages = coverPages({
    ...{ title, subtitle: '20/20', years: [2026, 2027], planYear: 2027 },
    rows: list(20, (at) => ({ name: `Chi bộ số ${at + 1}`, turns: [at % 3, 1] })),
    words: { turns: 'lượt', none: 'không', plan: 'năm kế hoạch' },
  });
  return pictureToPng(pages[0]!);
}

const drawWeeks = (title: string): Uint8Array =>
  pictureToPng(
    weeksPicture({
      ...{ title, from: '2027-05-17', today: '2027-05-20' },
      words: { ownLead: 'Ta', otherLead: 'Bên kia', today: 'hôm nay' },
      rows: list(20, (at) => ({
        ...{ code: `PH-2027-${at}`, from: `2027-05-${day(at)}`, to: `2027-06-${day(at)}` },
        ...{ isOwnLead: at % 2 === 0, note: 'đã trả lời 3/4' },
      })),
    }),
  );

const drawChart = (title: string): Uint8Array =>
  drawReport({
    ...{ title, subtitle: 'năm 2027', mark: 'DỰ THẢO' },
    groups: [
      {
        title: 'Loại',
        bars: list(6, (at) => ({ label: 'Kiểm tra chấp hành', value: at + 1, shown: '3/11 (27,3%)' })),
      },
    ],
  });

const KINDS = [drawYear, drawCover, drawWeeks, drawChart];

/** The picture of a number: each kind in turn, and none that was drawn before, so that nothing is remembered of it. */
export const drawOneMore = (n: number): Uint8Array => KINDS[n % KINDS.length]!(`số ${n}`);
