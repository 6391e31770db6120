import type { StandingQuota } from '../domain/plan-quota.ts';
import type { Block } from './letter.ts';
import { caseSentences, coverageSentences, proposalSentences } from './report-cases.ts';
import { exchangeSentences, noticeSentences, outcomeSentences } from './report-passing.ts';
import { shown, type Told } from './report-told.ts';

/** I- of a report: figures in sentences under seven points, every share with its numerator and denominator (R10). */
export const resultBlocks = (told: Told): Block[] => [
  ...pointOf('Đối chiếu chương trình, kế hoạch kiểm tra, giám sát; chỉ tiêu', planSentences(told)),
  ...pointOf('Đề xuất, thống nhất phối hợp', proposalSentences(told)),
  ...pointOf('Các cuộc kiểm tra, giám sát', caseSentences(told)),
  ...pointOf('Tổ chức đảng được kiểm tra, giám sát', coverageSentences(told)),
  ...pointOf('Thông báo và phản hồi', noticeSentences(told)),
  ...pointOf('Trao đổi thông tin', exchangeSentences(told)),
  ...pointOf('Thi hành kỷ luật; thực hiện kiến nghị', outcomeSentences(told)),
];

const pointOf = (title: string, sentences: string[]): Block[] => [
  { level: 'point', text: title, isTitle: true },
  ...sentences.map((text): Block => ({ level: 'dash', text })),
];

function planSentences({ figures, quotas, kinds }: Told): string[] {
  const { found, overlaps, gaps, merge, shift, keep, gone, open } = figures.plan;
  const settled = shown({ part: merge + shift + keep, whole: found });
  const compared =
    found === 0
      ? [
          'Không ghi nhận nội dung trùng lặp, chồng chéo hoặc bỏ trống trong kế hoạch năm của hai bên [nếu hai bên chưa đối chiếu, đề nghị nêu rõ].',
        ]
      : [
          `Qua đối chiếu kế hoạch năm của hai bên, ghi nhận ${found} nội dung: ${overlaps} nội dung trùng lặp, chồng chéo; ${gaps} tổ chức đảng chưa được kiểm tra, giám sát.`,
          `Hai bên đã thống nhất xử lý ${settled}: gộp ${merge}, chuyển thời gian ${shift}, giữ nguyên có lý do ${keep}; không còn do kế hoạch thay đổi ${gone}; chưa thống nhất ${open}.`,
        ];
  const wanted = quotas.map((quota) => quotaSentence(quota, kinds));
  return [...compared, ...(wanted.length > 0 ? wanted : ['Trong kế hoạch năm, hai bên chưa đặt chỉ tiêu.'])];
}

/** "Chỉ tiêu năm 2026, giám sát chuyên đề: ít nhất 8 tổ chức đảng; đã đạt 2/8 (25%), còn thiếu 6." */
function quotaSentence(
  { year, kind, span, measure, least, state }: StandingQuota,
  kinds: Told['kinds'],
): string {
  const when = span === 'year' ? `năm ${year}` : `nhiệm kỳ, tính đến hết năm ${year}`;
  const wanted = {
    targets: `ít nhất ${least} tổ chức đảng`,
    turns: `ít nhất ${least} lượt`,
    each: `mỗi tổ chức đảng ít nhất ${least} lượt`,
  }[measure];
  const what = `Chỉ tiêu ${when}, ${kind === null ? 'các loại' : kinds[kind]}: ${wanted}`;
  if (state === undefined) return `${what}; chưa tính được do chưa có ngày đầu nhiệm kỳ.`;
  const reached = shown(state.reached);
  const unit = measure === 'each' ? ' tổ chức đảng' : '';
  const missing = state.missing === 0 ? 'đạt chỉ tiêu' : `còn thiếu ${state.missing}`;
  return `${what}; đã đạt ${reached}${unit}, ${missing}.`;
}
