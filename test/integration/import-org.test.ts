import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Sql, TransactionSql } from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { target } from '../../db/schema/index.ts';
import type { Desk } from '../../src/admin/desk.ts';
import { runAdmin } from '../../src/admin/run.ts';
import { type Office, openOffice } from '../../src/usecases/begin-work.ts';
import { makeInvitation, tokenHash } from '../../src/usecases/make-invitation.ts';
import { wordsIn } from '../../src/usecases/plain-words.ts';
import { VERSION } from '../../src/version.ts';
import { makeTestDatabase, type TestDatabase } from '../support/database.ts';
import { START } from '../support/start-day.ts';

const EXAMPLE = readFileSync('examples/org.yaml', 'utf8');
const FIRST_DAY = Date.parse('2026-11-16T09:00:00+07:00');
const DAY = 86_400_000;

let at: TestDatabase;
let folder: string;
let file: string;
let now: number;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'admin-test-'));
  file = join(folder, 'org.yaml');
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(async () => {
  now = FIRST_DAY;
  at = await makeTestDatabase();
  return () => at.close();
});

type Ran = { code: number; out: string[]; err: string[] };

/** One line of `npm run admin --`, answered in English unless the line says otherwise. */
async function admin(line: string, database = at): Promise<Ran> {
  const ran: Ran = { code: 0, out: [], err: [] };
  const argv = line.split(' ').map((word) => word.replace('ORG', file).replace('FOLDER', folder));
  ran.code = await runAdmin(line.includes('--lang') ? argv : [...argv, '--lang', 'en'], (locale): Desk => {
    const office: Office = openOffice(database.db, () => now);
    return {
      locale,
      say: wordsIn(locale),
      print: (...lines) => void ran.out.push(...lines),
      complain: (...lines) => void ran.err.push(...lines),
      office: async () => office,
      ownerSql: async () => database.ownerSql,
      bareSql: async () => database.ownerSql,
      backupSettings: () => ({ passphrase: undefined, recipients: [] }),
      bytesOut: () => 'terminal',
      noteBackup: async () => {},
      erasedList: () => undefined,
      botName: async () => 'phoihop_bot',
    };
  });
  return ran;
}

async function importText(source: string): Promise<Ran> {
  writeFileSync(file, source);
  return admin('import ORG');
}

/** The example with one piece replaced; the piece must be there. */
function changed(source: string, piece: string, by: string): string {
  expect(source).toContain(piece);
  return source.replace(piece, () => by);
}

const column = async (query: string, sql: Sql = at.ownerSql): Promise<unknown[]> =>
  (await sql.unsafe(query)).map((row) => Object.values(row)[0]);

