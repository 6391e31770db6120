import { z } from 'zod';
import type { ChainExpectation, OpenEntry, SealedEntry } from '../../domain/verify-chain.ts';

/** The first word of an exported chain. */
export const PROOF_FORMAT = 'phoi-hop audit 1';

const seq = z.int().min(1);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const head = z.strictObject({ seq, hash });
const side = z.enum(['a', 'b']);

const First = z.strictObject({
  format: z.literal(PROOF_FORMAT),
  chain: z.string(),
  pair: z.string(),
  side,
  madeAt: z.string(),
});

const Sealed = z.strictObject({ seq, prevHash: hash, hash, digest: hash.nullable() });

const Open = z.strictObject({
  seq,
  prevHash: hash,
  hash,
  at: z.string(),
  type: z.string(),
  body: z.string(),
  salt: z.string().nullable(),
  values: z.array(z.strictObject({ field: z.string(), salt: z.string(), value: z.string() })),
});

const Last = z.strictObject({
  head: head.nullable(),
  heads: z.array(
    z.strictObject({
      seq,
      hash,
      month: z.string(),
      signatures: z.array(z.strictObject({ side, at: z.string() })),
    }),
  ),
});

const Entry = z.union([Open, Sealed]);

export type ProofFirst = z.infer<typeof First>;
export type ProofLast = z.infer<typeof Last>;
export type ProofEntry = z.infer<typeof Entry>;

/** One line of an exported chain, with its line end. */
export const proofLine = (line: ProofFirst | ProofEntry | ProofLast): string => `${JSON.stringify(line)}\n`;

/** The first line; undefined: this is not an exported chain. */
export const readFirst = (line: string): ProofFirst | undefined => readLine(First, line);

/** The last line; undefined: the file was cut or spoilt at its end. */
export const readLast = (line: string): ProofLast | undefined => readLine(Last, line);

/** One entry of a chain; undefined: not one as it was written. */
export function readEntry(chain: string, line: string): OpenEntry | SealedEntry | undefined {
  const read = readLine(Entry, line);
  return read && { chain, ...read };
}

/** What the last line says of the chain: heads that went out, who confirmed them. */
export const expectationOf = ({ chain }: ProofFirst, { head: end, heads }: ProofLast): ChainExpectation => ({
  chain,
  heads: [...heads, ...(end ? [end] : [])].map((one) => ({ seq: one.seq, hash: one.hash })),
  signatures: heads.flatMap(({ seq: at, hash: of, signatures }) =>
    signatures.map((one) => ({ seq: at, hash: of, side: one.side })),
  ),
});

/** A line is read as it was written: what JSON would forgive (spaces, other escapes, a field twice) is not. */
function readLine<T>(shape: z.ZodType<T>, line: string): T | undefined {
  try {
    const value: unknown = JSON.parse(line);
    const read = shape.safeParse(value);
    return read.success && JSON.stringify(value) === line ? read.data : undefined;
  } catch {
    return undefined;
  }
}
