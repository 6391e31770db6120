import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Role } from '../../src/domain/side.ts';
import { chooseConfirmers, covers, type Standee, type Standing } from '../../src/domain/standing.ts';

const at = (role: Role, pairId = 1, side: 'a' | 'b' = 'a'): Standing => ({ pairId, side, role });
const one = (personId: number, ...standing: Standing[]): Standee => ({ personId, standing });

const SECRETARY = one(1, at('secretary'));
const CHAIR = one(2, at('chair'));
const VICE = one(3, at('vice'));
const MEMBER = one(4, at('member'));
const SECOND = one(5, at('secretary'));

test.each<[string, Standee, Standee | undefined, Standee[], ReturnType<typeof chooseConfirmers>]>([
  ['a member: the inviter', MEMBER, SECRETARY, [SECRETARY, SECOND, CHAIR], { told: [1] }],
  ['a member, the inviter away: the other đầu mối', MEMBER, SECRETARY, [SECOND, CHAIR], { told: [5] }],
  ['a member, no đầu mối reached: the leaders', MEMBER, SECRETARY, [CHAIR, VICE], { told: [2, 3] }],
  [
    'a member invited by the operator: every đầu mối',
    MEMBER,
    undefined,
    [SECRETARY, SECOND],
    { told: [1, 5] },
  ],
  ['a đầu mối: another one', SECOND, SECRETARY, [SECRETARY, CHAIR], { told: [1] }],
  ['the first đầu mối: no leader, the operator', SECRETARY, undefined, [CHAIR, VICE], { told: [] }],
  ['a chair: the vice', CHAIR, SECRETARY, [SECRETARY, VICE], { told: [3], second: 'leads' }],
  ['the only leader: the operator', CHAIR, SECRETARY, [SECRETARY, SECOND], { told: [], second: 'leads' }],
  [
    'a chair invited by the operator: the vice',
    CHAIR,
    undefined,
    [SECRETARY, VICE],
    { told: [3], second: 'leads' },
  ],
  ['a leader never by themself', VICE, SECRETARY, [VICE], { told: [], second: 'leads' }],
  [
    'a member who stands where the inviter does not: who stands there too',
    one(4, at('member'), at('member', 2)),
    SECRETARY,
    [SECRETARY, one(6, at('secretary'), at('secretary', 2)), CHAIR],
    { told: [6], second: 'lacks' },
  ],
  [
    'a chair of two pairs: who leads in both',
    one(2, at('chair'), at('chair', 2)),
    one(1, at('secretary'), at('secretary', 2)),
    [VICE, one(7, at('vice'), at('vice', 2))],
    { told: [7], second: 'leads' },
  ],
  [
    'the other side of another pair is another standing',
    one(4, at('member'), at('member', 2, 'b')),
    one(1, at('secretary'), at('secretary', 2)),
    [one(1, at('secretary'), at('secretary', 2))],
    { told: [], second: 'lacks' },
  ],
  [
    'who leads here and is đầu mối there is confirmed by another who does both',
    one(2, at('chair'), at('secretary', 2)),
    SECRETARY,
    [SECRETARY, VICE, one(8, at('vice'), at('secretary', 2))],
    { told: [8], second: 'leads' },
  ],
])('%s', (_, invited, inviter, reached, chosen) => {
  expect(chooseConfirmers({ pairId: 1, invited, inviter, reached })).toEqual(chosen);
});

const ROLES: Role[] = ['secretary', 'member', 'chair', 'vice', 'observer'];
const standing = fc.uniqueArray(
  fc.record({
    pairId: fc.integer({ min: 1, max: 3 }),
    side: fc.constantFrom<'a' | 'b'>('a', 'b'),
    role: fc.constantFrom(...ROLES),
  }),
  { minLength: 1, maxLength: 3, selector: ({ pairId }) => pairId },
);
const town = fc
  .array(standing, { minLength: 2, maxLength: 7 })
  .map((all) => all.map((each, personId) => ({ personId, standing: each })));

test('whatever one person invites and confirms, by every account they come by, they never get a standing they lack', () => {
  fc.assert(
    fc.property(town, (people) => {
      const attacker = people[0]!;
      for (const { standing: gained } of everythingInReach(people, attacker))
        expect(covers(attacker.standing, gained)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('an account of a leader is never confirmed by its inviter, nor anybody’s by themself', () => {
  fc.assert(
    fc.property(town, fc.nat({ max: 6 }), fc.nat({ max: 6 }), (people, first, second) => {
      const [inviter, invited] = [people[first % people.length]!, people[second % people.length]!];
      const { told } = chooseConfirmers({ pairId: 1, invited, inviter, reached: people });
      expect(told).not.toContain(invited.personId);
      if (invited.standing.some(({ role }) => role === 'chair' || role === 'vice'))
        expect(told).not.toContain(inviter.personId);
    }),
  );
});

/** Every account that one person comes by alone: each revoked, invited anew and confirmed by accounts already in their hands. */
function everythingInReach(people: Standee[], attacker: Standee): Standee[] {
  const held = [attacker];
  const isHeld = (who: Standee) => held.includes(who);
  for (;;) {
    const next = people.find(
      (invited) => !isHeld(invited) && held.some((inviter) => isWonBy(people, held, inviter, invited)),
    );
    if (!next) return held;
    held.push(next);
  }
}

/** Anybody may be out of reach meanwhile: who holds some accounts may have revoked the others. */
function isWonBy(people: Standee[], held: Standee[], inviter: Standee, invited: Standee): boolean {
  const places = invited.standing.filter((place) =>
    inviter.standing.some(
      ({ pairId, side, role }) => role === 'secretary' && pairId === place.pairId && side === place.side,
    ),
  );
  return places.some(({ pairId, side }) =>
    [people, held].some((reached) => {
      const there = reached.filter(({ standing }) =>
        standing.some(
          (one) =>
            one.pairId === pairId && one.side === side && ['secretary', 'chair', 'vice'].includes(one.role),
        ),
      );
      const { told } = chooseConfirmers({ pairId, invited, inviter, reached: there });
      return told.some((personId) => held.some((one) => one.personId === personId));
    }),
  );
}