describe('import', () => {
  test('the example is stored whole, and a second run changes nothing', async () => {
    const first = await importText(EXAMPLE);
    expect(first).toMatchObject({ code: 0, err: [] });
    expect(first.out.at(-1)).toBe('Stored: 74 added, 0 changed, 0 ended.');
    expect(await column('select count(*)::int from membership')).toEqual([26]);
    expect(
      await column(
        "select p.key from target t join target p on p.id = t.parent_id where t.key = 'cb-co-dong-1'",
      ),
    ).toEqual(['db-cs-co-dong']);
    expect(await column("select to_day::text from target where key = 'db-ca-huyen-z'")).toEqual([
      '2025-03-01',
    ]);
    expect(await column('select leader_approves from side_setting order by pair_id, side')).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(await column("select count(*)::int from calendar_day where day like '2026%'")).toEqual([17]);
    now += DAY;
    expect(await admin('import ORG --lang vi')).toEqual({ code: 0, out: ['Không có gì thay đổi.'], err: [] });
    expect(await column('select seq::int from audit_chain order by name')).toEqual([1, 1, 1]);
  });

  test('what changed in the file is applied, listed and recorded in the chain of its pair', async () => {
    await importText(EXAMPLE);
    let source = changed(EXAMPLE, 'name: Mẫu Văn Năm', 'name: Mẫu Văn Mới');
    source = changed(source, 'aliases: [CB PC02]', 'aliases: [CB PC02, Hình sự tỉnh]');
    source = changed(source, 'answer_working_days: 2 #', 'answer_working_days: 3 #');
    source = changed(
      source,
      '{ pair: tinh, committee: ubkt-tinh, role: observer }',
      '{ pair: tinh, committee: ubkt-tinh, role: member }',
    );
    expect((await importText(source)).out).toEqual([
      '~ person Mẫu Văn Mới: name',
      '~ pair [tinh]: UBKT ĐU Công an tỉnh X – UBKT Tỉnh uỷ X: policy',
      '~ [tinh] Giả Thị Thập, member: role',
      '~ [tinh] target: Chi bộ Phòng Cảnh sát hình sự, Đảng bộ Công an tỉnh X: aliases',
      'Stored: 0 added, 4 changed, 0 ended.',
    ]);
    expect(await column("select policy->>'answerWorkingDays' from pair where key = 'tinh'")).toEqual(['3']);
    const chains =
      await at.ownerSql`select coalesce(p.key, 'system') as key, c.seq::int from audit_chain c left join pair p on p.id = c.pair_id order by 1`;
    expect([...chains]).toEqual([
      { key: 'phuong-y', seq: 1 },
      { key: 'system', seq: 2 },
      { key: 'tinh', seq: 2 },
    ]);
    const bodies = await column('select body from audit_entry');
    expect(bodies.join()).not.toContain('Mẫu');
    expect((await admin('verify')).code).toBe(0);
  });

  test('the agreement as a document follows the file; its number and day enter the chain, who issued it does not', async () => {
    const stored = () => at.ownerSql`
      select agreement_symbol, agreement_day::text, agreement_issuers from pair where key = 'phuong-y'`;
    await importText(EXAMPLE);
    expect([...(await stored())]).toEqual([
      { agreement_symbol: '02-QC/UBKTCAT', agreement_day: '2026-04-08', agreement_issuers: null },
    ]);
    const both = '      symbol: 02-QC/UBKTCAT\n      day: 2026-04-08\n';
    const moved = changed(EXAMPLE, both, `${both.replace('04-08', '04-09')}      issuers: Uỷ ban Mẫu\n`);
    expect((await importText(moved)).out).toEqual([
      '~ pair [phuong-y]: UBKT ĐU Công an tỉnh X – UBKT Đảng uỷ phường Y: day, issuers',
      'Stored: 0 added, 1 changed, 0 ended.',
    ]);
    expect([...(await stored())]).toEqual([
      { agreement_symbol: '02-QC/UBKTCAT', agreement_day: '2026-04-09', agreement_issuers: 'Uỷ ban Mẫu' },
    ]);
    const bodies = (await column('select body from audit_entry')).join();
    expect(bodies).toContain('"symbol":"02-QC/UBKTCAT"');
    expect(bodies).not.toContain('Uỷ ban Mẫu');
    expect((await importText(changed(EXAMPLE, both, ''))).out[0]).toBe(
      '~ pair [phuong-y]: UBKT ĐU Công an tỉnh X – UBKT Đảng uỷ phường Y: symbol, day, issuers',
    );
    expect([...(await stored())]).toEqual([
      { agreement_symbol: null, agreement_day: null, agreement_issuers: null },
    ]);
    expect((await admin('verify')).code).toBe(0);
  });

  test('what vanished from the file is ended today, not deleted, and can come back', async () => {
    await importText(EXAMPLE);
    const without = EXAMPLE.replace(/ {2}- key: tinh-theo-doi\n(?: {4}.*\n)+/, '').replace(
      / {6}- key: cb-trai-tam-giam\n(?: {8}.*\n)+/,
      '',
    );
    now += DAY;
    const ended = await importText(without);
    expect(ended.out).toEqual([
      '− [tinh] Giả Thị Thập, observer: ended from today on (no longer in the file)',
      '− [tinh] target: Chi bộ Trại tạm giam, Đảng bộ Công an tỉnh X: ended from today on (no longer in the file)',
      'Stored: 0 added, 0 changed, 2 ended.',
    ]);
    expect(await column('select to_day::text from membership where to_day is not null')).toEqual([
      '2026-11-17',
    ]);
    expect(await column("select to_day::text from target where key = 'cb-trai-tam-giam'")).toEqual([
      '2026-11-17',
    ]);
    now += DAY;
    expect((await admin('import ORG')).out).toEqual(['Nothing has changed.']);
    expect((await importText(EXAMPLE)).out.at(-1)).toBe('Stored: 1 added, 1 changed, 0 ended.');
    expect(await column('select to_day::text from membership where to_day is not null')).toEqual([]);
  });

  test('a pair that vanished ends its people and targets; the other pair is untouched', async () => {
    await importText(EXAMPLE);
    let source = EXAMPLE.replace(/ {2}- key: phuong-y\n(?:(?: {4}.*)?\n)+(?=# --- Người)/, '');
    source = source
      .replace(/ {6}- \{ pair: phuong-y, .*\n/g, '')
      .replaceAll(/ {4}memberships:\n(?= {2}- key|\n)/g, '');
    expect((await importText(source)).out.at(-1)).toBe('Stored: 0 added, 0 changed, 8 ended.');
    const open =
      'select distinct p.key from membership m join pair p on p.id = m.pair_id where m.to_day is null';
    expect(await column(open)).toEqual(['tinh']);
  });

  test('with an error nothing is stored, and each error has its line', async () => {
    const source = changed(EXAMPLE, 'relation: peers # ', 'relation: gleich # ').replace(
      'parent: db-cat #',
      'parent: db-cta #',
    );
    const ran = await importText(source);
    expect(ran.code).toBe(1);
    const lineOf = (piece: string) => source.slice(0, source.indexOf(piece)).split('\n').length;
    expect(ran.err).toEqual([
      `${file}:${lineOf('gleich')}: relation: "gleich" is not possible; choose one of: peers, a_above, b_above`,
      `${file}:${lineOf('db-cta')}: there is no target "db-cta" in this pair; the nearest is "db-cat"`,
      '2 problems. Nothing was stored; mend the file and run the command again.',
    ]);
    expect(await column('select key from committee')).toEqual([]);
  });

  test('a pair does not change its committees: the file is refused and nothing of it is stored', async () => {
    await importText(EXAMPLE);
    const source = EXAMPLE.replace(
      'committee: ubkt-cat\n    b:\n      committee: ubkt-phuong',
      'committee: ubkt-phuong\n    b:\n      committee: ubkt-cat',
    ).replace('name: Mẫu Văn Một', 'name: Mẫu Khác');
    const ran = await importText(source);
    expect(ran.err[0]).toContain(
      'the pair "phuong-y" exists with the committees "ubkt-cat" (side a) and "ubkt-phuong" (side b)',
    );
    expect(await column("select name from person where key = 'cat-chu-nhiem'")).toEqual(['Mẫu Văn Một']);
  });

  test('a dry run says what would change and stores nothing', async () => {
    writeFileSync(file, EXAMPLE);
    const ran = await admin('import ORG --dry-run');
    expect(ran.out.at(-1)).toBe('Tried only, nothing stored: 74 would be added, 0 changed, 0 ended.');
    expect(await column('select key from committee')).toEqual([]);
  });

  test("a year's list of days replaces that year and leaves the others", async () => {
    await importText(EXAMPLE);
    const ran = await importText(`${EXAMPLE}calendar:\n  - { day: 2027-02-05, kind: off, label: Tết }\n`);
    expect(ran.out).toEqual(['~ days off of 2027', 'Stored: 0 added, 1 changed, 0 ended.']);
    expect(await column("select day from calendar_day where day like '2027%'")).toEqual(['2027-02-05']);
    expect(await column("select count(*)::int from calendar_day where day like '2026%'")).toEqual([17]);
    expect((await admin('import ORG')).out).toEqual(['Nothing has changed.']);
  });

  test('years that a stored calendar does not have yet come with the next import', async () => {
    await importText(EXAMPLE);
    await column("delete from calendar_day where day >= '2028'");
    expect((await admin('import ORG')).out.at(-1)).toBe('Stored: 3 added, 0 changed, 0 ended.');
    expect(
      await column('select distinct left(day, 4) from calendar_day where provisional order by 1'),
    ).toEqual(['2027', '2028', '2029', '2030']);
  });

  test('two imports at once: one stores, the other finds nothing to change', async () => {
    writeFileSync(file, EXAMPLE);
    const both = await Promise.all([admin('import ORG'), admin('import ORG')]);
    expect(both.map((ran) => ran.out.at(-1)).sort()).toEqual([
      'Nothing has changed.',
      'Stored: 74 added, 0 changed, 0 ended.',
    ]);
  });
});

describe('invitations', () => {
  test('an invitation is stored by its hash only, lasts seven days and revokes the one before', async () => {
    await importText(EXAMPLE);
    const first = await admin('invite tinh-dau-moi-1');
    const second = await admin('invite tinh-dau-moi-1');
    const [, token] = /^https:\/\/t\.me\/phoihop_bot\?start=([\w-]{43})$/.exec(second.out[1]!)!;
    expect(first.out[1]).not.toBe(second.out[1]);
    const rows =
      await at.ownerSql`select token_hash, revoked_at is null as open, expires_at - made_at = interval '7 days' as week from invitation order by id`;
    expect(rows[0]).toMatchObject({ open: false });
    expect(rows[1]).toEqual({ token_hash: tokenHash(token!), open: true, week: true });
    expect((await admin('people')).out.find((line) => line.startsWith('tinh-dau-moi-1'))).toContain(
      '· invited ·',
    );
    now += 7 * DAY;
    expect((await admin('people')).out.find((line) => line.startsWith('tinh-dau-moi-1'))).toContain(
      '· not invited ·',
    );
  });

  test('who stands in several pairs is invited for a named one', async () => {
    await importText(EXAMPLE);
    expect((await admin('invite cat-dau-moi-1')).err).toEqual([
      'The person "cat-dau-moi-1" has a role in several pairs (tinh, phuong-y); add --pair and one key.',
    ]);
    expect((await admin('invite cat-dau-moi-1 --pair phuong')).err[0]).toContain(
      'has no role in the pair "phuong"',
    );
    expect((await admin('invite cat-dau-moi-1 --pair phuong-y')).code).toBe(0);
    expect((await admin('invite cat-dau-moi-9')).err[0]).toContain('the nearest is "cat-dau-moi-1"');
  });

  test('an invitation made in the scope of one pair revokes the one of another pair', async () => {
    await importText(EXAMPLE);
    await admin('invite cat-dau-moi-1 --pair phuong-y');
    const [personId] = await column("select id from person where key = 'cat-dau-moi-1'");
    const [pairId] = await column("select id from pair where key = 'tinh'");
    const seen = await openOffice(at.db, () => now).work({ pairs: [pairId as number] }, async (work) => {
      await makeInvitation(work, { pairId: pairId as number, personId: personId as number, invitedBy: null });
      return work.tx.select().from(target);
    });
    expect(await column('select revoked_at is null from invitation order by id')).toEqual([false, true]);
    expect(new Set(seen.map((row) => row.pairId))).toEqual(new Set([pairId]));
  });

  test('an open invitation ends with the membership', async () => {
    await importText(EXAMPLE);
    await admin('invite tinh-theo-doi');
    await importText(EXAMPLE.replace(/ {2}- key: tinh-theo-doi\n(?: {4}.*\n)+/, ''));
    expect(await column('select revoked_at is null from invitation')).toEqual([false]);
  });
});

describe('verify', () => {
  test('a changed entry, a changed value and a cut end are each named', async () => {
    await importText(EXAMPLE);
    await admin('invite tinh-dau-moi-1');
    const held = await admin('verify --pair tinh');
    const [, head] = /head (\d+:[0-9a-f]+)/.exec(held.out[0]!)!;
    expect((await admin(`verify --pair tinh --head ${head!.slice(0, 20)}`)).code).toBe(0);
    await at.ownerSql`update audit_value set value = 'khác' where field like 'person-%' and seq = 1`;
    expect((await admin('verify --pair system')).err).toEqual([
      'system: wrong from entry 1 on: a value kept beside it does not fit its digest',
    ]);
    const [pairId] = await column("select id from pair where key = 'tinh'");
    await at.ownerSql`alter table audit_entry disable trigger user`;
    await at.ownerSql`delete from audit_entry where pair_id = ${pairId as number} and seq = 2`;
    await at.ownerSql`update audit_chain set seq = 1, hash = (select hash from audit_entry where pair_id = ${pairId as number} and seq = 1) where pair_id = ${pairId as number}`;
    expect((await admin('verify --pair tinh')).code).toBe(0);
    expect((await admin(`verify --pair tinh --head ${head}`)).err[0]).toContain('the head is not found');
    await at.ownerSql`update audit_entry set body = replace(body, 'added', 'ended') where pair_id = ${pairId as number}`;
    expect((await admin('verify')).err).toContain(
      'tinh: wrong from entry 1 on: the content was changed after it was written',
    );
  });
});

describe('verify --head', () => {
  test('takes a bare hash, and finds without --pair which chain holds it', async () => {
    await importText(EXAMPLE);
    const held = await admin('verify');
    const [hash] = /[0-9a-f]{64}/.exec(held.out.at(-1)!)!;
    expect((await admin(`verify --head ${hash}`)).code).toBe(0);
    expect((await admin(`verify --head ${hash.slice(0, 8)}`)).code).toBe(0);
    expect((await admin(`verify --pair tinh --head ${'0'.repeat(8)}`)).code).toBe(1);
    const nowhere = await admin(`verify --head ${'0'.repeat(16)}`);
    expect(nowhere.code).toBe(1);
    expect(nowhere.err).toEqual([
      'No chain has this head: an end was cut off or written anew, or the hash is not right.',
    ]);
    expect((await admin('verify --head 0a1b2c3')).code).toBe(2);
  });
});

describe("a person's own data", () => {
  test('the export holds what is kept about the person and nobody else', async () => {
    await importText(EXAMPLE);
    const ran = await admin('export-person tinh-dau-moi-1');
    const data = JSON.parse(ran.out.join('\n'));
    expect(data.person).toMatchObject({ name: 'Giả Văn Tam', locale: 'vi' });
    expect(data.memberships).toEqual([
      {
        pair: 'UBKT ĐU Công an tỉnh X – UBKT Tỉnh uỷ X',
        side: 'b',
        role: 'secretary',
        from: '2026-11-16',
        to: null,
      },
    ]);
    expect(ran.out.join()).not.toMatch(/Mẫu|Giả (?!Văn Tam)/);
  });

  test('erasure removes the person everywhere, the chains still verify, and the file cannot bring them back', async () => {
    await importText(EXAMPLE);
    await admin('invite tinh-dau-moi-1');
    await at.ownerSql`insert into telegram_account (person_id, user_id, chat_id, shown_name, state, created_at)
      select id, 4242, 4242, 'Giả Văn Tam', 'active', ${START} from person where key = 'tinh-dau-moi-1'`;
    expect((await admin('erase-person tinh-dau-moi-1')).code).toBe(2);
    expect((await admin('erase-person tinh-dau-moi-1 --sure tinh-dau-moi-1')).code).toBe(0);
    const kept = await column(`select string_agg(t.line, ' ') from (
      select to_json(p)::text as line from person p union all select to_json(a)::text from telegram_account a
      union all select to_json(v)::text from audit_value v union all select to_json(e)::text from audit_entry e) t`);
    expect(kept.join()).not.toMatch(/Giả Văn Tam|\b4242\b|tinh-dau-moi-1/);
    expect((await admin('verify')).code).toBe(0);
    expect((await admin('import ORG')).err[0]).toContain(
      'the data of the person "tinh-dau-moi-1" were erased on request',
    );
  });
});

describe('backup and restore', () => {
  const tables = async (sql: Sql): Promise<Record<string, unknown>> => {
    const names = await column("select tablename from pg_tables where schemaname = 'public' order by 1", sql);
    const contents = names.map(async (name) => [
      name,
      await column(`select to_json(t)::text from public.${name} t order by 1`, sql),
    ]);
    return Object.fromEntries(await Promise.all(contents));
  };

  test('a backup restored into an empty database is the same to the last row, and work goes on', async () => {
    await importText(
      `${EXAMPLE}calendar:\n  - { day: 2028-01-03, kind: off, label: "Một\u2028hai \\"ba\\"" }\n`,
    );
    await admin('invite tinh-dau-moi-1');
    await at.ownerSql`insert into update_seen values (9007199254740993, 1, ${START}, 'done')`;
    expect(await admin('backup FOLDER/a.gz --plain')).toMatchObject({ code: 0, err: [] });
    expect(statSync(join(folder, 'a.gz')).mode & 0o777).toBe(0o600);
    expect((await admin('backup FOLDER/a.gz --plain')).code).toBe(1);
    const other = await makeTestDatabase();
    try {
      const ran = await admin('restore FOLDER/a.gz --plain', other);
      expect(ran).toMatchObject({ code: 0, err: [] });
      expect(ran.out.at(-1)).toMatch(/rows in \d+ tables restored; counts and audit chains agree/);
      expect(await tables(other.ownerSql)).toEqual(await tables(at.ownerSql));
      expect((await admin('invite tinh-dau-moi-1', other)).code).toBe(0);
      expect(await column('select max(id) from invitation', other.ownerSql)).toEqual([2]);
      await expect(other.ownerSql`insert into target_alias values (1, 999999, 'x', 'x')`).rejects.toThrow(
        /foreign key/,
      );
      expect((await admin('restore FOLDER/a.gz --plain', other)).err[0]).toContain(
        'A backup goes into an empty database only',
      );
    } finally {
      await other.close();
    }
  });

  test('a cut, changed or foreign file is refused and leaves the database empty', async () => {
    await importText(EXAMPLE);
    await admin('backup FOLDER/b.gz --plain');
    const text = gunzipSync(readFileSync(join(folder, 'b.gz'))).toString();
    const files = {
      cut: [gzipSync(text.slice(0, -300)), 'The backup is cut short or damaged. Nothing was stored.'],
      torn: [readFileSync(join(folder, 'b.gz')).subarray(0, -100), 'the file cannot be read (Z_BUF_ERROR)'],
      changed: [
        gzipSync(text.replace('Mẫu Văn Một', 'Mẫu Văn Hai')),
        'The backup is cut short or damaged. Nothing was stored.',
      ],
      newer: [
        gzipSync(
          text
            .replace(/"migration":"[^"]*"/, '"migration":"later"')
            .replace(`"version":"${VERSION}"`, '"version":"99.0.0"'),
        ),
        `The backup was made by a newer version of this program (99.0.0; this one is ${VERSION}). Update the program first, then restore. Nothing was stored.`,
      ],
      foreign: [gzipSync('hello'), 'The file is no backup of this program. Nothing was stored.'],
      plain: ['hello', 'the file cannot be read (Z_DATA_ERROR)'],
    } as const;
    const other = await makeTestDatabase();
    try {
      for (const [name, [bytes, told]] of Object.entries(files)) {
        writeFileSync(join(folder, name), bytes);
        expect(await admin(`restore FOLDER/${name} --plain`, other)).toEqual({
          code: 1,
          out: [],
          err: [told],
        });
      }
      expect((await admin('restore FOLDER/missing --plain', other)).err).toEqual([
        'the file cannot be read (ENOENT)',
      ]);
      expect(await column('select key from person', other.ownerSql)).toEqual([]);
    } finally {
      await other.close();
    }
  });
});

describe('the line', () => {
  test('a wrong line says what is wrong, shows one that works, and ends with 2', async () => {
    const table: [string, string][] = [
      ['imprt x', 'There is no command "imprt".'],
      ['import', 'Something is missing.'],
      ['import a b', 'Too much: b'],
      ['import a --dry', 'This command has no option --dry.'],
      ['invite a --pair', '--pair needs a value.'],
    ];
    for (const [line, told] of table) {
      const ran = await admin(line);
      expect([ran.code, ran.err[0]]).toEqual([2, told]);
      expect(ran.err.at(-1)).toMatch(/^For example: npm run admin -- /);
    }
    expect((await admin('help --lang fr')).code).toBe(2);
    expect((await admin('verify --head x')).code).toBe(2);
    expect((await admin('help')).code).toBe(0);
  });
});

test('verify misses a chain that went with its pair, and the system’s', async () => {
  await importText(EXAMPLE);
  const [pairId] = await column("select id from pair where key = 'tinh'");
  const gone = (work: (tx: TransactionSql) => Promise<unknown>) =>
    at.ownerSql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await work(tx);
    });
  const remove = (tx: TransactionSql, where: 'is not' | 'is') =>
    tx.unsafe(
      `delete from audit_entry where pair_id ${where} null; delete from audit_chain where pair_id ${where} null`,
    );
  await gone(async (tx) => {
    await remove(tx, 'is not');
    await tx`delete from pair where id = ${pairId as number}`;
  });
  expect((await admin('verify')).err).toContain(
    `pair-${pairId}: wrong from entry 1 on: the whole chain is gone`,
  );
  await gone(async (tx) => {
    await tx`insert into consent (person_id, text_version, given_at) values (1, 1, now())`;
    await remove(tx, 'is');
  });
  expect((await admin('verify')).err).toContain('system: wrong from entry 1 on: the whole chain is gone');
});
