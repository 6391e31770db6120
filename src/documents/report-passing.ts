import type { Discipline } from '../domain/outcome.ts';
import { PARTIES, type Party } from '../domain/report.ts';
import type { Reply } from '../domain/report-figures.ts';
import { decimal, shown, type Told } from './report-told.ts';

/** Notices, how long before the first session they went, and how each side answered. */
export function noticeSentences({ figures, parties }: Told): string[] {
  const { issued, leadDays, answers } = figures.notices;
  if (issued === 0) return ['Trong kỳ không gửi thông báo cuộc kiểm tra, giám sát phối hợp.'];
  const ofParty = (party: Party): string => {
    const { asked, replies, hours } = answers[party];
    if (asked === 0) return `${parties[party]}: không có lượt phải phản hồi.`;
    const took = hours
      ? ` Thời gian phản hồi: một nửa trong vòng ${decimal(hours.median)} giờ làm việc, lâu nhất ${decimal(hours.most)} giờ làm việc.`
      : '';
    return `${parties[party]}: phải phản hồi ${asked} lượt; ${repliesWords(replies, asked, 'chưa phản hồi')}.${took}`;
  };
  const ahead = leadDays
    ? `, trước buổi đầu ít nhất ${decimal(leadDays.least)} ngày làm việc, một nửa số thông báo trước từ ${decimal(leadDays.median)} ngày làm việc trở lên`
    : '';
  return [`Đã gửi ${issued} thông báo${ahead}.`, ...PARTIES.map(ofParty)];
}

const repliesWords = (
  { on_time, late, overdue, open }: Record<Reply, number>,
  whole: number,
  missing: string,
): string =>
  `đúng hạn ${shown({ part: on_time, whole })}, chậm ${late}, quá hạn ${missing} ${overdue}, còn trong hạn ${open}`;

/** Documents of each side, and what passes between the sides periodically. */
export const exchangeSentences = ({ figures, parties }: Told): string[] => [
  ...PARTIES.map((party) => {
    const { total, confirmed, toAnswer, replies } = figures.exchanges[party];
    if (total === 0) return `${parties[party]}: không có văn bản trao đổi trong kỳ.`;
    const answers =
      toAnswer === 0
        ? 'không có văn bản phải trả lời'
        : `phải trả lời ${toAnswer}: ${repliesWords(replies, toAnswer, 'chưa trả lời')}`;
    return `${parties[party]} gửi ${total} văn bản; nơi nhận đã xác nhận ${shown({ part: confirmed, whole: total })}; ${answers}.`;
  }),
  ...PARTIES.flatMap((party) => {
    const { total, nothing, replies } = figures.duties[party];
    if (total === 0) return [];
    return [
      `Trao đổi thông tin định kỳ, ${parties[party]}: ${total} kỳ; ${repliesWords(replies, total, 'chưa gửi')}; trong đó không phát sinh ${nothing}.`,
    ];
  }),
];

/** What inspections led to, and what is known apart from them, are never in one sentence (R11). */
export function outcomeSentences({ figures }: Told): string[] {
  const { through, apart, partly } = figures.outcomes;
  const { asked, done, overdue, open } = figures.recommendations;
  return [
    `Kết quả các cuộc phối hợp: ${disciplineWords(through)}.`,
    `Ngoài các cuộc phối hợp (không phải kết quả của các cuộc này): ${disciplineWords(apart)}.`,
    ...(partly > 0
      ? [
          `[${partly} mục có thời gian vượt ra ngoài kỳ báo cáo, không cộng vào số trên; đề nghị rà soát, bổ sung.]`,
        ]
      : []),
    asked === 0
      ? 'Trong kỳ không ghi nhận kiến nghị.'
      : `Kiến nghị: ${asked}; đã thực hiện ${shown({ part: done, whole: asked })}, quá hạn ${overdue}, chưa đến hạn ${open}.`,
  ];
}

function disciplineWords({ organisations, members }: Discipline): string {
  const ofAll = (total: number, what: string, forms: [string, number][]): string =>
    total === 0
      ? `không có ${what} bị kỷ luật`
      : `${total} ${what} bị kỷ luật (${forms.map(([form, count]) => `${form} ${count}`).join(', ')})`;
  return [
    ofAll(organisations.total, 'tổ chức đảng', [
      ['khiển trách', organisations.reprimand],
      ['cảnh cáo', organisations.warning],
      ['giải tán', organisations.dissolution],
    ]),
    ofAll(members.total, 'đảng viên', [
      ['khiển trách', members.reprimand],
      ['cảnh cáo', members.warning],
      ['cách chức', members.dismissal],
      ['khai trừ', members.expulsion],
    ]),
  ].join('; ');
}
