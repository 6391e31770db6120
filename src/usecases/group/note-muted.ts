import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { groupChat, membership } from '../../../db/schema/index.ts';
import type { TextKey } from '../../locales/keys.ts';
import { audit } from '../audit.ts';
import { tellPeople } from '../enqueue.ts';
import { inForceOn } from '../link/own-side.ts';
import { message, text } from '../said.ts';
import type { Work } from '../work.ts';

type Group = typeof groupChat.$inferSelect;

/** The bot may not write in a group: it is marked, and its committee's đầu mối are told, once until it may again. */
export async function noteMuted(work: Work, chatId: number): Promise<void> {
  const [muted] = await work.tx
    .update(groupChat)
    .set({ mutedAt: work.now })
    .where(and(eq(groupChat.chatId, chatId), isNull(groupChat.leftAt), isNull(groupChat.mutedAt)))
    .returning();
  if (!muted) return;
  const facts = { group: muted.id, committee: muted.committeeId };
  await audit(work, { pairId: null, type: 'group.muted', facts });
  await tellSecretaries(work, muted, 'link-group-muted');
}

/** Something was said in these chats: whatever was marked is not any more. */
export async function noteHeard(work: Work, chatIds: number[]): Promise<void> {
  await work.tx
    .update(groupChat)
    .set({ mutedAt: null })
    .where(and(inArray(groupChat.chatId, chatIds), isNotNull(groupChat.mutedAt)));
}

/** The topic that a group was bound in is gone: from now on everything stands in the group itself. */
export async function forgetTopic(work: Work, chatId: number, threadId: number): Promise<void> {
  await work.tx
    .update(groupChat)
    .set({ threadId: null })
    .where(and(eq(groupChat.chatId, chatId), eq(groupChat.threadId, threadId)));
}

/** Says something about a group, by its title, to the đầu mối of its committee over all their pairs. */
export async function tellSecretaries(
  work: Work,
  { committeeId, title }: Pick<Group, 'committeeId' | 'title'>,
  key: TextKey,
): Promise<void> {
  const secretaries = await work.tx
    .selectDistinct({ personId: membership.personId })
    .from(membership)
    .where(
      and(
        eq(membership.committeeId, committeeId),
        eq(membership.role, 'secretary'),
        inForceOn(membership, work.now.toISODate()!),
      ),
    );
  const said = message([text(key, { title: title === '' ? text('link-group-unnamed') : title })]);
  await tellPeople(
    work,
    secretaries.map(({ personId }) => ({ pairId: null, kind: 'said', ref: { message: said }, personId })),
  );
}
