import { createHash } from 'node:crypto';

/** What the second verifier says: every entry fits, or the first that does not and why, in the words of docs/audit-format.md. */
export type SecondVerdict = { ok: true; count: number } | { ok: false; seq: number; why: string };

type Json = Record<string, unknown>;
type Head = { seq: number; hash: string };
type Outside = { heads?: Head[]; signatures?: (Head & { side: string })[] };

/** H of docs/audit-format.md; bytes, not text. */
function H(...fields: unknown[]): string {
  const sum = createHash('sha256');
  for (const field of fields) {
    const bytes = Buffer.from(String(field), 'utf8');
    sum.update(Buffer.from(`${bytes.length}:`));
    sum.update(bytes);
    sum.update(Buffer.from(','));
  }
  return sum.digest('hex');
}

/**
 * Checks a chain by docs/audit-format.md alone; shares no code with the program. Entries are objects with the names of the exported
 * file; of the database also `inspection_id` and `exchange_id`, and `person_id` of each value.
 */
export function secondVerify(chain: string, entries: Json[], outside: Outside = {}): SecondVerdict {
  let before = H('genesis/1', chain);
  let newer = false;
  const hashes = new Map<number, string>([[0, before]]);
  const signed: Json[] = [];
  for (let n = 1; n <= entries.length; n++) {
    const entry = entries[n - 1]!;
    const why = faultOf(chain, entry, n, before, newer);
    if (why) return { ok: false, seq: n, why };
    before = entry.hash as string;
    hashes.set(n, before);
    newer = newer || ('digest' in entry ? entry.digest !== null : entry.salt !== null);
    if (entry.type === 'chain.signed') signed.push(JSON.parse(entry.body as string));
    if ((outside.heads ?? []).some((head) => head.seq === n && !before.startsWith(head.hash)))
      return { ok: false, seq: n, why: 'head-not-found' };
  }
  const late = (outside.heads ?? []).filter((head) => !hashes.has(head.seq)).map((head) => head.seq);
  if (late.length > 0) return { ok: false, seq: Math.min(...late), why: 'head-not-found' };
  const lost = (outside.signatures ?? []).find(
    (one) => !signed.some((body) => body.seq === one.seq && body.hash === one.hash && body.side === one.side),
  );
  return lost ? { ok: false, seq: lost.seq, why: 'signature' } : { ok: true, count: entries.length };
}

function faultOf(chain: string, entry: Json, n: number, before: string, newer: boolean): string | undefined {
  if (entry.seq !== n) return 'gap';
  if (entry.chain !== undefined && entry.chain !== chain) return 'chain';
  if (entry.prevHash !== before) return 'link';
  const isOlder = 'digest' in entry ? entry.digest === null : entry.salt === null;
  if (newer && isOlder) return 'format';
  const place = [chain, n, before];
  if ('digest' in entry)
    return isOlder || entry.hash === H('entry/2', ...place, entry.digest) ? undefined : 'hash';
  const { at, type, body, salt } = entry;
  const hash = isOlder
    ? H('entry/1', ...place, at, type, body)
    : H('entry/2', ...place, H('content/1', salt, at, type, body));
  if (entry.hash !== hash) return 'hash';
  const said = JSON.parse(body as string) as Json;
  for (const [column, key] of [
    ['inspection_id', 'inspection'],
    ['exchange_id', 'exchange'],
  ] as const)
    if (column in entry && entry[column] !== (said[key] ?? null)) return 'refs';
  for (const kept of (entry.values ?? []) as Json[]) {
    const digest = `sha256:${H('value/1', kept.salt, kept.value)}`;
    if (!String(body).includes(`${JSON.stringify(kept.field)}:"${digest}"`)) return 'value-mismatch';
  }
  const whose = said.whose as Json | undefined;
  for (const kept of (entry.values ?? []) as Json[])
    if (whose && 'person_id' in kept && kept.person_id !== whose[kept.field as string]) return 'refs';
  return undefined;
}

const SHAPES = {
  first: 'format chain pair side madeAt',
  open: 'seq prevHash hash at type body salt values',
  sealed: 'seq prevHash hash digest',
  last: 'head heads',
};

/** Checks an exported file, given as its bytes. */
export function secondVerifyFile(bytes: Buffer): SecondVerdict {
  const lines = bytes.toString('utf8').split('\n');
  if (lines.at(-1) === '') lines.pop();
  const first = lineAs(lines[0] ?? '', SHAPES.first);
  if (first?.format !== 'phoi-hop audit 1') return { ok: false, seq: 0, why: 'not an export' };
  const last = lines.length > 1 ? lineAs(lines.at(-1)!, SHAPES.last) : undefined;
  const middle = lines.slice(1, last ? -1 : undefined);
  const entries: Json[] = [];
  for (const line of middle) {
    const entry = lineAs(line, SHAPES.open) ?? lineAs(line, SHAPES.sealed);
    if (!entry || !isWellFormed(entry)) break;
    entries.push(entry);
  }
  const bad = entries.length < middle.length ? entries.length + 1 : undefined;
  const heads = (last?.heads ?? []) as (Head & { signatures: { side: string }[] })[];
  const end = last?.head as Head | null | undefined;
  const verdict = secondVerify(String(first.chain), entries, {
    heads: [...heads, ...(end ? [end] : [])],
    signatures: heads.flatMap(({ seq, hash, signatures }) =>
      signatures.map(({ side }) => ({ seq, hash, side })),
    ),
  });
  if (bad !== undefined && (verdict.ok || verdict.seq >= bad))
    return { ok: false, seq: bad, why: 'unreadable' };
  if (!verdict.ok) return verdict;
  if (!last) return { ok: false, seq: entries.length + 1, why: 'cut' };
  return (end?.seq ?? 0) === entries.length
    ? verdict
    : { ok: false, seq: (end?.seq ?? 0) + 1, why: 'head-not-found' };
}

function lineAs(line: string, names: string): Json | undefined {
  try {
    const value = JSON.parse(line) as Json;
    return JSON.stringify(value) === line &&
      Object.keys(value).sort().join() === names.split(' ').sort().join()
      ? value
      : undefined;
  } catch {
    return undefined;
  }
}

const HEX = /^[0-9a-f]{64}$/;

function isWellFormed(entry: Json): boolean {
  const isHash = (value: unknown) => typeof value === 'string' && HEX.test(value);
  if (!isHash(entry.hash) || !isHash(entry.prevHash) || !Number.isSafeInteger(entry.seq)) return false;
  if ((entry.seq as number) < 1) return false;
  if ('digest' in entry) return entry.digest === null || isHash(entry.digest);
  const texts = [entry.at, entry.type, entry.body, entry.salt ?? ''];
  const values = entry.values as Json[];
  return (
    texts.every((one) => typeof one === 'string') &&
    Array.isArray(values) &&
    values.every(
      (one) =>
        Object.keys(one).sort().join() === 'field,salt,value' &&
        Object.values(one).every((part) => typeof part === 'string'),
    )
  );
}
