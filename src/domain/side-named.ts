import { fold } from './fold.ts';
import { otherSide, type Side } from './side.ts';
import { writtenOut } from './vocabulary.ts';

const OWN = ['ta', 'ben ta', 'uy ban ta', 'ben minh', 'us', 'our side'];
const OTHER = ['ben kia', 'uy ban phoi hop', 'other side'];

/**
 * The side that typed words name by any name of its committee, long or short: "UBKT ĐU CAT", "Đảng uỷ Công an tỉnh", "TU"; or as one's own
 * or the other. Undefined: neither, or both.
 */
export function sideNamed(
  typed: string,
  names: Readonly<Record<Side, readonly string[]>>,
  own: Side,
): Side | undefined {
  const folded = fold(typed);
  if (OWN.includes(folded)) return own;
  if (OTHER.includes(folded)) return otherSide(own);
  const wanted = bodyOf(writtenOut(typed));
  if (wanted === '') return undefined;
  const found = (['a', 'b'] as const).filter((side) =>
    bodiesOf(names[side]).some((body) => begins(body, wanted)),
  );
  return found.length === 1 ? found[0] : undefined;
}

/** The words from their beginning, or from what follows "Đảng uỷ": "UBKT tỉnh" is not Công an tỉnh. */
const begins = (body: string, wanted: string): boolean =>
  [body, body.replace(/^dang uy /, '')].some((from) => `${from} `.startsWith(`${wanted} `));

const known = new WeakMap<readonly string[], readonly string[]>();

/** The names written out; of one list only the first time, however many rows are held against it. */
function bodiesOf(names: readonly string[]): readonly string[] {
  const bodies = known.get(names) ?? names.map((name) => bodyOf(writtenOut(name)));
  known.set(names, bodies);
  return bodies;
}

const bodyOf = (words: string): string => words.replace(/^(?:uy ban kiem tra(?: |$))+/, '');
