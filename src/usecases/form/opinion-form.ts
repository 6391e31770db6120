import { nfc } from '../../domain/fold.ts';
import { REASONS, type Reason } from '../../domain/inspection.ts';
import { answerNotice } from '../inspection/answer-notice.ts';
import { isRefused, message, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { done, type FormKind, next, type Taken, wrong } from './form.ts';
import { secretStep } from './secret-step.ts';

type OpinionData = { requestId: number; reason?: Reason };

/** "Có ý kiến": a reason from the list; words of one's own only after the question of secrecy (C1). */
export const opinionForm: FormKind = {
  name: 'opinion',
  first: () => 'reason',
  steps: {
    reason: {
      ask: async () => ({
        lines: [text('form-opinion')],
        choices: REASONS.map((reason) => ({ label: text(`reason-${reason}`), value: reason })),
      }),
      choose: async (work, actor, raw, value) => {
        const reason = REASONS.find((one) => one === value);
        if (!reason) return wrong(text('form-choose'));
        const data = { ...(raw as OpinionData), reason };
        return reason === 'other' ? next(data, 'secret') : give(work, actor, data);
      },
    },
    secret: secretStep(() => 'words'),
    words: {
      isFree: true,
      ask: async () => ({ lines: [text('form-opinion-words')], choices: [] }),
      take: async (work, actor, raw, typed) => give(work, actor, raw as OpinionData, nfc(typed)),
      back: () => 'reason',
    },
  },
};

async function give(work: Work, actor: Actor, data: OpinionData, reasonText?: string): Promise<Taken> {
  const answered = await answerNotice(work, actor, data.requestId, {
    answer: 'opinion',
    reason: data.reason,
    reasonText,
  });
  if (isRefused(answered)) return wrong(answered.refused);
  if (answered.kind === 'overtaken') return done(message([text('notice-overtaken')]));
  return done(message([text('opinion-given', { code: answered.found.inspection.code ?? '' })]));
}
