import type { DateTime } from 'luxon';
import { contentBlocks, kindWords } from './content-lines.ts';
import {
  byAgreement,
  byText,
  type Content,
  letterOf,
  type Parties,
  type Reference,
  text,
} from './inspection-content.ts';
import type { Letter } from './letter.ts';
import { shownDay } from './paper-day.ts';
import { sentBlocks } from './sent-people.ts';
import { issuerOf, spelledBy } from './wording.ts';

/** Asks the other committee to inspect together; `answerBy`: the deadline that its đầu mối has, left open before it is sent. */
export function proposalLetter(parties: Parties, content: Content, answerBy?: DateTime): Letter {
  const { issuer, to, tone, year } = parties;
  const { spelling } = issuerOf(issuer);
  const spelled = spelledBy(spelling);
  const kind = kindWords(content.kind);
  const asks = { peer: 'đề nghị', up: 'kính đề nghị', down: 'thông báo, đề nghị' }[tone];
  const by = byText(answerBy, year);
  const staff = asksForStaff(parties, content) ? ', thông báo cán bộ được cử tham gia' : '';
  return letterOf(parties, `${tone === 'down' ? '' : 'đề nghị '}phối hợp ${kind}`, [
    text(
      spelled`${byAgreement(parties)}, ${issuer} ${asks} ${to} phối hợp ${kind} đối với ${content.target}, cụ thể như sau:`,
    ),
    ...contentBlocks(content, spelling),
    ...sentBlocks(content.sent),
    text(
      {
        peer: spelled`Đề nghị quý Uỷ ban xem xét, cho ý kiến${staff} trước ${by} để hai bên thống nhất thực hiện.`,
        up: spelled`Kính đề nghị ${to} xem xét, cho ý kiến${staff} trước ${by}.`,
        down: spelled`Đề nghị ${to} tiếp nhận, báo cáo, đề xuất (nếu có)${staff} trước ${by}.`,
      }[tone],
    ),
  ]);
}

const asksForStaff = ({ issuer }: Parties, { mode, lead }: Content): boolean =>
  mode === 'second_staff' && lead === issuer;

/** Says that the committee agrees to what the other proposed; `asked`: the letter that is answered, left open when unknown. */
export function replyLetter(parties: Parties, content: Content, asked?: Reference): Letter {
  const { issuer, to, tone } = parties;
  const { spelling } = issuerOf(issuer);
  const spelled = spelledBy(spelling);
  const kind = kindWords(content.kind);
  const letter = asked
    ? `Công văn số ${asked.symbol}, ngày ${shownDay(asked.day)}`
    : 'Công văn số …, ngày …/…/…';
  const says = tone === 'up' ? 'xin báo cáo: đã tiếp nhận và thống nhất' : 'thống nhất';
  return letterOf(parties, `thống nhất phối hợp ${kind}`, [
    text(
      spelled`${issuer} đã nhận được ${letter} của ${to} về việc phối hợp ${kind} đối với ${content.target}. ${byAgreement(parties)}, sau khi xem xét, ${issuer} ${says} phối hợp thực hiện, cụ thể như sau:`,
    ),
    ...contentBlocks(content, spelling),
    ...sentBlocks(content.sent),
    text(
      tone === 'up'
        ? spelled`Kính đề nghị ${to} quan tâm, chỉ đạo.`
        : spelled`Đề nghị quý Uỷ ban phối hợp thực hiện.`,
    ),
  ]);
}

/** Says that the inspection has ended, with the symbol and day of the conclusion. */
export function conclusionLetter(parties: Parties, content: Content, conclusion: Reference): Letter {
  const { issuer, to, tone } = parties;
  const { spelling } = issuerOf(issuer);
  const spelled = spelledBy(spelling);
  const kind = kindWords(content.kind);
  const says = tone === 'up' ? 'xin báo cáo' : 'thông báo';
  return letterOf(parties, `kết thúc cuộc ${kind}`, [
    text(
      spelled`${byAgreement(parties)}, ${issuer} ${says} ${to}: cuộc ${kind} đối với ${content.target} đã kết thúc, với Kết luận số ${conclusion.symbol}, ngày ${shownDay(conclusion.day)}.`,
    ),
    ...contentBlocks({ ...content, sessions: [] }, spelling),
    text(
      tone === 'up'
        ? spelled`Kính đề nghị ${to} quan tâm, chỉ đạo.`
        : spelled`Đề nghị quý Uỷ ban phối hợp theo dõi việc thực hiện kết luận theo quy chế.`,
    ),
  ]);
}
