import { tellPeople } from '../enqueue.ts';
import type { Work } from '../work.ts';
import type { Recipient, Request } from './load-request.ts';

/**
 * The first word of a notice to these people goes at once and is never deferred (R14). Returns those whom the bot does not reach.
 */
export function pushNotice(
  work: Work,
  notice: Pick<Request, 'id' | 'pairId' | 'inspectionId'>,
  asked: Pick<Recipient, 'id' | 'personId'>[],
  isUrgent: boolean,
): Promise<{ unreached: number[] }> {
  const { id, pairId, inspectionId } = notice;
  return tellPeople(
    work,
    asked.map((one) => ({
      pairId,
      kind: 'push',
      personId: one.personId,
      isUrgent,
      ref: { requestId: id, recipientId: one.id, inspectionId },
    })),
  );
}
