import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DUTY_PRESETS } from '../../src/domain/duty-presets.ts';
import { DEFAULT_PLAN_POLICY, planPolicyOf } from '../../src/domain/plan-policy.ts';
import { DEFAULT_POLICY } from '../../src/domain/policy.ts';
import { readOrgFile } from '../../src/usecases/org-file.ts';
import { nearest } from '../../src/usecases/org-file-nearest.ts';
import { wordsIn } from '../../src/usecases/plain-words.ts';

const RIGHT = `committees:
  - { key: ca, name: Uỷ ban A, short: UB A }
  - { key: cb, name: Uỷ ban B, short: UB B }
pairs:
  - key: p
    name: Cặp A và B
    agreement:
      relation: peers
    a: { committee: ca }
    b: { committee: cb }
    targets:
      - key: t1
        name: Đảng bộ Một
        aliases: [ĐB Một]
      - key: t2
        name: Chi bộ Hai
        parent: t1
        in_charge: [sa]
people:
  - key: sa
    name: Mẫu A
    memberships:
      - { pair: p, committee: ca, role: secretary }
  - key: sb
    name: Mẫu B
    memberships:
      - { pair: p, committee: cb, role: secretary }
`;

const english = wordsIn('en');

function problemsOf(source: string): string[] {
  const read = readOrgFile(source);
  return 'problems' in read ? read.problems.map(({ line, text }) => `${line}: ${english(text)}`) : [];
}

/** The right file with one piece replaced; the piece must be there. */
function wrong(piece: string, by: string): string {
  expect(RIGHT).toContain(piece);
  return RIGHT.replace(piece, () => by);
}

/** The right file with these duties, from line 10 on. */
const duties = (...lines: string[]): string =>
  wrong(
    'relation: peers',
    ['relation: peers', '      duties:', ...lines.map((line) => `        - ${line}`)].join('\n'),
  );

/** The right file with these lines in the agreement, from line 9 on. */
const agreement = (...lines: string[]): string =>
  wrong('relation: peers', ['relation: peers', ...lines.map((line) => `      ${line}`)].join('\n'));

describe('the agreement as a document', () => {
  const readOf = (source: string) => {
    const read = readOrgFile(source);
    return 'org' in read ? read.org.pairs[0]!.agreement : problemsOf(source);
  };

  test.each([
    ['05-QC/UBKTTU', '05-QC/UBKTTU'],
    ['số 5 - QC/UBKT Tỉnh uỷ', '05-QC/UBKTTU'],
    ['01-QCPH/UBKTTU-UBKTĐUCA', '01-QCPH/UBKTTU-UBKTĐUCA'],
    ['104-QĐ/ĐUCA', '104-QĐ/ĐUCA'],
  ])('its symbol %s is read as it is written', (written, symbol) => {
    const given = agreement(`symbol: ${written}`, 'day: 2026-03-12', 'issuers: Uỷ ban A và Uỷ ban B');
    expect(readOf(given)).toEqual({ symbol, day: '2026-03-12', issuers: 'Uỷ ban A và Uỷ ban B' });
  });

  test('without it nothing is known of it', () => {
    expect(readOf(RIGHT)).toBeUndefined();
  });

  test.each([
    [
      ['symbol: 5 UBKTTU', 'day: 2026-03-12'],
      ['9: symbol: "5 UBKTTU" is not the symbol of an agreement; such as 05-QC/UBKTTU'],
    ],
    [
      ['symbol: 07/QC-UBKTTU', 'day: 2026-03-12'],
      ['9: symbol: "07/QC-UBKTTU" is not the symbol of an agreement; such as 07-QC/UBKTTU'],
    ],
    [
      ['symbol: 05-QC/UBKTTU', 'day: 2026-02-31'],
      ['10: day: there is no day "2026-02-31"; written year-month-day, such as 2026-12-07'],
    ],
    [
      ['symbol: 05-QC/UBKTTU'],
      [
        '9: the symbol and the day of the agreement stand together; such as symbol: 05-QC/UBKTTU, day: 2026-03-12',
      ],
    ],
    [
      ['issuers: Uỷ ban A'],
      [
        '9: the symbol and the day of the agreement stand together; such as symbol: 05-QC/UBKTTU, day: 2026-03-12',
      ],
    ],
  ])('%j is refused with a line that works', (lines, problems) => {
    expect(problemsOf(agreement(...lines))).toEqual(problems);
  });
});

