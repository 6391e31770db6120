import { KIND_KEYS } from '../domain/kinds.ts';
import { PARTIES } from '../domain/report.ts';
import { decimal, shown, type Told } from './report-told.ts';
import { respell } from './wording.ts';

/** What each side proposed, and how long agreeing took. */
export const proposalSentences = ({ figures, parties }: Told): string[] =>
  PARTIES.flatMap((party) => {
    const { made, ends, days } = figures.proposals[party];
    if (made === 0) return [`${parties[party]}: không có đề xuất trong kỳ.`];
    const agreed = shown({ part: ends.agreed, whole: made });
    return [
      `${parties[party]} đề xuất ${made} cuộc: thống nhất ${agreed}, chưa thống nhất ${ends.declined}, thống nhất chưa tiến hành ${ends.not_held}, đang xem xét ${ends.open}.${
        days
          ? ` Từ khi đề xuất đến khi thống nhất: một nửa số đề xuất trong vòng ${decimal(days.median)} ngày làm việc, lâu nhất ${decimal(days.most)} ngày làm việc.`
          : ''
      }`,
    ];
  });

/** The inspections of the period, how far they came and how they divide. */
export function caseSentences({ figures, parties, kinds, spelling }: Told): string[] {
  const { total, stages, leads, bodies, kinds: counts } = figures.cases;
  if (total === 0) return ['Trong kỳ không có cuộc kiểm tra, giám sát phối hợp.'];
  const of = (part: number): string => shown({ part, whole: total });
  const found = KIND_KEYS.filter((kind) => counts[kind] > 0).map((kind) => `${kinds[kind]} ${counts[kind]}`);
  return [
    `Tổng số ${total} cuộc hai bên đã thống nhất, có thời gian thuộc kỳ báo cáo: đã kết thúc ${of(stages.concluded)}, đang tiến hành ${stages.under_way}, đang chuẩn bị ${stages.preparing}, dừng, không thực hiện ${stages.stopped}.`,
    `Theo loại: ${found.join('; ')}.`,
    `Theo cơ quan chủ trì: ${parties.own} ${of(leads.own)}; ${parties.other} ${of(leads.other)}.`,
    respell(
      `Theo chủ thể: cấp uỷ ${bodies.committee}; Ban Thường vụ ${bodies.standing_board}; Uỷ ban Kiểm tra ${bodies.inspection_committee}.`,
      spelling,
    ),
  ];
}

/** Names that a sentence has room for; all of them stand in the annex. */
const MOST_NAMES = 6;

/** Organisations and turns (R3), and those that are left by name. */
export function coverageSentences({ figures, left, hidden }: Told): string[] {
  const { covered, concluded, turns, unnamedTurns, members } = figures.coverage;
  const ended = shown({ part: concluded, whole: covered.whole });
  return [
    `Các cuộc đã thống nhất trong kỳ bao gồm ${shown(covered)} tổ chức đảng, với ${turns} lượt; có cuộc đã kết thúc tại ${ended} tổ chức đảng.`,
    ...(members > 0 ? [`Số đảng viên là đối tượng kiểm tra, giám sát: ${members} đồng chí.`] : []),
    leftSentence(left, covered.whole - covered.part),
    ...(unnamedTurns > 0
      ? [`Ngoài ra có ${unnamedTurns} lượt thuộc loại cuộc không nêu tên, không tính vào số tổ chức đảng.`]
      : []),
    ...(hidden > 0
      ? [
          `[Chưa tính ${hidden} tổ chức đảng mà người lập báo cáo thuộc về; đề nghị người khác bổ sung trước khi trình.]`,
        ]
      : []),
  ];
}

function leftSentence(left: string[], count: number): string {
  if (count === 0) return 'Không còn tổ chức đảng nào trong danh sách chưa được kiểm tra, giám sát.';
  const names = left.slice(0, MOST_NAMES).join('; ');
  if (count <= MOST_NAMES) return `Còn ${count} tổ chức đảng chưa được kiểm tra, giám sát: ${names}.`;
  return `Còn ${count} tổ chức đảng chưa được kiểm tra, giám sát, gồm ${names} và ${count - MOST_NAMES} tổ chức đảng khác (Phụ lục).`;
}
