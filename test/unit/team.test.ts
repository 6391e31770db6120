import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextRole, rolesOf, sendsPeople, TEAM_ROLES, type TeamRole, teamAs } from '../../src/domain/team.ts';
import { readTeamLine } from '../../src/domain/team-line.ts';

const someone = fc.integer({ min: 1, max: 30 });
const people = fc.uniqueArray(someone, { maxLength: 12 });
const roles = fc.dictionary(someone.map(String), fc.constantFrom(...TEAM_ROLES));

describe('a team', () => {
  test('keeps everybody once, has one head at most, and none of a side that does not lead', () => {
    fc.assert(
      fc.property(people, roles, fc.boolean(), (team, given, isLead) => {
        const named = teamAs(team, given, isLead);
        expect(named.map(({ personId }) => personId).toSorted()).toEqual(team.toSorted());
        const wanted = team.filter((personId) => given[String(personId)] === 'head');
        const heads = named.filter(({ role }) => role === 'head').map(({ personId }) => personId);
        expect(heads).toEqual(isLead ? wanted.slice(0, 1) : []);
        for (const { personId, role } of named)
          if (!wanted.includes(personId)) expect(role).toBe(given[String(personId)] ?? 'member');
      }),
    );
  });

  test('stands in the order of its roles, and comes back from what a form keeps', () => {
    fc.assert(
      fc.property(people, roles, fc.boolean(), (team, given, isLead) => {
        const named = teamAs(team, given, isLead);
        const ranks = named.map(({ role }) => TEAM_ROLES.indexOf(role));
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
        expect(teamAs(team, rolesOf(named), isLead)).toEqual(named);
      }),
    );
  });
});

test('one tap moves a role on: three people one after the other are head, deputy and secretary by four taps', () => {
  const first = nextRole('member', true);
  const second = nextRole('member', false);
  const third = nextRole(nextRole('member', false), false);
  expect([first, second, third]).toEqual(['head', 'deputy', 'secretary']);
});

test('each role that is allowed is reached by taps, and the first again after the last', () => {
  const turn = (from: TeamRole, mayBeHead: boolean) => {
    const met = [from];
    for (let role = nextRole(from, mayBeHead); role !== from; role = nextRole(role, mayBeHead))
      met.push(role);
    return met;
  };
  expect(turn('member', true)).toEqual(['member', 'head', 'deputy', 'secretary']);
  expect(turn('member', false)).toEqual(['member', 'deputy', 'secretary']);
  // The head that is there moves on as well.
  expect(nextRole('head', false)).toBe('deputy');
});

test('who is sent by the mode: both coordinate, the partner seconds, one alone sends nobody', () => {
  const sent = (['coordinate', 'second_staff', 'alone_notified'] as const).map((mode) => [
    sendsPeople(mode, true),
    sendsPeople(mode, false),
  ]);
  expect(sent).toEqual([
    [true, true],
    [false, true],
    [false, false],
  ]);
});

describe('a typed team', () => {
  test.each([
    [
      'Mẫu Văn Một (trưởng đoàn), Mẫu Thị Hai',
      [
        ['Mẫu Văn Một', 'head'],
        ['Mẫu Thị Hai', undefined],
      ],
    ],
    [
      'đ/c Mẫu Văn Một, Trưởng đoàn, đồng chí Mẫu Thị Hai, thư ký',
      [
        ['Mẫu Văn Một', 'head'],
        ['Mẫu Thị Hai', 'secretary'],
      ],
    ],
    [
      'Mẫu Văn Một - phó trưởng đoàn và Mẫu Thị Hai – thành viên',
      [
        ['Mẫu Văn Một', 'deputy'],
        ['Mẫu Thị Hai', 'member'],
      ],
    ],
    [
      'Trưởng đoàn: đồng chí Mẫu Văn Một, mau thi hai (THU KY)',
      [
        ['Mẫu Văn Một', 'head'],
        ['mau thi hai', 'secretary'],
      ],
    ],
    [
      'Mau Van Mot (head) and Mau Thi Hai (deputy)',
      [
        ['Mau Van Mot', 'head'],
        ['Mau Thi Hai', 'deputy'],
      ],
    ],
  ] as const)('%s', (typed, wanted) => {
    const read = readTeamLine(typed);
    expect(read.map(({ name, role }) => [name, role])).toEqual(wanted);
    expect(read.some(({ isUnclear }) => isUnclear)).toBe(false);
  });

  test('what stands in brackets and is no role is unclear, as is a role without a person', () => {
    expect(readTeamLine('Mẫu Văn Một (Phó Chủ nhiệm), Mẫu Thị Hai')).toMatchObject([
      { name: 'Mẫu Văn Một', isUnclear: true, part: 'Mẫu Văn Một (Phó Chủ nhiệm)' },
      { name: 'Mẫu Thị Hai' },
    ]);
    expect(readTeamLine('thư ký, Mẫu Văn Một')).toMatchObject([
      { part: 'thư ký', isUnclear: true },
      { name: 'Mẫu Văn Một' },
    ]);
  });

  test('drops no word of a name', () => {
    const word = fc.stringMatching(/^zq[a-z]{2,8}$/);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(', ', ' và ', ',  '),
        (words, between) => {
          const read = readTeamLine(words.join(between));
          expect(read.map(({ name }) => name)).toEqual(words);
        },
      ),
    );
  });
});
