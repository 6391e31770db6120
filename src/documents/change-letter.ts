import type { DateTime } from 'luxon';
import type { ChangeField } from '../domain/change.ts';
import type { Reason } from '../domain/inspection.ts';
import { fieldWords, kindWords, labelOf } from './content-lines.ts';
import { byText, type Content, letterOf, type Parties, text } from './inspection-facts.ts';
import type { Block, Letter } from './letter.ts';
import { ended, issuerOf, respell, type Spelling, spelledBy } from './wording.ts';

/** A change (điều chỉnh lần n): old → new in the fields that differ. `isConfirmed`: the other committee has said yes. */
export type Change = {
  n: number;
  before: Content;
  after: Content;
  fields: ChangeField[];
  reason: Reason | null;
  /** A reason in words of its own. */
  reasonText: string | null;
  isConfirmed: boolean;
  answerBy?: DateTime;
};

/** `other` is said in words of its own. */
const REASONS: Record<Exclude<Reason, 'other'>, string> = {
  schedule_clash: 'trùng lịch công tác',
  awaiting_committee: 'chờ ý kiến cấp uỷ',
  no_staff: 'chưa bố trí được cán bộ',
  next_quarter: 'đề nghị chuyển quý sau',
};

/** Asks for a change of what was agreed, or, once confirmed, puts it on paper. */
export function changeLetter(parties: Parties, change: Change): Letter {
  const { issuer, to } = parties;
  const { spelling } = issuerOf(issuer);
  const spelled = spelledBy(spelling);
  const says = saying(parties, change);
  const { kind, target } = change.before;
  const what = `điều chỉnh (lần ${change.n}) cuộc ${kindWords(kind)}`;
  return letterOf(parties, change.isConfirmed ? what : `đề nghị ${what}`, [
    text(
      change.isConfirmed
        ? spelled`Thực hiện quy chế phối hợp giữa hai Uỷ ban, ${issuer} ${says} ${to} nội dung ${what} đối với ${target} đã được hai bên thống nhất, cụ thể như sau:`
        : spelled`Thực hiện quy chế phối hợp giữa hai Uỷ ban, ${issuer} ${says} ${to} ${what} đối với ${target}, cụ thể như sau:`,
    ),
    ...change.fields.flatMap((field) => fieldBlocks(change, field, spelling)),
    ...reasonBlock(change, spelling),
    text('Các nội dung khác đã thống nhất giữ nguyên.'),
    ...(change.isConfirmed ? [] : [closing(parties, change, spelling)]),
  ]);
}

const saying = ({ tone }: Parties, { isConfirmed }: Change): string => {
  if (isConfirmed) return tone === 'up' ? 'xin báo cáo' : 'thông báo';
  return { peer: 'đề nghị', up: 'kính đề nghị', down: 'thông báo, đề nghị' }[tone];
};

const fieldBlocks = ({ before, after }: Change, field: ChangeField, spelling: Spelling): Block[] => [
  { level: 'point', text: `${labelOf(field, after.kind)}:` },
  { level: 'letter', text: ended(`Đã thống nhất: ${fieldWords(field, before, spelling)}`) },
  { level: 'letter', text: ended(`Điều chỉnh thành: ${fieldWords(field, after, spelling)}`) },
];

function reasonBlock({ reason, reasonText }: Change, spelling: Spelling): Block[] {
  if (reasonText) return [text(ended(`Lý do điều chỉnh: ${reasonText}`))];
  if (reason === null || reason === 'other') return [];
  return [text(`Lý do điều chỉnh: ${respell(REASONS[reason], spelling)}.`)];
}

function closing({ tone, to, year }: Parties, { answerBy }: Change, spelling: Spelling): Block {
  const spelled = spelledBy(spelling);
  const by = byText(answerBy, year);
  const words = {
    peer: spelled`Đề nghị quý Uỷ ban xem xét, cho ý kiến trước ${by}.`,
    up: spelled`Kính đề nghị ${to} xem xét, cho ý kiến trước ${by}.`,
    down: spelled`Đề nghị ${to} tiếp nhận, báo cáo, đề xuất (nếu có) trước ${by}.`,
  };
  return text(words[tone]);
}
