import { type Document, LineCounter, parseDocument } from 'yaml';
import type { Agreement } from '../domain/agreement.ts';
import type { CalendarDay } from '../domain/calendar.ts';
import { addDays } from '../domain/calendar-day.ts';
import type { Text } from '../domain/message.ts';
import { ownEntry } from '../domain/own-entry.ts';
import { DEFAULT_POLICY, type Policy } from '../domain/policy.ts';
import type { Relation, Role, Side } from '../domain/side.ts';
import type { TextKey } from '../locales/keys.ts';
import { agreementOf } from './org-file-agreement.ts';
import { checkDraft } from './org-file-checks.ts';
import type { OrgDuty } from './org-file-duties.ts';
import { type LineOf, linesOf } from './org-file-lines.ts';
import { type Draft, readDraft } from './org-file-read.ts';
import { policyOf } from './org-file-shape.ts';
import { text } from './said.ts';

export type OrgCommittee = { key: string; name: string; short: string };
export type OrgMember = { person: string; pair: string; side: Side; committee: string; role: Role };
export type OrgPerson = { key: string; name: string; title: string; locale: 'vi' | 'en'; line: number };

/** `to` is excluded, unlike in the file (R13). */
export type OrgTarget = {
  pair: string;
  key: string;
  name: string;
  aliases: string[];
  parent?: string;
  successor?: string;
  from?: string;
  to?: string;
  inCharge: string[];
  belongs: string[];
};

export type OrgPair = {
  key: string;
  name: string;
  relation: Relation;
  policy: Policy;
  /** Left out: the file does not say under which number and day it was issued. */
  agreement?: Agreement;
  a: { committee: string; leaderApproves: boolean };
  b: { committee: string; leaderApproves: boolean };
  line: number;
};

/** An organisation file without errors. `calendar` undefined: the file says nothing of it. */
export type OrgFile = {
  committees: OrgCommittee[];
  pairs: OrgPair[];
  targets: OrgTarget[];
  duties: OrgDuty[];
  people: OrgPerson[];
  members: OrgMember[];
  calendar?: CalendarDay[];
};

/** Something wrong with the file, at a line counted from 1. */
export type OrgProblem = { line: number; text: Text };

/** Reads an organisation file; every problem at once, in order of line. */
export function readOrgFile(source: string): { org: OrgFile } | { problems: OrgProblem[] } {
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter, prettyErrors: false });
  const unreadable = findUnreadable(source, document, counter);
  if (document.errors.some((error) => error.code !== 'DUPLICATE_KEY')) return { problems: unreadable };
  const lineOf = linesOf(document, counter);
  const raw = toPlain(document);
  if (raw === undefined) return { problems: [...unreadable, { line: 1, text: text('admin-org-nothing') }] };
  const { draft, problems } = readDraft(raw);
  const found = [...problems, ...checkDraft(draft)].map((problem) => ({
    line: lineOf(problem.path),
    text: problem.text,
  }));
  const all = [...unreadable, ...found].sort((a, b) => a.line - b.line);
  return all.length > 0 ? { problems: all } : { org: toOrg(draft, lineOf) };
}

/** What is not YAML, one problem a line: an error breaks the lines after it too, and tabs break everything. */
function findUnreadable(source: string, document: Document, counter: LineCounter): OrgProblem[] {
  if (document.errors.length === 0) return [];
  const tabs = source.split('\n').flatMap((line, i) => (/^ *\t/.test(line) ? [i + 1] : []));
  if (tabs.length > 0) return tabs.map((line) => ({ line, text: text('admin-org-yaml-tab') }));
  const words = new Map<number, Text>();
  for (const { code, pos } of document.errors) {
    const { line } = counter.linePos(pos[0]);
    if (!words.has(line)) words.set(line, text(ownEntry(YAML_WORDS, code) ?? 'admin-org-yaml', { code }));
  }
  return [...words].map(([line, text]) => ({ line, text }));
}

const YAML_WORDS: Record<string, TextKey> = {
  DUPLICATE_KEY: 'admin-org-yaml-duplicate',
  BAD_INDENT: 'admin-org-yaml-indent',
  MULTILINE_IMPLICIT_KEY: 'admin-org-yaml-colon',
  MISSING_CHAR: 'admin-org-yaml-quote',
};

/** Undefined: empty, or aliases (`*name`) that cannot be followed. */
function toPlain(document: Document): unknown {
  try {
    return document.toJS() ?? undefined;
  } catch {
    return undefined;
  }
}

function toOrg(draft: Draft, lineOf: LineOf): OrgFile {
  const pairs = draft.pairs.map(({ path, value }) => ({
    key: value.key,
    name: value.name,
    relation: value.agreement.relation,
    policy: { ...DEFAULT_POLICY, ...policyOf(value.agreement.policy) },
    agreement: agreementOf(value.agreement),
    a: { committee: value.a.committee, leaderApproves: value.a.leader_approves },
    b: { committee: value.b.committee, leaderApproves: value.b.leader_approves },
    line: lineOf(path),
  }));
  const sideOf = new Map(pairs.flatMap((p) => [[`${p.key} ${p.a.committee}`, 'a' as Side]]));
  return {
    committees: draft.committees.map(({ value }) => value),
    pairs,
    targets: draft.pairs.flatMap(({ path, value }) =>
      draft.targets.get(Number(path[1]))!.map((target) => toTarget(value.key, target.value)),
    ),
    duties: draft.pairs.flatMap(({ path, value }) =>
      draft.duties
        .get(Number(path[1]))!
        .map((duty) => ({ ...duty.value, pair: value.key, line: lineOf(duty.path) })),
    ),
    people: draft.people.map(({ path, value: { key, name, title, locale } }) => ({
      key,
      name,
      title,
      locale,
      line: lineOf(path),
    })),
    members: draft.memberships.map(({ person, value }) => ({
      person,
      ...value,
      side: sideOf.get(`${value.pair} ${value.committee}`) ?? 'b',
    })),
    ...(draft.hasCalendar ? { calendar: draft.calendar.map(({ value }) => value) } : {}),
  };
}

function toTarget(pair: string, { in_charge, to, ...rest }: TargetValue): OrgTarget {
  return { ...rest, pair, inCharge: in_charge, ...(to === undefined ? {} : { to: addDays(to, 1) }) };
}

type TargetValue = Draft['targets'] extends Map<number, { value: infer V }[]> ? V : never;
