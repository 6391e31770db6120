import { nfc } from '../../domain/fold.ts';
import { REASONS, type Reason } from '../../domain/inspection.ts';
import type { Via } from '../../domain/request.ts';
import { type Decision, decideProposal } from '../inspection/decide-proposal.ts';
import { button, details, isRefused, text } from '../said.ts';
import { codeText } from '../view/lines.ts';
import type { Actor, Work } from '../work.ts';
import { done, type FormKind, next, type Taken, wrong } from './form.ts';
import { readWindow } from './read-window.ts';
import { secretStep } from './secret-step.ts';

export type DecideData = {
  requestId: number;
  /** The đầu mối records a leader's word: how it came. */
  isRecording: boolean;
  /** From the level above: received or reported on, never declined. */
  isDownward?: boolean;
  decision?: Decision['decision'];
  reason?: Reason;
  reasonText?: string;
  windowFrom?: string;
  windowTo?: string;
  via?: Via;
};

const of = (raw: Record<string, unknown>): DecideData => raw as DecideData;
const VIA_CHOICES = ['in_person', 'phone', 'note'] as const;

/** After the decision: why, a counter-proposal's days, how the word came; then confirm. */
function after(data: DecideData): string {
  if (data.decision === undefined) return 'decision';
  if (data.decision !== 'agreed' && data.reason === undefined) return 'reason';
  if (data.reason === 'other' && data.reasonText === undefined) return 'secret';
  if (data.decision === 'countered' && data.windowFrom === undefined) return 'window';
  return data.isRecording && data.via === undefined ? 'via' : 'confirm';
}

const advance = (data: DecideData): Taken => next(data, after(data));

/** The answer to a proposal: decided by chair or vice, or recorded by the đầu mối. */
export const decideForm: FormKind = {
  name: 'decide',
  first: (data) => after(of(data)),
  steps: {
    decision: {
      ask: async (_work, _actor, raw) => ({
        lines: [text('form-decision')],
        choices: of(raw).isDownward
          ? [
              { label: text('button-received'), value: 'agreed', style: 'success' },
              { label: text('button-report'), value: 'countered' },
            ]
          : [
              { label: text('button-agree'), value: 'agreed', style: 'success' },
              { label: text('button-counter'), value: 'countered' },
              { label: text('button-decline'), value: 'declined' },
            ],
      }),
      choose: async (_work, _actor, raw, value) => {
        const decision = (['agreed', 'countered', 'declined'] as const).find((one) => one === value);
        return decision ? advance({ ...of(raw), decision }) : wrong(text('form-choose'));
      },
    },
    reason: {
      ask: async () => ({
        lines: [text('form-reason')],
        choices: REASONS.map((reason) => ({ label: text(`reason-${reason}`), value: reason })),
      }),
      choose: async (_work, _actor, raw, value) => {
        const reason = REASONS.find((one) => one === value);
        return reason ? advance({ ...of(raw), reason }) : wrong(text('form-choose'));
      },
    },
    secret: secretStep(() => 'words'),
    words: {
      isFree: true,
      ask: async () => ({ lines: [text('form-reason-words')], choices: [] }),
      take: async (_work, _actor, raw, typed) => advance({ ...of(raw), reasonText: nfc(typed) }),
      back: () => 'reason',
    },
    window: {
      ask: async () => ({ lines: [text('form-counter-window'), text('form-window-example')], choices: [] }),
      take: async (work, _actor, raw, typed) => {
        const window = readWindow(work, typed);
        return 'error' in window ? wrong(window.error) : advance({ ...of(raw), ...window });
      },
      back: () => 'reason',
    },
    via: {
      ask: async () => ({
        lines: [text('form-via')],
        choices: VIA_CHOICES.map((via) => ({ label: text(`via-${via}`), value: via })),
      }),
      choose: async (_work, _actor, raw, value) => {
        const via = VIA_CHOICES.find((one) => one === value);
        return via ? advance({ ...of(raw), via }) : wrong(text('form-choose'));
      },
    },
    confirm: {
      ask: async (_work, _actor, raw) => ({
        lines: confirmLines(of(raw)),
        choices: [{ label: text('button-confirm'), value: 'yes', style: 'success' }],
        protect: true,
      }),
      choose: async (work, actor, raw, value) =>
        value === 'yes' ? decide(work, actor, of(raw)) : wrong(text('form-choose')),
      back: () => 'decision',
    },
  },
};

function decisionText({ decision, isDownward }: DecideData) {
  if (!isDownward) return text(`answer-${decision!}`);
  return text(decision === 'agreed' ? 'button-received' : 'button-report');
}

function confirmLines(data: DecideData) {
  return [
    text('form-decide-confirm', { decision: decisionText(data) }),
    ...(data.reason
      ? [text('card-reason', { reason: data.reasonText ?? text(`reason-${data.reason}`) })]
      : []),
    ...(data.windowFrom
      ? [text('card-window', { window: { window: [data.windowFrom, data.windowTo!] } })]
      : []),
    ...(data.via ? [text('form-decide-via', { via: text(`via-${data.via}`) })] : []),
  ];
}

async function decide(work: Work, actor: Actor, data: DecideData): Promise<Taken> {
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
      [text(`decided-${decided.decision}`, { code: codeText(decided.found) })],
      [button('button-card', `card.${decided.found.inspection.id}`)],
    ),
  );
}
