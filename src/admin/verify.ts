import type { Sql } from 'postgres';
import type { TextKey } from '../locales/index.ts';
import { text } from '../usecases/said.ts';
import { type ChainQuestion, type ChainReport, type Verdict, verifyChains } from './chains.ts';
import type { Desk, Subcommand } from './desk.ts';
import { verifyFile } from './verify-file.ts';

/** Verifies the audit chains, or an exported one without a database, and names the first entry that does not fit. */
export const verify: Subcommand = {
  name: 'verify',
  about: 'admin-about-verify',
  usage: 'verify [--pair PAIR] [--head SEQ:HASH|HASH] [FILE]',
  example: 'verify --pair tinh',
  words: [0, 1],
  options: { pair: { type: 'string' }, head: { type: 'string' } },
  async run(desk, { options, positionals }) {
    const question = questionOf(options.pair, options.head);
    if (!question) {
      desk.complain(desk.say(text('admin-verify-head-form')));
      return 2;
    }
    const [file] = positionals;
    const reports =
      file === undefined
        ? await inSnapshot(await desk.ownerSql(), question)
        : await readFile(desk, file, question);
    if (!reports) return 1;
    if (reports.length === 0)
      desk.complain(desk.say(text('admin-verify-none', { pair: question.pair ?? '–' })));
    tellChains(desk, reports);
    const isHeadMissed = question.head !== undefined && !reports.some((one) => one.hasHead ?? true);
    if (isHeadMissed && reports.every((one) => one.verdict.ok))
      desk.complain(desk.say(text('admin-verify-head-nowhere')));
    return reports.length > 0 && !isHeadMissed && reports.every((one) => one.verdict.ok) ? 0 : 1;
  },
};

function questionOf(pair: unknown, head: unknown): ChainQuestion | undefined {
  const which = typeof pair === 'string' ? { pair } : {};
  if (typeof head !== 'string') return which;
  const [, seq, hash] = /^(?:(\d{1,15}):)?([0-9a-f]{8,64})$/i.exec(head) ?? [];
  if (hash === undefined) return undefined;
  return { ...which, head: { ...(seq ? { seq: Number(seq) } : {}), hash: hash.toLowerCase() } };
}

/** The one chain of a file; undefined: it could not be read, and the desk has been told. */
async function readFile(
  desk: Desk,
  path: string,
  { pair, head }: ChainQuestion,
): Promise<ChainReport[] | undefined> {
  try {
    const report = await verifyFile(path, head);
    if (!report) desk.complain(desk.say(text('admin-verify-not-export')));
    return report && [report].filter((one) => pair === undefined || one.pair === pair);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!/^E[A-Z]+$/.test(code)) throw error;
    desk.complain(desk.say(text('admin-file-unreadable', { code })));
    return undefined;
  }
}

function inSnapshot(sql: Sql, question: ChainQuestion): Promise<ChainReport[]> {
  return sql.begin('isolation level repeatable read read only', async (tx) => {
    await tx`select set_config('app.pairs', '*', true)`;
    return verifyChains(tx, question);
  }) as Promise<ChainReport[]>;
}

const WHY: Record<Extract<Verdict, { ok: false }>['why'], TextKey> = {
  gap: 'admin-fault-gap',
  chain: 'admin-fault-chain',
  link: 'admin-fault-link',
  hash: 'admin-fault-hash',
  'value-mismatch': 'admin-fault-value',
  'head-not-found': 'admin-fault-head',
  format: 'admin-fault-format',
  refs: 'admin-fault-refs',
  signature: 'admin-fault-signature',
  missing: 'admin-fault-missing',
  untold: 'admin-fault-untold',
  unreadable: 'admin-fault-unreadable',
  cut: 'admin-fault-cut',
};

/** A line for each chain: how many entries hold and the head, or the first that does not fit and why. */
export function tellChains({ print, complain, say }: Desk, reports: ChainReport[]): void {
  for (const { pair, verdict } of reports) {
    const chain = pair ?? 'system';
    if (verdict.ok) {
      const head = verdict.head ? `${verdict.head.seq}:${verdict.head.hash}` : '0';
      print(say(text('admin-chain-holds', { chain, count: verdict.count, head })));
      if (verdict.unproven) print(say(text('admin-chain-unproven', { chain, count: verdict.unproven })));
    } else {
      complain(
        say(text('admin-chain-broken', { chain, seq: String(verdict.seq), why: text(WHY[verdict.why]) })),
      );
    }
  }
}
