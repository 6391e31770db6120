import { z } from 'zod';
import { act } from '../actions/index.ts';
import { decideProposal } from '../inspection/decide-proposal.ts';
import { button, details, isRefused, text } from '../said.ts';
import { codeText } from '../view/lines.ts';
import type { Actor, Work } from '../work.ts';
import { defineForm } from './define-form.ts';
import { type Choice, done, filled, type Step, type Taken, wrong } from './form.ts';
import { takeChosen } from './inspection-steps.ts';
import { readWindow } from './read-window.ts';
import { LEADER_VIAS, reasonData, reasonStep, secretOfWords, viaStep, wordsStep } from './reason-steps.ts';

const DECISIONS = ['agreed', 'countered', 'declined'] as const;

const decideData = reasonData.extend({
  requestId: z.number(),
  /** The đầu mối records a leader's word: how it came. */
  isRecording: z.boolean(),
  /** From the level above: received or reported on, never declined. */
  isDownward: z.boolean().optional(),
  decision: z.enum(DECISIONS).optional(),
  windowFrom: z.string().optional(),
  windowTo: z.string().optional(),
  via: z.enum(LEADER_VIAS).optional(),
});
export type DecideData = z.infer<typeof decideData>;

const DOWNWARD: Choice[] = [
  { label: text('button-received'), value: 'agreed', style: 'success' },
  { label: text('button-report'), value: 'countered' },
];
const ACROSS: Choice[] = [
  { label: text('button-agree'), value: 'agreed', style: 'success' },
  { label: text('button-counter'), value: 'countered' },
  { label: text('button-decline'), value: 'declined' },
];

const choicesOf = ({ isDownward }: DecideData): Choice[] => (isDownward ? DOWNWARD : ACROSS);

const decisionStep: Step<DecideData> = {
  name: 'decision',
  fills: ['decision'],
  ask: async (_work, _actor, data) => ({ lines: [text('form-decision')], choices: choicesOf(data) }),
  choose: async (_work, _actor, data, value) => {
    const decision = DECISIONS.find((one) => one === value);
    const isOffered = choicesOf(data).some((one) => one.value === decision);
    return decision && isOffered ? filled({ decision }) : wrong(text('form-choose'));
  },
};

const wantsReason = ({ decision }: DecideData): boolean => decision !== undefined && decision !== 'agreed';

const windowStep: Step<DecideData> = {
  name: 'window',
  fills: ['windowFrom', 'windowTo'],
  when: ({ decision }) => decision === 'countered',
  ask: async () => ({ lines: [text('form-counter-window'), text('form-window-example')], choices: [] }),
  take: async (work, _actor, _data, typed) => {
    const window = readWindow(work, typed);
    return 'error' in window ? wrong(window.error, window.choices) : filled(window);
  },
  choose: async (work, _actor, _data, value) => takeChosen(work, value),
};

const confirmStep: Step<DecideData> = {
  name: 'confirm',
  fills: [],
  ask: async (_work, _actor, data) => ({
    lines: confirmLines(data),
    choices: [{ label: text('button-confirm'), value: 'yes', style: 'success' }],
    protect: true,
  }),
  choose: async (work, actor, data, value) =>
    value === 'yes' ? decide(work, actor, data) : wrong(text('form-choose')),
};

/** The answer to a proposal: decided by chair or vice, or recorded by the đầu mối. After the decision: why, a counter-proposal's days, how the word came; then confirm. */
export const decideForm = defineForm({
  name: 'decide',
  schema: decideData,
  steps: [
    decisionStep,
    { ...reasonStep, when: wantsReason },
    secretOfWords,
    wordsStep,
    windowStep,
    { ...viaStep(LEADER_VIAS, 'form-via'), when: ({ isRecording }: DecideData) => isRecording },
    confirmStep,
  ],
});

function decisionText({ decision, isDownward }: DecideData) {
  if (!isDownward) return text(`answer-${decision!}`);
  return text(decision === 'agreed' ? 'button-received' : 'button-report');
}

function confirmLines(data: DecideData) {
  return [
    text('form-decide-confirm', {
      decision: decisionText(data),
      by: data.isRecording ? 'secretary' : 'leader',
    }),
    ...(data.reason
      ? [text('card-reason', { reason: data.reasonText ?? text(`reason-${data.reason}`) })]
      : []),
    ...(data.windowFrom
      ? [text('card-window', { window: { window: [data.windowFrom, data.windowTo!] } })]
      : []),
    ...(data.via ? [text('form-decide-via', { via: text(`via-${data.via}`) })] : []),
  ];
}

async function decide(work: Work, actor: Actor, data: DecideData): Promise<Taken<DecideData>> {
  const decided = await decideProposal(work, actor, data.requestId, {
    decision: data.decision!,
    reason: data.reason,
    reasonText: data.reasonText,
    window: data.windowFrom ? { windowFrom: data.windowFrom, windowTo: data.windowTo! } : undefined,
    via: data.via,
  });
  if (isRefused(decided)) return wrong(decided.refused);
  return done(
    details(
      [
        text(`decided-${decided.decision}`, {
          code: codeText(decided.found),
          other: decided.found.committees[decided.found.inspection.side].shortName,
        }),
      ],
      [button('button-card', act('card', { id: decided.found.inspection.id }))],
    ),
  );
}
