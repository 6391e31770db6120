import { BorderStyle, LineRuleType, Paragraph } from 'docx';
import { PARTY_LENGTH, PARTY_SIZE, SPACE_BEFORE, TITLE_SIGNS, TITLE_SIZE } from './letter-layout.ts';
import { centred, centredLines, type Look } from './letter-parts.ts';
import { balanced } from './line-breaks.ts';

/** "ĐẢNG CỘNG SẢN VIỆT NAM" over a rule as long as these words, in a column so wide. */
export function partyTitle(column: number): Paragraph[] {
  const side = Math.max(0, Math.round((column - PARTY_LENGTH) / 2));
  return [
    centred('ĐẢNG CỘNG SẢN VIỆT NAM', { bold: true, size: PARTY_SIZE }),
    new Paragraph({
      indent: { left: side, right: side },
      spacing: { before: 30, line: SPACE_BEFORE, lineRule: LineRuleType.EXACT },
      border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    }),
  ];
}

/** What a document is called ("BÁO CÁO"), what it is about, and the five hyphens below. `subject` is broken into lines of one length. */
export const titleBlock = (
  name: string,
  subject: string,
  { isNewPage = false, look = { bold: true } }: { isNewPage?: boolean; look?: Look } = {},
): Paragraph[] => [
  centred(
    name,
    { bold: true, size: TITLE_SIZE },
    { spacing: { before: isNewPage ? 0 : 3 * SPACE_BEFORE }, keepNext: true, pageBreakBefore: isNewPage },
  ),
  centredLines(balanced(subject, TITLE_SIGNS), look, { keepNext: true }),
  centred('-----', {}, { spacing: { after: 2 * SPACE_BEFORE }, keepNext: true }),
];
