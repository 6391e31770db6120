import { hash } from 'node:crypto';

/** What an entry's hash covers: `at` is ISO instant text, `body` canonical text, both kept as they were written. */
export interface HashedEntry {
  chain: string;
  seq: number;
  prevHash: string;
  at: string;
  type: string;
  body: string;
}

/** A value kept beside its entry, which holds only its salted digest under `field`; erasure (C8) removes all of this. */
export interface KeptValue {
  field: string;
  salt: string;
  value: string;
}

/** An entry as stored: seq counts from 1, the first prevHash is the chain's genesis. */
export interface ChainEntry extends HashedEntry {
  hash: string;
  values?: readonly KeptValue[];
}

/** The last entry of a chain; seq 0 is the genesis of a chain without entries. */
export interface ChainHead {
  seq: number;
  hash: string;
}

/** The salted digest under which a name or free text enters a body (C8): `sha256:` and 64 hex digits; the salt is random text. */
export function digestValue(salt: string, value: string): string {
  return `sha256:${sha256(['value/1', salt, value])}`;
}

/** The hash that the first entry of a chain links to. */
export function genesis(chain: string): string {
  return sha256(['genesis/1', chain]);
}

/** The hash of an entry over all its fields, 64 hex digits; throws a RangeError unless seq is a positive integer. */
export function entryHash(entry: HashedEntry): string {
  const { chain, seq, prevHash, at, type, body } = entry;
  if (!Number.isSafeInteger(seq) || seq < 1) throw new RangeError(`an entry's seq counts from 1, not ${seq}`);
  return sha256(['entry/1', chain, String(seq), prevHash, at, type, body]);
}

/** Each field goes in with its length in bytes before it, so that no two lists of fields make one text. */
function sha256(fields: readonly string[]): string {
  let text = '';
  for (const field of fields) text += `${Buffer.byteLength(field)}:${field},`;
  return hash('sha256', text, 'hex');
}

/** Why an entry does not fit: numbering, another chain, link to the one before, own hash, a kept value, or the head to be found. */
export type ChainFault = 'gap' | 'chain' | 'link' | 'hash' | 'value-mismatch' | 'head-not-found';

/** The whole chain holds, or the first seq that does not fit and why. */
export type ChainVerdict =
  | { ok: true; count: number; head: ChainHead | null }
  | { ok: false; seq: number; why: ChainFault };

/** What is known of the chain from outside: its name, and a head that went out; without seq the hash may stand anywhere. */
export interface ChainExpectation {
  chain?: string;
  head?: { seq?: number; hash: string };
}

/**
 * Reads a chain from its first entry in order of seq and names the first entry that does not fit. A cut tail, or a tail
 * written anew, is found only when a head that went out is given.
 */
export async function verifyChain(
  entries: Iterable<ChainEntry> | AsyncIterable<ChainEntry>,
  expected: ChainExpectation = {},
): Promise<ChainVerdict> {
  let head: ChainHead | null = null;
  let chain = expected.chain;
  let found = expected.head === undefined || (chain !== undefined && isAt(expected.head, start(chain)));
  for await (const entry of entries) {
    chain ??= entry.chain;
    const before: ChainHead = head ?? start(chain);
    const seq = before.seq + 1;
    const fault = findFault(entry, chain, seq, before.hash);
    if (fault) return { ok: false, seq, why: fault };
    head = { seq, hash: entry.hash };
    if (expected.head?.seq === seq && !isAt(expected.head, head))
      return { ok: false, seq, why: 'head-not-found' };
    found ||= isAt(expected.head, head) || isAt(expected.head, before);
  }
  const count = head?.seq ?? 0;
  if (!found) return { ok: false, seq: expected.head?.seq ?? count + 1, why: 'head-not-found' };
  return { ok: true, count, head };
}

function start(chain: string): ChainHead {
  return { seq: 0, hash: genesis(chain) };
}

function isAt(sought: ChainExpectation['head'], head: ChainHead): boolean {
  return sought?.hash === head.hash && (sought.seq ?? head.seq) === head.seq;
}

function findFault(entry: ChainEntry, chain: string, seq: number, prevHash: string): ChainFault | undefined {
  if (entry.seq !== seq) return 'gap';
  if (entry.chain !== chain) return 'chain';
  if (entry.prevHash !== prevHash) return 'link';
  if (entry.hash !== entryHash(entry)) return 'hash';
  return entry.values?.every((value) => fits(value, entry.body)) === false ? 'value-mismatch' : undefined;
}

function fits(kept: KeptValue, body: string): boolean {
  // Canonical text has one way to write a field, so the body need not be parsed.
  return body.includes(`${JSON.stringify(kept.field)}:"${digestValue(kept.salt, kept.value)}"`);
}
