import { cut } from '../domain/cut.ts';

/** Words that stay on one line. */
const TOGETHER = [
  ...['không thực hiện', 'trao đổi thông tin'],
  ...['kiểm tra', 'giám sát', 'kỷ luật', 'thi hành', 'chấp hành', 'tài chính', 'nhiệm vụ', 'chuyên đề'],
  ...['thường xuyên', 'phối hợp', 'đề nghị', 'thống nhất', 'điều chỉnh', 'thực hiện', 'kết thúc', 'kế hoạch'],
  ...['trao đổi', 'thông tin', 'trả lời', 'về việc', 'đối với', 'Chi bộ', 'Đảng bộ', 'Đảng uỷ', 'Đảng ủy'],
  ...['Tỉnh uỷ', 'Tỉnh ủy', 'Thành uỷ', 'Thành ủy', 'Công an', 'Kiểm tra', 'Uỷ ban', 'Ủy ban'],
  ...['Thành phố', 'Hồ Chí Minh', 'Trung ương'],
];
const GLUE = '\u00a0';
const GLUED = new RegExp(`(?<!\\p{L})(?:${TOGETHER.join('|')})(?!\\p{L})`, 'giu');

/** A number stays with what it counts: "lần 1", "quý III". */
const COUNTED = /(?<!\p{L})(lần|quý|tháng|năm|ngày|số) (?=[\dIVX])/giu;

/**
 * A heading in as few lines of at most `longest` signs as it needs, about as long as each other; no word is left alone on the last one
 * where another may come down to it. "đối với" begins a line where that takes no more of them. What is longer than a line stands alone.
 */
export function balanced(text: string, longest: number): string[] {
  const glued = text
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(GLUED, (words) => words.replaceAll(' ', GLUE))
    .replace(COUNTED, `$1${GLUE}`);
  const whole = evenly(glued, longest);
  const parts = glued.split(/ (?=đối\u00a0với )/u).flatMap((part) => evenly(part, longest));
  return (parts.length === whole.length ? parts : whole).map((line) => line.replaceAll(GLUE, ' '));
}

function evenly(glued: string, longest: number): string[] {
  const words = glued.split(' ');
  const fewest = wrapped(words, longest).length;
  let width = Math.ceil(glued.length / fewest);
  while (width < longest && wrapped(words, width).length > fewest) width += 1;
  return withoutOrphan(wrapped(words, Math.min(width, longest)), longest);
}

/** The same in at most `most` lines; of what is longer the beginning, with an ellipsis. */
export function balancedWithin(text: string, longest: number, most: number): string[] {
  // What cannot fit is not looked at.
  const near = cut(text, 2 * longest * most);
  const lines = balanced(near, longest);
  if (lines.length <= most && near === text) return lines;
  const words = near.trim().split(/\s+/u);
  for (let count = words.length - 1; count > 0; count -= 1) {
    const shorter = balanced(`${words.slice(0, count).join(' ')}…`, longest);
    if (shorter.length <= most) return shorter;
  }
  return lines.slice(0, most);
}

function wrapped(words: string[], width: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A single word on the last line takes the one before it down, where there is one and both fit. */
function withoutOrphan(lines: string[], longest: number): string[] {
  const [before, last] = [lines.at(-2), lines.at(-1)];
  if (before === undefined || last === undefined || last.includes(' ')) return lines;
  const at = before.lastIndexOf(' ');
  const joined = `${before.slice(at + 1)} ${last}`;
  if (at < 0 || joined.length > longest) return lines;
  return [...lines.slice(0, -2), before.slice(0, at), joined];
}
