import type { DateTime } from 'luxon';
import { byAgreement, byText, letterOf, type Parties, text } from './inspection-content.ts';
import type { Letter } from './letter.ts';
import { shownDay } from './paper-day.ts';
import { issuerOf, spelledBy } from './wording.ts';

/** An entry of the ledger as a letter speaks of it: `document` "Báo cáo" or another type in words; never secret (C4). */
export type Exchanged = {
  /** Null for a talk or a call. */
  symbol: string | null;
  document: string;
  day: string;
  subject: string;
  answerBy: DateTime | undefined;
};

const named = ({ document, symbol, day }: Exchanged): string =>
  symbol === null ? `${document} ngày ${shownDay(day)}` : `${document} số ${symbol}, ngày ${shownDay(day)}`;

/** Sends a document of one's own to the other committee, and asks for an answer where one is due. */
export function coverLetter(parties: Parties, sent: Exchanged): Letter {
  const { issuer, to, tone, year } = parties;
  const spelled = spelledBy(issuerOf(issuer).spelling);
  const says = tone === 'up' ? 'xin gửi và báo cáo' : 'gửi';
  const asks = tone === 'up' ? 'Kính đề nghị' : 'Đề nghị';
  const by = byText(sent.answerBy, year);
  return letterOf(parties, `trao đổi thông tin: ${sent.subject}`, [
    text(spelled`${byAgreement(parties)}, ${issuer} ${says} ${to} ${named(sent)} về ${sent.subject}.`),
    text(
      sent.answerBy
        ? spelled`${asks} ${to} xem xét, có văn bản trả lời trước ${by}.`
        : spelled`${asks} ${to} nghiên cứu, phối hợp theo quy chế.`,
    ),
  ]);
}

/** Answers a document of the other committee; what is said stays open. */
export function answerLetter(parties: Parties, received: Exchanged): Letter {
  const { issuer, to, tone } = parties;
  const spelled = spelledBy(issuerOf(issuer).spelling);
  const says = tone === 'up' ? 'xin báo cáo' : 'có ý kiến';
  return letterOf(parties, `trả lời về ${received.subject}`, [
    text(
      spelled`${issuer} đã nhận được ${named(received)} của ${to} về ${received.subject}. ${byAgreement(parties)}, sau khi nghiên cứu, ${issuer} ${says} như sau:`,
    ),
    text('…'),
    text(
      spelled`Trên đây là ý kiến của ${issuer}, ${tone === 'up' ? 'kính báo cáo' : 'gửi'} ${to} tổng hợp.`,
    ),
  ]);
}
