import {
  type ChainHead,
  type Content,
  digestValue,
  entryHash,
  genesis,
  type KeptValue,
  type Place,
  sealedHash,
} from './audit-chain.ts';

/** An entry as stored, with what is kept beside it; `refs` are the columns by which it is looked up. */
export interface OpenEntry extends Place, Content {
  hash: string;
  values?: readonly KeptValue[];
  refs?: { inspection: number | null; exchange: number | null };
}

/** An entry whose content is not shown: its digest, or null for the first format, whose hash then proves nothing of it. */
export interface SealedEntry extends Place {
  hash: string;
  digest: string | null;
}

export type ChainEntry = OpenEntry | SealedEntry;

/**
 * Why an entry does not fit: numbering, another chain, link to the one before, own hash, an older format after a newer one, the columns
 * beside it, a kept value, a head that went out and is not there, a signature of which the chain does not tell. Of the whole chain: it is
 * not there though its pair is, or rows are there of which it does not tell.
 */
export type ChainFault =
  | 'gap'
  | 'chain'
  | 'link'
  | 'hash'
  | 'format'
  | 'refs'
  | 'value-mismatch'
  | 'head-not-found'
  | 'signature'
  | 'missing'
  | 'untold';

/** The whole chain holds, `unproven` entries but for their content; or the first seq that does not fit and why. */
export type ChainVerdict =
  | { ok: true; count: number; head: ChainHead | null; unproven?: number }
  | { ok: false; seq: number; why: ChainFault };

/** A head that went out; the hash may be shortened. Without seq it may stand anywhere. */
export type SoughtHead = { seq?: number; hash: string };

/** A side's confirmation of a head: an entry of type `chain.signed` tells of it. */
export type SoughtSignature = ChainHead & { side: string };

/** What is known of the chain from outside: its name, the heads that went out, who confirmed them. */
export interface ChainExpectation {
  chain?: string;
  heads?: readonly SoughtHead[];
  signatures?: readonly SoughtSignature[];
}

/**
 * Reads a chain from its first entry in order of seq and names the first entry that does not fit. A cut tail, or a tail
 * written anew, is found only when a head that went out is given.
 */
export async function verifyChain(
  entries: Iterable<ChainEntry> | AsyncIterable<ChainEntry>,
  expected: ChainExpectation = {},
): Promise<ChainVerdict> {
  const walk = openWalk(expected);
  if (Symbol.iterator in entries) {
    for (const entry of entries) if (walk.step(entry)) break;
  } else for await (const entry of entries) if (walk.step(entry)) break;
  return walk.end();
}

type Fault = Extract<ChainVerdict, { ok: false }>;

function openWalk(expected: ChainExpectation) {
  const heads = openHeads(expected.heads ?? []);
  const signatures = openSignatures(expected.signatures ?? []);
  let chain = expected.chain;
  let head: ChainHead = { seq: 0, hash: '' };
  let fault: Fault | undefined;
  let isSalted = false;
  let unproven = 0;
  const begin = (name: string) => {
    chain = name;
    head = { seq: 0, hash: genesis(name) };
    heads.meet(head);
  };
  if (chain !== undefined) begin(chain);
  return {
    /** True: it does not fit, nothing more need be read. */
    step(entry: ChainEntry): boolean {
      if (chain === undefined) begin(entry.chain);
      const seq = head.seq + 1;
      const why = findFault(entry, chain!, seq, head.hash, isSalted);
      if (why) fault = { ok: false, seq, why };
      if (fault) return true;
      head = { seq, hash: entry.hash };
      isSalted ||= hasSalt(entry);
      if ('digest' in entry && entry.digest === null) unproven += 1;
      signatures.meet(entry);
      if (!heads.meet(head)) fault = { ok: false, seq, why: 'head-not-found' };
      return fault !== undefined;
    },
    end(): ChainVerdict {
      const missing = fault ? undefined : heads.missing();
      if (missing) fault = { ok: false, seq: missing.seq ?? head.seq + 1, why: 'head-not-found' };
      const lost = fault ? undefined : signatures.missing();
      if (lost) fault = { ok: false, seq: lost.seq, why: 'signature' };
      if (fault) return fault;
      const last = head.seq > 0 ? head : null;
      return { ok: true, count: head.seq, head: last, ...(unproven > 0 ? { unproven } : {}) };
    },
  };
}

