import { closing, reasonBlock, type ToConfirm, verbOf } from './asking.ts';
import { fieldWords, kindWords } from './content-lines.ts';
import { byAgreement, type Content, letterOf, type Parties, text } from './inspection-content.ts';
import type { Letter } from './letter.ts';
import { ended, issuerOf, spelledBy } from './wording.ts';

/** Asks to stop an inspection that was agreed, or, once both want it, puts it on paper. */
export function stopLetter(parties: Parties, content: Content, asked: ToConfirm): Letter {
  const { issuer, to } = parties;
  const { spelling } = issuerOf(issuer);
  const spelled = spelledBy(spelling);
  const says = verbOf(parties, asked);
  const what = `dừng, không thực hiện cuộc ${kindWords(content.kind)}`;
  const of = `đối với ${content.target}`;
  return letterOf(parties, asked.isConfirmed ? what : `đề nghị ${what}`, [
    text(
      asked.isConfirmed
        ? spelled`${byAgreement(parties)}, ${issuer} ${says} ${to}: hai bên đã thống nhất ${what} ${of}.`
        : spelled`${byAgreement(parties)}, ${issuer} ${says} ${to} thống nhất ${what} ${of}.`,
    ),
    text(ended(`Thời gian đã thống nhất: ${fieldWords('window', content, spelling)}`)),
    ...reasonBlock(parties, 'Lý do dừng', asked),
    ...closing(parties, asked),
  ]);
}
