import { nfc } from '../../domain/fold.ts';
import { MODES, REASONS } from '../../domain/inspection.ts';
import { KINDS } from '../../domain/kinds.ts';
import { itemText } from '../plan/finding-lines.ts';
import type { Opened } from '../plan/load-finding.ts';
import { offeredWindows } from '../plan/offered-windows.ts';
import { isMovable } from '../plan/propose-settlement.ts';
import { text } from '../said.ts';
import type { Work } from '../work.ts';
import { type Choice, type FormData, next, type Question, type Step, type Taken, wrong } from './form.ts';
import { findingOf, openStep, type SettleData, settleOf } from './plan-settle-data.ts';
import { typedPlanWindow } from './plan-window-text.ts';
import { secretStep } from './secret-step.ts';

const GONE = { refused: text('planfind-closed') };

const advance = (raw: FormData, given: Partial<SettleData>): Taken => {
  const data = { ...settleOf(raw), ...given };
  return next(data, openStep(data));
};

/** A step about the finding as it is now; one that has gone meanwhile is said so. */
const asking =
  (ask: (found: Opened, data: SettleData, work: Work) => Question | Promise<Question>): Step['ask'] =>
  async (work, actor, raw) => {
    const found = await findingOf(work, actor, raw);
    return found ? ask(found, settleOf(raw), work) : { lines: [GONE.refused], choices: [] };
  };

/** Who leads the joint inspection: the other coordinates. */
const lead: Step = {
  ask: asking(({ planned }) => ({
    lines: [text('form-lead')],
    choices: (['a', 'b'] as const).map((side) => ({
      label: text('plain', { text: planned.committees[side].shortName }),
      value: side,
    })),
  })),
  choose: async (_work, _actor, raw, value) =>
    value === 'a' || value === 'b' ? advance(raw, { leadSide: value }) : wrong(text('form-choose')),
};

const mode: Step = {
  ask: async () => ({
    lines: [text('form-mode')],
    // Alone is what a joint inspection is not.
    choices: JOINT_MODES.map((one) => ({ label: text(`mode-${one}`), value: one })),
  }),
  choose: async (_work, _actor, raw, value) => {
    const chosen = JOINT_MODES.find((one) => one === value);
    return chosen ? advance(raw, { mode: chosen }) : wrong(text('form-choose'));
  },
  back: () => 'lead',
};

const JOINT_MODES = MODES.filter((one) => one !== 'alone_notified');

/** Which of one's own two lines moves. */
const line: Step = {
  ask: asking((found) => ({
    protect: true,
    lines: [text('planfind-ask-line')],
    list: {
      items: movable(found).map((one) => ({
        name: `${one.windowFrom} ${one.windowTo}`,
        label: text('planfind-window', { window: { days: [one.windowFrom, one.windowTo] } }),
        line: itemText(found.planned, one, null),
        value: String(one.id),
      })),
    },
    choices: [],
  })),
  choose: async (work, actor, raw, value) => {
    const found = await findingOf(work, actor, raw);
    const chosen = found && movable(found).find((one) => String(one.id) === value);
    return chosen ? advance(raw, { itemId: chosen.id }) : wrong(text('form-choose'));
  },
};

/** The lines of a finding that this side may move: its own, and joint ones. */
export const movable = (found: Opened) => found.lines.filter((one) => isMovable(found, one));

const kind: Step = {
  ask: async () => ({
    lines: [text('form-kind')],
    choices: FILLING.map(({ key }) => ({ label: text(`kind-${key}`), value: key })),
  }),
  choose: async (_work, _actor, raw, value) => {
    const chosen = FILLING.find(({ key }) => key === value);
    return chosen ? advance(raw, { kind: chosen.key }) : wrong(text('form-choose'));
  },
};

/** A kind that names no target fills no gap that others can see (C4). */
const FILLING = KINDS.filter(({ sensitive }) => !sensitive);

/** Days offered as buttons, or typed. */
const window: Step = {
  ask: asking(async (found, data, work) => ({
    lines: [
      text('planfind-ask-window', { year: String(found.planned.plan.year) }),
      text('planfind-window-example', { year: String(found.planned.plan.year) }),
    ],
    choices: (await offeredWindows(work, found, data)).map(
      ({ windowFrom, windowTo }): Choice => ({
        label: text('planfind-window', { window: { days: [windowFrom, windowTo] } }),
        value: `${windowFrom}_${windowTo}`,
      }),
    ),
  })),
  take: async (work, actor, raw, typed) => {
    const year = (await findingOf(work, actor, raw))?.planned.plan.year ?? work.now.year;
    const read = typedPlanWindow(typed, year);
    return 'error' in read ? wrong(read.error) : advance(raw, read);
  },
  choose: async (work, actor, raw, value) => {
    const found = await findingOf(work, actor, raw);
    const offered = found ? await offeredWindows(work, found, settleOf(raw)) : [];
    const chosen = offered.find((one) => `${one.windowFrom}_${one.windowTo}` === value);
    return chosen ? advance(raw, chosen) : wrong(text('form-choose'));
  },
  back: (raw) => ({ merge: 'mode', fill: 'kind' })[settleOf(raw).how as 'merge' | 'fill'] ?? 'window',
};

const reason: Step = {
  ask: async () => ({
    lines: [text('form-reason')],
    choices: REASONS.map((one) => ({ label: text(`reason-${one}`), value: one })),
  }),
  choose: async (_work, _actor, raw, value) => {
    const chosen = REASONS.find((one) => one === value);
    return chosen ? advance(raw, { reason: chosen, reasonText: undefined }) : wrong(text('form-choose'));
  },
};

const words: Step = {
  isFree: true,
  ask: async () => ({ lines: [text('form-reason-words')], choices: [] }),
  take: async (_work, _actor, raw, typed) => advance(raw, { reasonText: nfc(typed) }),
  back: () => 'reason',
};

/** The questions about a finding; the preview stands beside them. */
export const settleSteps = {
  lead,
  mode,
  line,
  kind,
  window,
  reason,
  secret: secretStep(() => 'words'),
  words,
};
