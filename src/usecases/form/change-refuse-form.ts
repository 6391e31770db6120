import type { Reason } from '../../domain/inspection.ts';
import type { Via } from '../../domain/request.ts';
import { answerAsked } from '../inspection/confirm-change-answer.ts';
import { isRefused, text } from '../said.ts';
import { reasonLines } from '../view/change-lines.ts';
import { answeredMessage } from '../view/read-pending.ts';
import type { Actor, Work } from '../work.ts';
import { reasonSteps } from './change-reason.ts';
import { done, type FormData, type FormKind, next, type Taken, wrong } from './form.ts';

type RefuseData = {
  inspectionId: number;
  requestId: number;
  /** The đầu mối records a leader's word: how it came. */
  isRecording: boolean;
  reason?: Reason;
  reasonText?: string;
  via?: Via;
};

const VIAS = ['in_person', 'phone', 'note'] as const;
const of = (raw: FormData): RefuseData => raw as RefuseData;

const onward = (raw: FormData): string => {
  const { reason, reasonText, isRecording, via } = of(raw);
  if (reason === undefined) return 'reason';
  if (reason === 'other' && reasonText === undefined) return 'secret_words';
  return isRecording && via === undefined ? 'via' : 'confirm';
};

/** "Chưa xác nhận": why, how the word came, then to the side that asked. */
export const refuseForm: FormKind = {
  name: 'refuse',
  first: onward,
  steps: {
    ...reasonSteps({ after: onward }),
    via: {
      ask: async () => ({
        lines: [text('form-via')],
        choices: VIAS.map((via) => ({ label: text(`via-${via}`), value: via })),
      }),
      choose: async (_work, _actor, raw, value) => {
        const via = VIAS.find((one) => one === value);
        return via ? next({ ...of(raw), via }, 'confirm') : wrong(text('form-choose'));
      },
      back: () => 'reason',
    },
    confirm: {
      ask: async (_work, _actor, raw) => ({
        protect: true,
        lines: [
          text('refuse-confirm'),
          ...reasonLines({ reason: of(raw).reason ?? null, reasonText: of(raw).reasonText ?? null }),
        ],
        choices: [{ label: text('button-not-confirm'), value: 'yes' }],
      }),
      choose: async (work, actor, raw, value) =>
        value === 'yes' ? refuse(work, actor, of(raw)) : wrong(text('form-choose')),
      back: () => 'reason',
    },
  },
};

async function refuse(work: Work, actor: Actor, data: RefuseData): Promise<Taken> {
  const answered = await answerAsked(work, actor, data.requestId, {
    isConfirmed: false,
    reason: data.reason,
    reasonText: data.reasonText || undefined,
    via: data.via,
  });
  return isRefused(answered) ? wrong(answered.refused) : done(answeredMessage(answered));
}
