import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keepErased } from '../../src/erased-list.ts';
import { openOffice } from '../../src/usecases/begin-work.ts';
import { sayInChat } from '../../src/usecases/enqueue.ts';
import { erasePerson } from '../../src/usecases/erase-person.ts';
import { forgetOld } from '../../src/usecases/forget-old.ts';
import { claimOutbox, markSending } from '../../src/usecases/outbox/claim.ts';
import { settleOutbox } from '../../src/usecases/outbox/settle.ts';
import { message, text } from '../../src/usecases/said.ts';
import type { Work } from '../../src/usecases/work.ts';
import { adminLine } from '../support/admin-line.ts';
import { makeTestDatabase, type TestDatabase } from '../support/database.ts';
import { openStepDesk, type StepDesk } from '../support/step-desk.ts';

let desk: StepDesk;
let other: TestDatabase;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'erasure-test-'));
  desk = await openStepDesk();
  other = await makeTestDatabase();
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await desk.base.close();
  await other.close();
});

const path = (name: string) => join(folder, name);
const member = () => desk.one.cast['a-member']!;
const keyOf = async (id: number, on: TestDatabase = desk.base) =>
  (await on.ownerSql<{ key: string }[]>`select key from person where id = ${id}`)[0]!.key;
const nameOf = async (on: TestDatabase) =>
  (await on.ownerSql<{ name: string }[]>`select name from person where id = ${member().id}`)[0]!.name;

describe('what was said to somebody who is erased', () => {
  const OWNER = 'a process';
  /** Claims the next row of the member's chat and puts it on the wire. */
  async function sendNext(work: Work): Promise<number> {
    const rows = await claimOutbox(work, OWNER, 100, desk.office.wallNow());
    const own = rows.find((row) => row.chatId === member().userId)!;
    await markSending(work, OWNER, [own.id]);
    return own.id;
  }
  const say = (word: string, editOf?: number) =>
    desk.all((work) =>
      sayInChat(
        work,
        { chatId: member().userId, personId: member().id },
        message([text('input-unknown-command', { part: word })]),
        editOf,
      ),
    );
  const rows = async () =>
    desk.base.ownerSql<{ line: string; state: string; reason: string }[]>`
      select t::text as line, state, reason from outbox t where person_id = ${member().id} or chat_id = ${member().userId}
      order by id`;
  const settle = (id: number) =>
    desk.all((work) => settleOutbox(work, OWNER, [{ id, kind: 'sent', messageId: 71 }]));

  test('leaves no chat and no text, whether it waited, was an edit, was on the wire or named nobody', async () => {
    await say('sent-word');
    await settle(await desk.all(sendNext));
    await say('wire-word');
    const wire = await desk.all(sendNext);
    await say('edit-word', 71);
    await desk.all((work) => sayInChat(work, { chatId: member().userId }, message([text('input-file')])));
    await desk.all((work) => erasePerson(work, member().id, null));
    const left = await rows();
    expect(left.length).toBeGreaterThan(2);
    for (const { line } of left) {
      expect(line).not.toContain(String(member().userId));
      expect(line).not.toMatch(/\w+-word/);
    }
    // It arrived all the same; nothing comes back by that.
    await settle(wire);
    await desk.all((work) => settleOutbox(work, OWNER, [{ id: wire, kind: 'again', atMs: 0, resent: true }]));
    expect(await rows()).toEqual(left);
  });

  test('and the last word to them leaves neither, once it is out', async () => {
    await desk.all((work) => erasePerson(work, member().id, null));
    await say('last-word');
    await settle(await desk.all(sendNext));
    await say('lost-word');
    const id = await desk.all(sendNext);
    await desk.all((work) => settleOutbox(work, OWNER, [{ id, kind: 'failed', reason: 'unreachable' }]));
    for (const { line } of await rows()) expect(line).not.toContain(String(member().userId));
  });

  test('what an earlier version left of them goes within the hour', async () => {
    await say('old-word', 71);
    await desk.base.ownerSql`update outbox set state = 'skipped' where person_id = ${member().id}`;
    await desk.base.ownerSql`update person set erased_at = '2026-11-01' where id = ${member().id}`;
    await forgetOld(desk.office, 365);
    for (const { line } of await rows()) expect(line).not.toMatch(new RegExp(`${member().userId}|old-word`));
  });
});

