import { inOrder, isInWindow } from '../../domain/change.ts';
import { parseDateVi } from '../../domain/dates-vi.ts';
import { nfc } from '../../domain/fold.ts';
import { SESSION_KINDS } from '../../domain/inspection.ts';
import { loadCase, loadSessions } from '../inspection/load-case.ts';
import { button, instantArg, text } from '../said.ts';
import { sessionText } from '../view/change-lines.ts';
import type { Work } from '../work.ts';
import { type ChangeData, changeOf, openQuestion, planned, type TypedSession } from './change-data.ts';
import { next, type Question, type Step, type Taken, wrong } from './form.ts';
import { askText } from './read-window.ts';

const MAX_SESSIONS = 8;
const MAX_PLACE = 200;

/** The sessions (buổi) of an inspection: the list, with a button for each to leave out; then hour and place of a new one. */
export const sessionSteps: Record<'sessions' | 'session_at' | 'session_place', Step> = {
  sessions: {
    ask: async (work, _actor, raw) => list(await gathered(work, changeOf(raw))),
    choose: async (work, _actor, raw, value) => {
      const data = changeOf(raw);
      const sessions = await gathered(work, data);
      if (value === 'done') return done(data, sessions);
      if (value.startsWith('drop-')) {
        const left = sessions.filter((_, at) => value !== `drop-${at}`);
        return next({ ...data, sessions: left }, 'sessions');
      }
      const kind = SESSION_KINDS.find((one) => value === one);
      if (!kind) return wrong(text('form-choose'));
      if (sessions.length >= MAX_SESSIONS) return wrong(text('session-too-many', { max: MAX_SESSIONS }));
      return next({ ...data, sessions, session: { kind } }, 'session_at');
    },
    back: () => 'what',
  },
  session_at: {
    ask: async (_work, _actor, raw) => ({
      lines: [text('session-at', { kind: text(`session-${changeOf(raw).session!.kind}`) })],
      choices: [],
    }),
    take: async (work, _actor, raw, typed) => takeHour(work, changeOf(raw), typed),
    back: () => 'sessions',
  },
  session_place: {
    isFree: true,
    ask: async (_work, _actor, raw) => {
      const session = { ...changeOf(raw).session!, place: '' };
      return {
        lines: [text('session-place', { at: instantArg(planned(session as TypedSession).startsAt) })],
        choices: [],
      };
    },
    take: async (_work, _actor, raw, typed) => {
      const { session, ...data } = changeOf(raw);
      const place = nfc(typed).trim();
      if (place === '' || place.length > MAX_PLACE)
        return wrong(text('session-place-long', { max: MAX_PLACE }));
      const sessions = [...(data.sessions ?? []), { kind: session!.kind, at: session!.at!, place }];
      return next({ ...data, sessions }, 'sessions');
    },
    back: () => 'session_at',
  },
};

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
      { label: button('button-done', '').label, value: 'done', style: 'primary' as const },
    ],
  };
}

function done(data: ChangeData, sessions: TypedSession[]): Taken {
  const filled = { ...data, sessions, sessionsDone: true };
  return next(filled, openQuestion(filled));
}

async function takeHour(work: Work, data: ChangeData, typed: string): Promise<Taken> {
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
  return next({ ...data, session: { ...data.session!, at: parsed.at.toISO()! } }, 'session_place');
}
