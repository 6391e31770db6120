import { z } from 'zod';
import { ABSENCE_KINDS } from '../../domain/absence.ts';
import { mayStandInFor, recordableFor } from '../absence/colleagues.ts';
import { recordAbsence } from '../absence/record-absence.ts';
import { act } from '../actions/index.ts';
import { button, details, isRefused, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { defineForm } from './define-form.ts';
import { done, filled, type Question, type Step, type Taken, wrong } from './form.ts';
import { peopleList } from './people-list.ts';
import { chosenWindow, readWindow, type Window } from './read-window.ts';

const absenceData = z.object({
  personId: z.number().optional(),
  name: z.string().optional(),
  /** Only for oneself: nobody is asked for whom. */
  isOwn: z.boolean().optional(),
  kind: z.enum(ABSENCE_KINDS).optional(),
  fromDay: z.string().optional(),
  /** Excluded. */
  toDay: z.string().optional(),
  how: z.enum(['hold', 'redirect']).optional(),
  redirectTo: z.number().nullable().optional(),
  colleague: z.string().optional(),
});
export type AbsenceData = z.infer<typeof absenceData>;

const whoStep: Step<AbsenceData> = {
  name: 'who',
  fills: ['personId', 'name'],
  resets: ['how', 'redirectTo', 'colleague'],
  isFixed: ({ isOwn }) => isOwn === true,
  ask: askWho,
  choose: chooseWho,
};

const kindStep: Step<AbsenceData> = {
  name: 'kind',
  fills: ['kind'],
  ask: async (_work, _actor, { name = '' }) => ({
    lines: [text('away-ask-kind', { name })],
    choices: ABSENCE_KINDS.map((kind) => ({ label: text(`button-away-${kind}`), value: kind })),
  }),
  choose: async (_work, _actor, _data, value) => {
    const kind = ABSENCE_KINDS.find((one) => one === value);
    return kind ? filled({ kind }) : wrong(text('form-choose'));
  },
};

/** Who may stand in depends on the days. */
const daysStep: Step<AbsenceData> = {
  name: 'days',
  fills: ['fromDay', 'toDay'],
  resets: ['how', 'redirectTo', 'colleague'],
  ask: async () => ({ lines: [text('away-ask-days')], choices: [] }),
  take: async (work, _actor, _data, typed) => {
    const window = readWindow(work, typed);
    return 'error' in window ? wrong(window.error, window.choices) : filled(away(window));
  },
  choose: async (work, _actor, _data, value) => {
    const window = chosenWindow(work, value);
    if (!window) return wrong(text('form-choose'));
    return 'error' in window ? wrong(window.error) : filled(away(window));
  },
};

const away = ({ windowFrom, windowTo }: Window) => ({ fromDay: windowFrom, toDay: windowTo });

const howStep: Step<AbsenceData> = {
  name: 'how',
  fills: ['how', 'redirectTo'],
  isAnswered: ({ how, redirectTo }) => how !== undefined || redirectTo !== undefined,
  ask: async () => ({
    lines: [text('away-ask-how'), text('away-how-hold'), text('away-how-redirect')],
    choices: [
      { label: text('button-away-hold'), value: 'hold' },
      { label: text('button-away-redirect'), value: 'redirect' },
    ],
  }),
  choose: async (_work, _actor, _data, value) => {
    if (value === 'hold') return filled({ how: value, redirectTo: null });
    return value === 'redirect' ? filled({ how: value, redirectTo: undefined }) : wrong(text('form-choose'));
  },
};

const colleagueStep: Step<AbsenceData> = {
  name: 'colleague',
  fills: ['redirectTo', 'colleague'],
  when: ({ how, redirectTo }) => how === 'redirect' || typeof redirectTo === 'number',
  ask: askColleague,
  choose: chooseColleague,
};

const confirmStep: Step<AbsenceData> = {
  name: 'confirm',
  fills: [],
  ask: async (_work, _actor, data) => preview(data),
  choose: async (work, actor, data, value) =>
    value === 'yes' ? finish(work, actor, data) : wrong(text('form-choose')),
};

/** "Báo vắng": for whom (a đầu mối), leave or travel, the days, held or told to a colleague; confirmed. Nothing typed is kept. */
export const absenceForm = defineForm({
  name: 'absence',
  schema: absenceData,
  steps: [whoStep, kindStep, daysStep, howStep, colleagueStep, confirmStep],
});

async function askWho(work: Work, actor: Actor): Promise<Question> {
  return {
    protect: true,
    lines: [text('away-ask-who')],
    list: peopleList(await recordableFor(work, actor)),
    choices: [{ label: text('button-away-me'), value: 'me', style: 'primary' }],
  };
}

async function chooseWho(
  work: Work,
  actor: Actor,
  _data: AbsenceData,
  value: string,
): Promise<Taken<AbsenceData>> {
  if (value === 'me') return filled({ personId: actor.personId, name: actor.name });
  const chosen = (await recordableFor(work, actor)).find((one) => String(one.id) === value);
  return chosen ? filled({ personId: chosen.id, name: chosen.name }) : wrong(text('form-choose'));
}

const colleaguesOf = (work: Work, { personId, fromDay, toDay }: AbsenceData) =>
  mayStandInFor(work, personId!, { fromDay: fromDay!, toDay: toDay! });

async function askColleague(work: Work, _actor: Actor, data: AbsenceData): Promise<Question> {
  const people = await colleaguesOf(work, data);
  return {
    protect: true,
    lines: [text(people.length > 0 ? 'away-ask-colleague' : 'away-no-colleague')],
    list: peopleList(people),
    choices: [],
  };
}

async function chooseColleague(
  work: Work,
  _actor: Actor,
  data: AbsenceData,
  value: string,
): Promise<Taken<AbsenceData>> {
  const chosen = (await colleaguesOf(work, data)).find((one) => String(one.id) === value);
  return chosen ? filled({ redirectTo: chosen.id, colleague: chosen.name }) : wrong(text('form-choose'));
}

function preview(data: AbsenceData): Question {
  const window: [string, string] = [data.fromDay!, data.toDay!];
  return {
    protect: true,
    lines: [
      text('away-preview', {
        name: data.name ?? '',
        kind: text(`button-away-${data.kind!}`),
        days: { window },
      }),
      typeof data.redirectTo === 'number'
        ? text('away-preview-redirect', { name: data.colleague ?? '' })
        : text('away-preview-hold'),
    ],
    choices: [{ label: text('button-confirm'), value: 'yes', style: 'success' }],
  };
}

async function finish(work: Work, actor: Actor, data: AbsenceData): Promise<Taken<AbsenceData>> {
  const { personId, kind, fromDay, toDay, redirectTo = null } = data;
  const recorded = await recordAbsence(work, actor, {
    personId: personId!,
    kind: kind!,
    fromDay: fromDay!,
    toDay: toDay!,
    redirectTo,
  });
  if (isRefused(recorded)) return wrong(recorded.refused);
  return done(
    details(
      [
        text('away-recorded', { name: data.name ?? '', days: { days: [fromDay!, toDay!] } }),
        redirectTo === null
          ? text('away-recorded-hold')
          : text('away-recorded-redirect', { name: data.colleague ?? '' }),
      ],
      [button('button-away-list', act('away.list', { page: 0 }))],
    ),
  );
}
