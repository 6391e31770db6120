import { z } from 'zod';
import { nfc } from '../../domain/fold.ts';
import type { Reason } from '../../domain/inspection.ts';
import type { TextKey } from '../../locales/keys.ts';
import { text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { filled, type Step, type Taken, wrong } from './form.ts';
import { reasonChoices, reasonData, secretOfWords } from './reason-steps.ts';

export const ownReasonData = reasonData.extend({ requestId: z.number() });
export type OwnReasonData = z.infer<typeof ownReasonData>;

type Spec = {
  reasons: readonly Reason[];
  title: TextKey;
  wordsTitle: TextKey;
  give(work: Work, actor: Actor, data: OwnReasonData, reasonText?: string): Promise<Taken<OwnReasonData>>;
};

/** What one has to say to a notice oneself: a reason of the list ends the form; "khác" asks for words, after the question of secrecy (C1). */
export function ownReasonSteps({ reasons, title, wordsTitle, give }: Spec): readonly Step<OwnReasonData>[] {
  const why: Step<OwnReasonData> = {
    name: 'reason',
    fills: ['reason'],
    ask: async () => ({ lines: [text(title)], choices: reasonChoices(reasons) }),
    choose: async (work, actor, data, value) => {
      const reason = reasons.find((one) => one === value);
      if (!reason) return wrong(text('form-choose'));
      return reason === 'other' ? filled({ reason }) : give(work, actor, { ...data, reason });
    },
  };
  const say: Step<OwnReasonData> = {
    name: 'words',
    fills: [],
    isFree: true,
    ask: async () => ({ lines: [text(wordsTitle)], choices: [] }),
    take: async (work, actor, data, typed) => give(work, actor, data, nfc(typed)),
  };
  return [why, secretOfWords, say];
}
