import type { DateTime } from 'luxon';
import { nfc } from '../../domain/fold.ts';
import { MODES } from '../../domain/inspection.ts';
import { isSensitiveKind, KIND_KEYS, type Kind } from '../../domain/kinds.ts';
import type { Side } from '../../domain/side.ts';
import { text } from '../said.ts';
import { loadPair } from '../view/load-pair.ts';
import type { Work } from '../work.ts';
import { type FormKind, next, type Step, wrong } from './form.ts';
import { dataOf, firstOpen, type ProposeData } from './propose-data.ts';
import { overlapReasonStep, overlapStep } from './propose-overlap.ts';
import { previewStep } from './propose-preview.ts';
import { targetStep } from './propose-target.ts';
import { readWindow } from './read-window.ts';
import { secretStep } from './secret-step.ts';
import { teamStep } from './team-step.ts';

const advance = (data: ProposeData) => next(data, firstOpen(data));

const kindStep: Step = {
  ask: async () => ({
    lines: [text('form-kind')],
    choices: KIND_KEYS.map((key) => ({ label: text(`kind-${key}`), value: key })),
  }),
  choose: async (_work, _actor, data, value) =>
    KIND_KEYS.includes(value as Kind)
      ? advance({ ...withoutText(dataOf(data), value as Kind), kind: value as Kind })
      : wrong(text('form-choose')),
};

/** A sensitive kind bears no text (C4). */
const withoutText = (data: ProposeData, kind: Kind): ProposeData =>
  isSensitiveKind(kind) ? { ...data, subject: undefined } : data;

const subjectStep: Step = {
  isFree: true,
  ask: async () => ({
    lines: [text('form-subject')],
    choices: [{ label: text('button-none'), value: 'none' }],
  }),
  take: async (_work, _actor, data, typed) => advance({ ...dataOf(data), subject: nfc(typed) }),
  choose: async (_work, _actor, data) => advance({ ...dataOf(data), subject: '' }),
  back: () => 'target',
};

const leadStep: Step = {
  ask: async (work, _actor, data) => {
    const { committees } = await loadPair(work, dataOf(data).pairId);
    return {
      lines: [text('form-lead')],
      choices: (['a', 'b'] as const).map((side) => ({
        label: text('plain', { text: committees[side].shortName }),
        value: side,
      })),
    };
  },
  choose: async (_work, _actor, data, value) =>
    value === 'a' || value === 'b'
      ? advance({ ...dataOf(data), leadSide: value as Side })
      : wrong(text('form-choose')),
  back: () => 'target',
};

const modeStep: Step = {
  ask: async () => ({
    lines: [text('form-mode')],
    choices: MODES.map((mode) => ({ label: text(`mode-${mode}`), value: mode })),
  }),
  choose: async (_work, _actor, data, value) => {
    const mode = MODES.find((one) => one === value);
    return mode ? advance({ ...dataOf(data), mode }) : wrong(text('form-choose'));
  },
  back: () => 'lead',
};

const windowStep: Step = {
  ask: async (work) => ({
    lines: [text('form-window'), text('form-window-example')],
    choices: nextWeeks(work).map(([from, to]) => ({
      label: text('form-week', { window: { days: [from, to] } }),
      value: from,
    })),
  }),
  take: async (work, _actor, data, typed) => {
    const window = readWindow(work, typed);
    return 'error' in window ? wrong(window.error) : advance({ ...dataOf(data), ...window });
  },
  choose: async (work, _actor, data, value) => {
    const week = nextWeeks(work).find(([from]) => from === value);
    if (!week) return wrong(text('form-choose'));
    return advance({ ...dataOf(data), windowFrom: week[0], windowTo: week[1] });
  },
  back: () => 'mode',
};

/** The three working weeks that come, Monday to Friday; the end excluded. */
function nextWeeks(work: Work): [string, string][] {
  const monday = work.now.startOf('week').plus({ weeks: 1 });
  return [0, 1, 2].map((weeks) => {
    const from: DateTime = monday.plus({ weeks });
    return [from.toISODate()!, from.plus({ days: 5 }).toISODate()!];
  });
}

/** /dexuat: step by step, or continued from a one-line command; ends in a preview and one button. */
export const proposeForm: FormKind = {
  name: 'propose',
  first: (data) => (data.secretAsked ? firstOpen(dataOf(data)) : 'secret'),
  steps: {
    secret: secretStep((data) => firstOpen(dataOf(data))),
    kind: kindStep,
    target: targetStep,
    subject: subjectStep,
    lead: leadStep,
    mode: modeStep,
    window: windowStep,
    team: teamStep({ back: 'window', after: 'preview' }),
    preview: previewStep,
    overlap: overlapStep,
    overlap_reason: overlapReasonStep,
  },
};
