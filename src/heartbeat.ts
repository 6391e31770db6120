import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from 'grammy';
import { isAllWell, judge, type Memory, type Notice, noticesOf, type Vitals } from './domain/heartbeat.ts';
import { say } from './locales/index.ts';
import type { Logger } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Queue } from './queue/open-queue.ts';
import type { Office } from './usecases/begin-work.ts';
import { readVitals } from './usecases/read-vitals.ts';

/** `url` undefined: nobody waits for beats; the parts are looked at all the same. */
export type HeartbeatSettings = {
  url: string | undefined;
  seconds: number;
  operatorChatId: number | undefined;
};

export type HeartParts = {
  settings: HeartbeatSettings;
  office: Office;
  queue: Pick<Queue, 'ready'>;
  api: Pick<Api, 'sendMessage'>;
  metrics: Pick<Metrics, 'partWell' | 'digestLateSeconds'>;
  log: Logger;
  /** Wall time in ms at which the last sweep came to its end. */
  sweptAtMs: () => number | undefined;
};

const LOOK_MS = 5_000;
const SEND_MS = 10_000;

/**
 * A dead man's switch: each beat looks at the parts, and only when all are well calls the address that waits for it. What is not
 * well goes to the operator's chat and the metrics, by the name of the part alone.
 */
export function makeHeart(parts: HeartParts): { beat(): Promise<void> } {
  let memory: Memory = {};
  return {
    async beat() {
      const verdicts = judge(await lookAtParts(parts));
      for (const { part, state } of verdicts) parts.metrics.partWell.set({ part }, state === 'well' ? 1 : 0);
      const told = noticesOf(memory, verdicts, parts.office.wallNow());
      memory = told.memory;
      const notWell = verdicts.filter(({ state }) => state !== 'well');
      if (notWell.length > 0) parts.log.warn({ parts: notWell }, 'no beat: not all is well');
      if (isAllWell(verdicts)) await callOut(parts);
      for (const notice of told.notices) await tellOperator(parts, notice);
    },
  };
}

/** Beats until the returned function is called, which waits for the beat under way. */
export function startHeart(parts: HeartParts): () => Promise<void> {
  const heart = makeHeart(parts);
  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    running ??= heart
      .beat()
      .catch((err: unknown) => parts.log.error({ err }, 'a beat failed'))
      .finally(() => {
        running = undefined;
      });
  }, parts.settings.seconds * 1_000);
  return async () => {
    clearInterval(timer);
    await running;
  };
}

async function lookAtParts({ office, queue, metrics, sweptAtMs }: HeartParts): Promise<Vitals> {
  const stored = office.work({ pairs: 'all' }, readVitals);
  const [seen, isQueueReady] = await Promise.all([inTime(stored, undefined), inTime(queue.ready(), false)]);
  const swept = sweptAtMs();
  if (seen) metrics.digestLateSeconds.set((seen.digestLateMinutes ?? 0) * 60);
  return {
    isDatabaseReached: seen !== undefined,
    isQueueReady,
    sweptAgoSeconds: swept === undefined ? null : (office.wallNow() - swept) / 1_000,
    isBotAccepted: seen?.isBotAccepted ?? null,
    outboxOldestSeconds: seen?.outboxOldestSeconds ?? null,
    digestLateMinutes: seen?.digestLateMinutes ?? null,
  };
}

async function inTime<T, U>(work: Promise<T>, otherwise: U): Promise<T | U> {
  const over = new AbortController();
  const late = sleep(LOOK_MS, otherwise, { signal: over.signal }).catch(() => otherwise);
  const first = await Promise.race([work.catch(() => otherwise), late]);
  over.abort();
  return first;
}

/** The address is a secret: the log gets its host. */
async function callOut({ settings: { url }, log }: HeartParts): Promise<void> {
  if (url === undefined) return;
  const { host } = new URL(url);
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(SEND_MS) });
    await answer.body?.cancel();
    if (!answer.ok) log.warn({ host, status: answer.status }, 'a beat was not taken');
  } catch (error) {
    log.warn({ host, code: codeOf(error) }, 'a beat did not arrive');
  }
}

function codeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : undefined;
  if (typeof cause === 'object' && cause !== null && 'code' in cause) return String(cause.code);
  return error instanceof Error ? error.name : 'unknown';
}

/** Not through the outbox, which may be what is not well. */
async function tellOperator({ settings, api, log }: HeartParts, { part, is }: Notice): Promise<void> {
  if (settings.operatorChatId === undefined) return;
  const words = say('vi', `heartbeat-${is}`, { part: say('vi', `heartbeat-part-${part}`) });
  try {
    await api.sendMessage(settings.operatorChatId, words);
  } catch (error) {
    log.warn({ part, code: codeOf(error) }, 'the operator was not told');
  }
}
