import { fold } from './fold.ts';
import { foldOnce } from './fold-once.ts';
import { KIND_KEYS, type Kind } from './kinds.ts';

/** What people write for a kind besides its name, without accents; KT is kiểm tra, GS giám sát. */
const SHORT: Readonly<Record<Kind, RegExp>> = {
  signs_of_violation: /dau hieu vi pham|dhvp/,
  compliance: /chap hanh/,
  inspection_work: /(?:nhiem vu|cong tac) (?:kt|kiem tra)/,
  discipline_execution: /thi hanh (?:ky luat|kl)|thkl/,
  party_finance: /tai chinh/,
  regular_supervision: /(?:gs|giam sat) thuong xuyen|gstx/,
  thematic_supervision: /(?:gs|giam sat) chuyen de|gscd|^chuyen de$/,
  denunciation: /to cao/,
  discipline_complaint: /khieu nai/,
};

/** The kind that a cell names, in full, in part or in short; undefined: none, or more than one. `names`: as people read them. */
export function readKind(written: string, names: ReadonlyMap<Kind, readonly string[]>): Kind | undefined {
  const wanted = fold(written);
  if (wanted === '') return undefined;
  const folded = KIND_KEYS.map((key) => ({ key, names: foldOnce(names.get(key) ?? []) }));
  const exact = folded.find((one) => one.key.replaceAll('_', ' ') === wanted || one.names.includes(wanted));
  if (exact) return exact.key;
  return (
    only(KIND_KEYS.filter((key) => SHORT[key].test(wanted))) ??
    only(folded.filter((one) => one.names.some((name) => name.includes(wanted))).map(({ key }) => key))
  );
}

const only = (keys: Kind[]): Kind | undefined => (keys.length === 1 ? keys[0] : undefined);
