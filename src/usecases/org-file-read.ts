import type { z } from 'zod';
import { dutyOf, shapeOfDuty, type WrittenDuty } from './org-file-duties.ts';
import { explain, type Placed } from './org-file-issues.ts';
import type { Path } from './org-file-lines.ts';
import {
  calendarShape,
  committeeShape,
  fileShape,
  membershipShape,
  pairShape,
  personShape,
  targetShape,
} from './org-file-shape.ts';

/** An entry of the right shape and where it stands. */
export type Entry<S extends z.ZodType> = { path: Path; value: z.output<S> };

/** The entries of the right shape, and every key that is declared, by wrong entries too: what names them is not wrong for that. */
export type Draft = {
  committees: Entry<typeof committeeShape>[];
  pairs: Entry<typeof pairShape>[];
  /** By the index of the pair in the file. */
  targets: Map<number, Entry<typeof targetShape>[]>;
  duties: Map<number, { path: Path; value: WrittenDuty }[]>;
  people: Entry<typeof personShape>[];
  memberships: (Entry<typeof membershipShape> & { person: string })[];
  calendar: Entry<typeof calendarShape>[];
  hasCalendar: boolean;
  declared: {
    committees: Set<string>;
    pairs: Set<string>;
    people: Set<string>;
    targets: Map<number, Set<string>>;
  };
  /** False: some person or membership is wrong, so who is missing somewhere cannot be told. */
  peopleAreWhole: boolean;
};

/** Sorts a parsed file into entries; what has the wrong shape is left out and told. */
export function readDraft(raw: unknown): { draft: Draft; problems: Placed[] } {
  const problems: Placed[] = [];
  const list = <S extends z.ZodType>(items: unknown, path: Path, shape: S) =>
    readList(items, path, shape, problems);
  const file = fileShape.safeParse(raw, { reportInput: true });
  if (!file.success) problems.push(...explain(file.error.issues, fileShape, []));
  const top = recordOf(raw);
  const declared = {
    committees: keysOf(top.committees),
    pairs: keysOf(top.pairs),
    people: keysOf(top.people),
    targets: mapItems(top.pairs, (pair) => keysOf(recordOf(pair).targets)),
  };
  const organisations = {
    committees: list(top.committees, ['committees'], committeeShape),
    pairs: list(top.pairs, ['pairs'], pairShape),
    targets: mapItems(top.pairs, (pair, i) =>
      list(recordOf(pair).targets, ['pairs', i, 'targets'], targetShape),
    ),
    duties: mapItems(top.pairs, (pair, i) =>
      readDuties(recordOf(recordOf(pair).agreement).duties, ['pairs', i, 'agreement', 'duties'], problems),
    ),
    calendar: list(top.calendar, ['calendar'], calendarShape),
    hasCalendar: Array.isArray(top.calendar),
  };
  const before = problems.length;
  const people = list(top.people, ['people'], personShape);
  const memberships = readMemberships(top.people, problems);
  const isKnown = ({ value: { pair, committee } }: Draft['memberships'][number]) =>
    declared.pairs.has(pair) && declared.committees.has(committee);
  const peopleAreWhole = problems.length === before && memberships.every(isKnown);
  return { draft: { ...organisations, people, memberships, declared, peopleAreWhole }, problems };
}

function readList<S extends z.ZodType>(items: unknown, path: Path, shape: S, problems: Placed[]): Entry<S>[] {
  if (!Array.isArray(items)) return [];
  return items.flatMap((item, i) => readEntry(item, [...path, i], shape, problems));
}

function readEntry<S extends z.ZodType>(item: unknown, path: Path, shape: S, problems: Placed[]): Entry<S>[] {
  const parsed = shape.safeParse(item, { reportInput: true });
  if (parsed.success) return [{ path, value: parsed.data }];
  problems.push(...explain(parsed.error.issues, shape, path));
  return [];
}

const readDuties = (items: unknown, path: Path, problems: Placed[]): { path: Path; value: WrittenDuty }[] =>
  (Array.isArray(items) ? items : []).flatMap((item, i) =>
    readEntry(item, [...path, i], shapeOfDuty(item), problems).map((entry) => ({
      path: entry.path,
      value: dutyOf(entry.value),
    })),
  );

function readMemberships(people: unknown, problems: Placed[]): Draft['memberships'] {
  const byPerson = mapItems(people, (person, i) => {
    const { key, memberships } = recordOf(person);
    const entries = readList(memberships, ['people', i, 'memberships'], membershipShape, problems);
    return entries.map((entry) => ({ ...entry, person: typeof key === 'string' ? key : '' }));
  });
  return [...byPerson.values()].flat();
}

function mapItems<T>(items: unknown, read: (item: unknown, i: number) => T): Map<number, T> {
  return new Map(Array.isArray(items) ? items.map((item, i) => [i, read(item, i)]) : []);
}

const keysOf = (items: unknown): Set<string> => {
  const keys = Array.isArray(items) ? items.map((item) => recordOf(item).key) : [];
  return new Set(keys.filter((key) => typeof key === 'string'));
};

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
