import { and, eq, inArray, isNull, ne, notExists, or, type SQL, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { DateTime } from 'luxon';
import { inspection, recipient, request } from '../../../db/schema/index.ts';
import type { InspectionState } from '../../domain/inspection.ts';
import { isLeader } from '../../domain/permission.ts';
import type { Answer, RequestKind } from '../../domain/request.ts';
import type { Side } from '../../domain/side.ts';
import { type Actor, type Member, memberIn, type Work } from '../work.ts';

/** What can wait for a person, in the order of the texts `task-…`. */
export type CaseTaskKind =
  | 'answer'
  | 'approve'
  | 'decide'
  | 'receive'
  | 'reply'
  | 'confirm'
  | 'counter'
  | 'again'
  | 'substitute'
  | 'opinion'
  | 'draft'
  | 'overlap';

export type CaseTask = {
  kind: CaseTaskKind;
  pairId: number;
  inspectionId: number;
  code: string | null;
  requestId: number | null;
  /** Null: no deadline (a draft, a counter-proposal to be looked at). */
  dueAt: DateTime | null;
};

/** `unanswered`: what the other side has not answered in time, as a đầu mối or leader may know (R6). */
export type CaseTasks = { tasks: CaseTask[]; unanswered: number };

type Found = {
  what: 'mine' | 'asked' | 'settle' | 'own';
  pairId: number;
  inspectionId: number;
  code: string | null;
  requestId: number | null;
  dueAt: DateTime | null;
  kind: RequestKind | null;
  side: Side | null;
  answer: Answer | null;
  state: InspectionState;
  isReceived: boolean;
};

/** What waits for this person in inspections, over all their pairs, in one query. */
export async function caseTasks(work: Work, actor: Actor): Promise<CaseTasks> {
  const pairs = actor.members.map((member) => member.pairId);
  const rows = await unionAll(
    mine(work, actor, pairs),
    askedOfSides(work, pairs),
    toSettle(work, actor, pairs),
    ownEntries(work, pairs),
  );
  const tasks = rows.flatMap((row): CaseTask[] => {
    const kind = kindOf(row, memberIn(actor, row.pairId)!);
    const { pairId, inspectionId, code, requestId, dueAt } = row;
    return kind ? [{ kind, pairId, inspectionId, code, requestId, dueAt }] : [];
  });
  return {
    tasks,
    unanswered: rows.filter((row) => row.what === 'asked' && isUnanswered(work, actor, row)).length,
  };
}

function isUnanswered(work: Work, actor: Actor, row: Found): boolean {
  const { role, side } = memberIn(actor, row.pairId)!;
  const isTold = role === 'secretary' || isLeader(role);
  const isTheirs = row.side !== null && row.side !== side;
  return isTold && isTheirs && row.kind !== 'approval' && row.dueAt !== null && row.dueAt <= work.now;
}

function kindOf(row: Found, member: Member): CaseTaskKind | undefined {
  if (row.what === 'mine') return 'answer';
  if (row.side !== member.side) return undefined;
  if (row.what === 'asked') return askedKind(row.kind!, member, row.isReceived);
  if (row.what === 'own') return member.role === 'secretary' ? OWN[row.state as keyof typeof OWN] : undefined;
  if (!isLeader(member.role) && member.role !== 'secretary') return undefined;
  return row.answer === 'opinion' ? 'opinion' : 'substitute';
}

const OWN = { draft: 'draft', countered: 'counter', declined: 'again' } as const;

/** Chair and vice approve and decide; the đầu mối receives and sees to the reply; either confirms. */
function askedKind(kind: RequestKind, { role }: Member, isReceived: boolean): CaseTaskKind | undefined {
  if (kind === 'approval') return isLeader(role) ? 'approve' : undefined;
  if (kind === 'decision') return isLeader(role) ? 'decide' : undefined;
  if (kind !== 'proposal') return isLeader(role) || role === 'secretary' ? 'confirm' : undefined;
  if (role !== 'secretary') return undefined;
  return isReceived ? 'reply' : 'receive';
}

const columns = (
  what: Found['what'],
  given: { requestId?: SQL; dueAt?: SQL; kind?: SQL; side: SQL; answer?: SQL; isReceived?: SQL },
) => ({
  what: sql<Found['what']>`${sql.raw(`'${what}'`)}::text`.as('what'),
  pairId: inspection.pairId,
  inspectionId: inspection.id,
  code: inspection.code,
  requestId: sql<number | null>`${given.requestId ?? sql`null::int`}`.as('request_id'),
  dueAt: sql<DateTime | null>`${given.dueAt ?? sql`null::timestamptz`}`.mapWith(request.dueAt).as('due_at'),
  kind: sql<RequestKind | null>`${given.kind ?? sql`null::text`}`.as('kind'),
  side: sql<Side | null>`${given.side}`.as('side'),
  answer: sql<Answer | null>`${given.answer ?? sql`null::text`}`.as('answer'),
  state: inspection.state,
  isReceived: sql<boolean>`${given.isReceived ?? sql`false`}`.as('is_received'),
});

const OF_REQUEST = {
  requestId: sql`${request.id}`,
  dueAt: sql`${request.dueAt}`,
  kind: sql`${request.kind}`,
};

const itsInspection = and(eq(inspection.pairId, request.pairId), eq(inspection.id, request.inspectionId));
const itsRequest = and(eq(request.pairId, recipient.pairId), eq(request.id, recipient.requestId));

/** Open notices that this person is asked by and has not answered. */
const mine = (work: Work, actor: Actor, pairs: number[]) =>
  work.tx
    .select(columns('mine', { ...OF_REQUEST, side: sql`${recipient.side}` }))
    .from(recipient)
    .innerJoin(request, itsRequest)
    .innerJoin(inspection, itsInspection)
    .where(
      and(
        eq(recipient.personId, actor.personId),
        isNull(recipient.answeredAt),
        isNull(recipient.replacedBy),
        inArray(request.pairId, pairs),
        eq(request.kind, 'notice'),
        eq(request.state, 'open'),
      ),
    );

/** What either side is asked for. */
const askedOfSides = (work: Work, pairs: number[]) =>
  work.tx
    .select(
      columns('asked', {
        ...OF_REQUEST,
        side: sql`${request.side}`,
        isReceived: sql`exists (select 1 from ${recipient} where ${recipient.requestId} = ${request.id}
          and ${recipient.answeredAt} is not null)`,
      }),
    )
    .from(request)
    .innerJoin(inspection, itsInspection)
    .where(and(inArray(request.pairId, pairs), eq(request.state, 'open'), ne(request.kind, 'notice')));

/** Substitutes asked for and opinions given on one's own side, until somebody has settled them. */
const toSettle = (work: Work, actor: Actor, pairs: number[]) =>
  work.tx
    .selectDistinct(
      columns('settle', {
        ...OF_REQUEST,
        side: sql`${recipient.side}`,
        answer: sql`${recipient.answer}`,
      }),
    )
    .from(recipient)
    .innerJoin(request, itsRequest)
    .innerJoin(inspection, itsInspection)
    .where(
      and(
        inArray(request.pairId, pairs),
        eq(request.kind, 'notice'),
        inArray(request.state, ['open', 'met']),
        inArray(inspection.state, ['agreed', 'official', 'under_way']),
        inArray(recipient.answer, ['substitute_asked', 'opinion']),
        isNull(recipient.settledAt),
        isNull(recipient.replacedBy),
        ne(recipient.personId, actor.personId),
      ),
    );

/** Drafts, whoever of the side wrote them, and what came back to one's side: a counter-proposal, or no agreement; not while the other side is asked not to hold it. */
const ownEntries = (work: Work, pairs: number[]) =>
  work.tx
    .select(columns('own', { side: sql`${inspection.side}` }))
    .from(inspection)
    .where(
      and(
        inArray(inspection.pairId, pairs),
        or(
          eq(inspection.state, 'draft'),
          and(inArray(inspection.state, ['countered', 'declined']), notExists(askedNotToHold(work))),
        ),
      ),
    );

const askedNotToHold = (work: Work) =>
  work.tx
    .select({ id: request.id })
    .from(request)
    .where(
      and(
        eq(request.pairId, inspection.pairId),
        eq(request.inspectionId, inspection.id),
        eq(request.kind, 'not_held'),
        inArray(request.state, ['waiting', 'open']),
      ),
    );
