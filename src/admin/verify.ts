import type { Sql } from 'postgres';
import type { ChainFault } from '../domain/audit-chain.ts';
import type { TextKey } from '../locales/index.ts';
import { text } from '../usecases/said.ts';
import { type ChainQuestion, type ChainReport, verifyChains } from './chains.ts';
import type { Desk, Subcommand } from './desk.ts';

/** Verifies the audit chains and names the first entry that does not fit. */
export const verify: Subcommand = {
  name: 'verify',
  about: 'admin-about-verify',
  usage: 'verify [--pair PAIR] [--head SEQ:HASH]',
  example: 'verify --pair tinh',
  words: [0, 0],
  options: { pair: { type: 'string' }, head: { type: 'string' } },
  async run(desk, { options }) {
    const question = questionOf(options.pair, options.head);
    if (!question) {
      desk.complain(desk.say(text('admin-verify-head-form')));
      return 2;
    }
    const reports = await inSnapshot(await desk.ownerSql(), question);
    if (reports.length === 0)
      desk.complain(desk.say(text('admin-verify-none', { pair: question.pair ?? '–' })));
    tellChains(desk, reports);
    return reports.length > 0 && reports.every((one) => one.verdict.ok) ? 0 : 1;
  },
};

function questionOf(pair: unknown, head: unknown): ChainQuestion | undefined {
  const which = typeof pair === 'string' ? { pair } : {};
  if (typeof head !== 'string') return which;
  const match = /^(\d{1,15}):([0-9a-f]{8,64})$/.exec(head);
  return match && typeof pair === 'string'
    ? { ...which, head: { seq: Number(match[1]), hash: match[2]! } }
    : undefined;
}

function inSnapshot(sql: Sql, question: ChainQuestion): Promise<ChainReport[]> {
  return sql.begin('isolation level repeatable read read only', async (tx) => {
    await tx`select set_config('app.pairs', '*', true)`;
    return verifyChains(tx, question);
  }) as Promise<ChainReport[]>;
}

const WHY: Record<ChainFault, TextKey> = {
  gap: 'admin-fault-gap',
  chain: 'admin-fault-chain',
  link: 'admin-fault-link',
  hash: 'admin-fault-hash',
  'value-mismatch': 'admin-fault-value',
  'head-not-found': 'admin-fault-head',
};

/** A line for each chain: how many entries hold and the head, or the first that does not fit and why. */
export function tellChains({ print, complain, say }: Desk, reports: ChainReport[]): void {
  for (const { pair, verdict } of reports) {
    const chain = pair ?? 'system';
    if (verdict.ok) {
      const head = verdict.head ? `${verdict.head.seq}:${verdict.head.hash}` : '0';
      print(say(text('admin-chain-holds', { chain, count: verdict.count, head })));
    } else {
      complain(
        say(text('admin-chain-broken', { chain, seq: String(verdict.seq), why: text(WHY[verdict.why]) })),
      );
    }
  }
}
