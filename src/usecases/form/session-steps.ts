import { inOrder, isInWindow } from '../../domain/change.ts';
import { parseDateVi } from '../../domain/dates-vi.ts';
import { nfc } from '../../domain/fold.ts';
import { SESSION_KINDS } from '../../domain/inspection.ts';
import { loadCase, loadSessions } from '../inspection/load-case.ts';
import { instantArg, text } from '../said.ts';
import { sessionText } from '../view/change-lines.ts';
import type { Work } from '../work.ts';
import { type ChangeData, changes, mayBearText, planned, type TypedSession } from './change-data.ts';
import { filled, goes, type Question, type Step, stays, type Taken, wrong } from './form.ts';
import { askText } from './read-window.ts';

const MAX_SESSIONS = 8;
const MAX_PLACE = 200;

const takesSessions = (data: ChangeData): boolean => changes('sessions')(data) && mayBearText(data);

/** The sessions (buổi) of an inspection: the list, with a button for each to leave out. */
const sessionsStep: Step<ChangeData> = {
  name: 'sessions',
  fills: ['sessions', 'sessionsDone', 'session'],
  when: takesSessions,
  isAnswered: ({ sessionsDone }) => sessionsDone === true,
  endsItself: true,
  ask: async (work, _actor, data) => list(await gathered(work, data)),
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

const isBeginning = (data: ChangeData): boolean => takesSessions(data) && data.session !== undefined;

/** The hour of a new one. */
const hourStep: Step<ChangeData> = {
  name: 'session_at',
  fills: [],
  isAside: true,
  when: isBeginning,
  ask: async (_work, _actor, { session }) => ({
    lines: [text('session-at', { kind: text(`session-${session!.kind}`) })],
    choices: [],
  }),
  take: async (work, _actor, data, typed) => takeHour(work, data, typed),
};

/** Its place; with it the session stands in the list. */
const placeStep: Step<ChangeData> = {
  name: 'session_place',
  fills: [],
  isAside: true,
  when: isBeginning,
  isFree: true,
  ask: async (_work, _actor, { session }) => ({
    lines: [
      text('session-place', {
        at: instantArg(planned({ ...session!, at: session!.at!, place: '' }).startsAt),
      }),
    ],
    choices: [],
  }),
  take: async (_work, _actor, { session, sessions = [] }, typed) => {
    const place = nfc(typed).trim();
    if (place === '' || place.length > MAX_PLACE)
      return wrong(text('session-place-long', { max: MAX_PLACE }));
    const { kind, at } = session!;
    return filled({ session: undefined, sessions: [...sessions, { kind, at: at!, place }] });
  },
};

export const sessionSteps = [sessionsStep, hourStep, placeStep] as const;

/** What was gathered; before the first tap, the sessions that hold and lie in the window. */
async function gathered(work: Work, data: ChangeData): Promise<TypedSession[]> {
  const { window, held } = await where(work, data);
  const sessions = data.sessions ?? held;
  return inOrder(
    sessions
      .map((one) => ({ ...one, startsAt: planned(one).startsAt }))
      .filter((one) => isInWindow(one.startsAt, window)),
  ).map(({ kind, at, place }) => ({ kind, at, place }));
}

async function where(work: Work, data: ChangeData) {
  const found = await loadCase(work, data.inspectionId);
  if (!found) throw new Error('the inspection of the form is not in its scope');
  const { version } = found;
  const window = {
    windowFrom: data.windowFrom ?? version.windowFrom,
    windowTo: data.windowTo ?? version.windowTo,
  };
  const held = (await loadSessions(work, version.id)).map(
    (one): TypedSession => ({ kind: one.kind, at: one.startsAt.toISO()!, place: one.place }),
  );
  return { window, held };
}

function list(sessions: TypedSession[]): Question {
  return {
    protect: true,
    lines: [
      text(sessions.length > 0 ? 'session-list' : 'session-list-empty'),
      ...sessions.map((one, at) =>
        text('session-numbered', { n: at + 1, session: sessionText(planned(one)) }),
      ),
    ],
    choices: [
      ...SESSION_KINDS.map((kind) => ({ label: text(`button-session-${kind}`), value: kind })),
      ...sessions.map((_, at) => ({
        label: text('button-session-drop', { n: at + 1 }),
        value: `drop-${at}`,
      })),
      { label: text('button-done'), value: 'done', style: 'primary' as const },
    ],
  };
}

async function takeHour(work: Work, data: ChangeData, typed: string): Promise<Taken<ChangeData>> {
  const parsed = parseDateVi(typed, work.now);
  if (parsed.kind === 'ask') return wrong(askText(parsed));
  if (parsed.kind !== 'instant') return wrong(text('date-no-hour', { part: typed.slice(0, 80) }));
  const { window } = await where(work, data);
  if (!isInWindow(parsed.at, window))
    return wrong(
      text('session-outside', {
        at: instantArg(parsed.at),
        window: { window: [window.windowFrom, window.windowTo] },
      }),
    );
  return goes('session_place', { session: { ...data.session!, at: parsed.at.toISO()! } });
}
