import type { ChangeField } from '../domain/change.ts';
import { closing, reasonBlock, type ToConfirm, verbOf } from './asking.ts';
import { fieldWords, kindWords, labelOf } from './content-lines.ts';
import { byAgreement, type Content, letterOf, type Parties, text } from './inspection-content.ts';
import type { Block, Letter } from './letter.ts';
import { sentBlocks } from './sent-people.ts';
import { ended, issuerOf, type Spelling, spelledBy } from './wording.ts';

/** A change (điều chỉnh lần n): old → new in the fields that differ. */
export type Change = ToConfirm & { n: number; before: Content; after: Content; fields: ChangeField[] };

/** Asks for a change of what was agreed, or, once confirmed, puts it on paper. */
export function changeLetter(parties: Parties, change: Change): Letter {
  const { issuer, to } = parties;
  const { spelling } = issuerOf(issuer);
  const spelled = spelledBy(spelling);
  const says = verbOf(parties, change);
  const { kind, target } = change.before;
  const what = `điều chỉnh (lần ${change.n}) cuộc ${kindWords(kind)}`;
  return letterOf(parties, change.isConfirmed ? what : `đề nghị ${what}`, [
    text(
      change.isConfirmed
        ? spelled`${byAgreement(parties)}, ${issuer} ${says} ${to} nội dung ${what} đối với ${target} đã được hai bên thống nhất, cụ thể như sau:`
        : spelled`${byAgreement(parties)}, ${issuer} ${says} ${to} ${what} đối với ${target}, cụ thể như sau:`,
    ),
    ...change.fields.flatMap((field) => fieldBlocks(change, field, spelling)),
    ...(change.isConfirmed ? sentBlocks(change.after.sent) : []),
    ...reasonBlock(parties, 'Lý do điều chỉnh', change),
    text('Các nội dung khác đã thống nhất giữ nguyên.'),
    ...closing(parties, change),
  ]);
}

/** Old and new; of what was empty before only the new, and of what becomes empty that it comes later. */
function fieldBlocks({ before, after }: Change, field: ChangeField, spelling: Spelling): Block[] {
  const label = labelOf(field, after.kind);
  const was = fieldWords(field, before, spelling);
  const becomes = fieldWords(field, after, spelling) ?? 'thông báo sau';
  if (was === undefined) return [{ level: 'point', text: ended(`${label}: ${becomes}`) }];
  return [
    { level: 'point', text: `${label}:` },
    { level: 'letter', text: ended(`Đã thống nhất: ${was}`) },
    { level: 'letter', text: ended(`Điều chỉnh thành: ${becomes}`) },
  ];
}
