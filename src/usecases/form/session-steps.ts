import type { DateTime } from 'luxon';
import { inOrder, isInWindow } from '../../domain/change.ts';
import { nfc } from '../../domain/fold.ts';
import { SESSION_KINDS } from '../../domain/inspection.ts';
import type { Kind } from '../../domain/kinds.ts';
import { loadCase, loadSessions } from '../inspection/load-case.ts';
import { instantArg, text } from '../said.ts';
import { sessionLine } from '../view/lines.ts';
import type { Work } from '../work.ts';
import { filled, goes, type Question, type Step, stays, type Taken, wrong } from './form.ts';
import { chosenHour, readHour } from './read-hour.ts';
import type { Window } from './read-window.ts';
import { planned, type TypedSession, typed } from './session-data.ts';

const MAX_SESSIONS = 8;
const MAX_PLACE = 200;

/** What a form that asks for sessions gathers. The window and what stood come from the inspection where the form does not say them. */
type SessionData = {
  inspectionId?: number;
  kind?: Kind;
  windowFrom?: string;
  windowTo?: string;
  sessions?: TypedSession[];
  sessionsDone?: boolean;
  session?: { kind: TypedSession['kind']; at?: string };
};

/** The sessions (buổi) of an inspection: the list, with a button for each to leave out. */
const sessionsStep: Step<SessionData> = {
  name: 'sessions',
  fills: ['sessions', 'sessionsDone', 'session'],
  // Hours outside of another window go: the schedule is looked at again.
  isAnswered: (data) => data.sessionsDone === true && fitsWindow(data),
  endsItself: true,
  ask: async (work, _actor, data) => list(await gathered(work, data), data.inspectionId === undefined),
  choose: async (work, _actor, data, value) => {
    const sessions = await gathered(work, data);
    if (value === 'done') return filled({ sessions, sessionsDone: true, session: undefined });
    if (value.startsWith('drop-')) {
      const left = sessions.filter((_, at) => value !== `drop-${at}`);
      return stays({ sessions: left });
    }
    const kind = SESSION_KINDS.find((one) => value === one);
    if (!kind) return wrong(text('form-choose'));
    if (sessions.length >= MAX_SESSIONS) return wrong(text('session-too-many', { max: MAX_SESSIONS }));
    return goes('session_at', { sessions, session: { kind }, sessionsDone: undefined });
  },
};

function fitsWindow({ sessions = [], windowFrom, windowTo }: SessionData): boolean {
  if (!windowFrom || !windowTo) return true;
  return sessions.every((one) => isInWindow(planned(one).startsAt, { windowFrom, windowTo }));
}

/** The hour of a new one. */
const hourStep: Step<SessionData> = {
  name: 'session_at',
  fills: [],
  isAside: true,
  ask: async (_work, _actor, { session }) => ({
    lines: [text('session-at', { kind: text(`session-${session!.kind}`) })],
    choices: [],
  }),
  take: async (work, _actor, data, said) => takeHour(work, data, said),
  choose: async (work, _actor, data, value) => {
    const at = chosenHour(value);
    return at ? placeAt(data, at, (await where(work, data)).window) : wrong(text('form-choose'));
  },
};

/** Its place; with it the session stands in the list. */
const placeStep: Step<SessionData> = {
  name: 'session_place',
  fills: [],
  isAside: true,
  isFree: true,
  ask: async (_work, _actor, { session }) => ({
    lines: [
      text('session-place', {
        at: instantArg(planned({ ...session!, at: session!.at!, place: '' }).startsAt),
      }),
    ],
    choices: [],
  }),
  take: async (_work, _actor, { session, sessions = [] }, said) => {
    const place = nfc(said).trim();
    if (place === '' || place.length > MAX_PLACE)
      return wrong(text('session-place-long', { max: MAX_PLACE }));
    const { kind, at } = session!;
    return filled({ session: undefined, sessions: [...sessions, { kind, at: at!, place }] });
  },
};

/** The questions of a schedule, for the answers that allow them. */
export function sessionStepsWhen<Data extends SessionData>(takes: (data: Data) => boolean) {
  const isBeginning = (data: Data): boolean => takes(data) && data.session !== undefined;
  return [
    { ...sessionsStep, when: takes },
    { ...hourStep, when: isBeginning },
    { ...placeStep, when: isBeginning },
  ] as const;
}

/** What was gathered; before the first tap, the sessions that hold and lie in the window. */
async function gathered(work: Work, data: SessionData): Promise<TypedSession[]> {
  const { window, held } = await where(work, data);
  const sessions = data.sessions ?? held;
  return inOrder(
    sessions
      .map((one) => ({ ...one, startsAt: planned(one).startsAt }))
      .filter((one) => isInWindow(one.startsAt, window)),
  ).map(({ kind, at, place }) => ({ kind, at, place }));
}

async function where(work: Work, { inspectionId, windowFrom, windowTo }: SessionData) {
  const found = inspectionId === undefined ? undefined : await loadCase(work, inspectionId);
  const window = {
    windowFrom: windowFrom ?? found?.version.windowFrom,
    windowTo: windowTo ?? found?.version.windowTo,
  };
  if (!window.windowFrom || !window.windowTo) throw new Error('the form knows of no window');
  const held = found ? (await loadSessions(work, found.version.id)).map(typed) : [];
  return { window: { windowFrom: window.windowFrom, windowTo: window.windowTo }, held };
}

/** `isNew`: of what is proposed for the first time, where no schedule is an answer. */
function list(sessions: TypedSession[], isNew: boolean): Question {
  const isNone = isNew && sessions.length === 0;
  return {
    protect: true,
    lines: [
      text(sessions.length > 0 ? 'session-list' : isNone ? 'session-list-optional' : 'session-list-empty'),
      ...sessions.map((one, at) =>
        text('session-numbered', { n: at + 1, session: sessionLine(planned(one)) }),
      ),
    ],
    choices: [
      ...SESSION_KINDS.map((kind) => ({ label: text(`button-session-${kind}`), value: kind })),
      ...sessions.map((_, at) => ({
        label: text('button-session-drop', { n: at + 1 }),
        value: `drop-${at}`,
      })),
      {
        label: text(isNone ? 'button-no-schedule' : 'button-done'),
        value: 'done',
        style: 'primary' as const,
      },
    ],
  };
}

async function takeHour(work: Work, data: SessionData, said: string): Promise<Taken<SessionData>> {
  const { window } = await where(work, data);
  const read = readHour(work, said, window);
  return 'error' in read ? wrong(read.error, read.choices) : placeAt(data, read.at, window);
}

function placeAt(data: SessionData, at: DateTime, window: Window): Taken<SessionData> {
  if (!isInWindow(at, window))
    return wrong(
      text('session-outside', {
        at: instantArg(at),
        window: { window: [window.windowFrom, window.windowTo] },
      }),
    );
  return goes('session_place', { session: { ...data.session!, at: at.toISO()! } });
}
