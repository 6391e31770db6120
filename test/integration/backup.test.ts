import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openOffice } from '../../src/usecases/begin-work.ts';
import { sayInChat } from '../../src/usecases/enqueue.ts';
import { message, text } from '../../src/usecases/said.ts';
import { sweep } from '../../src/usecases/sweep.ts';
import { adminLine } from '../support/admin-line.ts';
import { makeTestDatabase, type TestDatabase } from '../support/database.ts';
import { removeRows } from '../support/remove-rows.ts';
import { openStepDesk, type StepDesk } from '../support/step-desk.ts';

const DAMAGED = 'The backup is cut short or damaged. Nothing was stored.';
const WRONG_KEY =
  'The backup cannot be opened: the passphrase or the key does not fit this file. Nothing was stored.';

let folder: string;
let desk: StepDesk;
let other: TestDatabase;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'backup-test-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(async () => {
  desk = await openStepDesk();
  other = await makeTestDatabase();
});
afterEach(async () => {
  await desk.base.close();
  await other.close();
});

const path = (name: string) => join(folder, name);
const put = (name: string, content: string | Uint8Array) => {
  writeFileSync(path(name), content);
  return path(name);
};

const people = async (on: TestDatabase) =>
  (await on.ownerSql<{ name: string }[]>`select name from person order by id`).map((row) => row.name);

async function withRecipient(name: string) {
  const identity = await generateX25519Identity();
  const recipients = [await identityToRecipient(identity)];
  const file = path(name);
  const made = await adminLine(['backup', file], desk.base, { passphrase: undefined, recipients });
  const key = put(`${name}.key`, `# created: 2026-11-23\n${identity}\n`);
  return { made, file, key };
}

