import { nfc } from '../../domain/fold.ts';
import { REASONS } from '../../domain/inspection.ts';
import { isSensitiveKind, type Kind } from '../../domain/kinds.ts';
import { loadCase } from '../inspection/load-case.ts';
import { text } from '../said.ts';
import { type FormData, next, type Step, wrong } from './form.ts';
import { secretStep } from './secret-step.ts';

type ReasonData = { inspectionId: number; kind?: Kind; reason?: string; reasonText?: string };

/**
 * A reason from the list; words of one's own for "khác", after the question of secrecy when the form has not asked it (C1).
 * Sensitive kinds take no words (C4). `after` finds `words`, `secret_words` or what follows.
 */
export const reasonSteps = (where: {
  after: (data: FormData) => string;
  back?: string;
}): Record<'reason' | 'secret_words' | 'words', Step> => ({
  reason: {
    ask: async () => ({
      lines: [text('form-reason')],
      choices: REASONS.map((reason) => ({ label: text(`reason-${reason}`), value: reason })),
    }),
    choose: async (work, _actor, raw, value) => {
      const reason = REASONS.find((one) => one === value);
      if (!reason) return wrong(text('form-choose'));
      const { inspectionId, kind } = raw as ReasonData;
      const found = await loadCase(work, inspectionId);
      const isBare = [kind, found?.version.kind].some((one) => one !== undefined && isSensitiveKind(one));
      const data = { ...raw, reason, reasonText: isBare ? '' : undefined };
      return next(data, where.after(data));
    },
    ...(where.back ? { back: () => where.back! } : {}),
  },
  secret_words: secretStep(() => 'words'),
  words: {
    isFree: true,
    ask: async () => ({ lines: [text('form-reason-words')], choices: [] }),
    take: async (_work, _actor, raw, typed) => {
      const data = { ...raw, reasonText: nfc(typed) };
      return next(data, where.after(data));
    },
    back: () => 'reason',
  },
});
