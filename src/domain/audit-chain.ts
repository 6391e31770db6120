import { hash } from 'node:crypto';

/** What an entry says: `at` is ISO instant text, `body` canonical text, both kept as written. Entries of the first format have no salt. */
export interface Content {
  at: string;
  type: string;
  body: string;
  salt?: string | null | undefined;
}

/** Where an entry stands: seq counts from 1, the first prevHash is the chain's genesis. */
export interface Place {
  chain: string;
  seq: number;
  prevHash: string;
}

/**
 * A value kept beside its entry, which holds only its salted digest under `field`; erasure (C8) removes all of this. `personId`: whose it
 * is by the column beside it, null: nobody's; left out where the column is not at hand.
 */
export interface KeptValue {
  field: string;
  salt: string;
  value: string;
  personId?: number | null;
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

/** The digest that stands for an entry's content where the content is not shown; null: the first format has none. */
export function contentDigest({ salt, at, type, body }: Content): string | null {
  return salt == null ? null : sha256(['content/1', salt, at, type, body]);
}

/** The hash of an entry whose content is known by its digest alone, 64 hex digits; throws a RangeError unless seq is a positive integer. */
export function sealedHash({ chain, seq, prevHash }: Place, digest: string): string {
  return sha256(['entry/2', chain, seqText(seq), prevHash, digest]);
}

/** The hash of an entry over all its fields, 64 hex digits; throws a RangeError unless seq is a positive integer. */
export function entryHash(entry: Place & Content): string {
  const digest = contentDigest(entry);
  if (digest !== null) return sealedHash(entry, digest);
  const { chain, seq, prevHash, at, type, body } = entry;
  return sha256(['entry/1', chain, seqText(seq), prevHash, at, type, body]);
}

function seqText(seq: number): string {
  if (!Number.isSafeInteger(seq) || seq < 1) throw new RangeError(`an entry's seq counts from 1, not ${seq}`);
  return String(seq);
}

/** Each field goes in with its length in bytes before it, so that no two lists of fields make one text. */
function sha256(fields: readonly string[]): string {
  let text = '';
  for (const field of fields) text += `${Buffer.byteLength(field)}:${field},`;
  return hash('sha256', text, 'hex');
}
