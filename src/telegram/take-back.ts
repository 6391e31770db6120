import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from 'grammy';
import type { Logger } from 'pino';
import { classify } from './classify.ts';

export type TakeBackDeps = { api: Pick<Api, 'deleteMessage'>; log: Logger };

/** All attempts together: the chat's next update waits for it. */
const PATIENCE_MS = 10_000;
const PAUSES_MS = [500, 1_500];

/** Deletes a message from its chat; false: Telegram does not allow it, or did not answer. Rejects by a bug only. */
export async function takeBack(
  { api, log }: TakeBackDeps,
  chatId: number,
  messageId: number,
): Promise<boolean> {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  for (const pauseMs of [...PAUSES_MS, undefined]) {
    try {
      // grammY's types know the signal of another package.
      await api.deleteMessage(chatId, messageId, patience as unknown as Parameters<Api['deleteMessage']>[2]);
      return true;
    } catch (error) {
      const failure = classify(error);
      if (failure.kind === 'edit-gone') return true;
      const mayPass = failure.kind === 'transient' || failure.kind === 'retry-after';
      if (!mayPass || pauseMs === undefined || patience.aborted) {
        log.warn({ failure }, 'a message could not be deleted');
        return false;
      }
      await sleep(pauseMs);
    }
  }
  return false;
}
