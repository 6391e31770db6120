import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import { committee, groupChat, pair, request } from '../../../db/schema/index.ts';
import { mayDo } from '../../domain/permission.ts';
import { bearsMark } from '../../domain/secrecy.ts';
import { audit } from '../audit.ts';
import { tellChats } from '../enqueue.ts';
import { acrossPairs } from '../link/across-pairs.ts';
import { type Refused, refuse } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { tellSecretaries } from './note-muted.ts';

export type Committee = { id: number; name: string };
export type Group = { chatId: number; title: string; threadId?: number };

/** The committees for which this person may bind a group. */
export async function bindable(work: Work, actor: Actor): Promise<Committee[]> {
  const ids = actor.members
    .filter((member) => mayDo(member, 'group.bind'))
    .map((member) => member.committeeId);
  if (ids.length === 0) return [];
  return work.tx
    .select({ id: committee.id, name: committee.shortName })
    .from(committee)
    .where(inArray(committee.id, ids))
    .orderBy(committee.id);
}

/** The committee that a group is bound to; undefined: none. */
export async function boundTo(work: Work, chatId: number): Promise<Committee | undefined> {
  const [row] = await work.tx
    .select({ id: committee.id, name: committee.shortName })
    .from(groupChat)
    .innerJoin(committee, eq(committee.id, groupChat.committeeId))
    .where(and(eq(groupChat.chatId, chatId), isNull(groupChat.leftAt)));
  return row;
}

export type Bound = { kind: 'bound' | 'already'; committee: Committee } | Refused;

/**
 * Binds a group to a committee, by its đầu mối; a group is bound to one committee at a time. A title that bears a mark is not stored, and the
 * committee's đầu mối are told (C3).
 */
export async function bindGroup(work: Work, actor: Actor, group: Group, committeeId: number): Promise<Bound> {
  const chosen = (await bindable(work, actor)).find((one) => one.id === committeeId);
  if (!chosen) return refuse('group-not-secretary');
  const isMarked = bearsMark(group.title);
  const [made] = await work.tx
    .insert(groupChat)
    .values({
      chatId: group.chatId,
      threadId: group.threadId ?? null,
      title: isMarked ? '' : group.title,
      committeeId,
      boundBy: actor.personId,
      boundAt: work.now,
    })
    .onConflictDoNothing()
    .returning({ id: groupChat.id });
  if (!made) return alreadyBound(work, group.chatId, committeeId);
  await audit(work, {
    pairId: null,
    type: 'group.bound',
    by: actor.personId,
    facts: { group: made.id, committee: committeeId },
  });
  if (isMarked) await tellSecretaries(work, { committeeId, title: '' }, 'link-group-marked');
  await showOpenNotices(work, group.chatId, committeeId);
  return { kind: 'bound', committee: chosen };
}

/** A group that comes later sees what still asks its committee, over all its pairs: one message each, without a sound. */
async function showOpenNotices(work: Work, chatId: number, committeeId: number): Promise<void> {
  await acrossPairs(work, async () => {
    const open = await work.tx
      .select({ requestId: request.id, pairId: request.pairId, inspectionId: request.inspectionId })
      .from(request)
      .innerJoin(pair, eq(pair.id, request.pairId))
      .where(
        and(
          eq(request.kind, 'notice'),
          eq(request.state, 'open'),
          or(eq(pair.committeeA, committeeId), eq(pair.committeeB, committeeId)),
        ),
      )
      .orderBy(request.id);
    for (const { pairId, ...ref } of open)
      await tellChats(work, [chatId], { pairId, kind: 'group-event', ref });
  });
}

async function alreadyBound(work: Work, chatId: number, committeeId: number): Promise<Bound> {
  const bound = await boundTo(work, chatId);
  return bound?.id === committeeId ? { kind: 'already', committee: bound } : refuse('group-bound-other');
}

/** Takes a group off its committee, by a đầu mối of that committee; nothing more is said there. */
export async function unbindGroup(
  work: Work,
  actor: Actor,
  chatId: number,
): Promise<{ committee: Committee } | Refused> {
  const bound = await boundTo(work, chatId);
  if (!bound) return refuse('group-not-bound');
  const own = await bindable(work, actor);
  if (!own.some((one) => one.id === bound.id)) return refuse('group-bound-other');
  const [left] = await work.tx
    .update(groupChat)
    .set({ leftAt: work.now })
    .where(and(eq(groupChat.chatId, chatId), eq(groupChat.committeeId, bound.id), isNull(groupChat.leftAt)))
    .returning({ id: groupChat.id });
  if (left)
    await audit(work, {
      pairId: null,
      type: 'group.unbound',
      by: actor.personId,
      facts: { group: left.id, committee: bound.id },
    });
  return { committee: bound };
}
