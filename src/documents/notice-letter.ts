import { contentBlocks, kindWords, labelOf } from './content-lines.ts';
import {
  byAgreement,
  type Content,
  letterOf,
  type Parties,
  type Reference,
  text,
} from './inspection-content.ts';
import type { Block, Letter } from './letter.ts';
import { shownDay } from './paper-day.ts';
import { issuerOf } from './wording.ts';

/** What the plan of an inspection rests on, as far as it is known: the decision and the plan of the side that leads. */
export type Basis = { decision?: Reference; plan?: Reference };

/** To be filled in before it is signed. */
const OPEN = '[…]';

/**
 * Tells the organisation that is inspected and the committee that takes part of the plan (thông báo kế hoạch): it has a title, and what is to be
 * prepared stays open.
 */
export function noticeLetter(parties: Parties, content: Content, { decision, plan }: Basis): Letter {
  const { issuer, to } = parties;
  const { spelling } = issuerOf(issuer);
  const { target, organisation } = content;
  const what = `kế hoạch ${kindWords(content.kind)} đối với ${target}`;
  const grounds = `${byAgreement(parties)}; ${numbered('Quyết định', 'QĐ', decision)}; ${numbered('Kế hoạch', 'KH', plan)}`;
  const paragraphs = [
    text(`${grounds}, ${issuer} thông báo ${what} như sau:`),
    ...contentBlocks(content, spelling),
    ...openSchedule(content),
    ...toPrepare(content),
    text(`${issuer} thông báo để ${organisation} và ${to} biết, phối hợp thực hiện.`),
  ];
  return {
    ...letterOf(parties, `về ${what}`, paragraphs),
    to: [],
    titled: { name: 'THÔNG BÁO', docType: 'TB', copies: [`- ${organisation};`, `- ${to};`, '- Lưu.'] },
  };
}

const numbered = (name: string, type: string, document: Reference | undefined): string =>
  document
    ? `${name} số ${document.symbol}, ngày ${shownDay(document.day)}`
    : `${name} số …-${type}/…, ngày …/…/…`;

const openSchedule = ({ sessions, kind }: Content): Block[] =>
  sessions.length > 0 ? [] : [{ level: 'point', text: `${labelOf('sessions', kind)}: ${OPEN}` }];

function toPrepare({ kind, organisation }: Content): Block[] {
  const isSupervision = kindWords(kind).startsWith('giám sát');
  const [report, team] = isSupervision
    ? ['báo cáo', 'Đoàn giám sát']
    : ['báo cáo tự kiểm tra', 'Đoàn kiểm tra'];
  return [
    { level: 'point', text: 'Yêu cầu chuẩn bị:' },
    {
      level: 'letter',
      text: `${organisation} chuẩn bị ${report} theo đề cương kèm theo, gửi ${team} trước ngày ${OPEN}.`,
    },
    { level: 'letter', text: `Hồ sơ, tài liệu cần cung cấp: ${OPEN}` },
    { level: 'letter', text: `Thành phần dự các buổi làm việc: ${OPEN}` },
  ];
}
