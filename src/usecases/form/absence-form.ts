import { ABSENCE_KINDS, type AbsenceKind } from '../../domain/absence.ts';
import { mayStandInFor, recordableFor } from '../absence/colleagues.ts';
import { recordAbsence } from '../absence/record-absence.ts';
import { button, details, isRefused, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { done, type FormData, type FormKind, next, type Question, type Taken, wrong } from './form.ts';
import { peopleList } from './people-list.ts';
import { readWindow } from './read-window.ts';

type AbsenceData = {
  personId?: number;
  name?: string;
  kind?: AbsenceKind;
  fromDay?: string;
  toDay?: string;
  redirectTo?: number | null;
  colleague?: string;
};

const of = (raw: FormData): AbsenceData => raw as AbsenceData;
const openQuestion = (data: AbsenceData): string => {
  if (data.personId === undefined) return 'who';
  if (data.kind === undefined) return 'kind';
  return data.fromDay === undefined ? 'days' : 'how';
};

/** "Báo vắng": for whom (a đầu mối), leave or travel, the days, held or told to a colleague; confirmed. Nothing typed is kept. */
export const absenceForm: FormKind = {
  name: 'absence',
  first: (data) => openQuestion(of(data)),
  steps: {
    who: { ask: askWho, choose: chooseWho },
    kind: {
      ask: async (_work, _actor, raw) => ({
        lines: [text('away-ask-kind', { name: of(raw).name ?? '' })],
        choices: ABSENCE_KINDS.map((kind) => ({ label: text(`button-away-${kind}`), value: kind })),
      }),
      choose: async (_work, _actor, raw, value) => {
        const kind = ABSENCE_KINDS.find((one) => one === value);
        return kind ? goOn({ ...of(raw), kind }) : wrong(text('form-choose'));
      },
    },
    days: {
      ask: async () => ({ lines: [text('away-ask-days')], choices: [] }),
      take: async (work, _actor, raw, typed) => {
        const window = readWindow(work, typed);
        if ('error' in window) return wrong(window.error);
        return goOn({ ...of(raw), fromDay: window.windowFrom, toDay: window.windowTo });
      },
      back: () => 'kind',
    },
    how: {
      ask: async () => ({
        lines: [text('away-ask-how'), text('away-how-hold'), text('away-how-redirect')],
        choices: [
          { label: text('button-away-hold'), value: 'hold' },
          { label: text('button-away-redirect'), value: 'redirect' },
        ],
      }),
      choose: async (_work, _actor, raw, value) => {
        if (value === 'hold') return next({ ...of(raw), redirectTo: null }, 'confirm');
        return value === 'redirect' ? next(raw, 'colleague') : wrong(text('form-choose'));
      },
      back: () => 'days',
    },
    colleague: { ask: askColleague, choose: chooseColleague, back: () => 'how' },
    confirm: {
      ask: async (_work, _actor, raw) => preview(of(raw)),
      choose: async (work, actor, raw, value) =>
        value === 'yes' ? finish(work, actor, of(raw)) : wrong(text('form-choose')),
      back: () => 'how',
    },
  },
};

const goOn = (data: AbsenceData): Taken => next(data, openQuestion(data));

async function askWho(work: Work, actor: Actor): Promise<Question> {
  return {
    protect: true,
    lines: [text('away-ask-who')],
    list: peopleList(await recordableFor(work, actor)),
    choices: [{ label: text('button-away-me'), value: 'me', style: 'primary' }],
  };
}

async function chooseWho(work: Work, actor: Actor, raw: FormData, value: string): Promise<Taken> {
  const data = of(raw);
  if (value === 'me') return goOn({ ...data, personId: actor.personId, name: actor.name });
  const chosen = (await recordableFor(work, actor)).find((one) => String(one.id) === value);
  return chosen ? goOn({ ...data, personId: chosen.id, name: chosen.name }) : wrong(text('form-choose'));
}

const colleaguesOf = (work: Work, { personId, fromDay, toDay }: AbsenceData) =>
  mayStandInFor(work, personId!, { fromDay: fromDay!, toDay: toDay! });

async function askColleague(work: Work, _actor: Actor, raw: FormData): Promise<Question> {
  const people = await colleaguesOf(work, of(raw));
  return {
    protect: true,
    lines: [text(people.length > 0 ? 'away-ask-colleague' : 'away-no-colleague')],
    list: peopleList(people),
    choices: [],
  };
}

async function chooseColleague(work: Work, _actor: Actor, raw: FormData, value: string): Promise<Taken> {
  const data = of(raw);
  const chosen = (await colleaguesOf(work, data)).find((one) => String(one.id) === value);
  if (!chosen) return wrong(text('form-choose'));
  return next({ ...data, redirectTo: chosen.id, colleague: chosen.name }, 'confirm');
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

async function finish(work: Work, actor: Actor, data: AbsenceData): Promise<Taken> {
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
      [button('button-away-list', 'away.list.0')],
    ),
  );
}
