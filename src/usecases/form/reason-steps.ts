import { z } from 'zod';
import { nfc } from '../../domain/fold.ts';
import { COMMITTEE_REASONS, MEMBER_REASONS, REASONS, type Reason } from '../../domain/inspection.ts';
import type { Via } from '../../domain/request.ts';
import type { TextKey } from '../../locales/keys.ts';
import { text } from '../said.ts';
import { type Choice, filled, type Step, wrong } from './form.ts';
import { secretStep } from './secret-step.ts';

/** What a reason is made of; `isBare`: a sensitive kind takes no words (C4). */
export const reasonData = z.object({
  secretAsked: z.boolean().optional(),
  isBare: z.boolean().optional(),
  reason: z.enum(REASONS).optional(),
  reasonText: z.string().optional(),
});
export type ReasonData = z.infer<typeof reasonData>;

/** Words of one's own are asked for "khác" alone. */
export const wantsWords = ({ reason, isBare }: ReasonData): boolean => reason === 'other' && !isBare;

const reasonOf = (reasons: readonly Reason[], title: TextKey): Step<ReasonData> => ({
  name: 'reason',
  fills: ['reason'],
  resets: ['reasonText'],
  ask: async () => ({ lines: [text(title)], choices: reasonChoices(reasons) }),
  choose: async (_work, _actor, _data, value) => {
    const reason = reasons.find((one) => one === value);
    return reason ? filled({ reason }) : wrong(text('form-choose'));
  },
});

/** Reasons as buttons. */
export const reasonChoices = (reasons: readonly Reason[]): Choice[] =>
  reasons.map((reason) => ({ label: text(`reason-${reason}`), value: reason }));

/** A committee's reason from the list. */
export const reasonStep = reasonOf(COMMITTEE_REASONS, 'form-reason');

/** What a member has to say, from the list. */
export const memberReasonStep = reasonOf(MEMBER_REASONS, 'form-opinion');

/** The question of secrecy before words of one's own, where the form has no other free text (C1). */
export const secretOfWords: Step<ReasonData> = {
  ...secretStep,
  formerly: ['secret_words'],
  when: wantsWords,
};

export const wordsStep: Step<ReasonData> = {
  name: 'words',
  fills: ['reasonText'],
  when: wantsWords,
  isFree: true,
  ask: async () => ({ lines: [text('form-reason-words')], choices: [] }),
  take: async (_work, _actor, _data, typed) => filled({ reasonText: nfc(typed) }),
};

/** Why: a reason, and for "khác" words after the question of secrecy. */
export const reasonSteps = [reasonStep, secretOfWords, wordsStep] as const;

/** How a leader's or a member's word came to the đầu mối who records it. */
export const viaStep = <const V extends Via>(vias: readonly V[], title: TextKey): Step<{ via?: V }> => ({
  name: 'via',
  fills: ['via'],
  ask: async () => ({
    lines: [text(title)],
    choices: vias.map((via) => ({ label: text(`via-${via}`), value: via })),
  }),
  choose: async (_work, _actor, _data, value) => {
    const via = vias.find((one) => one === value);
    return via ? filled({ via }) : wrong(text('form-choose'));
  },
});

/** The ways in which a leader's word comes. */
export const LEADER_VIAS = ['in_person', 'phone', 'note'] as const;
