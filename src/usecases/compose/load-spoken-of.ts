import { and, inArray, isNull } from 'drizzle-orm';
import type { DateTime } from 'luxon';
import { answer, person, recipient, request } from '../../../db/schema/index.ts';
import { distinct } from '../../domain/distinct.ts';
import type { Message, Text } from '../../domain/message.ts';
import type { Standing } from '../../domain/standing.ts';
import { type Head, loadHeads } from '../chain/load-heads.ts';
import type { Logged } from '../exchange/load-exchange.ts';
import { groupBy } from '../group-by.ts';
import {
  type Case,
  loadCases,
  type Session,
  type SymbolRow,
  sessionsOf,
  symbolsOf,
} from '../inspection/load-case.ts';
import { isPendingKind } from '../inspection/propose-change-ask.ts';
import { standingsOf } from '../link/own-side.ts';
import type { Claimed } from '../outbox/claim.ts';
import { hasFlag, thingsIn } from '../outbox/kinds.ts';
import { answeredBefore } from '../request/answered-before.ts';
import type { Recipient, Request } from '../request/load-request.ts';
import { unreachedOf } from '../request/unreached.ts';
import { askedLines } from '../view/change-lines.ts';
import type { Work } from '../work.ts';
import { loadLedgerOf, type SlotLoaded } from './load-ledger-of.ts';
import { loadTeamRoles, type TeamRoleOf } from './load-team-roles.ts';

export type AnswerRow = typeof answer.$inferSelect;
/** Everything that a batch of rows speaks of, loaded once. */
export type Loaded = {
  now: DateTime;
  cases: Map<number, Case>;
  sessions: Map<number, Session[]>;
  symbols: Map<number, SymbolRow[]>;
  requests: Map<number, Request>;
  /** Of the requests of the batch, all of them. */
  recipients: Map<number, Recipient[]>;
  recipientById: Map<number, Recipient>;
  answers: Map<number, AnswerRow>;
  /** By person, of today: whoever has left reads nothing more. */
  standings: Map<number, Standing[]>;
  names: Map<number, string>;
  /** By request: old → new of a change, the reason of a stop, and of a notice in full what it changes. */
  asked: Map<number, Text[]>;
  exchanges: Map<number, Logged>;
  slots: Map<number, SlotLoaded>;
  /** When the receipt of an entry is due. */
  receiptDue(entry: Logged['entry']): DateTime;
  /** Heads of chains that go out. */
  heads: Map<number, Head>;
  /** By request, and whether it is asked again: a push says the same to each of them, so it is made once a batch. */
  pushes: Map<string, Message>;
  /** Recipients of a notice in full who answered the one before the change. */
  answeredBefore: Set<number>;
  /** Recipients of whom no silence is told, since nothing has reached them. */
  unreached: Set<number>;
  /** Of what tells of a role alone. */
  teamRole: TeamRoleOf;
};

export async function loadSpokenOf(work: Work, rows: Claimed[]): Promise<Loaded> {
  const spoken = rows.flatMap(spokenOf);
  const requestIds = distinct(spoken.map((one) => one.requestId));
  const wholeIds = distinct(spoken.filter((one) => one.isOfAll).map((one) => one.requestId));
  const cases = await loadCasesOf(work, distinct(spoken.map((one) => one.inspectionId)));
  const requests = requestIds.length
    ? await work.tx.select().from(request).where(inArray(request.id, requestIds))
    : [];
  const single = await recipientsBy(work, 'id', distinct(spoken.map((one) => one.recipientId)));
  const whole = await recipientsBy(work, 'requestId', wholeIds);
  const readers = rows.filter(
    ({ kind, ref }) => !FINISHED.includes(kind) && (kind !== 'push' || ref.insteadOf !== undefined),
  );
  const people = distinct(readers.map((row) => row.personId ?? undefined));
  return {
    now: work.now,
    ...cases,
    requests: new Map(requests.map((row) => [row.id, row])),
    recipients: groupBy(whole, (row) => row.requestId),
    recipientById: new Map([...single, ...whole].map((row) => [row.id, row])),
    answers: await loadAnswers(work, wholeIds),
    standings: people.length ? await standingsOf(work, people) : new Map(),
    names: await loadNames(work, [
      ...whole.map((row) => row.personId),
      ...distinct(rows.map((row) => row.ref.insteadOf)),
    ]),
    asked: await loadAskedLines(work, cases.cases, requests),
    ...(await loadLedgerOf(work, rows)),
    heads: await loadHeads(work, distinct(spoken.map((one) => one.headId))),
    pushes: new Map(),
    answeredBefore: await answeredBefore(work, askedInFull(single, requests, cases.cases)),
    unreached: await unreachedOf(work, wholeIds),
    teamRole: await loadTeamRoles(work, rows),
  };
}

