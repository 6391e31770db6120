import type { Reason } from '../../domain/inspection.ts';
import { loadCase } from '../inspection/load-case.ts';
import { proposeStop, type StopKind } from '../inspection/propose-stop.ts';
import { isRefused, text } from '../said.ts';
import { reasonLines } from '../view/change-lines.ts';
import { codeText } from '../view/lines.ts';
import type { Actor, Work } from '../work.ts';
import { crossingMessage } from './change-preview.ts';
import { reasonSteps } from './change-reason.ts';
import { done, type FormData, type FormKind, type Taken, wrong } from './form.ts';

type StopData = { inspectionId: number; asks: StopKind; reason?: Reason; reasonText?: string };

const of = (raw: FormData): StopData => raw as StopData;

const onward = (raw: FormData): string => {
  const { reason, reasonText } = of(raw);
  if (reason === undefined) return 'reason';
  return reason === 'other' && reasonText === undefined ? 'secret_words' : 'confirm';
};

/** "Dừng" and "chưa thực hiện": why, then to the other side, whose confirmation it needs. */
export const stopForm: FormKind = {
  name: 'stop',
  first: onward,
  steps: {
    ...reasonSteps({ after: onward }),
    confirm: {
      ask: async (work, _actor, raw) => {
        const { asks, reason, reasonText, inspectionId } = of(raw);
        const found = await loadCase(work, inspectionId);
        return {
          protect: true,
          lines: [
            text(`stop-preview-${asks}`, { code: found ? codeText(found) : '' }),
            ...reasonLines({ reason: reason ?? null, reasonText: reasonText ?? null }),
          ],
          choices: [{ label: text('button-propose-stop'), value: 'yes', style: 'danger' }],
        };
      },
      choose: async (work, actor, raw, value) =>
        value === 'yes' ? send(work, actor, of(raw)) : wrong(text('form-choose')),
      back: () => 'reason',
    },
  },
};

async function send(work: Work, actor: Actor, data: StopData): Promise<Taken> {
  const crossing = await proposeStop(work, actor, data.inspectionId, data.asks, {
    reason: data.reason!,
    reasonText: data.reasonText || undefined,
  });
  return isRefused(crossing) ? wrong(crossing.refused) : done(crossingMessage(actor, crossing));
}
