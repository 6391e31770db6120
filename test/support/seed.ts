import { committee, membership, pair, person, target, telegramAccount } from '../../db/schema/index.ts';
import { fold } from '../../src/domain/fold.ts';
import { DEFAULT_POLICY, type Policy } from '../../src/domain/policy.ts';
import type { Relation, Role, Side } from '../../src/domain/side.ts';
import { lockChain } from '../../src/usecases/audit.ts';
import type { Office } from '../../src/usecases/begin-work.ts';
import type { SimUser } from '../simulator/sim-user.ts';
import type { Simulator } from '../simulator/simulator.ts';

/** People of a pair as "side-role" or "side-role-number": their keys in the tests. */
export type Cast = Record<string, { id: number; userId: number; name: string }>;

export type SeededPair = { pairId: number; targets: Record<string, number>; cast: Cast };

export type SeedOptions = {
  key?: string;
  relation?: Relation;
  policy?: Partial<Policy>;
  /** Roles on each side, in order. */
  roles?: Role[] | Record<Side, Role[]>;
  firstUserId?: number;
};

const ROLES: Role[] = ['secretary', 'chair', 'vice', 'member', 'member', 'member', 'observer'];
const ROLE_NAMES: Record<Role, string> = {
  secretary: 'Đầu mối',
  chair: 'Chủ nhiệm',
  vice: 'Phó chủ nhiệm',
  member: 'Uỷ viên',
  observer: 'Theo dõi',
};

/** Two committees, an agreement, two targets and people with active accounts; every name is a role. */
export async function seedPair(office: Office, options: SeedOptions = {}): Promise<SeededPair> {
  const { key = 'p1', relation = 'peers', roles = ROLES, firstUserId = 1000 } = options;
  return office.work({ pairs: 'all' }, async (work) => {
    const { tx, now } = work;
    const committees = await tx
      .insert(committee)
      .values([
        {
          key: `${key}-a`,
          name: `Uỷ ban Kiểm tra Đảng uỷ Công an tỉnh ${key}`,
          shortName: `UBKT ĐU Công an ${key}`,
        },
        { key: `${key}-b`, name: `Uỷ ban Kiểm tra Tỉnh uỷ ${key}`, shortName: `UBKT Tỉnh uỷ ${key}` },
      ])
      .returning();
    const [made] = await tx
      .insert(pair)
      .values({
        key,
        name: `Công an tỉnh – Tỉnh uỷ ${key}`,
        committeeA: committees[0]!.id,
        committeeB: committees[1]!.id,
        relation,
        policy: { ...DEFAULT_POLICY, ...options.policy },
      })
      .returning();
    const pairId = made!.id;
    await lockChain(work, pairId);
    const cast: Cast = {};
    const counts = new Map<string, number>();
    let userId = firstUserId;
    for (const side of ['a', 'b'] as Side[])
      for (const role of Array.isArray(roles) ? roles : roles[side]) {
        const base = `${side}-${role}`;
        const nth = (counts.get(base) ?? 0) + 1;
        counts.set(base, nth);
        const castKey = nth === 1 ? base : `${base}-${nth}`;
        const name = `${ROLE_NAMES[role]} ${side.toUpperCase()}${nth} ${key}`;
        const [who] = await tx
          .insert(person)
          .values({ key: `${key}-${castKey}`, name, title: ROLE_NAMES[role] })
          .returning();
        await tx.insert(membership).values({
          pairId,
          side,
          committeeId: committees[side === 'a' ? 0 : 1]!.id,
          personId: who!.id,
          role,
          fromDay: '2020-01-01',
        });
        await tx.insert(telegramAccount).values({
          personId: who!.id,
          userId,
          chatId: userId,
          shownName: name,
          state: 'active',
          createdAt: now,
          activeAt: now,
        });
        cast[castKey] = { id: who!.id, userId, name };
        userId += 1;
      }
    const targets: Record<string, number> = {};
    for (const [short, name] of Object.entries({
      y: 'Chi bộ Y, Đảng bộ Công an tỉnh',
      z: 'Chi bộ Z, Đảng bộ Công an tỉnh',
    })) {
      const [row] = await tx
        .insert(target)
        .values({ pairId, key: short, name, folded: fold(name) })
        .returning();
      targets[short] = row!.id;
    }
    return { pairId, targets, cast };
  });
}

/** The cast as people of the simulator who pressed Start long ago. */
export function phonesOf(sim: Simulator, cast: Cast): Record<string, SimUser> {
  return Object.fromEntries(
    Object.entries(cast).map(([key, one]) => {
      return [key, sim.addUser({ id: one.userId, first_name: one.name, started: true })];
    }),
  );
}
