import { createReadStream } from 'node:fs';
import { type ChainEntry, type SoughtHead, verifyChain } from '../domain/verify-chain.ts';
import { expectationOf, readEntry, readFirst, readLast } from '../usecases/chain/proof-lines.ts';
import { cutLines } from './backup-lines.ts';
import type { ChainReport, Verdict } from './chains.ts';

/** Verifies an exported chain without a database or settings; undefined: the file is not one. Throws what the file system throws. */
export async function verifyFile(path: string, head?: SoughtHead): Promise<ChainReport | undefined> {
  const { first: firstLine, last: lastLine, count } = await readEnds(path);
  const first = readFirst(firstLine);
  if (!first) return undefined;
  const report = (verdict: Verdict): ChainReport => ({ name: first.chain, pair: first.pair, verdict });
  const last = readLast(lastLine);
  const expected = expectationOf(first, last ?? { head: null, heads: [] });
  const heads = [...(expected.heads ?? []), ...(head ? [head] : [])];
  let unreadable: number | undefined;
  const entries = readEntries(path, first.chain, last ? count - 1 : count, (seq) => {
    unreadable = seq;
  });
  const verdict = await verifyChain(entries, { ...expected, heads });
  if (unreadable !== undefined && (verdict.ok || verdict.seq >= unreadable))
    return report({ ok: false, seq: unreadable, why: 'unreadable' });
  if (!verdict.ok) return report(verdict);
  if (!last) return report({ ok: false, seq: verdict.count + 1, why: 'cut' });
  const end = last.head?.seq ?? 0;
  return report(verdict.count === end ? verdict : { ok: false, seq: end + 1, why: 'head-not-found' });
}

const linesOf = (path: string): AsyncIterable<string> => cutLines(createReadStream(path));

async function readEnds(path: string): Promise<{ first: string; last: string; count: number }> {
  let first: string | undefined;
  let last = '';
  let count = 0;
  for await (const line of linesOf(path)) {
    first ??= line;
    last = line;
    count += 1;
  }
  return { first: first ?? '', last, count };
}

/** The lines between the first and the last; ends at the first that cannot be read, and tells which entry that is. */
async function* readEntries(
  path: string,
  chain: string,
  end: number,
  onUnreadable: (seq: number) => void,
): AsyncGenerator<ChainEntry> {
  let at = 0;
  for await (const line of linesOf(path)) {
    at += 1;
    if (at === 1 || at > end) continue;
    const entry = readEntry(chain, line);
    if (!entry) return onUnreadable(at - 1);
    yield entry;
  }
}
