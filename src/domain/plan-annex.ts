import type { Kind } from './kinds.ts';

/** The parts of a plan's annex (phụ lục) with their kinds, in the order of party papers. */
export const ANNEX_PARTS = [
  {
    name: 'inspection',
    kinds: ['signs_of_violation', 'compliance', 'inspection_work', 'discipline_execution', 'party_finance'],
  },
  { name: 'supervision', kinds: ['thematic_supervision', 'regular_supervision'] },
  { name: 'complaints', kinds: ['denunciation', 'discipline_complaint'] },
] as const satisfies { name: string; kinds: Kind[] }[];
export type AnnexPart = (typeof ANNEX_PARTS)[number]['name'];

/** A row of the annex: a part "A", a section of one kind "I" in it, or a line; lines are numbered through all of them. */
export type AnnexRow<Line> =
  | { is: 'part'; mark: string; part: AnnexPart }
  | { is: 'section'; mark: string; kind: Kind }
  | { is: 'line'; mark: string; line: Line };

const PARTS = ['A', 'B', 'C'];
const SECTIONS = ['I', 'II', 'III', 'IV', 'V'];

/** Lines by part and kind, in the order given; a part or kind without a line has no row. */
export function annexRows<Line extends { kind: Kind }>(lines: readonly Line[]): AnnexRow<Line>[] {
  let number = 0;
  return ANNEX_PARTS.map(({ name, kinds }) => ({ name, groups: groupsOf(lines, kinds) }))
    .filter(({ groups }) => groups.length > 0)
    .flatMap(({ name, groups }, part): AnnexRow<Line>[] => [
      { is: 'part', mark: PARTS[part]!, part: name },
      ...groups.flatMap(({ kind, own }, section): AnnexRow<Line>[] => [
        { is: 'section', mark: SECTIONS[section]!, kind },
        ...own.map((line): AnnexRow<Line> => {
          number += 1;
          return { is: 'line', mark: String(number), line };
        }),
      ]),
    ]);
}

const groupsOf = <Line extends { kind: Kind }>(lines: readonly Line[], kinds: readonly Kind[]) =>
  kinds
    .map((kind) => ({ kind, own: lines.filter((line) => line.kind === kind) }))
    .filter(({ own }) => own.length > 0);

/** The annex in words as it is printed, of no file format; Vietnamese always. `share`: how wide a column is beside the others. */
export type AnnexPaper = {
  /** Whoever stands over the issuer, and the issuer, in capitals. */
  superior?: string;
  body: string;
  /** "[Địa danh], ngày … tháng … năm 2027". */
  dated: string;
  /** "PHỤ LỤC", what of, and which document it belongs to. */
  titles: [string, string, string];
  columns: { title: string; share: number; isCentred?: true }[];
  /** A part and a section have one title over all columns but the first. */
  rows: ({ is: 'part' | 'section'; mark: string; title: string } | { is: 'line'; cells: string[] })[];
  /** Who signs, from "T/M" to the open name; between its last two lines is room to sign. */
  signer: [string, string, string];
};
