import { fold } from './fold.ts';
import { foldOnce } from './fold-once.ts';
import type { Mode } from './inspection.ts';
import type { Kind } from './kinds.ts';
import { type KindRead, readKindOf } from './plan-kind.ts';
import type { TargetMatch } from './plan-target.ts';
import { type PlanWindow, readPlanSpan, readPlanWindow } from './plan-window.ts';
import type { Side } from './side.ts';
import { sideNamed } from './side-named.ts';
import { writtenOut } from './vocabulary.ts';

/** What the words in a row are measured against. */
export type RowContext = {
  year: number;
  ownSide: Side;
  kinds: ReadonlyMap<Kind, readonly string[]>;
  sides: Readonly<Record<Side, readonly string[]>>;
  modes: ReadonlyMap<Mode, readonly string[]>;
  findTarget(written: string): TargetMatch;
};

/** What people write in a column comes again and again: each text is understood once. */
export type Readers = {
  year: number;
  target(written: string): TargetMatch;
  kind(written: string): KindRead;
  /** The kind with which a sentence begins: "Giám sát chuyên đề việc …". */
  leadingKind(sentence: string): Kind | undefined;
  window(from: string, to: string | undefined, isWhole: boolean): PlanWindow;
  /** `either`: a committee, of which side is not said. */
  lead(written: string): Side | 'either' | undefined;
  mode(written: string): Mode | undefined;
  ownSide: Side;
};

/** So many words at the beginning of a sentence may name a kind. */
const LEADING_WORDS = 8;

/** The readers of one file. */
export function readersOf(context: RowContext): Readers {
  const whole = remembered<PlanWindow>((written) => readPlanWindow(written, context.year), {
    why: 'unclear',
  });
  const kind = remembered<KindRead>((written) => readKindOf(written, context.kinds), undefined);
  return {
    year: context.year,
    target: remembered<TargetMatch>(context.findTarget, { kind: 'none' }),
    kind,
    leadingKind: (sentence) => {
      if (!/^(?:kiem tra|giam sat|kt|gs)(?: |$)/.test(fold(sentence.slice(0, 40)))) return undefined;
      const read = kind(sentence.split(/\s+/u).slice(0, LEADING_WORDS).join(' '));
      return read && 'kind' in read ? read.kind : undefined;
    },
    window: (from, to, isWhole) => (isWhole ? whole(from) : readPlanSpan(whole, from, to)),
    lead: remembered<Side | 'either' | undefined>((written) => sideOf(written, context), undefined),
    mode: remembered<Mode | undefined>((written) => modeOf(written, context), undefined),
    ownSide: context.ownSide,
  };
}

/** No name, kind or window is longer; what is longer is not read at all, so that no row costs more than a row may. */
const LONGEST_SAID = 300;

/** One sign may stand for a sentence: it counts as what it is read as. */
const isSaid = (written: string): boolean =>
  written.length <= LONGEST_SAID && written.normalize('NFKC').length <= LONGEST_SAID;

function remembered<T>(read: (written: string) => T, otherwise: T): (written: string) => T {
  const known = new Map<string, { value: T }>();
  return (written) => {
    const found = known.get(written) ?? { value: isSaid(written) ? read(written) : otherwise };
    known.set(written, found);
    return found.value;
  };
}

/** As in chat; any other committee is a choice. */
const sideOf = (written: string, { sides, ownSide }: RowContext): Side | 'either' | undefined =>
  sideNamed(written, sides, ownSide) ?? (COMMITTEE.test(writtenOut(written)) ? 'either' : undefined);

/** What any committee is called. */
const COMMITTEE = /(?:^| )(?:uy ban kiem tra|ban thuong vu|dang uy|tu|thuong truc)(?: |$)/;

function modeOf(written: string, { modes }: RowContext): Mode | undefined {
  const wanted = fold(written);
  const all = [...modes].map(([key, names]) => ({
    key,
    names: [fold(key.replaceAll('_', ' ')), ...foldOnce(names)],
  }));
  const exact = all.find(({ names }) => names.includes(wanted));
  const part = all.filter(({ names }) => names.some((name) => name.includes(wanted)));
  return exact?.key ?? (part.length === 1 ? part[0]!.key : undefined);
}
