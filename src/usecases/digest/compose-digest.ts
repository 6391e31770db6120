import { DateTime } from 'luxon';
import { ZONE } from '../../domain/working-time.ts';
import type { Composed } from '../compose/index.ts';
import type { Loaded } from '../compose/load-spoken-of.ts';
import { isLate } from '../compose/say-late.ts';
import { findActorByPerson } from '../find-actor.ts';
import type { Claimed } from '../outbox/claim.ts';
import { listAhead } from '../view/list-calendar.ts';
import { listWaiting } from '../view/list-tasks.ts';
import type { Work } from '../work.ts';
import { digestMessage, periodOf } from './digest-message.ts';
import { isNews, isPressing } from './pressing.ts';

/**
 * A digest as things stand when it goes out. A morning's with nothing pressing is left out; a week's or month's always goes, so that silence
 * means a fault. It asks something where something waits; a morning's not where it only repeats what was overdue before (R15).
 */
export async function composeDigest(_: Loaded, row: Claimed<'digest'>, work: Work): Promise<Composed> {
  const actor = row.personId === null ? undefined : await findActorByPerson(work, row.personId);
  const { digest } = row.ref;
  if (!digest || !actor || actor.chatId !== row.chatId || actor.members.length === 0) return { skip: 'gone' };
  const of = DateTime.fromISO(digest.of, { zone: ZONE });
  const waiting = await listWaiting(work, actor);
  if (digest.kind === 'daily' && !waiting.tasks.some((task) => isPressing(work, task)))
    return { skip: 'nothing due' };
  const ahead = await listAhead(work, actor, periodOf(digest.kind, of).to);
  return {
    message: digestMessage(work, actor, {
      ...digest,
      isLate: digest.isLate || isLate(work, row),
      of,
      waiting,
      ahead,
    }),
    asksNothing:
      digest.kind === 'daily'
        ? !waiting.tasks.some((task) => isNews(work, task))
        : waiting.tasks.length === 0,
  };
}
