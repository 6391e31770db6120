import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30];

/** Every figure the program gives out. Labels are short fixed words: no ids, no names, no pairs. */
export type Metrics = ReturnType<typeof createMetrics>;

/** Why a message was given up; `other` stands for what nobody foresaw. */
const FAILED_REASONS = [
  ...['unreachable', 'no right', 'not composed', 'refused', 'misshapen', 'expired', 'deleted'],
  'other',
] as const;

/** The label of a reason: one that began at 0, since an alert sees no rise in a series that begins at 1. */
export const failedLabel = (reason: string): string =>
  FAILED_REASONS.find((known) => known === reason) ?? 'other';

const UPDATE_KINDS = ['message', 'tap', 'membership'];
const LANES = ['0', '1', '2', '3'];

/**
 * Makes the figures in a registry of their own; those that alerts go by stand at 0 from the start, under each of their labels.
 * `backupAge`: seconds since the last backup, asked for at each look; Infinity: never.
 */
export function createMetrics(backupAge: () => Promise<number> = async () => Number.POSITIVE_INFINITY) {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const ingress = ingressMetrics(registers);
  const outbox = outboxMetrics(registers);
  for (const kind of UPDATE_KINDS) ingress.updates.inc({ kind }, 0);
  for (const lane of LANES) outbox.outboxSent.inc({ lane }, 0);
  for (const reason of FAILED_REASONS) outbox.outboxFailed.inc({ reason }, 0);
  return {
    registry,
    ...ingress,
    ...outbox,
    ...sweepMetrics(registers),
    ...healthMetrics(registers),
    backupAgeSeconds: backupMetric(registers, backupAge),
    httpRequests: new Counter({
      name: 'phoihop_http_requests_total',
      help: 'HTTP requests answered',
      labelNames: ['method', 'route', 'status'],
      registers,
    }),
    httpSeconds: new Histogram({
      name: 'phoihop_http_request_seconds',
      help: 'Time to answer a HTTP request',
      labelNames: ['route'],
      buckets: seconds,
      registers,
    }),
  };
}

function ingressMetrics(registers: Registry[]) {
  return {
    updates: new Counter({
      name: 'phoihop_updates_total',
      help: 'Updates of Telegram that were handled',
      labelNames: ['kind'],
      registers,
    }),
    updateSeconds: new Histogram({
      name: 'phoihop_update_seconds',
      help: 'Time from taking an update to its commit',
      buckets: seconds,
      registers,
    }),
  };
}

function outboxMetrics(registers: Registry[]) {
  return {
    outboxSent: new Counter({
      name: 'phoihop_outbox_sent_total',
      help: 'Messages sent',
      labelNames: ['lane'],
      registers,
    }),
    outboxFailed: new Counter({
      name: 'phoihop_outbox_failed_total',
      help: 'Messages given up',
      labelNames: ['reason'],
      registers,
    }),
    outboxPending: new Gauge({
      name: 'phoihop_outbox_pending',
      help: 'Messages due and not yet sent',
      registers,
    }),
    outboxOldestSeconds: new Gauge({
      name: 'phoihop_outbox_oldest_seconds',
      help: 'Age of the oldest message that is due',
      registers,
    }),
    telegram429: new Counter({
      name: 'phoihop_telegram_429_total',
      help: 'Times Telegram asked us to slow down',
      registers,
    }),
  };
}

function sweepMetrics(registers: Registry[]) {
  return {
    sweepSeconds: new Histogram({
      name: 'phoihop_sweep_seconds',
      help: 'Time of one sweep of what is due',
      buckets: seconds,
      registers,
    }),
    dueSteps: new Counter({
      name: 'phoihop_due_steps_total',
      help: 'Obligations carried out',
      labelNames: ['kind'],
      registers,
    }),
  };
}

function healthMetrics(registers: Registry[]) {
  return {
    partWell: new Gauge({
      name: 'phoihop_part_well',
      help: 'Whether a part was well at the last beat of a worker: 1 or 0',
      labelNames: ['part'],
      registers,
    }),
    digestLateSeconds: new Gauge({
      name: 'phoihop_digest_late_seconds',
      help: 'Working time since the oldest digest that waits was due',
      registers,
    }),
  };
}

function backupMetric(registers: Registry[], backupAge: () => Promise<number>) {
  return new Gauge({
    name: 'phoihop_backup_age_seconds',
    help: 'Age of the last backup that came to its end; +Inf: none is known',
    registers,
    async collect() {
      this.set(await backupAge());
    },
  });
}
