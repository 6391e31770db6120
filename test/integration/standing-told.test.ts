import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { and, eq, gt, max, ne } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { auditEntry, membership, outbox, person } from '../../db/schema/index.ts';
import { LANE } from '../../src/domain/lanes.ts';
import { eraseAgain } from '../../src/usecases/erase-again.ts';
import { findActor } from '../../src/usecases/find-actor.ts';
import { answerHandover } from '../../src/usecases/handover/answer-handover.ts';
import { offerHandover } from '../../src/usecases/handover/offer-handover.ts';
import { importOrg } from '../../src/usecases/import-org.ts';
import { erasedKey } from '../../src/usecases/import-org-stored.ts';
import type { OrgFile, OrgMember } from '../../src/usecases/org-file.ts';
import { isRefused } from '../../src/usecases/said.ts';
import { sweep } from '../../src/usecases/sweep.ts';
import { adminLine } from '../support/admin-line.ts';
import { type LinkDesk, openLinkDesk, type Phone } from '../support/link-desk.ts';
import { orgOf } from '../support/org-of.ts';
import type { SeededPair } from '../support/seed.ts';

/** Side a of each pair has nobody to spare: whoever hears of a change is asserted whole. */
const ROLES = { a: ['secretary', 'chair', 'vice', 'member'], b: ['secretary', 'chair'] } as const;

let desk: LinkDesk;
let here: SeededPair;
let there: SeededPair;
const phone: Phone = { id: 0, first_name: 'Máy' };

beforeAll(async () => {
  desk = await openLinkDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  const roles = { a: [...ROLES.a], b: [...ROLES.b] };
  here = await desk.seed({ roles });
  there = await desk.seed({ roles });
  phone.id += 500_000;
  await standsThereToo();
});

const who = (key: string) => here.cast[key]!;
const member = () => who('a-member');
const by = (key: string): Phone => ({ id: who(key).userId });
const keyOf = (id: number) =>
  desk.work(async ({ tx }) => (await tx.select().from(person).where(eq(person.id, id)))[0]!.key);
const accountOf = async () => (await desk.accounts(member().id)).find((one) => one.state !== 'revoked')!;
const press = async (hand: Phone, label: string) => {
  const said = (await desk.look(hand.id)).findLast(({ buttons }) => label in buttons)!;
  await desk.tap(hand, said.buttons[label]!);
};

/** The member of side a here is a member of side a there as well, and so is the đầu mối, so that they lack nothing. */
const standsThereToo = () =>
  desk.work(async ({ tx }) => {
    const at = and(eq(membership.pairId, there.pairId), eq(membership.side, 'a'));
    const [model] = await tx.select().from(membership).where(at);
    const { id: _, ...rest } = model!;
    await tx.insert(membership).values([
      { ...rest, personId: member().id, role: 'member' },
      { ...rest, personId: who('a-secretary').id, role: 'secretary' },
    ]);
  });

const invited = async () => {
  await desk.unlink(member().id);
  return desk.invite(here.pairId, member().id, who('a-secretary').id);
};
const opened = async () => desk.write(phone, `/start ${await invited()}`);
const consented = async () => {
  await opened();
  await press(phone, 'Đồng ý');
};
const waiting = async () => {
  await consented();
  await press(phone, 'Đã nhận');
};

const imports = (change: (org: OrgFile) => void) =>
  desk.work(async (work) => {
    const org = await orgOf(work);
    change(org);
    const done = await importOrg(work, org);
    if ('problems' in done) throw new Error(JSON.stringify(done.problems));
  });
/** The key of the pair; its people have theirs from it. */
const pairKey = () => member().name.split(' ').at(-1)!;
const unchanged = () => imports(() => {});
const own = (org: OrgFile, role: string): OrgMember =>
  org.members.find((one) => one.pair === pairKey() && one.person === `${pairKey()}-a-${role}`)!;
const leavesTheFile = () =>
  imports((org) => {
    org.members.splice(org.members.indexOf(own(org, 'member')), 1);
  });
const fortnight = async () => {
  desk.wait(14);
  await sweep(desk.office, (error) => {
    throw error;
  });
};
const takesOver = () =>
  desk.work(async (work) => {
    const giver = (await findActor(work, who('a-secretary').userId))!;
    const offer = { pairId: here.pairId, toPerson: member().id, leaves: true };
    const offered = await offerHandover(work, giver, offer);
    if (isRefused(offered)) throw new Error(offered.refused.key);
    const taken = await answerHandover(
      work,
      (await findActor(work, member().userId))!,
      offered.offer.id,
      true,
    );
    if (isRefused(taken)) throw new Error(taken.refused.key);
  });

