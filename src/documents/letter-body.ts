import { AlignmentType, LineRuleType, Paragraph } from 'docx';
import type { Block, Letter } from './letter.ts';
import { FIRST_LINE, LINE, SPACE_BEFORE } from './letter-layout.ts';
import { centred, run } from './letter-parts.ts';

/** "Kính gửi" where it names somebody, then the paragraphs: justified, the first line indented, the last one kept with the signature (as the gap between is). */
export function bodyParagraphs({ to, paragraphs }: Letter): Paragraph[] {
  const numbered = numberBlocks(paragraphs);
  return [
    ...(to.length > 0 ? addressees(to) : []),
    ...numbered.map((block, at) => blockParagraph(block, at === numbered.length - 1)),
  ];
}

/** One numbered block as a justified paragraph; a title is never left alone at the end of a page. */
export function blockParagraph(
  { mark, text, level, isTitle = false }: Numbered,
  keepNext = false,
): Paragraph {
  const bold = level === 'section' || isTitle;
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: FIRST_LINE },
    spacing: { before: SPACE_BEFORE, line: LINE, lineRule: LineRuleType.EXACT },
    keepNext: keepNext || bold,
    children: [run(mark + text, { bold })],
  });
}

function addressees(to: string[]): Paragraph[] {
  const [first = '', ...more] = to;
  const spacing = { before: 2 * SPACE_BEFORE, after: SPACE_BEFORE };
  if (more.length === 0) return [centred(`Kính gửi: ${first}`, {}, { spacing })];
  return [
    centred('Kính gửi:', {}, { spacing }),
    ...to.map((one, at) => centred(`- ${one}${at < to.length - 1 ? ';' : '.'}`)),
  ];
}

type Numbered = Block & { mark: string };

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];
const LETTERS = 'abcdđeghiklmnopqrstuvxy';

/** I- / 1. / a) / -: points begin again in each section, letters in each point. */
export function numberBlocks(blocks: Block[]): Numbered[] {
  let [section, point, letter] = [0, 0, 0];
  return blocks.map((block) => {
    if (block.level === 'section') {
      [section, point, letter] = [section + 1, 0, 0];
      return { ...block, mark: `${ROMAN[section - 1] ?? section}- ` };
    }
    if (block.level === 'point') {
      [point, letter] = [point + 1, 0];
      return { ...block, mark: `${point}. ` };
    }
    if (block.level === 'letter') {
      letter += 1;
      return { ...block, mark: `${LETTERS[letter - 1] ?? letter}) ` };
    }
    return { ...block, mark: block.level === 'dash' ? '- ' : '' };
  });
}
