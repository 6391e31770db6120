import { and, eq, inArray, isNull } from 'drizzle-orm';
import { recipient, request } from '../../../db/schema/index.ts';
import { distinct } from '../../domain/distinct.ts';
import type { Role } from '../../domain/side.ts';
import { tellPeople } from '../enqueue.ts';
import type { Actor, Work } from '../work.ts';
import type { Case } from './load-case.ts';
import { peopleOf } from './roster.ts';

const TOLD: Role[] = ['secretary', 'chair', 'vice'];
const TELLABLE: Role[] = [...TOLD, 'member'];

/**
 * đầu mối and leaders of both sides and whoever the notice asks learn that hours and places are said, but for the one who did it:
 * silently, nothing is asked of them (R15). People of the target are not told.
 */
export async function tellSchedule(work: Work, actor: Actor, found: Case): Promise<void> {
  const { pairId, id } = found.inspection;
  const asked = await askedByNotice(work, id);
  const people: number[] = [];
  for (const side of ['a', 'b'] as const) {
    const here = await peopleOf(work, pairId, side, TELLABLE);
    people.push(...(await peopleOf(work, pairId, side, TOLD)), ...here.filter((one) => asked.has(one)));
  }
  const shut = new Set([...found.shutPeople, actor.personId]);
  await tellPeople(
    work,
    distinct(people)
      .filter((personId) => !shut.has(personId))
      .map((personId) => ({
        pairId,
        kind: 'outcome',
        personId,
        ref: { inspectionId: id, note: 'scheduled' },
      })),
  );
}

/** Whom the notice that holds asks, and nobody else in their stead. */
export async function askedByNotice(work: Work, inspectionId: number): Promise<Set<number>> {
  const rows = await work.tx
    .select({ personId: recipient.personId })
    .from(recipient)
    .innerJoin(request, and(eq(request.pairId, recipient.pairId), eq(request.id, recipient.requestId)))
    .where(
      and(
        eq(request.inspectionId, inspectionId),
        eq(request.kind, 'notice'),
        inArray(request.state, ['open', 'met']),
        isNull(recipient.replacedBy),
      ),
    );
  return new Set(rows.map(({ personId }) => personId));
}