/** Of those whom a change asks in full it matters whether they answered before; a short push does not say it. */
const askedInFull = (rows: Recipient[], requests: Request[], cases: Map<number, Case>): number[] => {
  const full = requests.filter(
    (one) => one.policy.fullNotices && (cases.get(one.inspectionId)?.version.n ?? 0) > 0,
  );
  const ids = new Set(full.filter(({ kind }) => kind === 'notice').map(({ id }) => id));
  return rows.filter((row) => ids.has(row.requestId)).map((row) => row.id);
};

/** They look up what they need by themselves. */
const FINISHED: readonly string[] = ['said', 'file'];

/** All that a row speaks of: its own reference, and what goes out together with it. */
const spokenOf = ({ kind, ref }: Claimed) =>
  FINISHED.includes(kind)
    ? []
    : thingsIn(ref).map((one) => ({ ...one, isOfAll: hasFlag(one.kind ?? kind, 'ofAll') }));

/** The inspections of a batch with their sessions and symbols, in four queries however many. */
async function loadCasesOf(
  work: Work,
  ids: number[],
): Promise<Pick<Loaded, 'cases' | 'sessions' | 'symbols'>> {
  const cases = await loadCases(work, ids);
  const found = [...cases.values()];
  const sessions = await sessionsOf(
    work,
    found.map(({ version }) => version.id),
  );
  const symbols = await symbolsOf(work, [...cases.keys()]);
  return {
    cases,
    sessions: new Map(
      found.map(({ inspection, version }) => [inspection.id, sessions.get(version.id) ?? []]),
    ),
    symbols: new Map([...cases.keys()].map((id) => [id, symbols.get(id) ?? []])),
  };
}

async function recipientsBy(work: Work, column: 'id' | 'requestId', ids: number[]): Promise<Recipient[]> {
  if (ids.length === 0) return [];
  return work.tx.select().from(recipient).where(inArray(recipient[column], ids));
}

async function loadAnswers(work: Work, requestIds: number[]): Promise<Map<number, AnswerRow>> {
  if (requestIds.length === 0) return new Map();
  const rows = await work.tx
    .select()
    .from(answer)
    .where(and(inArray(answer.requestId, requestIds), isNull(answer.voidedAt)))
    .orderBy(answer.id);
  return new Map(rows.map((row) => [row.recipientId, row]));
}

async function loadNames(work: Work, personIds: number[]): Promise<Map<number, string>> {
  const ids = distinct(personIds);
  if (ids.length === 0) return new Map();
  const people = await work.tx
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(inArray(person.id, ids));
  return new Map(people.map((row) => [row.id, row.name]));
}

async function loadAskedLines(
  work: Work,
  cases: Map<number, Case>,
  requests: Request[],
): Promise<Map<number, Text[]>> {
  const lines = new Map<number, Text[]>();
  for (const one of requests) {
    const found = cases.get(one.inspectionId);
    const isShown = isPendingKind(one.kind) || (one.kind === 'notice' && one.policy.fullNotices);
    if (found && isShown) lines.set(one.id, await askedLines(work, found, one));
  }
  return lines;
}

/** The side of the reader of a row in a pair; undefined: they have left it. */
export const sideOfReader = (
  loaded: Loaded,
  personId: number | null,
  pairId: number | null,
): Standing | undefined => loaded.standings.get(personId ?? 0)?.find((one) => one.pairId === pairId);
