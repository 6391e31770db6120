import { and, eq, inArray, isNull, ne, notExists, or, sql } from 'drizzle-orm';
import type { DateTime } from 'luxon';
import { inspection, recipient, request } from '../../../db/schema/index.ts';
import { isLeader } from '../../domain/permission.ts';
import type { RequestKind } from '../../domain/request.ts';
import { type HeadTask, headsToSign } from '../chain/head-tasks.ts';
import { type Actor, type Member, memberIn, type Work } from '../work.ts';
import { type LedgerTask, ledgerTasks } from './ledger-tasks.ts';

/** What can wait for a person, in the order of the texts `task-…`. */
export type TaskKind =
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
  | 'draft';

export type CaseTask = {
  kind: TaskKind;
  pairId: number;
  inspectionId: number;
  code: string | null;
  requestId: number | null;
  /** Null: no deadline (a draft, a counter-proposal to be looked at). */
  dueAt: DateTime | null;
};

export type Task = CaseTask | LedgerTask | HeadTask;

/** Everything that waits for this person over all their pairs: overdue first, then by deadline, then what has none. */
export async function listTasks(work: Work, actor: Actor): Promise<Task[]> {
  const pairs = actor.members.map((member) => member.pairId);
  if (pairs.length === 0) return [];
  const tasks = [
    ...(await toAnswer(work, actor, pairs)),
    ...(await askedOfSide(work, actor, pairs)),
    ...(await toSettle(work, actor, pairs)),
    ...(await ownEntries(work, actor, pairs)),
    ...(await ledgerTasks(work, actor)),
    ...(await headsToSign(work, actor)),
  ];
  return tasks.sort((one, other) => whenOf(one) - whenOf(other) || idOf(one) - idOf(other));
}

const idOf = (task: Task): number => ('inspectionId' in task ? task.inspectionId : Number.MAX_SAFE_INTEGER);

const whenOf = (task: Task): number => task.dueAt?.toMillis() ?? Number.MAX_SAFE_INTEGER;

const COLUMNS = {
  pairId: request.pairId,
  inspectionId: request.inspectionId,
  code: inspection.code,
  requestId: request.id,
  dueAt: request.dueAt,
};

const itsInspection = and(eq(inspection.pairId, request.pairId), eq(inspection.id, request.inspectionId));

/** Open notices that this person is asked by and has not answered. */
async function toAnswer(work: Work, actor: Actor, pairs: number[]): Promise<CaseTask[]> {
  const rows = await work.tx
    .select(COLUMNS)
    .from(recipient)
    .innerJoin(request, and(eq(request.pairId, recipient.pairId), eq(request.id, recipient.requestId)))
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
  return rows.map((row) => ({ kind: 'answer', ...row }));
}

/** What a side is asked for, as far as this person's role there is the one to do it. */
async function askedOfSide(work: Work, actor: Actor, pairs: number[]): Promise<CaseTask[]> {
  const rows = await work.tx
    .select({
      ...COLUMNS,
      kind: request.kind,
      side: request.side,
      isReceived: sql<boolean>`exists (select 1 from ${recipient} where ${recipient.requestId} = ${request.id}
        and ${recipient.answeredAt} is not null)`,
    })
    .from(request)
    .innerJoin(inspection, itsInspection)
    .where(and(inArray(request.pairId, pairs), eq(request.state, 'open'), ne(request.kind, 'notice')));
  return rows.flatMap(({ kind, side, isReceived, ...row }): CaseTask[] => {
    const member = memberIn(actor, row.pairId)!;
    const task = member.side === side ? taskOf(kind, member, isReceived) : undefined;
    return task ? [{ kind: task, ...row }] : [];
  });
}

/** Chair and vice approve and decide; the đầu mối receives and sees to the reply; either confirms. */
function taskOf(kind: RequestKind, { role }: Member, isReceived: boolean): TaskKind | undefined {
  if (kind === 'approval') return isLeader(role) ? 'approve' : undefined;
  if (kind === 'decision') return isLeader(role) ? 'decide' : undefined;
  if (kind !== 'proposal') return isLeader(role) || role === 'secretary' ? 'confirm' : undefined;
  if (role !== 'secretary') return undefined;
  return isReceived ? 'reply' : 'receive';
}

/** Substitutes asked for and opinions given on one's own side, until somebody has settled them. */
async function toSettle(work: Work, actor: Actor, pairs: number[]): Promise<CaseTask[]> {
  const rows = await work.tx
    .selectDistinct({ ...COLUMNS, answer: recipient.answer, side: recipient.side })
    .from(recipient)
    .innerJoin(request, and(eq(request.pairId, recipient.pairId), eq(request.id, recipient.requestId)))
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
  return rows.flatMap(({ answer, side, ...row }): CaseTask[] => {
    const { role, side: own } = memberIn(actor, row.pairId)!;
    if (own !== side || !(isLeader(role) || role === 'secretary')) return [];
    return [{ kind: answer === 'opinion' ? 'opinion' : 'substitute', ...row }];
  });
}

/** One's own drafts, and what came back to one's side: a counter-proposal, or no agreement; not while the other side is asked not to hold it. */
async function ownEntries(work: Work, actor: Actor, pairs: number[]): Promise<CaseTask[]> {
  const rows = await work.tx
    .select()
    .from(inspection)
    .where(
      and(
        inArray(inspection.pairId, pairs),
        or(
          and(eq(inspection.state, 'draft'), eq(inspection.draftedBy, actor.personId)),
          and(inArray(inspection.state, ['countered', 'declined']), notExists(askedNotToHold(work))),
        ),
      ),
    );
  return rows.flatMap(({ id, pairId, code, state, side }): CaseTask[] => {
    const { role, side: own } = memberIn(actor, pairId)!;
    if (own !== side || role !== 'secretary') return [];
    const kind = { draft: 'draft', countered: 'counter', declined: 'again' } as const;
    return [
      {
        kind: kind[state as keyof typeof kind],
        pairId,
        inspectionId: id,
        code,
        requestId: null,
        dueAt: null,
      },
    ];
  });
}

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