describe('an older backup', () => {
  const backup = async () => {
    expect((await adminLine(['backup', path('older.gz'), '--plain'], desk.base)).code).toBe(0);
  };
  const erase = async () => {
    const key = await keyOf(member().id);
    const line = ['erase-person', key, '--sure', key];
    expect((await adminLine(line, desk.base, undefined, path('here/erased'))).code).toBe(0);
  };
  const restore = (more: string[] = [], list?: string) =>
    adminLine(['restore', path('older.gz'), '--plain', ...more], other, undefined, list);

  test('brings nobody back whom the list names, and the chains hold', async () => {
    await backup();
    await erase();
    expect(statSync(path('here/erased')).mode & 0o777).toBe(0o600);
    const { code, said } = await restore([], path('here/erased'));
    expect([code, said.at(-2)]).toEqual([0, expect.stringContaining('(1): of 1 of them')]);
    expect(await nameOf(other)).toBe('');
    expect(
      await other.ownerSql`select from telegram_account where user_id = ${member().userId}`,
    ).toHaveLength(0);
    expect(await keyOf(member().id, other)).toBe(await keyOf(member().id));
    expect((await adminLine(['verify'], other)).code).toBe(0);
  });

  test('put back on another machine takes the list by its name, and keeps it there', async () => {
    await backup();
    await erase();
    const { code } = await restore(['--erased', path('here/erased')], path('there/erased'));
    expect([code, await nameOf(other)]).toEqual([0, '']);
    expect(readFileSync(path('there/erased'), 'utf8')).toBe(readFileSync(path('here/erased'), 'utf8'));
  });

  test('without a list says that people may be back; with one that is none nothing is stored', async () => {
    await backup();
    writeFileSync(path('none'), 'not a list\n');
    expect(await restore(['--erased', path('none')])).toEqual({
      code: 1,
      said: ['The list of those who were erased cannot be read. Nothing was stored.'],
    });
    expect((await restore(['--erased', path('nowhere')])).code).toBe(1);
    expect((await restore()).said.at(-2)).toContain('There is no list');
  });

  test('put back by other means is mended when the program starts; whoever has got the number since is left alone', async () => {
    const file = path('erased');
    const office = openOffice(desk.base.db);
    expect((await keepErased(office, file)).again).toBe(0);
    expect(existsSync(file)).toBe(false);
    writeFileSync(file, `${member().id} erased-${'0'.repeat(32)}\n`);
    expect((await keepErased(office, file)).again).toBe(0);
    expect(await nameOf(desk.base)).not.toBe('');
    await backup();
    await erase();
    expect((await restore()).code).toBe(0);
    expect(await nameOf(other)).not.toBe('');
    expect((await keepErased(openOffice(other.db), path('here/erased'))).again).toBe(1);
    expect(await nameOf(other)).toBe('');
    expect((await keepErased(openOffice(other.db), path('here/erased'))).again).toBe(0);
  });

  test('takes from a damaged list what can be read, and loses none of its lines', async () => {
    await backup();
    await erase();
    const kept = readFileSync(path('here/erased'), 'utf8').trim().split('\n').at(-1)!;
    expect((await restore()).code).toBe(0);
    writeFileSync(path('damaged'), `# a list\r\n${kept}\r\n9 erased-${'a'.repeat(20)}\n`);
    expect(await keepErased(openOffice(other.db), path('damaged'))).toEqual({ again: 1, unreadable: 1 });
    expect(await nameOf(other)).toBe('');
    await desk.all((work) => erasePerson(work, desk.one.cast['a-chair']!.id, null));
    await keepErased(openOffice(desk.base.db), path('damaged'));
    const lines = readFileSync(path('damaged'), 'utf8').split('\n');
    expect(lines).toHaveLength(5);
    expect(lines).toEqual(expect.arrayContaining([kept, `9 erased-${'a'.repeat(20)}`]));
  });
});
