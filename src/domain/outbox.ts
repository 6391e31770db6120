import type { Message } from './message.ts';

/** What an outbox row speaks of: ids, composed again at sending; or a finished message (answers to typing). */
export type OutboxRef = {
  message?: Message;
  inspectionId?: number;
  versionId?: number;
  requestId?: number;
  recipientId?: number;
  stepId?: number;
  accountId?: number;
  formId?: number;
  note?: string;
};
