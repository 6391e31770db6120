import type { DateTime } from 'luxon';
import type { Reason } from '../domain/inspection.ts';
import { byText, type Parties, text } from './inspection-content.ts';
import type { Block } from './letter.ts';
import { ended, issuerOf, respell, spelledBy } from './wording.ts';

/** Something that the other committee must confirm, with its reason. `isConfirmed`: it has. */
export type ToConfirm = {
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
  busy: 'bận lịch công tác',
  other_hour: 'đề nghị đổi giờ',
  away: 'nghỉ phép, đi công tác',
};

/** The verb of the first sentence: asks, or, once confirmed, tells. */
export function verbOf({ tone }: Parties, { isConfirmed }: ToConfirm): string {
  if (isConfirmed) return tone === 'up' ? 'xin báo cáo' : 'thông báo';
  return { peer: 'đề nghị', up: 'kính đề nghị', down: 'thông báo, đề nghị' }[tone];
}

/** "Lý do: …", after what it is the reason of; nothing when none was given. */
export function reasonBlock({ issuer }: Parties, label: string, { reason, reasonText }: ToConfirm): Block[] {
  if (reasonText) return [text(ended(`${label}: ${reasonText}`))];
  if (reason === null || reason === 'other') return [];
  return [text(`${label}: ${respell(REASONS[reason], issuerOf(issuer).spelling)}.`)];
}

/** By when an answer is asked; what is confirmed asks for none. */
export function closing({ tone, issuer, to, year }: Parties, { answerBy, isConfirmed }: ToConfirm): Block[] {
  if (isConfirmed) return [];
  const spelled = spelledBy(issuerOf(issuer).spelling);
  const by = byText(answerBy, year);
  const words = {
    peer: spelled`Đề nghị quý Uỷ ban xem xét, cho ý kiến trước ${by}.`,
    up: spelled`Kính đề nghị ${to} xem xét, cho ý kiến trước ${by}.`,
    down: spelled`Đề nghị ${to} tiếp nhận, báo cáo, đề xuất (nếu có) trước ${by}.`,
  };
  return [text(words[tone])];
}
