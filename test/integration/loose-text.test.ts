import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { issueNotice } from '../../src/usecases/inspection/issue-notice.ts';
import { loadCase } from '../../src/usecases/inspection/load-case.ts';
import { makeTestDatabase, type TestDatabase } from '../support/database.ts';
import { type DoorDesk, openDoorDesk } from '../support/door-desk.ts';
import { type SeededPair, seedPair } from '../support/seed.ts';
import { agreedInspection } from '../support/seed-inspection.ts';

let base: TestDatabase;
let desk: DoorDesk;
let seeded: SeededPair;
let inspectionId: number;
let requestIds: number[];
beforeAll(async () => {
  base = await makeTestDatabase();
  desk = openDoorDesk(base, Date.parse('2026-11-23T09:00:00+07:00'));
  seeded = await seedPair(desk.office);
  const noticed = async (code: string) => {
    const id = await agreedInspection(desk.office, seeded, { code, team: ['a-member'] });
    await desk.office.work({ pairs: 'all' }, async (work) =>
      issueNotice(work, (await loadCase(work, id))!, seeded.cast['a-secretary']!.id),
    );
    return id;
  };
  inspectionId = await noticed('PH-2026-001');
  await noticed('PH-2026-002');
  const rows = await base.ownerSql`select id::int as id from request where kind = 'notice' order by id`;
  requestIds = rows.map((row) => row.id as number);
}, 60_000);
afterAll(() => base.close());
beforeEach(async () => {
  await base.ownerSql`update form set state = 'cancelled' where state = 'open'`;
});

const user = (key: string): number => seeded.cast[key]!.userId;

/** What is said to words typed with no form open. */
async function said(key: string, text: string): Promise<{ keys: string[]; does: string[] }> {
  await base.ownerSql`update outbox set state = 'sent' where state = 'pending'`;
  const after = await desk.lastRow();
  await desk.write(user(key), text);
  const rows = await desk.said(user(key), after);
  return { keys: rows.flatMap(({ keys }) => keys), does: rows.flatMap(({ does }) => does) };
}

const answers = async (): Promise<number> =>
  (await base.ownerSql`select count(*)::int as n from recipient where answer is not null`)[0]!.n;

describe('an answer that is typed', () => {
  test('offers those that wait, each to be opened', async () => {
    const { keys, does } = await said('a-member', 'tôi tham gia');
    expect(keys[0]).toBe('input-typed-answer');
    expect(does).toEqual(expect.arrayContaining(requestIds.map((id) => `open.${id}`)));
  });

  test('offers the buttons of the one notice that waits, and answers nothing', async () => {
    const [only, other] = requestIds;
    await base.ownerSql`update request set state = 'met' where id = ${other!}`;
    for (const text of ['ok', 'da nhan', 'Đã nhận', 'toi tham gia', 'tham gia']) {
      const { keys, does } = await said('a-member', text);
      expect([text, keys[0]]).toEqual([text, 'input-typed-answer']);
      expect(does).toContain(`ack.${only}.attending`);
    }
    expect(await answers()).toBe(0);
  });

  test('with nothing that waits is loose text like any other', async () => {
    expect((await said('b-observer', 'đã nhận')).keys[0]).toBe('input-loose-text');
  });
});

describe('what is pasted with no form open', () => {
  test.each(['Kính gửi Uỷ ban\nđề nghị phối hợp', `Báo cáo ${'x'.repeat(90)}`])(
    'is not stored, and a đầu mối is offered to propose or to log it: %j',
    async (text) => {
      const { keys, does } = await said('a-secretary', text);
      expect(keys).toEqual(['input-pasted']);
      expect(does).toEqual([`newin.${seeded.pairId}`, 'xnew', 'viec.0', 'trogiup.main']);
      const rows =
        await base.ownerSql`select t::text as row from form t union all select o::text from outbox o`;
      expect(JSON.stringify(rows)).not.toContain(text.slice(0, 12));
    },
  );

  test('offers others what they may', async () => {
    expect((await said('a-member-2', 'một\nhai')).does).toEqual(['viec.0', 'trogiup.main']);
  });

  test('is refused and deleted where it bears a mark (C1)', async () => {
    const gone = desk.deleted().length;
    expect((await said('a-secretary', 'Báo cáo\nTUYỆT MẬT')).keys).toContain('secret-refused');
    expect(desk.deleted()).toHaveLength(gone + 1);
  });
});

describe('leaving what is being filled in', () => {
  test.each(['/huy', '/HUY', '/hủy', '/boqua', 'huy', 'hủy', 'Huỷ', 'cancel'])(
    '%s ends the form',
    async (typed) => {
      await desk.write(user('a-secretary'), '/dexuat');
      expect(await desk.formOf(user('a-secretary'))).toBeDefined();
      expect((await said('a-secretary', typed)).keys[0]).toBe('form-cancelled');
      expect(await desk.formOf(user('a-secretary'))).toBeUndefined();
    },
  );

  test('/huy with a code says by what an inspection is stopped, and stops nothing', async () => {
    expect((await said('a-secretary', '/huy PH-2026-001')).keys).toEqual([
      'form-none',
      'cancel-not-stop',
      'input-unused',
    ]);
    expect(await desk.formOf(user('a-secretary'))).toBeUndefined();
  });

  test('somebody called Huy can still be looked for by that name', async () => {
    await base.ownerSql`update person set name = 'Trần Quang Huy' where id = ${seeded.cast['a-member']!.id}`;
    await desk.tap(user('a-secretary'), `team.${inspectionId}`);
    expect((await desk.formOf(user('a-secretary')))?.kind).toBe('team');
    await desk.write(user('a-secretary'), 'huy');
    expect(await desk.formOf(user('a-secretary'))).toBeDefined();
    await desk.write(user('a-secretary'), 'huỷ');
    expect(await desk.formOf(user('a-secretary'))).toBeUndefined();
  });
});

describe('a command is known', () => {
  test.each([
    ['/việc', '/viec'],
    ['/VIEC', '/viec'],
    ['/Lịch', '/lich'],
    ['/trợ giúp', '/trogiup'],
    ['/Sổ', '/so'],
  ])('by %s as by %s', async (typed, plain) => {
    expect(await said('a-chair', typed)).toEqual(await said('a-chair', plain));
  });

  test('with its accents where a form is open too, which stays open', async () => {
    await desk.write(user('a-secretary'), '/dexuat');
    expect((await said('a-secretary', '/việc')).keys[0]).toMatch(/^todo-/);
    expect(await desk.formOf(user('a-secretary'))).toBeDefined();
  });
});
