import { and, desc, eq, inArray, isNull, or } from 'drizzle-orm';
import { inspection, person, recipient, request } from '../../../db/schema/index.ts';
import type { Button } from '../../domain/message.ts';
import { mayDo } from '../../domain/permission.ts';
import { act } from '../actions/index.ts';
import { text } from '../said.ts';
import type { Actor, Work } from '../work.ts';

/** People of the actor's own sides for whom a substitute is to be named, as buttons; `code` narrows to one inspection. */
export async function listLeaving(work: Work, actor: Actor, code?: string): Promise<Button[]> {
  const own = actor.members.filter((member) => mayDo(member, 'substitute.assign'));
  if (own.length === 0) return [];
  const rows = await work.tx
    .select({ id: recipient.id, name: person.name, code: inspection.code })
    .from(recipient)
    .innerJoin(request, eq(request.id, recipient.requestId))
    .innerJoin(inspection, eq(inspection.id, request.inspectionId))
    .innerJoin(person, eq(person.id, recipient.personId))
    .where(
      and(
        or(...own.map(({ pairId, side }) => and(eq(recipient.pairId, pairId), eq(recipient.side, side)))),
        eq(recipient.answer, 'substitute_asked'),
        isNull(recipient.replacedBy),
        inArray(request.state, ['open', 'met']),
        code === undefined ? undefined : eq(inspection.code, code),
      ),
    )
    .orderBy(desc(recipient.id));
  return rows.map((row) => ({
    label: text('plain', { text: `${row.code ?? ''} · ${row.name}` }),
    does: act('assign', { recipientId: row.id }),
  }));
}

/** The notices in which the person is on the team. */
export async function listOnTeam(
  work: Work,
  actor: Actor,
  code?: string,
): Promise<{ requestId: number; code: string; button: Button }[]> {
  const pairIds = actor.members.map((member) => member.pairId);
  if (pairIds.length === 0) return [];
  const rows = await work.tx
    .select({ requestId: request.id, code: inspection.code })
    .from(recipient)
    .innerJoin(request, eq(request.id, recipient.requestId))
    .innerJoin(inspection, eq(inspection.id, request.inspectionId))
    .where(
      and(
        inArray(request.pairId, pairIds),
        eq(recipient.personId, actor.personId),
        inArray(recipient.capacity, ['team', 'substitute']),
        isNull(recipient.replacedBy),
        eq(request.kind, 'notice'),
        inArray(request.state, ['open', 'met']),
        code === undefined ? undefined : eq(inspection.code, code),
      ),
    )
    .orderBy(desc(request.id));
  return rows.map((row) => ({
    requestId: row.requestId,
    code: row.code ?? '',
    button: {
      label: text('plain', { text: row.code ?? '' }),
      does: act('substitute', { requestId: row.requestId }),
    },
  }));
}
