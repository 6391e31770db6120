import { calendarOf } from '../../domain/escalation.ts';
import { isWorkingTime } from '../../domain/working-time.ts';
import { tellPeople } from '../enqueue.ts';
import type { Work } from '../work.ts';
import type { Recipient, Request } from './load-request.ts';
import { beyondLimit } from './send-together.ts';

/**
 * The first word of a notice to these people goes at once and is never held: without a sound outside working time (R14), and
 * for whoever has had the pushes of a day (R15); Khẩn always sounds. Returns those whom the bot does not reach.
 */
export async function pushNotice(
  work: Work,
  notice: Pick<Request, 'id' | 'pairId' | 'inspectionId' | 'policy'>,
  asked: Pick<Recipient, 'id' | 'personId'>[],
  isUrgent: boolean,
): Promise<{ unreached: number[] }> {
  const { id, pairId, inspectionId, policy } = notice;
  const isQuiet = !isWorkingTime(calendarOf(work.calendar, policy), work.now);
  const people = asked.map((one) => one.personId);
  const full = await beyondLimit(work, people, policy.maxPushesADay);
  return tellPeople(
    work,
    asked.map((one) => ({
      pairId,
      kind: 'push',
      personId: one.personId,
      isUrgent,
      silent: !isUrgent && (isQuiet || full.has(one.personId)),
      ref: { requestId: id, recipientId: one.id, inspectionId },
    })),
  );
}
