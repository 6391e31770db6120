import { committee, membership, pair, person, sideSetting } from '../../db/schema/index.ts';
import { agreementIn } from '../../src/domain/agreement.ts';
import type { OrgFile, OrgMember } from '../../src/usecases/org-file.ts';
import type { Work } from '../../src/usecases/work.ts';

/** The organisation as it is stored, as a file that would change nothing of its people. */
export async function orgOf({ tx, now }: Work): Promise<OrgFile> {
  const committees = await tx.select().from(committee);
  const pairs = await tx.select().from(pair);
  const people = (await tx.select().from(person)).filter((row) => row.erasedAt === null);
  const members = await tx.select().from(membership);
  const settings = await tx.select().from(sideSetting);
  const keyIn = (rows: { id: number; key: string }[], id: number) => rows.find((row) => row.id === id)!.key;
  const approves = (pairId: number, side: 'a' | 'b') =>
    settings.find((row) => row.pairId === pairId && row.side === side)?.leaderApproves ?? true;
  return {
    committees: committees.map(({ key, name, shortName }) => ({ key, name, short: shortName })),
    pairs: pairs.map(({ id, key, name, relation, policy, committeeA, committeeB, ...row }) => ({
      key,
      name,
      relation,
      policy,
      agreement: agreementIn(row),
      a: { committee: keyIn(committees, committeeA), leaderApproves: approves(id, 'a') },
      b: { committee: keyIn(committees, committeeB), leaderApproves: approves(id, 'b') },
      line: 1,
    })),
    targets: [],
    people: people.map(({ key, name, title, locale }) => ({ key, name, title, locale, line: 1 })),
    members: members
      .filter(({ toDay }) => toDay === null || toDay > now.toISODate()!)
      // Whoever the operator erased left by the operator's clock.
      .filter(({ personId }) => people.some(({ id }) => id === personId))
      .map(
        ({ personId, pairId, side, committeeId, role }): OrgMember => ({
          person: keyIn(people, personId),
          pair: keyIn(pairs, pairId),
          side,
          committee: keyIn(committees, committeeId),
          role,
        }),
      ),
    duties: [],
    calendar: undefined,
  };
}
