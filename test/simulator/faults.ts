import { setTimeout as sleep } from 'node:timers/promises';
import { ApiFailure } from './api-failure.ts';

/**
 * What goes wrong: `latency` waits `ms` first; `error` answers `status` unprocessed; `drop` cuts the connection
 * unprocessed; `drop-after` processes, then cuts it; `hang` and `hang-after` never answer, unprocessed or processed.
 */
export type FaultKind = 'latency' | 'error' | 'drop' | 'drop-after' | 'hang' | 'hang-after';

/** When and how often. Without `method` or `chatId` it meets every call; `times` bounds it, `probability` is 0–1. */
export interface FaultRule {
  kind: FaultKind;
  method?: string | string[];
  chatId?: number;
  times?: number;
  probability?: number;
  ms?: number;
  status?: number;
  description?: string;
  retryAfter?: number;
}

/** How a call ends after the faults: as usual, or with its connection cut or left hanging. */
export type FaultOutcome = { kind: 'none' | 'drop' | 'drop-after' | 'hang' | 'hang-after' };

interface ActiveRule extends FaultRule {
  left: number;
}

/** The faults in force. */
export class Faults {
  private rules: ActiveRule[] = [];
  /** Calls that met a fault. */
  hits = 0;
  /** The same by kind; an error by its status: "error 502". */
  readonly met = new Map<string, number>();

  private readonly random: () => number;

  constructor(random: () => number) {
    this.random = random;
  }

  get isQuiet(): boolean {
    return this.rules.length === 0;
  }

  add(rule: FaultRule): void {
    this.rules.push({ ...rule, left: rule.times ?? Number.POSITIVE_INFINITY });
  }

  clear(): void {
    this.rules = [];
  }

  /** Waits out the latency, throws the error, or says how the connection ends; one fault besides latency a call. */
  async meet(method: string, chatId: number | undefined): Promise<FaultOutcome> {
    const delay = this.take(method, chatId, (kind) => kind === 'latency');
    if (delay) await sleep(delay.ms ?? 0);
    const rule = this.take(method, chatId, (kind) => kind !== 'latency');
    if (!rule || rule.kind === 'latency') return { kind: 'none' };
    if (rule.kind === 'error') throw failureOf(rule);
    return { kind: rule.kind };
  }

  private take(method: string, chatId: number | undefined, wanted: (kind: FaultKind) => boolean) {
    // Each rule has its own chance: the first must not shut out the others.
    const rule = this.rules.find(
      (each) => wanted(each.kind) && matches(each, method, chatId) && this.random() < (each.probability ?? 1),
    );
    if (!rule) return undefined;
    rule.left -= 1;
    this.hits += 1;
    const name = rule.kind === 'error' ? `error ${rule.status ?? 500}` : rule.kind;
    this.met.set(name, (this.met.get(name) ?? 0) + 1);
    return rule;
  }
}

function matches(rule: ActiveRule, method: string, chatId: number | undefined): boolean {
  if (rule.left <= 0) return false;
  if (rule.chatId !== undefined && rule.chatId !== chatId) return false;
  if (rule.method === undefined) return true;
  const methods = Array.isArray(rule.method) ? rule.method : [rule.method];
  return methods.some((each) => each.toLowerCase() === method.toLowerCase());
}

function failureOf(rule: FaultRule): ApiFailure {
  const status = rule.status ?? 500;
  const parameters = rule.retryAfter === undefined ? undefined : { retry_after: rule.retryAfter };
  return new ApiFailure(status, rule.description ?? 'Internal Server Error', parameters);
}