test('a duty is read with its defaults: both sides, from the day of the import', () => {
  const read = readOrgFile(duties('{ key: d, name: Đ, period: half_year, due_working_days: 0 }'));
  expect('org' in read && read.org.duties).toEqual([
    {
      ...{ pair: 'p', key: 'd', name: 'Đ', period: 'half_year', side: null, dueWorkingDays: 0, line: 10 },
      ...{ event: null, since: null, dueDays: null, source: null },
    },
  ]);
});

test('a duty by event is read; "kể từ khi" is said once', () => {
  const read = readOrgFile(
    duties(
      '{ key: d, name: Đ, event: conclusion, since: kể từ khi có kết luận, due_days: 10, side: a, source: Điều 5 }',
      '{ key: e, name: E, event: other, since: ban hành kế hoạch, due_working_days: 5, from: 2027-01-01 }',
    ),
  );
  expect('org' in read && read.org.duties).toMatchObject([
    {
      ...{ key: 'd', period: null, event: 'conclusion', since: 'có kết luận', dueDays: 10 },
      ...{ dueWorkingDays: null, side: 'a', source: 'Điều 5', line: 10 },
    },
    {
      key: 'e',
      event: 'other',
      since: 'ban hành kế hoạch',
      dueDays: null,
      dueWorkingDays: 5,
      from: '2027-01-01',
    },
  ]);
});

test('a preset stands for its fields, with its source; nothing is on that the file does not name', () => {
  const read = readOrgFile(
    duties(
      '{ preset: dinh-chi-ky-luat-dang-vien, side: a }',
      '{ preset: dinh-chi-ky-luat-dang-vien, key: ben-b, name: Tên riêng, side: b }',
    ),
  );
  const preset = DUTY_PRESETS['dinh-chi-ky-luat-dang-vien'];
  expect('org' in read && read.org.duties).toMatchObject([
    {
      ...{ key: 'dinh-chi-ky-luat-dang-vien', name: preset.name, side: 'a', event: 'other' },
      ...{ since: preset.since, dueDays: 5, dueWorkingDays: null, source: preset.source },
    },
    { key: 'ben-b', name: 'Tên riêng', side: 'b', dueDays: 5 },
  ]);
  const example = readOrgFile(readFileSync('examples/org.yaml', 'utf8'));
  const sources = 'org' in example ? example.org.duties.map((one) => one.source) : [];
  expect(sources).not.toContain(preset.source);
});

test('what examples/org.yaml shows of duties as a comment can be taken as it stands', () => {
  const example = readFileSync('examples/org.yaml', 'utf8');
  const shown = example.replaceAll(
    /^( {8})# (- (?:key|preset): | {2}(?:name|event|since|due_days|due_working_days|side|source|from): )/gm,
    '$1$2',
  );
  expect(shown).not.toBe(example);
  const read = readOrgFile(shown);
  expect(problemsOf(shown)).toEqual([]);
  const kinds = 'org' in read ? read.org.duties.map((one) => one.event) : [];
  expect(kinds).toEqual(expect.arrayContaining(['conclusion', 'plan', 'other']));
});

/** The right file with these settings of the plan, from line 11 on. */
const planned = (...lines: string[]): string =>
  wrong(
    'relation: peers',
    ['relation: peers', '      policy:', '        plan:', ...lines.map((line) => `          ${line}`)].join(
      '\n',
    ),
  );

test('the settings of the plan are read; what is left out keeps its default', () => {
  const read = readOrgFile(planned('exchange_by: 01-20', 'term_from: 2025-10-01', 'term_to: 2030-09-30'));
  const policy = 'org' in read ? read.org.pairs[0]!.policy : DEFAULT_POLICY;
  expect(planPolicyOf(policy)).toEqual({
    ...DEFAULT_PLAN_POLICY,
    exchangeBy: '01-20',
    termFrom: '2025-10-01',
    termTo: '2030-09-30',
  });
});

test.each([
  ['agree_by: 02-29', '11: agree_by: "02-29" is no day of every year; written month-day, such as 01-15'],
  ['agreed_by: 02-15', 'the nearest is "agree_by"'],
  ['gap_years: 0', '11: gap_years'],
  ['agree_by: 01-10', '10: plan: the steps must come in the order'],
  [
    'term_to: 2030-09-30',
    '10: plan: term_to, the last day of the term, must come after term_from, and needs it',
  ],
])('a wrong setting of the plan is told with its line: %s', (line, problem) => {
  expect(problemsOf(planned(line))).toEqual([expect.stringContaining(problem)]);
});

