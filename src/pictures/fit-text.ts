/** Widths of letters in ems, seen in the font: narrow, usual, wide. Reckoned a little wide, so that nothing is cut by an edge. */
const NARROW = /[ .,:;'’|!()[\]ijlftrIíìỉĩị\-–/]/u;
const WIDE = /[mwMW@%ƠƯĐNOQGHUVX]/u;

/** About how many points a line takes at a size. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, letter) => sum + (NARROW.test(letter) ? 0.36 : WIDE.test(letter) ? 0.84 : 0.6), 0) *
  size;

/** A text in at most so many lines of a width in points, broken between words; what is left over is cut with "…". */
export function fitLines(text: string, width: number, size: number, most: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(/\s+/)) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (current === '' || widthOf(longer, size) <= width) current = longer;
    else {
      lines.push(current);
      current = word;
    }
  }
  lines.push(current);
  const shown = lines.slice(0, most - 1);
  return [...shown, cut(lines.slice(most - 1).join(' '), width, size)].filter((one) => one !== '');
}

function cut(text: string, width: number, size: number): string {
  if (widthOf(text, size) <= width) return text;
  const letters = [...text];
  while (letters.length > 0 && widthOf(`${letters.join('')}…`, size) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
