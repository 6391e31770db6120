import type { DateTime } from 'luxon';
import { WORDED_FIELDS } from '../../domain/change.ts';
import { nfc } from '../../domain/fold.ts';
import { MODES, type Mode, type SubjectBody } from '../../domain/inspection.ts';
import { bodiesOf, isSensitiveKind, KIND_KEYS, type Kind } from '../../domain/kinds.ts';
import { SIDES, type Side } from '../../domain/side.ts';
import { text } from '../said.ts';
import { loadPair } from '../view/load-pair.ts';
import type { Work } from '../work.ts';
import { filled, type Step, type Taken, wrong } from './form.ts';
import { chosenWindow, readWindow, type Window } from './read-window.ts';

/** The questions that say what an inspection is, shared by the forms that write one down. */
export const kindStep: Step<{ kind?: Kind }> = {
  name: 'kind',
  fills: ['kind'],
  ask: async () => ({
    lines: [text('form-kind')],
    choices: KIND_KEYS.map((key) => ({ label: text(`kind-${key}`), value: key })),
  }),
  choose: async (_work, _actor, _data, value) => {
    const kind = KIND_KEYS.find((one) => one === value);
    return kind ? filled({ kind }) : wrong(text('form-choose'));
  },
};

/** A sensitive kind bears no text (C4). */
export const bearsText = ({ kind }: { kind?: Kind }): boolean => kind === undefined || !isSensitiveKind(kind);

/** Whether a part is there to be said: a kind without words has no texts (C4), one of a single body leaves none to choose. */
export const isThere = (part: string, kind: { kind?: Kind }, hasWords: boolean): boolean =>
  part === 'body' ? hasSeveralBodies(kind) : hasWords || !WORDED_FIELDS.includes(part);

export const subjectStep: Step<{ kind?: Kind; subject?: string }> = {
  name: 'subject',
  fills: ['subject'],
  when: bearsText,
  isFree: true,
  ask: async () => ({
    lines: [text('form-subject')],
    choices: [{ label: text('button-none'), value: 'none' }],
  }),
  take: async (_work, _actor, _data, typed) => filled({ subject: nfc(typed) }),
  choose: async () => filled({ subject: '' }),
};

export const leadStep: Step<{ pairId: number; leadSide?: Side }> = {
  name: 'lead',
  fills: ['leadSide'],
  ask: async (work, _actor, { pairId }) => {
    const { committees } = await loadPair(work, pairId);
    return {
      lines: [text('form-lead')],
      choices: SIDES.map((side) => ({
        label: text('plain', { text: committees[side].shortName }),
        value: side,
      })),
    };
  },
  choose: async (_work, _actor, _data, value) => {
    const leadSide = SIDES.find((one) => one === value);
    return leadSide ? filled({ leadSide }) : wrong(text('form-choose'));
  },
};

export const modeStep: Step<{ mode?: Mode }> = {
  name: 'mode',
  fills: ['mode'],
  ask: async () => ({
    lines: [text('form-mode')],
    choices: MODES.map((mode) => ({ label: text(`mode-${mode}`), value: mode })),
  }),
  choose: async (_work, _actor, _data, value) => {
    const mode = MODES.find((one) => one === value);
    return mode ? filled({ mode }) : wrong(text('form-choose'));
  },
};

/** Asked where more than one may hold an inspection of the kind (chủ thể). */
export const bodyStep: Step<{ kind?: Kind; body?: SubjectBody }> = {
  name: 'body',
  fills: ['body'],
  when: hasSeveralBodies,
  ask: async (_work, _actor, data) => ({
    lines: [text('change-body')],
    choices: bodiesIn(data).map((body) => ({ label: text(`body-${body}`), value: body })),
  }),
  choose: async (_work, _actor, data, value) => {
    const body = bodiesIn(data).find((one) => one === value);
    return body ? filled({ body }) : wrong(text('form-choose'));
  },
};

const bodiesIn = ({ kind }: { kind?: Kind }): readonly SubjectBody[] => (kind ? bodiesOf(kind) : []);

/** Whether an inspection of the kind may be of more than one body. */
export function hasSeveralBodies(data: { kind?: Kind }): boolean {
  return bodiesIn(data).length > 1;
}

export const windowStep: Step<{ windowFrom?: string; windowTo?: string }> = {
  name: 'window',
  fills: ['windowFrom', 'windowTo'],
  ask: async (work) => ({
    lines: [text('form-window'), text('form-window-example')],
    choices: nextWeeks(work).map(([from, to]) => ({
      label: text('form-week', { window: { days: [from, to] } }),
      value: from,
    })),
  }),
  take: async (work, _actor, _data, typed) => {
    const window = readWindow(work, typed);
    return 'error' in window ? wrong(window.error, window.choices) : filled(window);
  },
  choose: async (work, _actor, _data, value) => {
    const week = nextWeeks(work).find(([from]) => from === value);
    if (week) return filled({ windowFrom: week[0], windowTo: week[1] });
    return takeChosen(work, value);
  },
};

/** A reading of what was typed, tapped. */
export function takeChosen(work: Work, value: string): Taken<Window> {
  const window = chosenWindow(work, value);
  if (!window) return wrong(text('form-choose'));
  return 'error' in window ? wrong(window.error) : filled(window);
}

/** The three working weeks that come, Monday to Friday; the end excluded. */
function nextWeeks(work: Work): [string, string][] {
  const monday = work.now.startOf('week').plus({ weeks: 1 });
  return [0, 1, 2].map((weeks) => {
    const from: DateTime = monday.plus({ weeks });
    return [from.toISODate()!, from.plus({ days: 5 }).toISODate()!];
  });
}
