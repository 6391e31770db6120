import { BorderStyle } from 'docx';

const THIN = { style: BorderStyle.SINGLE, size: 4, color: '000000' };

/** Thin lines around every cell of a table. */
export const BORDERS = {
  top: THIN,
  bottom: THIN,
  left: THIN,
  right: THIN,
  insideHorizontal: THIN,
  insideVertical: THIN,
};

/** A width in whole twips split by shares; the last part takes what rounding left. */
export function splitWidth(whole: number, shares: readonly number[]): number[] {
  const sum = shares.reduce((all, share) => all + share, 0);
  const widths = shares.map((share) => Math.floor((whole * share) / sum));
  const rest = whole - widths.reduce((all, width) => all + width, 0);
  return widths.map((width, at) => (at === widths.length - 1 ? width + rest : width));
}
