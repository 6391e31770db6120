import { committee, membership, pair, target } from '../../db/schema/index.ts';
import { fold } from '../../src/domain/fold.ts';
import { DEFAULT_POLICY } from '../../src/domain/policy.ts';
import { lockChain } from '../../src/usecases/audit.ts';
import type { Office } from '../../src/usecases/begin-work.ts';
import { type SeededPair, seedPair } from './seed.ts';

/** One committee in so many pairs, the first as `seedPair` makes it; in each its secretary is đầu mối. The pairs' names and ids in order. */
export async function seedManyPairs(
  office: Office,
  count: number,
): Promise<SeededPair & { pairs: { id: number; name: string }[] }> {
  const first = await seedPair(office);
  const { id: secretary } = first.cast['a-secretary']!;
  return office.work({ pairs: 'all' }, async (work) => {
    const { tx } = work;
    const [own] = await tx.select().from(committee).limit(1);
    const places = Array.from({ length: count - 1 }, (_, i) => String(i + 2).padStart(3, '0'));
    const others = await tx
      .insert(committee)
      .values(
        places.map((n) => ({
          key: `xa-${n}`,
          name: `Uỷ ban Kiểm tra Đảng uỷ xã ${n}`,
          shortName: `UBKT ĐU xã ${n}`,
        })),
      )
      .returning();
    const made = await tx
      .insert(pair)
      .values(
        others.map((other, i) => ({
          key: `q${places[i]}`,
          name: `Công an tỉnh – Đảng uỷ xã ${places[i]}`,
          committeeA: own!.id,
          committeeB: other.id,
          relation: 'peers' as const,
          policy: DEFAULT_POLICY,
        })),
      )
      .returning({ id: pair.id, name: pair.name });
    for (const { id } of made) await lockChain(work, id);
    await tx.insert(membership).values(
      made.map(({ id }) => ({
        pairId: id,
        side: 'a' as const,
        committeeId: own!.id,
        personId: secretary,
        role: 'secretary' as const,
        fromDay: '2020-01-01',
      })),
    );
    const name = 'Chi bộ Y, Đảng bộ Công an tỉnh';
    await tx
      .insert(target)
      .values(made.map(({ id }) => ({ pairId: id, key: 'y', name, folded: fold(name) })));
    const [zero] = await tx.select({ id: pair.id, name: pair.name }).from(pair).orderBy(pair.id).limit(1);
    return { ...first, pairs: [zero!, ...made] };
  });
}
