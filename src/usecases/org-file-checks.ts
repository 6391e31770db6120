import { checkAgreement } from './org-file-agreement.ts';
import { checkDeadline } from './org-file-duties.ts';
import { findRepeated, nearTo, type Placed } from './org-file-issues.ts';
import type { Draft, Entry } from './org-file-read.ts';
import type { pairShape } from './org-file-shape.ts';
import { checkTargets } from './org-file-target-checks.ts';
import { text } from './said.ts';

type PairEntry = Entry<typeof pairShape>;

/** What the shapes cannot see: keys given twice, names of what is not there, people on both sides, sides without a đầu mối. */
export function checkDraft(draft: Draft): Placed[] {
  return [
    ...findRepeated(draft.committees, 'key'),
    ...findRepeated(draft.pairs, 'key'),
    ...findRepeated(draft.people, 'key'),
    ...findRepeated(draft.calendar, 'day'),
    ...draft.pairs.flatMap((pair) => checkCommittees(draft, pair)),
    ...draft.pairs.flatMap(({ path, value }) => checkAgreement(path, value.agreement)),
    ...draft.memberships.flatMap((membership) => checkMembership(draft, membership)),
    ...findTwoPlaces(draft),
    ...(draft.peopleAreWhole ? draft.pairs.flatMap((pair) => findMissingSecretary(draft, pair)) : []),
    ...checkTargets(draft),
    ...[...draft.duties.values()].flatMap((duties) => [
      ...findRepeated(duties, 'key'),
      ...duties.flatMap(checkDeadline),
    ]),
  ];
}

function checkCommittees({ declared: { committees } }: Draft, { path, value }: PairEntry): Placed[] {
  const unknown = (['a', 'b'] as const).flatMap((side) => {
    const key = value[side].committee;
    const place = [...path, side, 'committee'];
    if (committees.has(key)) return [];
    return [{ path: place, text: text('admin-org-no-committee', { key, near: nearTo(key, committees) }) }];
  });
  if (value.a.committee !== value.b.committee) return unknown;
  return [...unknown, { path: [...path, 'b', 'committee'], text: text('admin-org-same-committee') }];
}

function checkMembership(draft: Draft, { path, value }: Draft['memberships'][number]): Placed[] {
  const { pairs, committees } = draft.declared;
  const problems: Placed[] = [];
  const say = (field: string, words: Placed['text']) =>
    problems.push({ path: [...path, field], text: words });
  if (!pairs.has(value.pair))
    say('pair', text('admin-org-no-pair', { key: value.pair, near: nearTo(value.pair, pairs) }));
  const pair = draft.pairs.find((entry) => entry.value.key === value.pair)?.value;
  const sides = pair && [pair.a.committee, pair.b.committee];
  if (!committees.has(value.committee)) {
    const near = nearTo(value.committee, committees);
    say('committee', text('admin-org-no-committee', { key: value.committee, near }));
  } else if (sides && !sides.includes(value.committee)) {
    say('committee', text('admin-org-not-in-pair', { key: value.committee, pair: value.pair }));
  }
  return problems;
}

function findTwoPlaces({ memberships }: Draft): Placed[] {
  const first = new Map<string, string>();
  return memberships.flatMap(({ person, path, value }) => {
    const place = `${person} ${value.pair}`;
    const before = first.get(place);
    if (before === undefined) first.set(place, value.committee);
    if (before === undefined) return [];
    const key = before === value.committee ? 'admin-org-member-twice' : 'admin-org-both-sides';
    return [{ path: [...path, 'pair'], text: text(key, { person, pair: value.pair }) }];
  });
}

function findMissingSecretary({ memberships, declared }: Draft, { path, value }: PairEntry): Placed[] {
  const secretaries = memberships.filter(
    (entry) => entry.value.role === 'secretary' && entry.value.pair === value.key,
  );
  return (['a', 'b'] as const).flatMap((side) => {
    const key = value[side].committee;
    if (!declared.committees.has(key) || secretaries.some((entry) => entry.value.committee === key))
      return [];
    return [{ path: [...path, side], text: text('admin-org-no-secretary', { key, pair: value.key }) }];
  });
}