test('a file without errors is read with its defaults', () => {
  const read = readOrgFile(RIGHT);
  expect(problemsOf(RIGHT)).toEqual([]);
  if (!('org' in read)) return;
  expect(read.org.pairs[0]).toMatchObject({ policy: DEFAULT_POLICY, a: { leaderApproves: true } });
  expect(read.org.people[0]).toMatchObject({ key: 'sa', title: '', locale: 'vi' });
  expect(read.org.members.map((one) => [one.person, one.side])).toEqual([
    ['sa', 'a'],
    ['sb', 'b'],
  ]);
  expect(read.org.calendar).toBeUndefined();
});

test('the example file has no errors', () => {
  expect(problemsOf(readFileSync('examples/org.yaml', 'utf8'))).toEqual([]);
});

describe('each error is told with its line', () => {
  const table: [what: string, source: string, told: string[]][] = [
    ['an empty file', '', ['1: the file is empty; examples/org.yaml shows one']],
    ['a list instead of a file', '- a', ['1: org.yaml must be made of lines "key: value"']],
    [
      'a missing section',
      RIGHT.slice(RIGHT.indexOf('pairs')),
      [
        '1: "committees" is missing',
        '6: there is no committee "ca" in the file',
        '7: there is no committee "cb" in the file',
        '20: there is no committee "ca" in the file',
        '24: there is no committee "cb" in the file',
      ],
    ],
    ['a tab', RIGHT.replace('  - key: p', '\t- key: p'), ['5: indent with spaces, not with tabs']],
    [
      'a key twice in one entry',
      wrong('    name: Mẫu B', '    name: Mẫu B\n    name: Mẫu C'),
      ['26: this key stands in the same entry already'],
    ],
    [
      'an unknown key',
      wrong('parent: t1', 'parents: t1'),
      [
        '17: there is no key "parents" here; the nearest is "parent"; known keys: key, name, aliases, parent, successor, from, to, in_charge, belongs',
      ],
    ],
    [
      'an unknown setting',
      wrong('relation: peers', 'relation: peers\n      policy:\n        answer_days: 2'),
      [
        '10: there is no key "answer_days" here; known keys: proposal_answer_working_days, notice_before_working_days, answer_working_days, confirm_working_days, remind_at_half, remind_on_last_morning, own_leader_after_working_days, across_after_working_days, day_before, notice_at, quorum, max_pushes_a_day, recall_seconds, full_notices, working_hours, plan',
      ],
    ],
    ['a missing name', wrong('    name: Cặp A và B\n', ''), ['5: "name" is missing']],
    [
      'a key with capitals',
      wrong('key: t1\n', 'key: T1\n'),
      [
        '12: key: "T1" may hold small letters without accents, digits and hyphens only, 40 at most, such as cat-dau-moi-1',
        '17: there is no target "t1" in this pair; the nearest is "T1"',
      ],
    ],
    [
      'a number for a name',
      wrong('name: Mẫu A', 'name: 7'),
      ['21: name must be text (put a number into double quotes)'],
    ],
    ['an empty name', wrong('name: Mẫu A', 'name: " "'), ['21: name is empty']],
    [
      'an unknown role',
      wrong('role: secretary }\n  - key: sb', 'role: secretery }\n  - key: sb'),
      [
        '23: role: "secretery" is not possible; the nearest is "secretary"; choose one of: chair, vice, secretary, member, observer',
      ],
    ],
    [
      'an unknown relation',
      wrong('peers', 'equal'),
      ['8: relation: "equal" is not possible; choose one of: peers, a_above, b_above'],
    ],
    [
      'a setting out of range',
      wrong('relation: peers', 'relation: peers\n      policy: { recall_seconds: 9999 }'),
      ['9: recall_seconds must not be above 3600'],
    ],
    [
      'half a working day',
      wrong('relation: peers', 'relation: peers\n      policy: { answer_working_days: 1.5 }'),
      ['9: answer_working_days must be a whole number'],
    ],
    [
      'hours that overlap',
      wrong(
        'relation: peers',
        'relation: peers\n      policy: { working_hours: [07:30-11:30, 11:00-17:00] }',
      ),
      [
        '9: working_hours: the spans of hours must ascend without overlapping; found: 07:30, 11:30, 11:00, 17:00',
      ],
    ],
    [
      'an unknown quorum',
      wrong('relation: peers', 'relation: peers\n      policy: { quorum: half }'),
      ['9: quorum: "half" is not possible; write all, a number, or a list of secretary, in_charge, team'],
    ],
    [
      'a committee that is not there',
      wrong('a: { committee: ca }', 'a: { committee: cx }'),
      [
        '9: there is no committee "cx" in the file; the nearest is "ca"',
        '23: the committee "ca" is not in the pair "p"',
      ],
    ],
    [
      'one committee on both sides',
      wrong('b: { committee: cb }', 'b: { committee: ca }'),
      ['10: the two sides of a pair must be two committees', '27: the committee "cb" is not in the pair "p"'],
    ],
    [
      'a key given twice',
      wrong('key: cb, name', 'key: ca, name'),
      [
        '3: "ca" stands further up already',
        '10: there is no committee "cb" in the file; the nearest is "ca"',
        '27: there is no committee "cb" in the file; the nearest is "ca"',
      ],
    ],
    [
      'a pair that is not there',
      wrong('pair: p, committee: ca', 'pair: pq, committee: ca'),
      ['23: there is no pair "pq" in the file; the nearest is "p"'],
    ],
    [
      'a side without a secretary',
      wrong('committee: cb, role: secretary', 'committee: cb, role: member'),
      ['10: the committee "cb" has no secretary in the pair "p"'],
    ],
    [
      'a person on both sides',
      wrong(
        'committee: ca, role: secretary }',
        'committee: ca, role: secretary }\n      - { pair: p, committee: cb, role: member }',
      ),
      ['24: the person "sa" stands on both sides of the pair "p"'],
    ],
    [
      'a person twice on a side',
      wrong(
        'committee: ca, role: secretary }',
        'committee: ca, role: secretary }\n      - { pair: p, committee: ca, role: member }',
      ),
      ['24: the person "sa" has a role in the pair "p" already; one role a pair'],
    ],
    [
      'a parent that is not there',
      wrong('parent: t1', 'parent: t9'),
      ['17: there is no target "t9" in this pair; the nearest is "t1"'],
    ],
    ['a target above itself', wrong('parent: t1', 'parent: t2'), ['17: parent: a circle t2 → t2']],
    ['a circle of parents', wrong('aliases: [ĐB Một]', 'parent: t2'), ['14: parent: a circle t1 → t2 → t1']],
    [
      'days in the wrong order',
      wrong('parent: t1', 'from: 2025-03-02\n        to: 2025-03-01'),
      ['18: the first day 02/03/2025 is after the last day 01/03/2025'],
    ],
    [
      'a day that does not exist',
      wrong('parent: t1', 'to: 2025-02-30'),
      ['17: to: there is no day "2025-02-30"; written year-month-day, such as 2026-12-07'],
    ],
    [
      'a successor without an end',
      wrong('parent: t1', 'successor: t1'),
      ['17: a successor needs the last day (to) as well'],
    ],
    [
      "an alias that is another target's name",
      wrong('[ĐB Một]', '[chi bo hai]'),
      ['14: the name "chi bo hai" is also a name or alias of the target "t2"'],
    ],
    [
      'a person in charge who is not there',
      wrong('in_charge: [sa]', 'in_charge: [sa, s1]'),
      ['18: there is no person "s1" in the file; the nearest is "sa"'],
    ],
    [
      'a person in charge of their own target',
      wrong('in_charge: [sa]', 'in_charge: [sa]\n        belongs: [sa]'),
      ['19: the person "sa" cannot both be in charge of this target and belong to it'],
    ],
    [
      'a duty of an unknown period',
      duties('{ key: d, name: Đ, period: quarterly, due_working_days: 5 }'),
      [
        '10: period: "quarterly" is not possible; the nearest is "quarter"; choose one of: month, quarter, half_year, year',
      ],
    ],
    [
      'a duty without its deadline, with a wrong side and a day that does not exist',
      duties('{ key: d, name: Đ, period: year, side: c, from: 2027-02-30 }'),
      [
        '10: side: "c" is not possible; choose one of: a, b',
        '10: "due_working_days" is missing',
        '10: from: there is no day "2027-02-30"; written year-month-day, such as 2026-12-07',
      ],
    ],
    [
      'a duty given twice, with an unknown key',
      duties(
        '{ key: d, name: Đ, period: year, due_working_days: 5 }',
        '{ key: d, name: E, period: year, due_working_days: 5 }',
        '{ key: e, name: E, period: year, due_working_day: 5, due_working_days: 61 }',
      ),
      [
        '11: "d" stands further up already',
        '12: due_working_days must not be above 60',
        '12: there is no key "due_working_day" here; the nearest is "due_working_days"; known keys: key, name, period, side, due_working_days, from, source',
      ],
    ],
    [
      'a duty by event without a deadline, with both, and with a period beside it',
      duties(
        '{ key: d, name: Đ, event: other, since: s }',
        '{ key: e, name: E, event: other, since: s, due_days: 5, due_working_days: 5 }',
        '{ key: f, name: F, event: other, since: s, due_days: 5, period: year }',
      ),
      [
        '10: one of the two is needed: due_days or due_working_days',
        '11: one of the two is needed: due_days or due_working_days',
        '12: there is no key "period" here; known keys: key, name, event, since, due_days, due_working_days, source, side, from',
      ],
    ],
    [
      'a duty of an unknown event and without its words, and an unknown preset',
      duties(
        '{ key: d, name: Đ, event: conclusions, due_days: 5 }',
        '{ preset: dinh-chi-ky-luat, side: a }',
        '{ preset: dinh-chi-ky-luat-dang-vien, due_days: 3 }',
      ),
      [
        '10: event: "conclusions" is not possible; the nearest is "conclusion"; choose one of: conclusion, plan, other',
        '10: "since" is missing',
        '11: preset: "dinh-chi-ky-luat" is not possible; choose one of: dinh-chi-ky-luat-dang-vien',
        '12: there is no key "due_days" here; known keys: preset, key, name, side, from',
      ],
    ],
    [
      'duties that are no list',
      wrong('relation: peers', 'relation: peers\n      duties: yes'),
      ['9: duties must be a list, a dash on each line'],
    ],
    [
      'a day off given twice',
      `${RIGHT}calendar:\n  - { day: 2027-01-01, kind: off, label: Một }\n  - { day: 2027-01-01, kind: work, label: Hai }\n`,
      ['30: "2027-01-01" stands further up already'],
    ],
  ];
  test.each(table)('%s', (_, source, told) => {
    expect(problemsOf(source)).toEqual(told);
  });
});

