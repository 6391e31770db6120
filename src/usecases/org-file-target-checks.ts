import { fold } from '../domain/fold.ts';
import { findRepeated, nearTo, type Placed } from './org-file-issues.ts';
import type { Draft, Entry } from './org-file-read.ts';
import type { targetShape } from './org-file-shape.ts';
import { text } from './said.ts';

type Target = Entry<typeof targetShape>;

/** Per pair: keys and names given twice, unknown references, circles of parents or successors, days in the wrong order. */
export function checkTargets(draft: Draft): Placed[] {
  return [...draft.targets].flatMap(([at, targets]) => {
    const pair = draft.pairs.find((entry) => entry.path[1] === at)?.value.key;
    return [
      ...findRepeated(targets, 'key'),
      ...findRepeatedNames(targets),
      ...findCircles(targets, 'parent'),
      ...findCircles(targets, 'successor'),
      ...targets.flatMap((target) => [
        ...checkReferences(target, draft.declared.targets.get(at)!),
        ...checkDays(target),
        ...checkPeople(target, draft, pair),
      ]),
    ];
  });
}

/** Two targets that are searched by one name cannot be told apart (R12): names and aliases are compared folded. */
function findRepeatedNames(targets: Target[]): Placed[] {
  const owners = new Map<string, string>();
  const names = targets.map(({ path, value }) => ({
    place: [...path, 'name'],
    name: value.name,
    key: value.key,
  }));
  const aliases = targets.flatMap(({ path, value }) =>
    value.aliases.map((name, i) => ({ place: [...path, 'aliases', i], name, key: value.key })),
  );
  return [...names, ...aliases].flatMap(({ place, name, key }) => {
    const owner = owners.get(fold(name));
    if (owner === undefined) owners.set(fold(name), key);
    return owner === undefined
      ? []
      : [{ path: place, text: text('admin-org-name-twice', { name, key: owner }) }];
  });
}

function checkReferences({ path, value }: Target, known: Set<string>): Placed[] {
  return (['parent', 'successor'] as const).flatMap((field) => {
    const key = value[field];
    if (key === undefined || known.has(key)) return [];
    return [{ path: [...path, field], text: text('admin-org-no-target', { key, near: nearTo(key, known) }) }];
  });
}

/** A circle is told once, at its first target in the file. */
function findCircles(targets: Target[], field: 'parent' | 'successor'): Placed[] {
  const next = new Map(targets.map(({ value }) => [value.key, value[field]]));
  const told = new Set<string>();
  return targets.flatMap(({ path, value }) => {
    const walked = [value.key];
    for (let at = next.get(value.key); at !== undefined && !walked.includes(at); at = next.get(at))
      walked.push(at);
    const closes = next.get(walked.at(-1)!) === value.key;
    if (!closes || told.has(value.key)) return [];
    for (const key of walked) told.add(key);
    const circle = [...walked, value.key].join(' → ');
    return [{ path: [...path, field], text: text('admin-org-circle', { field, circle }) }];
  });
}

function checkDays({ path, value: { from, to, successor } }: Target): Placed[] {
  const problems: Placed[] = [];
  if (from !== undefined && to !== undefined && from > to)
    problems.push({
      path: [...path, 'to'],
      text: text('admin-org-days', { from: { day: from }, to: { day: to } }),
    });
  if (successor !== undefined && to === undefined)
    problems.push({ path: [...path, 'successor'], text: text('admin-org-successor-without-end') });
  return problems;
}

function checkPeople({ path, value }: Target, draft: Draft, pair: string | undefined): Placed[] {
  const { people } = draft.declared;
  const inPair = (person: string) =>
    draft.memberships.some((entry) => entry.person === person && entry.value.pair === pair);
  return (['in_charge', 'belongs'] as const).flatMap((field) =>
    value[field].flatMap((key, i) => {
      const place = [...path, field, i];
      if (!people.has(key))
        return [{ path: place, text: text('admin-org-no-person', { key, near: nearTo(key, people) }) }];
      if (value[field].indexOf(key) < i) return [{ path: place, text: text('admin-org-twice', { key }) }];
      if (field === 'belongs' && value.in_charge.includes(key))
        return [{ path: place, text: text('admin-org-own-target', { key }) }];
      const isKnown = !draft.peopleAreWhole || pair === undefined || inPair(key);
      return isKnown ? [] : [{ path: place, text: text('admin-org-person-outside', { key, pair }) }];
    }),
  );
}