const BESIDE = ['1 a-chair', '1 a-secretary', '1 a-vice', '2 a-chair', '2 a-secretary', '2 a-vice'];
const ANSWER_HERE = BESIDE.slice(0, 3);
const but = (...left: string[]) => BESIDE.filter((one) => !left.includes(one));
const ALL = ['here', 'there', 'system'];

/** `told`: who of either pair hears of it besides the person; `in`: the chains that say so; `type`: by which entry. */
type Way = {
  way: string;
  before?: () => Promise<unknown>;
  act: () => Promise<unknown>;
  told: string[];
  type: string;
  in: string[];
};

const WAYS: Way[] = [
  // Nobody is in yet: the operator's chain alone, and whoever confirms is asked.
  { way: 'a link is opened', act: opened, told: [], type: 'account.offered', in: ['system'] },
  {
    way: 'consent is given',
    before: opened,
    act: () => press(phone, 'Đồng ý'),
    told: [],
    type: 'consent.given',
    in: ['system'],
  },
  {
    way: 'consent is not given',
    before: opened,
    act: () => press(phone, 'Không đồng ý'),
    told: ['1 a-secretary'],
    type: 'account.dropped',
    in: ['system'],
  },
  {
    way: 'an account begins to wait',
    before: consented,
    act: () => press(phone, 'Đã nhận'),
    told: ['1 a-secretary'],
    type: 'account.waiting',
    in: ['system'],
  },
  {
    way: 'an account that was never in use ends for another of the same person',
    before: waiting,
    act: async () => {
      const token = await desk.invite(here.pairId, member().id, who('a-secretary').id);
      const other = { ...phone, id: phone.id + 1 };
      await desk.write(other, `/start ${token}`);
      await press(other, 'Đồng ý');
    },
    told: [],
    type: 'account.revoked',
    in: ['system'],
  },
  {
    way: 'an account that nobody confirms ends by itself',
    before: waiting,
    act: fortnight,
    told: ['1 a-secretary'],
    type: 'account.revoked',
    in: ['system'],
  },
  {
    way: 'an account is refused',
    before: waiting,
    act: async () => desk.tap(by('a-secretary'), `link.not.${(await accountOf()).id}`),
    told: [],
    type: 'account.revoked',
    in: ALL,
  },
  // Somebody comes in or goes: everybody who answers for the side, in each of the person's pairs.
  {
    way: 'an account is confirmed in chat',
    before: waiting,
    act: async () => desk.tap(by('a-secretary'), `link.ok.${(await accountOf()).id}`),
    told: but('1 a-secretary'),
    type: 'account.confirmed',
    in: ALL,
  },
  {
    way: 'an account is confirmed by the operator',
    before: waiting,
    act: async () => adminLine(['confirm', await keyOf(member().id), '--account', `${phone.id}`], desk.base),
    told: BESIDE,
    type: 'account.confirmed',
    in: ALL,
  },
  {
    way: 'an account is revoked',
    act: async () =>
      desk.tap(by('a-secretary'), `members.yes.${here.pairId}.${member().id}.${(await accountOf()).id}`),
    told: but('1 a-secretary'),
    type: 'account.revoked',
    in: ALL,
  },
  {
    way: 'consent is withdrawn',
    act: async () => desk.tap(by('a-member'), `data.yes.${(await accountOf()).id}`),
    told: BESIDE,
    type: 'person.erased',
    in: ALL,
  },
  {
    way: 'consent is withdrawn by somebody who still waits',
    before: waiting,
    act: async () => desk.tap(phone, `data.yes.${(await accountOf()).id}`),
    told: ['1 a-secretary'],
    type: 'account.revoked',
    in: ['system'],
  },
  {
    way: 'the operator erases a person',
    act: async () => {
      const key = await keyOf(member().id);
      expect((await adminLine(['erase-person', key, '--sure', key], desk.base)).code).toBe(0);
    },
    told: BESIDE,
    type: 'person.erased',
    in: ALL,
  },
  {
    way: 'a person is erased again after an older backup, of which the side was told',
    act: async () => {
      const listed = { id: member().id, key: erasedKey(await keyOf(member().id)) };
      expect((await desk.work((work) => eraseAgain(work, [listed]))).again).toBe(1);
    },
    told: [],
    type: 'person.erased',
    in: ALL,
  },
  {
    way: 'a membership begins by the org file',
    before: leavesTheFile,
    act: () =>
      imports((org) => {
        org.members.push({ ...own(org, 'chair'), person: `${pairKey()}-a-member`, role: 'member' });
      }),
    told: ANSWER_HERE,
    type: 'org.imported',
    in: ['here'],
  },
  {
    way: 'a role changes by the org file',
    before: unchanged,
    act: () =>
      imports((org) => {
        own(org, 'member').role = 'observer';
      }),
    told: ANSWER_HERE,
    type: 'org.imported',
    in: ['here'],
  },
  {
    way: 'a membership ends by the org file',
    before: unchanged,
    act: leavesTheFile,
    told: ANSWER_HERE,
    type: 'org.imported',
    in: ['here'],
  },
  {
    way: 'all who answer for a side change at once by the org file',
    before: unchanged,
    act: () =>
      imports((org) => {
        for (const role of ['secretary', 'chair', 'vice']) own(org, role).role = 'observer';
        own(org, 'member').role = 'chair';
      }),
    told: ANSWER_HERE,
    type: 'org.imported',
    in: ['here'],
  },
  {
    way: 'a handover is taken, and the former đầu mối leaves',
    act: takesOver,
    told: [...ANSWER_HERE, '1 b-secretary'],
    type: 'handover.done',
    in: ['here'],
  },
];

