import { asc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { auditEntry, duty, dutySlot, exchangeStep } from '../../db/schema/index.ts';
import { describeChange } from '../../src/admin/say-change.ts';
import { type Office, openOffice } from '../../src/usecases/begin-work.ts';
import { openDutySlots } from '../../src/usecases/exchange/open-duty-slots.ts';
import { importOrg } from '../../src/usecases/import-org.ts';
import { readOrgFile } from '../../src/usecases/org-file.ts';
import { wordsIn } from '../../src/usecases/plain-words.ts';
import { makeTestDatabase, type TestDatabase } from '../support/database.ts';

const file = (duties: string[]): string => `committees:
  - { key: ca, name: Uỷ ban A, short: UB A }
  - { key: cb, name: Uỷ ban B, short: UB B }
pairs:
  - key: p
    name: Cặp A và B
    agreement:
      relation: peers
${duties.length > 0 ? `      duties:\n${duties.map((line) => `        - ${line}\n`).join('')}` : ''}    a: { committee: ca }
    b: { committee: cb }
people:
  - { key: sa, name: Mẫu A, memberships: [{ pair: p, committee: ca, role: secretary }] }
  - { key: sb, name: Mẫu B, memberships: [{ pair: p, committee: cb, role: secretary }] }
`;
const QUARTERLY = '{ key: quy, name: Tình hình quý, period: quarter, due_working_days: 5 }';

const english = wordsIn('en');
let base: TestDatabase;
let office: Office;
let wallMs: number;

beforeEach(async () => {
  base = await makeTestDatabase();
  office = openOffice(base.db, () => wallMs);
  // The slot of the fourth quarter opens on Tuesday 22/12/2026 and is due on Friday 08/01/2027.
  at('2026-12-22T08:00:00+07:00');
});
afterEach(() => base.close());

const at = (iso: string) => {
  wallMs = Date.parse(iso);
};

/** What the operator reads after an import: the changes, or the problems with their lines. */
async function imported(...duties: string[]): Promise<string[]> {
  const read = readOrgFile(file(duties));
  if ('problems' in read) throw new Error(read.problems.map((one) => english(one.text)).join());
  const done = await office.work({ pairs: 'all' }, (work) => importOrg(work, read.org));
  office.forgetCalendar();
  return 'problems' in done
    ? done.problems.map(({ line, text }) => `${line}: ${english(text)}`)
    : done.changes.map((change) => english(describeChange(change)));
}

const open = () => office.work({ pairs: 'all' }, openDutySlots);
const slots = () =>
  office.work({ pairs: 'all' }, async ({ tx }) =>
    (await tx.select().from(dutySlot).orderBy(asc(dutySlot.id))).map(
      (slot) => `${slot.side} ${slot.periodFrom} ${slot.state}, due ${slot.dueAt.toFormat('dd/MM HH:mm')}`,
    ),
  );
const steps = (side: 'a' | 'b') =>
  office.work({ pairs: 'all' }, async ({ tx }) =>
    (
      await tx
        .select({ step: exchangeStep })
        .from(exchangeStep)
        .innerJoin(dutySlot, eq(dutySlot.id, exchangeStep.slotId))
        .where(eq(dutySlot.side, side))
        .orderBy(asc(exchangeStep.id))
    ).map(({ step }) => `${step.kind} ${step.state}${step.reason === null ? '' : `: ${step.reason}`}`),
  );
const stored = () => office.work({ pairs: 'all' }, ({ tx }) => tx.select().from(duty));

test('a duty of the file opens a slot for each side; the same file again changes nothing', async () => {
  expect(await imported(QUARTERLY)).toContain('+ [p] exchange owed: Tình hình quý');
  expect(await stored()).toMatchObject([{ key: 'quy', side: null, fromDay: '2026-12-22', toDay: null }]);
  expect(await open()).toBe(2);
  at('2026-12-25T08:00:00+07:00');
  expect(await imported(QUARTERLY)).toEqual([]);
  expect(await stored()).toMatchObject([{ fromDay: '2026-12-22' }]);
  expect(await slots()).toEqual(['a 2026-10-01 open, due 08/01 17:00', 'b 2026-10-01 open, due 08/01 17:00']);
});

test('gone from the file it ends today: its slots are withdrawn, nobody is chased, none opens again', async () => {
  await imported(QUARTERLY);
  await open();
  at('2026-12-28T08:00:00+07:00');
  expect(await imported()).toEqual([
    '− [p] exchange owed: Tình hình quý: ended from today on (no longer in the file)',
  ]);
  expect(await stored()).toMatchObject([{ toDay: '2026-12-28' }]);
  expect((await slots()).map((slot) => slot.split(',')[0])).toEqual([
    'a 2026-10-01 withdrawn',
    'b 2026-10-01 withdrawn',
  ]);
  expect(await steps('a')).toEqual([
    'last_morning skipped: the duty was withdrawn',
    'own_leader skipped: the duty was withdrawn',
    'across skipped: the duty was withdrawn',
  ]);
  expect(await imported()).toEqual([]);
  expect(await open()).toBe(0);
  at('2027-03-25T08:00:00+07:00');
  expect(await open()).toBe(0);
});

test('what was withdrawn is recorded in the chain of the pair', async () => {
  await imported(QUARTERLY);
  await open();
  await imported();
  const bodies = await office.work({ pairs: 'all' }, async ({ tx }) =>
    (
      await tx
        .select()
        .from(auditEntry)
        .where(eq(auditEntry.type, 'org.imported'))
        .orderBy(asc(auditEntry.at))
    ).map((entry) => JSON.parse(entry.body)),
  );
  expect(bodies.at(-1).items).toEqual([
    { what: 'duty', kind: 'ended', id: 1, withdrawn: [1, 2], reopened: [] },
  ]);
});

test('back in the file, what is not due yet is open again and reminded of again', async () => {
  await imported(QUARTERLY);
  await open();
  await imported();
  at('2026-12-29T08:00:00+07:00');
  expect(await imported(QUARTERLY)).toEqual(['+ [p] exchange owed: Tình hình quý']);
  expect((await slots()).every((slot) => slot.includes(' open,'))).toBe(true);
  expect((await steps('b')).filter((step) => step.endsWith('pending'))).toEqual([
    'last_morning pending',
    'own_leader pending',
    'across pending',
  ]);
  expect(await open()).toBe(0);
});

test('back in the file after its deadline, it stays withdrawn', async () => {
  await imported(QUARTERLY);
  await open();
  await imported();
  at('2027-01-11T08:00:00+07:00');
  await imported(QUARTERLY);
  await open();
  expect((await slots()).map((slot) => slot.split(',')[0])).toEqual([
    'a 2026-10-01 withdrawn',
    'b 2026-10-01 withdrawn',
  ]);
});

test('a side that owes it no more is not chased; the other still is', async () => {
  await imported(QUARTERLY);
  await open();
  const onlyA = QUARTERLY.replace('due', 'side: a, due');
  expect(await imported(onlyA)).toEqual(['~ [p] exchange owed: Tình hình quý: side']);
  expect((await slots()).map((slot) => slot.split(',')[0])).toEqual([
    'a 2026-10-01 open',
    'b 2026-10-01 withdrawn',
  ]);
  expect((await steps('a')).every((step) => step.endsWith('pending'))).toBe(true);
});

test('another name and number of days are shown; open slots keep their deadline', async () => {
  await imported(QUARTERLY);
  await open();
  const changed = QUARTERLY.replace('Tình hình quý', 'Tình hình').replace('days: 5', 'days: 7');
  expect(await imported(changed)).toEqual(['~ [p] exchange owed: Tình hình: name, due_working_days']);
  expect((await slots())[0]).toBe('a 2026-10-01 open, due 08/01 17:00');
  at('2027-03-22T08:00:00+07:00');
  await open();
  expect((await slots())[2]).toBe('a 2027-01-01 open, due 09/04 17:00');
});

test('another period is refused with its line, and nothing of the file is stored', async () => {
  await imported(QUARTERLY);
  expect(await imported(QUARTERLY.replace('quarter', 'month').replace('Tình hình quý', 'Khác'))).toEqual([
    '10: the duty "quy" exists with the period "quarter"; another period needs a new key',
  ]);
  expect(await stored()).toMatchObject([{ name: 'Tình hình quý', period: 'quarter' }]);
});

test('the day it begins is taken from the file', async () => {
  await imported(QUARTERLY.replace('due', 'from: 2027-01-01, due'));
  expect(await open()).toBe(0);
  at('2027-03-22T08:00:00+07:00');
  expect(await open()).toBe(2);
});

const EVENT =
  '{ key: nhan-su, name: Nhân sự, event: other, since: có quyết định, due_days: 5, source: Điều 5 }';

test('a duty by event is stored and opens nothing by itself; the same file again changes nothing', async () => {
  expect(await imported(EVENT)).toContain('+ [p] exchange owed: Nhân sự');
  expect(await stored()).toMatchObject([
    {
      event: 'other',
      since: 'có quyết định',
      dueDays: 5,
      dueWorkingDays: null,
      period: null,
      source: 'Điều 5',
    },
  ]);
  expect(await open()).toBe(0);
  expect(await imported(EVENT)).toEqual([]);
});

test('what changed of a duty by event is named as in the file', async () => {
  await imported(EVENT);
  const changed = EVENT.replace('có quyết định', 'ký quyết định')
    .replace('due_days: 5', 'due_working_days: 3')
    .replace('Điều 5', 'Điều 6');
  expect(await imported(changed)).toEqual([
    '~ [p] exchange owed: Nhân sự: since, source, due_days, due_working_days',
  ]);
});

test('another event, or a period for an event, is refused with its line', async () => {
  await imported(EVENT);
  for (const other of [
    EVENT.replace('other', 'plan'),
    '{ key: nhan-su, name: Nhân sự, period: quarter, due_working_days: 5 }',
  ])
    expect(await imported(other)).toEqual([
      '10: the duty "nhan-su" exists with the event "other"; another event, or a period, needs a new key',
    ]);
});

test('a preset is on only where the file names it', async () => {
  await imported(QUARTERLY);
  expect(await stored()).toHaveLength(1);
  await imported(QUARTERLY, '{ preset: dinh-chi-ky-luat-dang-vien, side: b }');
  expect(await stored()).toMatchObject([
    { key: 'quy' },
    { key: 'dinh-chi-ky-luat-dang-vien', side: 'b', dueDays: 5 },
  ]);
});
