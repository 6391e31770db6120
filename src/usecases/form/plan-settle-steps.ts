import { MODES } from '../../domain/inspection.ts';
import { KINDS } from '../../domain/kinds.ts';
import { SIDES } from '../../domain/side.ts';
import { itemText } from '../plan/finding-lines.ts';
import type { Opened } from '../plan/load-finding.ts';
import { offeredWindows } from '../plan/offered-windows.ts';
import { isMovable } from '../plan/propose-settlement.ts';
import { text } from '../said.ts';
import type { Work } from '../work.ts';
import { type Choice, filled, type Question, type Step, wrong } from './form.ts';
import { findingOf, type SettleData } from './plan-settle-data.ts';
import { chosenPlanWindow, typedPlanWindow } from './plan-window-text.ts';
import { reasonStep, secretOfWords, wantsWords, wordsStep } from './reason-steps.ts';

const _GONE = { refused: text('planfind-closed') };

const isOf =
  (...hows: SettleData['how'][]) =>
  ({ how }: SettleData): boolean =>
    hows.includes(how);
const isFixed = ({ isAnswered }: SettleData): boolean => isAnswered === true;

/** A question about the finding as it is now; one that has gone meanwhile is said so. */
const asking =
  (
    ask: (found: Opened, data: SettleData, work: Work) => Question | Promise<Question>,
  ): Step<SettleData>['ask'] =>
  async (work, actor, data) => {
    const found = await findingOf(work, actor, data);
    return found ? ask(found, data, work) : { lines: [text('planfind-closed')], choices: [] };
  };

/** Who leads the joint inspection: the other coordinates. */
const lead: Step<SettleData> = {
  name: 'lead',
  fills: ['leadSide'],
  when: isOf('merge'),
  isFixed,
  ask: asking(({ planned }) => ({
    lines: [text('form-lead')],
    choices: SIDES.map((side) => ({
      label: text('plain', { text: planned.committees[side].shortName }),
      value: side,
    })),
  })),
  choose: async (_work, _actor, _data, value) => {
    const leadSide = SIDES.find((one) => one === value);
    return leadSide ? filled({ leadSide }) : wrong(text('form-choose'));
  },
};

const mode: Step<SettleData> = {
  name: 'mode',
  fills: ['mode'],
  when: isOf('merge'),
  isFixed,
  ask: async () => ({
    lines: [text('form-mode')],
    // Alone is what a joint inspection is not.
    choices: JOINT_MODES.map((one) => ({ label: text(`mode-${one}`), value: one })),
  }),
  choose: async (_work, _actor, _data, value) => {
    const chosen = JOINT_MODES.find((one) => one === value);
    return chosen ? filled({ mode: chosen }) : wrong(text('form-choose'));
  },
};

const JOINT_MODES = MODES.filter((one) => one !== 'alone_notified');

/** Which of one's own two lines moves. */
const line: Step<SettleData> = {
  name: 'line',
  fills: ['itemId'],
  resets: ['windowFrom', 'windowTo'],
  when: isOf('shift'),
  isFixed: ({ isOnlyLine }) => isOnlyLine === true,
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
  choose: async (work, actor, data, value) => {
    const found = await findingOf(work, actor, data);
    const chosen = found && movable(found).find((one) => String(one.id) === value);
    return chosen ? filled({ itemId: chosen.id }) : wrong(text('form-choose'));
  },
};

/** The lines of a finding that this side may move: its own, and joint ones. */
export const movable = (found: Opened) => found.lines.filter((one) => isMovable(found, one));

const kind: Step<SettleData> = {
  name: 'kind',
  fills: ['kind'],
  when: isOf('fill'),
  ask: async () => ({
    lines: [text('form-kind')],
    choices: FILLING.map(({ key }) => ({ label: text(`kind-${key}`), value: key })),
  }),
  choose: async (_work, _actor, _data, value) => {
    const chosen = FILLING.find(({ key }) => key === value);
    return chosen ? filled({ kind: chosen.key }) : wrong(text('form-choose'));
  },
};

/** A kind that names no target fills no gap that others can see (C4). */
const FILLING = KINDS.filter(({ sensitive }) => !sensitive);

/** Days offered as buttons, or typed. */
const window: Step<SettleData> = {
  name: 'window',
  fills: ['windowFrom', 'windowTo'],
  when: isOf('merge', 'shift', 'fill'),
  isFixed,
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
  take: async (work, actor, data, typed) => {
    const year = (await findingOf(work, actor, data))?.planned.plan.year ?? work.now.year;
    const read = typedPlanWindow(typed, year);
    return 'error' in read ? wrong(read.error, read.choices) : filled(read);
  },
  choose: async (work, actor, data, value) => {
    const found = await findingOf(work, actor, data);
    const chosen = found && chosenPlanWindow(value, found.planned.plan.year);
    return chosen ? filled(chosen) : wrong(text('form-choose'));
  },
};

const isKept = isOf('keep', 'gaps');
const wantsKeptWords = (data: SettleData): boolean => isKept(data) && wantsWords(data);

/** The questions about a finding; the preview stands beside them. */
export const settleSteps: readonly Step<SettleData>[] = [
  lead,
  mode,
  line,
  kind,
  window,
  { ...reasonStep, when: isKept },
  { ...secretOfWords, when: wantsKeptWords },
  { ...wordsStep, when: wantsKeptWords },
];