test('every error of a file is told at once, in order of line', () => {
  const source = wrong('peers', 'equal')
    .replace('parent: t1', 'parents: t1')
    .replace('name: Mẫu B', 'nam: Mẫu B');
  const lines = problemsOf(source).map((problem) => Number(problem.split(':')[0]));
  expect(lines).toEqual([8, 17, 24, 25]);
});

test('a wrong entry does not make those that name it wrong', () => {
  expect(problemsOf(wrong('name: Uỷ ban A, short', 'short'))).toEqual(['2: "name" is missing']);
});

test('the last day of a target is included for people and excluded inside', () => {
  const read = readOrgFile(wrong('parent: t1', 'to: 2025-02-28'));
  expect('org' in read && read.org.targets[1]?.to).toBe('2025-03-01');
});

test('no text makes the reader throw, and problems stand at lines of the file', () => {
  const pieces = fc.constantFrom(
    ...RIGHT.split('\n'),
    '- ',
    ': ',
    '*a',
    '&a x',
    '{',
    ']',
    '\t',
    '<<: *a',
    '? x',
    '!!set',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (lines) => {
      const read = readOrgFile(lines.join('\n'));
      if (!('problems' in read)) return;
      for (const { line } of read.problems) expect(line >= 1 && line <= lines.length + 1).toBe(true);
    }),
  );
});

test('the nearest word is a slip away, not a word of its own', () => {
  expect(nearest('secretery', ['member', 'secretary'])).toBe('secretary');
  expect(nearest('leaderApproves', ['committee', 'leader_approves'])).toBe('leader_approves');
  expect(nearest('chairman', ['vice', 'observer'])).toBeUndefined();
  expect(nearest('x', ['y'])).toBeUndefined();
});