/** Everybody of both pairs, but for the person, who was told something after this row of the outbox; the answer to a tap apart. */
const toldSince = (rowId: number): Promise<string[]> =>
  desk.work(async ({ tx }) => {
    const rows = await tx
      .select()
      .from(outbox)
      .where(and(gt(outbox.id, rowId), ne(outbox.lane, LANE.answer)));
    const people = [here, there].flatMap(({ cast }, at) =>
      Object.entries(cast).map(([key, one]) => ({ ...one, label: `${at + 1} ${key}` })),
    );
    const heard = people.filter(({ id }) => id !== member().id && rows.some((row) => row.personId === id));
    return heard.map(({ label }) => label).sort();
  });

/** The chains with an entry of the type that is not among these. */
const chainsSince = (known: Set<string>, type: string): Promise<string[]> =>
  desk.work(async ({ tx }) => {
    const rows = await tx.select().from(auditEntry).where(eq(auditEntry.type, type));
    const pairs = new Set(rows.filter(({ hash }) => !known.has(hash)).map(({ pairId }) => pairId));
    const names: [number | null, string][] = [
      [here.pairId, 'here'],
      [there.pairId, 'there'],
      [null, 'system'],
    ];
    return names.flatMap(([id, name]) => (pairs.has(id) ? [name] : []));
  });

const soFar = () =>
  desk.work(async ({ tx }) => {
    const [row] = await tx.select({ id: max(outbox.id) }).from(outbox);
    const entries = await tx.select({ hash: auditEntry.hash }).from(auditEntry);
    return { row: row?.id ?? 0, entries: new Set(entries.map(({ hash }) => hash)) };
  });

test.each(WAYS)('$way: told to whom it concerns, and kept in every chain it touches', async (one) => {
  await one.before?.();
  const since = await soFar();
  await one.act();
  expect(await toldSince(since.row)).toEqual([...one.told].sort());
  expect(await chainsSince(since.entries, one.type)).toEqual(one.in);
});

/** What writes accounts and memberships. A file that comes to it is another way, and belongs into the table. */
const WRITERS: Record<string, string[]> = {
  telegramAccount: [
    'src/usecases/erase-person.ts',
    'src/usecases/link/account.ts',
    'src/usecases/link/open-link.ts',
    // A chat that is closed or open again begins and ends nothing.
    'src/usecases/note-unreachable.ts',
  ],
  membership: [
    'src/usecases/erase-person.ts',
    'src/usecases/handover/pass-duties.ts',
    'src/usecases/import-org-members.ts',
  ],
};

test.each(Object.entries(WRITERS))('nothing else writes %s', (table, writers) => {
  const files = ['src', 'commands', 'jobs', 'db'].flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' }).map((name) => join(room, name)),
  );
  const write = new RegExp(`(?:update|insert|delete)\\(\\s*${table}\\b|insertMany\\([^,]+,\\s*${table}\\b`);
  const found = files.filter((file) => file.endsWith('.ts') && write.test(readFileSync(file, 'utf8')));
  expect(found.sort()).toEqual(writers);
});

test('an import names who came and who went, five of them, and how many more', async () => {
  await unchanged();
  await desk.look(who('a-chair').userId);
  await imports((org) => {
    for (const role of ['secretary', 'vice', 'member']) own(org, role).role = 'observer';
  });
  expect(
    (await desk.look(who('a-chair').userId)).map(({ text, silent, protect }) => [text, silent, protect]),
  ).toEqual([
    [expect.stringContaining(`Đổi thành: đồng chí ${member().name}, theo dõi (Công an tỉnh`), true, true],
  ]);
});
