import { and, eq, isNull, sql } from 'drizzle-orm';
import type { DateTime } from 'luxon';
import { auditChain, chainHead, pair } from '../../../db/schema/index.ts';
import type { Calendar } from '../../domain/calendar.ts';
import { calendarOf } from '../../domain/escalation.ts';
import { headDueAt, isHeadTime, monthOf, nextHeadDueAt } from '../../domain/head-due.ts';
import { mayDo } from '../../domain/permission.ts';
import { audit, lockChain } from '../audit.ts';
import { tellPeople } from '../enqueue.ts';
import { peopleOf } from '../inspection/roster.ts';
import { type Refused, refuse } from '../said.ts';
import { type Actor, memberIn, type Work } from '../work.ts';
import { uncoveredSince } from './uncovered.ts';

type Pair = typeof pair.$inferSelect;

/** The pairs whose head of this month is due now and has not been put before both sides. */
export async function dueHeads(work: Work): Promise<number[]> {
  const rows = await work.tx
    .select({ pair, chainId: auditChain.id })
    .from(pair)
    .innerJoin(auditChain, eq(auditChain.pairId, pair.id))
    .leftJoin(
      chainHead,
      and(
        eq(chainHead.pairId, pair.id),
        eq(chainHead.month, monthOf(work.now)),
        sql`${chainHead.kind} = 'month'`,
      ),
    )
    .where(isNull(chainHead.id))
    .orderBy(pair.id);
  const due: number[] = [];
  for (const row of rows) if (await isDue(work, row.pair, row.chainId)) due.push(row.pair.id);
  return due;
}

const calendarFor = (work: Work, of: Pair): Calendar => calendarOf(work.calendar, of.policy);

/** Something that no head covers had been written when the head fell due. */
async function isDue(work: Work, of: Pair, chainId: number): Promise<boolean> {
  const calendar = calendarFor(work, of);
  if (!isHeadTime(calendar, work.now)) return false;
  const since = await uncoveredSince(work, of.id, chainId);
  return since !== undefined && since < headDueAt(calendar, work.now);
}

/** When the next monthly head of any pair with a chain falls due; undefined: there is no chain. */
export async function nextHeadDue(work: Work): Promise<DateTime | undefined> {
  const rows = await work.tx
    .select({ pair })
    .from(pair)
    .innerJoin(auditChain, eq(auditChain.pairId, pair.id));
  const instants = rows.map((row) => nextHeadDueAt(calendarFor(work, row.pair), work.now));
  return instants.sort((a, b) => a.toMillis() - b.toMillis())[0];
}

/** Puts the month's head of one pair before both sides; the row of the month is the claim: false when another process had it. */
export async function putMonthlyHead(work: Work, pairId: number): Promise<boolean> {
  const of = await loadPair(work, pairId);
  const chain = await lockChain(work, pairId);
  if (!of || !(await isDue(work, of, chain.id))) return false;
  return (await putHead(work, of, chain, 'month', null)) !== undefined;
}

/** "Chốt sổ": a đầu mối puts the head as it is now before both sides, such as at a meeting. Its number of entries. */
export async function closeBook(
  work: Work,
  actor: Actor,
  pairId: number,
): Promise<{ headId: number; seq: number } | Refused> {
  const member = memberIn(actor, pairId);
  const of = member && (await loadPair(work, pairId));
  if (!member || !of) return refuse('refused-not-found');
  if (!mayDo(member, 'chain.close')) return refuse('refused-not-allowed');
  const chain = await lockChain(work, pairId);
  if ((await uncoveredSince(work, pairId, chain.id)) === undefined) return refuse('head-nothing-new');
  const headId = await putHead(work, of, chain, 'asked', actor.personId);
  return { headId: headId!, seq: chain.seq };
}

async function loadPair(work: Work, pairId: number): Promise<Pair | undefined> {
  const [row] = await work.tx.select().from(pair).where(eq(pair.id, pairId));
  return row;
}

type Chain = Awaited<ReturnType<typeof lockChain>>;

async function putHead(
  work: Work,
  of: Pair,
  { id: chainId, seq, hash }: Chain,
  kind: 'month' | 'asked',
  by: number | null,
): Promise<number | undefined> {
  const month = monthOf(work.now);
  const [made] = await work.tx
    .insert(chainHead)
    .values({ pairId: of.id, chainId, month, kind, seq, hash, shownAt: work.now })
    .onConflictDoNothing()
    .returning({ id: chainHead.id });
  if (!made) return undefined;
  await audit(work, {
    pairId: of.id,
    type: 'chain.shown',
    by,
    facts: { head: made.id, seq, hash, month, kind },
  });
  // The month's head stands in the digests of that morning, one message over all pairs (R15).
  if (kind === 'asked') await tell(work, of.id, made.id);
  return made.id;
}

/** The đầu mối of both sides. */
async function tell(work: Work, pairId: number, headId: number): Promise<void> {
  const people = [
    ...(await peopleOf(work, pairId, 'a', ['secretary'])),
    ...(await peopleOf(work, pairId, 'b', ['secretary'])),
  ];
  await tellPeople(
    work,
    people.map((personId) => ({
      pairId,
      kind: 'chain-head',
      personId,
      ref: { headId },
    })),
  );
}
