import { fold } from './fold.ts';
import { foldOnce } from './fold-once.ts';
import { KIND_KEYS, type Kind } from './kinds.ts';

/** What people write for a kind besides its name, without accents, by whole words; KT is kiểm tra, GS giám sát. */
const SHORT: Readonly<Record<Kind, RegExp>> = {
  signs_of_violation: words('dau hieu vi pham|dhvp'),
  compliance: words('chap hanh|ktch'),
  inspection_work: words('(?:nhiem vu|cong tac) (?:kt|kiem tra)'),
  discipline_execution: words('thi hanh (?:ky luat|kl)|thkl'),
  party_finance: words('tai chinh'),
  regular_supervision: words('(?:gs|giam sat) thuong xuyen|gstx'),
  thematic_supervision: words('(?:gs|giam sat) chuyen de|gscd'),
  denunciation: words('to cao'),
  discipline_complaint: words('khieu nai'),
};

function words(pattern: string): RegExp {
  return new RegExp(`(?:^| )(?:${pattern})(?: |$)`);
}

/** What is looked into goes before how: tasks of inspection, supervision and discipline are one kind. */
const WINS: readonly (readonly [Kind, Kind])[] = [['inspection_work', 'discipline_execution']];

/** Words that several kinds share, so that they name none. */
const SHARED = new Set(
  'kiem tra giam sat kt gs va viec cong tac nhiem vu thuc hien giai quyet to chuc dang cap duoi trong cua'.split(
    ' ',
  ),
);

const INSPECTIONS = [
  'compliance',
  'inspection_work',
  'discipline_execution',
  'party_finance',
  'signs_of_violation',
] as const satisfies Kind[];
const SUPERVISIONS = ['thematic_supervision', 'regular_supervision'] as const satisfies Kind[];

/** What a text says of a kind: which it is, those between which a person must choose, or nothing. */
export type KindRead = { kind: Kind } | { among: readonly Kind[] } | undefined;

type Names = ReadonlyMap<Kind, readonly string[]>;

/** The kind that a text names, in full, in part or in short; "kiểm tra" and "GS" alone are a choice. `names`: as people read them. */
export function readKindOf(written: string, names: Names): KindRead {
  const wanted = fold(written);
  if (wanted === '') return undefined;
  const kind = named(wanted, names);
  return kind ? { kind } : among(wanted);
}

/** The same where only a sure kind helps; undefined: none, or more than one. */
export function readKind(written: string, names: Names): Kind | undefined {
  const read = readKindOf(written, names);
  return read && 'kind' in read ? read.kind : undefined;
}

function named(wanted: string, names: Names): Kind | undefined {
  const folded = KIND_KEYS.map((key) => ({ key, names: foldOnce(names.get(key) ?? []) }));
  const exact = folded.find((one) => one.key.replaceAll('_', ' ') === wanted || one.names.includes(wanted));
  if (exact) return exact.key;
  const short = onlyOf(KIND_KEYS.filter((key) => SHORT[key].test(wanted)));
  if (short) return short;
  if (wanted.split(' ').every((word) => SHARED.has(word))) return undefined;
  return onlyOf(folded.filter((one) => one.names.some((name) => holds(name, wanted))).map(({ key }) => key));
}

const holds = (name: string, wanted: string): boolean => ` ${name} `.includes(` ${wanted} `);

function onlyOf(keys: Kind[]): Kind | undefined {
  const [winner] = WINS.filter(([one, other]) => keys.includes(one) && keys.includes(other));
  const left = winner ? keys.filter((key) => key !== winner[1]) : keys;
  return left.length === 1 ? left[0] : undefined;
}

function among(wanted: string): KindRead {
  const isInspection = /(?:^| )(?:kt|kiem tra|inspection)(?: |$)/.test(wanted);
  const isSupervision = /(?:^| )(?:gs|giam sat|supervision)(?: |$)/.test(wanted);
  if (!isInspection && !isSupervision) return undefined;
  return { among: [...(isInspection ? INSPECTIONS : []), ...(isSupervision ? SUPERVISIONS : [])] };
}
