import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30];

/** Every figure the program gives out. Labels are short fixed words: no ids, no names, no pairs. */
export type Metrics = ReturnType<typeof createMetrics>;

/** Makes the figures in a registry of their own. */
export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    ...ingressMetrics(registers),
    ...outboxMetrics(registers),
    ...sweepMetrics(registers),
    ...healthMetrics(registers),
    httpRequests: new Counter({
      name: 'http_requests_total',
      help: 'HTTP requests answered',
      labelNames: ['method', 'route', 'status'],
      registers,
    }),
    httpSeconds: new Histogram({
      name: 'http_request_seconds',
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
      name: 'updates_total',
      help: 'Updates of Telegram that were handled',
      labelNames: ['kind'],
      registers,
    }),
    updateSeconds: new Histogram({
      name: 'update_seconds',
      help: 'Time from taking an update to its commit',
      buckets: seconds,
      registers,
    }),
  };
}

function outboxMetrics(registers: Registry[]) {
  return {
    outboxSent: new Counter({
      name: 'outbox_sent_total',
      help: 'Messages sent',
      labelNames: ['lane'],
      registers,
    }),
    outboxFailed: new Counter({
      name: 'outbox_failed_total',
      help: 'Messages given up',
      labelNames: ['reason'],
      registers,
    }),
    outboxPending: new Gauge({ name: 'outbox_pending', help: 'Messages due and not yet sent', registers }),
    outboxOldestSeconds: new Gauge({
      name: 'outbox_oldest_seconds',
      help: 'Age of the oldest message that is due',
      registers,
    }),
    telegram429: new Counter({
      name: 'telegram_429_total',
      help: 'Times Telegram asked us to slow down',
      registers,
    }),
  };
}

function sweepMetrics(registers: Registry[]) {
  return {
    sweepSeconds: new Histogram({
      name: 'sweep_seconds',
      help: 'Time of one sweep of what is due',
      buckets: seconds,
      registers,
    }),
    dueSteps: new Counter({
      name: 'due_steps_total',
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