describe('a sealed backup', () => {
  test('opens with its passphrase alone, and holds every row', async () => {
    const secret = put('passphrase.txt', 'trăng sáng trên sông\n');
    const wrong = put('wrong.txt', 'trăng sáng trên song\n');
    const file = path('with-passphrase.age');
    const made = await adminLine(['backup', file, '--passphrase-file', secret], desk.base);
    expect(made).toEqual({ code: 0, said: [expect.stringContaining('Backed up and encrypted')] });
    expect(readFileSync(file, 'latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt /);
    expect(await adminLine(['restore', file, '--passphrase-file', wrong], other)).toEqual({
      code: 1,
      said: [WRONG_KEY],
    });
    expect(await people(other)).toEqual([]);
    const settings = { passphrase: 'trăng sáng trên sông', recipients: [] };
    expect((await adminLine(['restore', file], other, settings)).code).toBe(0);
    expect(await people(other)).toEqual(await people(desk.base));
  }, 60_000);

  test('for a recipient is opened by the secret key, which need not be on the machine that makes it', async () => {
    await desk.noticed();
    const { made, file, key } = await withRecipient('for-recipient.age');
    expect(made.code).toBe(0);
    expect((await adminLine(['restore', file], other)).said[0]).toContain('This backup is encrypted');
    const stranger = put('stranger.key', await generateX25519Identity());
    expect((await adminLine(['restore', file, '--identity', stranger], other)).said).toEqual([WRONG_KEY]);
    const restored = await adminLine(['restore', file, '--identity', key], other);
    expect(restored.said.at(-1)).toMatch(/rows in \d+ tables restored; counts and audit chains agree/);
    expect((await adminLine(['verify'], other)).code).toBe(0);
  });

  test('that was cut, or of which a byte was changed anywhere, puts nothing into the database', async () => {
    const { file, key } = await withRecipient('damaged.age');
    const whole = readFileSync(file);
    const header = whole.indexOf('\n---') + 5;
    const places = [header, header + 60, Math.floor(whole.length / 2), whole.length - 1];
    const broken = places.flatMap((at) => {
      const flipped = Buffer.from(whole);
      flipped[at]! ^= 1;
      return [flipped, whole.subarray(0, at)];
    });
    for (const [nth, bytes] of broken.entries()) {
      const ran = await adminLine(['restore', put('broken.age', bytes), '--identity', key], other);
      expect([nth, ran]).toEqual([nth, { code: 1, said: [DAMAGED] }]);
    }
    expect(await people(other)).toEqual([]);
    expect((await adminLine(['restore', file, '--identity', key], other)).code).toBe(0);
  });
});

describe('without encryption', () => {
  test('a file that another backup has under way is left alone', async () => {
    const part = put('busy.gz.part', 'half');
    const { code, said } = await adminLine(['backup', path('busy.gz'), '--plain'], desk.base);
    expect([code, said.join()]).toEqual([1, expect.stringContaining(`${part} exists already`)]);
    expect(readFileSync(part, 'utf8')).toBe('half');
  });

  test('a backup is made, and taken, only when the line says so', async () => {
    const file = path('plain.gz');
    expect((await adminLine(['backup', file], desk.base)).said[0]).toContain('There is nothing to encrypt');
    expect((await adminLine(['backup', file, '--plain'], desk.base)).code).toBe(0);
    expect(readFileSync(file).subarray(0, 2).toString('hex')).toBe('1f8b');
    expect((await adminLine(['restore', file], other)).said[0]).toContain('This file is not encrypted');
    expect((await adminLine(['restore', file, '--plain'], other)).code).toBe(0);
  });

  test.each([
    [['--plain', '--passphrase-file', 'x'], 'Choose one'],
    [['--passphrase-file', 'SHORT'], 'needs 12 characters'],
    [['--passphrase-file', 'MISSING'], '(ENOENT)'],
  ])('%s is refused in words, and no file is left', async (words, told) => {
    const short = put('short.txt', 'short\n');
    const line = words.map((word) => word.replace('SHORT', short).replace('MISSING', path('nowhere')));
    const { code, said } = await adminLine(['backup', path('refused.age'), ...line], desk.base);
    expect([code, said[0]]).toEqual([1, expect.stringContaining(told)]);
    expect(() => readFileSync(path('refused.age'))).toThrow(/ENOENT/);
  });
});

describe('what is owed', () => {
  const restoreInto = async (file: string) => {
    await adminLine(['backup', path(file), '--plain'], desk.base);
    expect((await adminLine(['restore', path(file), '--plain'], other)).code).toBe(0);
  };
  const sweepAt = async (iso: string) => {
    const office = openOffice(other.db, () => Date.parse(iso));
    await sweep(office, (error) => {
      throw error;
    });
    return other.ownerSql<{ person: number; kind: string }[]>`
      select person_id as person, kind from outbox where state = 'pending' and not is_group and kind <> 'chain-head'`;
  };

  test('lives on after a restore: the reminder comes at its hour, once a person', async () => {
    await desk.noticed({ team: ['b-member'] });
    await restoreInto('owed.gz');
    expect(await sweepAt('2026-11-24T13:00:00+07:00')).toEqual([]);
    const said = await sweepAt('2026-11-24T14:00:30+07:00');
    expect(said.map((one) => one.person)).toContain(desk.one.cast['b-member']!.id);
    expect(new Set(said.map((one) => one.person)).size).toBe(said.length);
  });

  test('and passed while nothing ran comes as one message a person, however much it was', async () => {
    for (let n = 0; n < 3; n += 1) await desk.noticed({ team: ['b-member'] });
    await restoreInto('passed.gz');
    const said = await sweepAt('2026-12-01T09:00:00+07:00');
    expect(said.length).toBeGreaterThan(0);
    expect(new Set(said.map((one) => one.person)).size).toBe(said.length);
    expect(await sweepAt('2026-12-01T09:01:00+07:00')).toHaveLength(said.length);
    expect((await adminLine(['verify'], other)).code).toBe(0);
  });

  test('of digests the latest one that was missed goes, once a person', async () => {
    await removeRows(desk.base.ownerSql, 'digest_setting');
    await desk.sweep();
    await restoreInto('digests.gz');
    const digests = (await sweepAt('2026-12-09T09:00:00+07:00')).filter((one) => one.kind === 'digest');
    expect(digests.length).toBeGreaterThan(0);
    expect(new Set(digests.map((one) => one.person)).size).toBe(digests.length);
  });

  test('of messages that waited then, notices go marked as sent again, answers to taps no more', async () => {
    const id = await desk.agreed({ team: ['b-member'] });
    await desk.notify(id);
    await desk.all((work) => sayInChat(work, { chatId: 5 }, message([text('error-not-saved')])));
    await restoreInto('waiting.gz');
    const rows =
      await other.ownerSql`select kind, state, resent, reason, ref ? 'message' as text from outbox order by id`;
    const said = rows.filter((row) => row.kind === 'said');
    expect(said).toEqual([
      { kind: 'said', state: 'skipped', resent: false, reason: 'restored', text: false },
    ]);
    const notices = rows.filter((row) => row.kind !== 'said');
    expect(notices.length).toBeGreaterThan(0);
    expect(notices.every((row) => row.state === 'pending' && row.resent)).toBe(true);
  });
});
