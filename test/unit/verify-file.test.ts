import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Desk } from '../../src/admin/desk.ts';
import { runAdmin } from '../../src/admin/run.ts';
import { contentDigest, digestValue, entryHash, genesis } from '../../src/domain/audit-chain.ts';
import { canonical } from '../../src/domain/canonical.ts';
import { type ProofEntry, proofLine } from '../../src/usecases/chain/proof-lines.ts';
import { wordsIn } from '../../src/usecases/plain-words.ts';
import { secondVerifyFile } from '../support/second-verifier.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'phoi-hop-verify-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const CHAIN = 'pair-7';

/** Entries of which every second is not shown, and an older one at the start. */
function makeLines(count: number): string[] {
  const entries: ProofEntry[] = [];
  let prevHash = genesis(CHAIN);
  for (let seq = 1; seq <= count; seq++) {
    const salt = seq === 1 ? null : `salt-${seq}`;
    const kept = { field: 'note', salt: 's', value: `lời ${seq}` };
    const body = canonical({ by: seq, note: digestValue(kept.salt, kept.value) });
    const content = { at: '2026-11-25T10:00:00.000Z', type: 'notice.answered', body, salt };
    const hash = entryHash({ chain: CHAIN, seq, prevHash, ...content });
    const place = { seq, prevHash, hash };
    entries.push(
      seq % 2 ? { ...place, digest: contentDigest(content) } : { ...place, ...content, values: [kept] },
    );
    prevHash = hash;
  }
  const first = { format: 'phoi-hop audit 1', chain: CHAIN, pair: 'tinh', side: 'a', madeAt: 'x' } as const;
  const head = { seq: count, hash: prevHash };
  const heads = [{ seq: 3, hash: entries[2]!.hash, month: '2026-12-01', signatures: [] }];
  return [proofLine(first), ...entries.map(proofLine), proofLine({ head, heads })];
}

const lines = makeLines(6);
const hashOf = (seq: number): string => JSON.parse(lines[seq]!).hash;

/** A desk without a database or settings. */
async function verify(given: string[], ...options: string[]) {
  const path = join(folder, 'a.jsonl');
  writeFileSync(path, given.join(''));
  const [out, err]: [string[], string[]] = [[], []];
  const none = () => Promise.reject(new Error('there is no database here'));
  const code = await runAdmin(['verify', ...options, path, '--lang', 'en'], (locale): Desk => {
    const desk = {
      office: none,
      ownerSql: none,
      bareSql: none,
      backupSettings: () => ({ passphrase: undefined, recipients: [] }),
      bytesOut: () => 'terminal' as const,
      noteBackup: none,
      erasedList: () => undefined,
      botName: none,
      locale,
      say: wordsIn(locale),
    };
    return { ...desk, print: (...said) => out.push(...said), complain: (...said) => err.push(...said) };
  });
  return { code, out, err };
}

describe('verify FILE, without a database', () => {
  test('says that the chain holds, its head, and what it took on trust', async () => {
    expect(await verify(lines)).toEqual({
      code: 0,
      out: [
        `tinh: holds, 6 entries, head 6:${hashOf(6)}`,
        'tinh: 1 entries of the other committee in the older format, held by the head alone',
      ],
      err: [],
    });
    expect(secondVerifyFile(Buffer.from(lines.join('')))).toEqual({ ok: true, count: 6 });
  });

  test.each([
    ['SEQ:HASH', () => `4:${hashOf(4).slice(0, 16)}`, 0],
    ['a bare hash', () => hashOf(5), 0],
    ['its first digits, in capitals', () => hashOf(2).slice(0, 8).toUpperCase(), 0],
    ['a head at another seq', () => `5:${hashOf(4)}`, 1],
    ['a hash that is nowhere', () => '00000000', 1],
    ['too few digits', () => hashOf(2).slice(0, 7), 2],
  ])('takes --head as %s', async (_, head, code) => {
    expect((await verify(lines, '--head', head())).code).toBe(code);
  });

  test.each([
    ['a changed value', 4, (line: string) => line.replace('lời 4', 'lời x'), 4, 'a value kept beside it'],
    [
      'a changed body',
      4,
      (line: string) => line.replace('\\"by\\":4', '\\"by\\":5'),
      4,
      'the content was changed',
    ],
    ['a changed digest', 5, (line: string) => line.replace(/("digest":")./, '$1g'), 5, 'cannot be read'],
    ['a line with a space', 2, (line: string) => line.replace(',', ', '), 2, 'cannot be read'],
    ['a line that is missing', 3, () => '', 3, 'the numbers are not consecutive'],
    ['another chain', 0, (line: string) => line.replace('pair-7', 'pair-8'), 1, 'does not link'],
    ['its end missing', 7, () => '', 7, 'the last line of the file'],
    [
      'a head that is not there',
      7,
      (line: string) => line.replace('"seq":3', '"seq":4'),
      4,
      'the head is not found',
    ],
  ])('names %s', async (_, at, change, seq, why) => {
    const changed = lines.with(at, change(lines[at]!));
    const { code, err } = await verify(changed);
    expect(code).toBe(1);
    expect(err[0]).toMatch(new RegExp(`^tinh: wrong from entry ${seq} on: .*${why}`));
    expect(secondVerifyFile(Buffer.from(changed.join('')))).toMatchObject({ ok: false, seq });
  });

  test('names a confirmation of which the chain does not tell', async () => {
    const signed = lines.with(
      7,
      lines[7]!.replace('"signatures":[]', '"signatures":[{"side":"a","at":"x"}]'),
    );
    expect((await verify(signed)).err[0]).toContain("a side's confirmation");
    expect(secondVerifyFile(Buffer.from(signed.join('')))).toEqual({ ok: false, seq: 3, why: 'signature' });
  });

  test('says of what is no export, not there, or of another pair, that it is so', async () => {
    expect((await verify(['{}\n'])).err).toEqual([
      'The file is not an audit log exported by this system (JSON lines).',
    ]);
    expect((await verify(lines, '--pair', 'khac')).err).toEqual(['There is no audit chain (khac).']);
    expect((await verify(lines, '--pair', 'tinh')).code).toBe(0);
    const none = await runAdmin(['verify', join(folder, 'none'), '--lang', 'en'], (locale) => {
      const desk = { locale, say: wordsIn(locale), print: () => {}, complain: () => {} };
      return desk as unknown as Desk;
    });
    expect(none).toBe(1);
  });
});
