import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMembers, takeMembers } from '../../src/domain/inspected.ts';
import { SUBJECT_BODIES } from '../../src/domain/inspection.ts';
import { bodiesOf, bodyFor, KIND_KEYS } from '../../src/domain/kinds.ts';

describe('members who are inspected', () => {
  test.each([
    ['Chi bộ Y và 02 đồng chí', 'Chi bộ Y', 2, false],
    ['Chi bộ Y, và 1 đảng viên', 'Chi bộ Y', 1, false],
    ['chi bo y va 3 dang vien', 'chi bo y', 3, false],
    ['Party cell Y and 2 party members', 'Party cell Y', 2, false],
    ['Chi bộ Y, 02 đồng chí.', 'Chi bộ Y', 2, false],
    ['02 đồng chí thuộc Chi bộ Y', 'Chi bộ Y', 2, true],
    ['1 đ/c Chi bộ Y', 'Chi bộ Y', 1, true],
    ['2 members of Party cell Y', 'Party cell Y', 2, true],
  ])('%s', (typed, organisation, memberCount, isOfMembers) => {
    expect(takeMembers(typed)).toEqual({ organisation, inspected: { memberCount, isOfMembers } });
  });

  test.each(['Chi bộ Y', 'Chi bộ 2', 'Chi bộ Y và Chi bộ Z', 'Chi bộ Y và 00 đồng chí', '2 Chi bộ Y'])(
    '%s names none',
    (typed) => {
      expect(takeMembers(typed)).toBeUndefined();
    },
  );

  test('beside the organisation or alone is said by a word, a number alone says neither', () => {
    expect(readMembers('và 05 đồng chí')).toEqual({ memberCount: 5, isOfMembers: false });
    expect(readMembers('chỉ 5')).toEqual({ memberCount: 5, isOfMembers: true });
    expect(readMembers('only 12 members')).toEqual({ memberCount: 12, isOfMembers: true });
    expect(readMembers('5')).toBeUndefined();
    expect(readMembers('chỉ 0')).toBeUndefined();
  });
});

describe('whose an inspection may be', () => {
  test.each([
    ['compliance', ['standing_board', 'committee']],
    ['signs_of_violation', ['inspection_committee']],
    ['inspection_work', ['inspection_committee']],
    ['discipline_execution', ['inspection_committee']],
    ['party_finance', ['inspection_committee']],
    ['thematic_supervision', ['inspection_committee', 'standing_board', 'committee']],
    ['regular_supervision', ['inspection_committee', 'standing_board', 'committee']],
  ] as const)('%s', (kind, bodies) => {
    expect(bodiesOf(kind)).toEqual(bodies);
  });

  test('what was said stands where the kind may be its, else the usual one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KIND_KEYS), fc.constantFrom(...SUBJECT_BODIES), (kind, said) => {
        expect(bodyFor(kind, said)).toBe(bodiesOf(kind).includes(said) ? said : bodiesOf(kind)[0]);
      }),
    );
  });
});
