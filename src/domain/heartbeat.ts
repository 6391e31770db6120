/** What must be well for a beat to go out. */
export const PARTS = ['database', 'queue', 'sweep', 'bot', 'outbox', 'digest'] as const;
export type Part = (typeof PARTS)[number];

/** What was seen of the parts; null: it could not be seen. Times are wall time, but for digests, which count working time. */
export type Vitals = {
  isDatabaseReached: boolean;
  isQueueReady: boolean;
  /** Since the last sweep that came to its end; null: none has yet. */
  sweptAgoSeconds: number | null;
  /** False: Telegram does not accept its token, and sending pauses. */
  isBotAccepted: boolean | null;
  outboxOldestSeconds: number | null;
  /** Working minutes since the oldest digest that waits was due; 0: none is late. */
  digestLateMinutes: number | null;
};

/** `unknown`: it cannot be seen, because something else is not well. */
export type Verdict = { part: Part; state: 'well' | 'ill' | 'unknown'; reason: string };

export const SWEEP_WITHIN_SECONDS = 60;
export const OUTBOX_WITHIN_SECONDS = 120;
export const DIGEST_WITHIN_MINUTES = 15;

/** How each part is, with its reason; the beat goes out only when all are well. */
export function judge(vitals: Vitals): Verdict[] {
  const {
    isDatabaseReached,
    isQueueReady,
    sweptAgoSeconds,
    isBotAccepted,
    outboxOldestSeconds,
    digestLateMinutes,
  } = vitals;
  return [
    { part: 'database', ...(isDatabaseReached ? WELL : ill('it was not reached')) },
    { part: 'queue', ...(isQueueReady ? WELL : ill('it is not ready')) },
    {
      part: 'sweep',
      ...(sweptAgoSeconds === null
        ? ill('it has not run yet')
        : below(sweptAgoSeconds, SWEEP_WITHIN_SECONDS + 1, (n) => `it last ran ${n} s ago`)),
    },
    { part: 'bot', ...ofBot(isBotAccepted) },
    {
      part: 'outbox',
      ...below(outboxOldestSeconds, OUTBOX_WITHIN_SECONDS, (n) => `its oldest message is due for ${n} s`),
    },
    {
      part: 'digest',
      ...below(digestLateMinutes, DIGEST_WITHIN_MINUTES + 1, (n) => `one is ${n} working minutes late`),
    },
  ];
}

export const isAllWell = (verdicts: Verdict[]): boolean => verdicts.every(({ state }) => state === 'well');

type Judged = Omit<Verdict, 'part'>;

const WELL: Judged = { state: 'well', reason: '' };
const UNSEEN: Judged = { state: 'unknown', reason: 'it cannot be seen' };
const ill = (reason: string): Judged => ({ state: 'ill', reason });

const ofBot = (isAccepted: boolean | null): Judged =>
  isAccepted === null ? UNSEEN : isAccepted ? WELL : ill('Telegram does not accept it');

function below(value: number | null, limit: number, reason: (n: number) => string): Judged {
  if (value === null) return UNSEEN;
  const whole = Math.floor(value);
  return whole < limit ? WELL : ill(reason(whole));
}

/** What was seen and said of one part. `isTold`: the operator knows it as not well. */
type Remembered = { illBeats: number; isTold: boolean; toldAtMs: number | null };
export type Memory = Partial<Record<Part, Remembered>>;

/** What the operator is told: the part's name and how it is, nothing else. */
export type Notice = { part: Part; is: 'ill' | 'well' };

const BEATS_UNTIL_TOLD = 2;
const HOUR_MS = 3_600_000;

/**
 * What the operator hears after a beat: of a part that was not well twice running, at most once an hour; and that it is well again,
 * when they had heard that it was not. What cannot be seen changes nothing.
 */
export function noticesOf(
  memory: Memory,
  verdicts: Verdict[],
  nowMs: number,
): { memory: Memory; notices: Notice[] } {
  const next: Memory = { ...memory };
  const notices: Notice[] = [];
  for (const { part, state } of verdicts) {
    const before = memory[part] ?? { illBeats: 0, isTold: false, toldAtMs: null };
    if (state === 'unknown') continue;
    if (state === 'well') {
      if (before.isTold) notices.push({ part, is: 'well' });
      next[part] = { ...before, illBeats: 0, isTold: false };
      continue;
    }
    const illBeats = before.illBeats + 1;
    const mayTell = before.toldAtMs === null || nowMs - before.toldAtMs >= HOUR_MS;
    const tells = illBeats >= BEATS_UNTIL_TOLD && mayTell;
    if (tells) notices.push({ part, is: 'ill' });
    next[part] = { illBeats, isTold: before.isTold || tells, toldAtMs: tells ? nowMs : before.toldAtMs };
  }
  return { memory: next, notices };
}