/** Heads with a seq are met there or not at all; those without are looked for at every entry. */
function openHeads(sought: readonly SoughtHead[]) {
  const placed = new Map<number, string[]>();
  for (const { seq, hash } of sought)
    if (seq !== undefined) placed.set(seq, [...(placed.get(seq) ?? []), hash]);
  const anywhere = new Set(sought.filter((one) => one.seq === undefined));
  return {
    meet({ seq, hash }: ChainHead): boolean {
      for (const one of anywhere) if (hash.startsWith(one.hash)) anywhere.delete(one);
      const here = placed.size > 0 ? placed.get(seq) : undefined;
      placed.delete(seq);
      return here === undefined || here.every((one) => hash.startsWith(one));
    },
    missing: (): SoughtHead | undefined => {
      const [first] = [...placed.keys()].sort((a, b) => a - b);
      return first === undefined ? [...anywhere][0] : { seq: first, hash: '' };
    },
  };
}

function openSignatures(sought: readonly SoughtSignature[]) {
  const keyOf = ({ seq, hash, side }: Partial<SoughtSignature>) => `${seq} ${hash} ${side}`;
  const left = new Map(sought.map((one) => [keyOf(one), one]));
  return {
    meet(entry: ChainEntry): void {
      if ('digest' in entry || entry.type !== 'chain.signed' || left.size === 0) return;
      left.delete(keyOf(JSON.parse(entry.body) as Partial<SoughtSignature>));
    },
    missing: (): SoughtSignature | undefined => [...left.values()][0],
  };
}

const hasSalt = (entry: ChainEntry): boolean =>
  'digest' in entry ? entry.digest !== null : entry.salt != null;

function findFault(
  entry: ChainEntry,
  chain: string,
  seq: number,
  prevHash: string,
  isSalted: boolean,
): ChainFault | undefined {
  if (entry.seq !== seq) return 'gap';
  if (entry.chain !== chain) return 'chain';
  if (entry.prevHash !== prevHash) return 'link';
  if (isSalted && !hasSalt(entry)) return 'format';
  if ('digest' in entry)
    return entry.digest === null || entry.hash === sealedHash(entry, entry.digest) ? undefined : 'hash';
  if (entry.hash !== entryHash(entry)) return 'hash';
  const said = entry.refs || entry.values?.length ? (JSON.parse(entry.body) as Said) : {};
  if (entry.refs && !areIn(entry.refs, said)) return 'refs';
  if (entry.values?.every((value) => fits(value, entry.body)) === false) return 'value-mismatch';
  return entry.values?.every((value) => isTheirs(value, said)) === false ? 'refs' : undefined;
}

type Said = { inspection?: unknown; exchange?: unknown; whose?: Record<string, unknown> };

/** Columns are not hashed: they must say what the body says. */
function areIn({ inspection, exchange }: NonNullable<OpenEntry['refs']>, said: Said): boolean {
  return (said.inspection ?? null) === inspection && (said.exchange ?? null) === exchange;
}

/** Entries of before do not say whose their values are: of them the column proves nothing. */
function isTheirs({ field, personId }: KeptValue, { whose }: Said): boolean {
  return personId === undefined || !whose || whose[field] === personId;
}

function fits(kept: KeptValue, body: string): boolean {
  // Canonical text has one way to write a field, so the body need not be parsed.
  return body.includes(`${JSON.stringify(kept.field)}:"${digestValue(kept.salt, kept.value)}"`);
}
