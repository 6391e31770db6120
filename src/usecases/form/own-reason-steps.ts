import { z } from 'zod';
import { nfc } from '../../domain/fold.ts';
import type { Reason } from '../../domain/inspection.ts';
import type { TextKey } from '../../locales/keys.ts';
import type { Case } from '../inspection/load-case.ts';
import { isRefused, message, type Refused, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { done, filled, type Step, type Taken, wrong } from './form.ts';
import { reasonChoices, reasonData, secretOfWords } from './reason-steps.ts';

export const ownReasonData = reasonData.extend({ requestId: z.number() });
export type OwnReasonData = z.infer<typeof ownReasonData>;

type Why = { reason?: Reason | undefined; reasonText?: string | undefined };
type Given = Refused | { kind: string; found: Case };

/** `give` writes it down; `given` says that it was. */
type Spec = {
  reasons: readonly Reason[];
  title: TextKey;
  wordsTitle: TextKey;
  give(work: Work, actor: Actor, requestId: number, why: Why): Promise<Given>;
  given: 'opinion-given' | 'leave-reason-given';
};

/** What one has to say to a notice oneself: a reason of the list ends the form; "khác" asks for words, after the question of secrecy (C1). */
export function ownReasonSteps({
  reasons,
  title,
  wordsTitle,
  give,
  given,
}: Spec): readonly Step<OwnReasonData>[] {
  const end = async (
    work: Work,
    actor: Actor,
    { requestId, reason }: OwnReasonData,
    reasonText?: string,
  ): Promise<Taken<OwnReasonData>> => {
    const outcome = await give(work, actor, requestId, { reason, reasonText });
    if (isRefused(outcome)) return wrong(outcome.refused);
    if (outcome.kind === 'overtaken') return done(message([text('notice-overtaken')]));
    return done(message([text(given, { code: outcome.found.inspection.code ?? '' })]));
  };
  const why: Step<OwnReasonData> = {
    name: 'reason',
    fills: ['reason'],
    ask: async () => ({ lines: [text(title)], choices: reasonChoices(reasons) }),
    choose: async (work, actor, data, value) => {
      const reason = reasons.find((one) => one === value);
      if (!reason) return wrong(text('form-choose'));
      return reason === 'other' ? filled({ reason }) : end(work, actor, { ...data, reason });
    },
  };
  const say: Step<OwnReasonData> = {
    name: 'words',
    fills: [],
    isFree: true,
    ask: async () => ({ lines: [text(wordsTitle)], choices: [] }),
    take: async (work, actor, data, typed) => end(work, actor, data, nfc(typed)),
  };
  return [why, secretOfWords, say];
}
