import { DateTime } from 'luxon';
import { target } from '../../db/schema/index.ts';
import { fold } from '../../src/domain/fold.ts';
import type { Office } from '../../src/usecases/begin-work.ts';
import { issueNotice } from '../../src/usecases/inspection/issue-notice.ts';
import { loadCase } from '../../src/usecases/inspection/load-case.ts';
import type { Random } from '../fuzz/random.ts';
import { phonesOf, type SeededPair, seedPair } from '../support/seed.ts';
import { agreedInspection } from '../support/seed-inspection.ts';
import { type Desk, steadily } from './desk.ts';
import type { People } from './people.ts';
import type { Rig } from './rig.ts';

/** Committees that keep each other busy: notices, proposals, changes, documents. */
export type Load = {
  pairs: SeededPair[];
  chatIds: number[];
  /** Begins what belongs to a stop: much on the first two of a day, a document now and then. */
  begin(people: People, stop: number, isMorning: boolean): Promise<void>;
  /** The days of the n-th week from now, as people type them. */
  weeks(nth: number): string;
};

const ROLES = ['secretary', 'chair', 'member', 'member', 'observer'] as const;
const TARGETS = 60;

/** Seeds so many pairs, each with people on both sides, who have phones. */
export async function openLoad({ sim, office, desk }: Rig, count: number, random: Random): Promise<Load> {
  const pairs: SeededPair[] = [];
  for (let n = 1; n <= count; n += 1) {
    const policy = { answerWorkingDays: 1 + (n % 2) };
    const pair = await seedPair(office, { key: `p${n}`, firstUserId: n * 1_000, roles: [...ROLES], policy });
    await addTargets(office, pair);
    phonesOf(sim, pair.cast);
    pairs.push(pair);
  }
  let made = 0;
  const now = () => DateTime.fromMillis(desk.toBusiness(Date.now()), { zone: 'Asia/Ho_Chi_Minh' });
  const weeks = (nth: number) => {
    made += 1;
    const from = now()
      .startOf('week')
      .plus({ weeks: nth + made });
    return `${from.toFormat('dd/MM/yyyy')} - ${from.plus({ days: 4 }).toFormat('dd/MM/yyyy')}`;
  };
  const parts = { office, desk, random, weeks, now, next: () => (made += 1) };
  return {
    pairs,
    chatIds: pairs.flatMap(({ cast }) => Object.values(cast).map(({ userId }) => userId)),
    weeks,
    begin: async (people, stop, isMorning) => {
      for (const [nth, pair] of pairs.entries()) {
        if (isMorning) await notify(parts, pair);
        if (isMorning && (stop + nth) % 2 === 0) propose(parts, people, pair);
        if (isMorning || random.chance(0.2)) send(parts, people, pair);
        if (!isMorning && random.chance(0.15)) await change(parts, people, pair);
      }
    },
  };
}

type Parts = {
  office: Office;
  desk: Desk;
  random: Random;
  weeks: Load['weeks'];
  now(): DateTime;
  next(): number;
};

/** Different ones for each proposal: the same twice a year would be pointed out, and asked about. */
async function addTargets(office: Office, { pairId }: SeededPair): Promise<void> {
  const names = Array.from({ length: TARGETS }, (_, n) => `Chi bộ ${n + 100}, Đảng bộ Công an tỉnh`);
  await office.work({ pairs: 'all' }, ({ tx }) =>
    tx.insert(target).values(names.map((name, n) => ({ pairId, key: `t${n}`, name, folded: fold(name) }))),
  );
}

/** As another process would: committed, and nobody is told that the outbox holds something. */
async function notify({ office, random, next }: Parts, pair: SeededPair): Promise<void> {
  const code = `PH-2026-${500 + next()}`;
  const team = ['a-member', 'a-member-2', 'b-member', 'b-member-2'].filter(() => random.chance(0.7));
  await steadily(() => office.db.sql`select 1`);
  const id = await agreedInspection(office, pair, { code, team });
  await office.work({ pairs: 'all' }, async (work) => {
    await issueNotice(work, (await loadCase(work, id))!, pair.cast['a-secretary']!.id);
  });
}

function propose({ weeks, next }: Parts, people: People, { cast, pairId }: SeededPair): void {
  const aim = `Chi bộ ${100 + (next() % TARGETS)}`;
  people.write(
    cast['a-secretary']!.userId,
    `/dexuat giám sát chuyên đề; ${aim}; ${weeks(2)}; chủ trì: UBKT Tỉnh uỷ p${pairId}; nội dung: quy chế làm việc; không mật`,
  );
}

function send({ random, now, next }: Parts, people: People, { cast }: SeededPair): void {
  const [who, issuer] = random.pick([
    ['a-secretary', 'UBKTĐUCA'],
    ['b-secretary', 'UBKTTU'],
  ] as const);
  people.write(
    cast[who]!.userId,
    `/traodoi đi; ${next() + 100}-BC/${issuer}; ${now().toFormat('dd/MM/yyyy')}; Kết quả công tác tuần; hạn: 5 ngày làm việc; không mật`,
  );
}

async function change({ desk, random }: Parts, people: People, { cast, pairId }: SeededPair): Promise<void> {
  const rows = await steadily(
    () => desk.sql<{ code: string }[]>`
      select code from inspection where pair_id = ${pairId} and state = 'agreed' order by id desc limit 5`,
  );
  if (rows.length > 0) people.write(cast['a-secretary']!.userId, `/doi ${random.pick(rows).code}`);
}
