import { agreementWords } from './agreement-words.ts';
import type { Block } from './letter.ts';
import { shownDay } from './paper-day.ts';
import { resultBlocks } from './report-result.ts';
import { type About, periodWords } from './report-title.ts';
import type { Told } from './report-told.ts';
import { spelledBy } from './wording.ts';

/** What only people can say: to be filled in before it is signed. */
const OPEN = '[…]';

/** The text of a report: its first sentence with the agreement and the parties, three parts, and the last sentence. */
export function reportBlocks(told: Told, about: About): Block[] {
  const { own } = told.parties;
  const spelled = spelledBy(told.spelling);
  const what = about.name === 'figures' ? 'số liệu' : 'kết quả';
  const results = `${what} phối hợp công tác kiểm tra, giám sát ${periodWords(about)}`;
  return [
    text(
      `Thực hiện ${byWhat(told)}, ${own} báo cáo ${results} như sau (số liệu tính đến ngày ${shownDay(about.asOf)}):`,
    ),
    section('KẾT QUẢ PHỐI HỢP'),
    ...resultBlocks(told),
    section('ƯU ĐIỂM, HẠN CHẾ, NGUYÊN NHÂN'),
    ...open('Ưu điểm', 'Hạn chế, khuyết điểm'),
    title('Nguyên nhân'),
    { level: 'letter', text: `Nguyên nhân của ưu điểm: ${OPEN}` },
    { level: 'letter', text: `Nguyên nhân của hạn chế, khuyết điểm (khách quan, chủ quan): ${OPEN}` },
    section('PHƯƠNG HƯỚNG, KIẾN NGHỊ'),
    ...open('Phương hướng, nhiệm vụ thời gian tới'),
    title('Kiến nghị, đề xuất'),
    { level: 'letter', text: spelled`Với cấp uỷ, Uỷ ban Kiểm tra cấp trên: ${OPEN}` },
    { level: 'letter', text: spelled`Với Uỷ ban phối hợp: ${OPEN}` },
    text(`Trên đây là báo cáo ${results} của ${own}.`),
  ];
}

/** The agreement's number and day stay open where nobody entered them. */
function byWhat({ parties, agreements, agreement, spelling }: Told): string {
  if (agreements > 1)
    return spelledBy(spelling)`${agreements} Quy chế phối hợp với các Uỷ ban Kiểm tra (số, ngày: ${OPEN})`;
  if (agreement?.issuers !== undefined) return agreementWords(agreement);
  const numbered = agreement ? agreementWords(agreement) : `Quy chế phối hợp số ${OPEN}, ngày ${OPEN}`;
  return `${numbered} giữa ${parties.own} và ${parties.other}`;
}

const text = (words: string): Block => ({ level: 'text', text: words });
const section = (words: string): Block => ({ level: 'section', text: words });
const title = (words: string): Block => ({ level: 'point', text: words, isTitle: true });

const open = (...titles: string[]): Block[] =>
  titles.flatMap((words): Block[] => [title(words), { level: 'dash', text: OPEN }]);
