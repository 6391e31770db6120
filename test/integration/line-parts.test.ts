import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Message } from '../../src/domain/message.ts';
import { plainOf } from '../../src/telegram/fit.ts';
import { render } from '../../src/telegram/render.ts';
import { makeTestDatabase, type TestDatabase } from '../support/database.ts';
import { type DoorDesk, openDoorDesk } from '../support/door-desk.ts';
import { type SeededPair, seedPair } from '../support/seed.ts';
import { agreedInspection } from '../support/seed-inspection.ts';
import { seedManyPairs } from '../support/seed-many-pairs.ts';

const CONCLUDED = 'PH-2026-001';
const MORNING = Date.parse('2026-11-23T09:00:00+07:00');

let base: TestDatabase;
let desk: DoorDesk;
let seeded: SeededPair;
beforeAll(async () => {
  base = await makeTestDatabase();
  desk = openDoorDesk(base, MORNING);
  seeded = await seedPair(desk.office);
  await agreedInspection(desk.office, seeded, { code: CONCLUDED, state: 'concluded' });
}, 60_000);
afterAll(() => base.close());
beforeEach(async () => {
  await base.ownerSql`update form set state = 'cancelled' where state = 'open'`;
});

/** What a line is answered with, as people read it, and what its form keeps. */
async function written(key: string, line: string) {
  const { userId } = seeded.cast[key]!;
  await base.ownerSql`update outbox set state = 'sent' where state = 'pending'`;
  const after = await desk.lastRow();
  await desk.write(userId, line);
  const rows = await base.ownerSql<{ message: Message }[]>`
    select ref->'message' as message from outbox
    where chat_id = ${userId} and id > ${after} and kind = 'said' order by id`;
  const now = await desk.office.work({ pairs: [] }, async (work) => work.now);
  const text = rows.map(({ message }) => plainOf(render('vi', message, now).text)).join('\n');
  const form = await desk.formOf(userId);
  return { text, kind: form?.kind, step: form?.step, data: JSON.parse(form?.data ?? '{}') };
}

/** Lines that work, by command: who writes them and their parts. */
const LINES: Record<string, { by: string; parts: string[] }> = {
  '/dexuat': {
    by: 'a-secretary',
    parts: ['giám sát chuyên đề', 'Chi bộ Y', '07/12 - 11/12/2026', 'chủ trì: UBKT Tỉnh uỷ p1'],
  },
  '/traodoi': {
    by: 'a-secretary',
    parts: ['đi', '05-BC/UBKTTU', '20/11/2026', 'Báo cáo quý III', 'hạn: 5 ngày làm việc'],
  },
  '/kiennghi': {
    by: 'b-secretary',
    parts: [CONCLUDED, 'Bổ sung quy chế', 'hạn: 31/12/2026'],
  },
  '/ketthuc': {
    by: 'a-secretary',
    parts: ['ngoài', 'quý III/2026', 'tổ chức: 10 = 10 khiển trách', 'đảng viên: 0'],
  },
};

const aWord = fc.stringMatching(/^zq[a-z]{3,10}$/);
const aLabel = fc.constantFrom(
  ...['', 'đoàn: ', 'ghi chú: ', 'nd: ', 'nội dung ', 'hạn: ', 'hạn ', 'hạn ngày ', 'chủ trì: ', 'chủ trì '],
  ...[
    'về cuộc: ',
    'cuộc ',
    'hình thức: ',
    'kênh: ',
    'tổ chức: ',
    'đảng viên: ',
    'trả lời: ',
    'kỳ: ',
    'KT, GS ',
  ],
);

describe('a part too many, wherever it stands in a line that works, is named or is kept', () => {
  test.each(Object.entries(LINES))(
    '%s',
    async (command, { by, parts }) => {
      await fc.assert(
        fc.asyncProperty(aWord, aLabel, fc.nat(parts.length), async (word, label, place) => {
          const line = `${command} ${[...parts.toSpliced(place, 0, `${label}${word}`), 'không mật'].join('; ')}`;
          const { text, data } = await written(by, line);
          expect([line, `${text}\n${JSON.stringify(data)}`]).toEqual([line, expect.stringContaining(word)]);
        }),
        { numRuns: 40 },
      );
    },
    120_000,
  );

  test.each(Object.entries(LINES))('%s without it is understood whole', async (command, { by, parts }) => {
    const { text, step } = await written(by, `${command} ${[...parts, 'không mật'].join('; ')}`);
    expect(text).not.toContain('Chưa dùng được');
    expect(['preview', 'team', 'subject']).toContain(step);
  });
});

describe('/traodoi', () => {
  test.each([
    ['han 5 ngay lam viec', 'working_days'],
    ['Hạn trả lời 30/11', 'day'],
    ['trong 5 ngày làm việc', 'working_days'],
  ])('%j is a deadline without its colon', async (part, source) => {
    const line = `/traodoi đi; 05-BC/UBKTTU; 20/11/2026; Báo cáo; ${part}; ko mat`;
    expect((await written('a-secretary', line)).data).toMatchObject({ due: { source }, subject: 'Báo cáo' });
  });

  test('a subject that begins like a deadline stays a subject', async () => {
    const line = '/traodoi đi; 05-BC/UBKTTU; 20/11/2026; Hạn chế, khuyết điểm quý III; k mat';
    expect((await written('a-secretary', line)).data).toMatchObject({
      subject: 'Hạn chế, khuyết điểm quý III',
      due: null,
    });
  });

  test('where a part was not understood, no answer is not taken for granted: the deadline is asked', async () => {
    const line = '/traodoi đi; 05-BC/UBKTTU; 20/11/2026; Báo cáo; năm ngày nữa trả lời; không mật';
    const { text, step } = await written('a-secretary', line);
    expect(text).toContain('“năm ngày nữa trả lời”');
    expect(text).toContain('Ví dụ đúng: /traodoi đi;');
    expect(step).toBe('due');
  });

  test('secret mail says only how much was dropped (C4)', async () => {
    const line = '/traodoi đi; văn thư mật; 20/11/2026; zqmot; thêm zqhai; không mật';
    const { text, data } = await written('a-secretary', line);
    expect(`${text}${JSON.stringify(data)}`).not.toMatch(/zq/);
    expect(text).toContain('đã bỏ và không lưu');
  });
});

describe('/dexuat', () => {
  test.each(['GS', 'KT', 'KT, GS'])(
    '%s alone is no kind: it is asked, and the rest is kept',
    async (kind) => {
      const line = `/dexuat ${kind}; CB Y; tháng 3/2027; chủ trì: UBKT Tỉnh uỷ p1; không mật`;
      const { text, step, data } = await written('a-secretary', line);
      expect(text).toContain(`“${kind}”`);
      expect(step).toBe('kind');
      expect(data).toMatchObject({ targetId: seeded.targets.y, leadSide: 'b', windowFrom: '2027-03-01' });
    },
  );

  test.each([
    'gscd; CB Y, ĐB CAT; tháng 3/2027; UBKT TU chủ trì; nd: quy chế làm việc',
    'giám sát chuyên đề; chi bo y; tháng 3/2027; chủ trì UBKT TU; nội dung: quy chế làm việc',
    'loại: GSCĐ; đối tượng: Chi bộ Y, Đảng uỷ Công an tỉnh; thời gian: tháng 3/2027; chủ trì: bên kia; v/v: quy chế làm việc',
  ])('%j is understood whole', async (line) => {
    const { text, data } = await written('a-secretary', `/dexuat ${line}; ko mat`);
    expect(text).not.toContain('Chưa');
    expect(data).toMatchObject({
      kind: 'thematic_supervision',
      targetId: seeded.targets.y,
      windowFrom: '2027-03-01',
      leadSide: 'b',
      subject: 'quy chế làm việc',
    });
  });

  test('whoever of a team is nobody of one’s own side is named, with a line that works', async () => {
    const line = '/dexuat gscd; CB Y; tháng 3/2027; chủ trì: TU; đoàn: đồng chí A, Uỷ viên B1 p1; không mật';
    const { text, data } = await written('a-secretary', line);
    expect(text).toContain('“đồng chí A”, “Uỷ viên B1 p1”');
    expect(text).toContain('Ví dụ đúng: đoàn: Đầu mối A1 p1 (thư ký)');
    expect(data).toMatchObject({ kind: 'thematic_supervision', leadSide: 'b', team: [] });
  });

  test('of a sensitive kind nothing that was left over is said back (C4)', async () => {
    const line = '/dexuat kiểm tra DHVP; CB Y; tháng 3/2027; zqthua; không mật';
    const { text, data } = await written('a-secretary', line);
    expect(`${text}${JSON.stringify(data)}`).not.toContain('zqthua');
    expect(text).toContain('đã bỏ và không lưu');
  });
});

describe('a command that reads nothing, or something else, names what stands behind it', () => {
  test.each([
    ...[
      '/viec',
      '/trogiup',
      '/bantin',
      '/quanly',
      '/lich',
      '/moi',
      '/thanhvien',
      '/chotso',
      '/bangiao',
      '/dulieu',
    ],
  ])('%s', async (command) => {
    expect((await written('a-secretary', `${command} zqthua`)).text).toContain('“zqthua”');
  });
  test.each([
    '/doi',
    '/dung',
    '/doan',
    '/ketthuc',
    '/nhac',
    '/ghinhan',
    '/uyquyen',
    '/visao',
    '/tim',
    '/kehoach',
  ])('%s', async (command) => {
    expect((await written('a-secretary', `${command} zqthua`)).text).toContain('zqthua');
  });
  test.each(['/baocao', '/vangmat', '/kiennghi', '/traodoi', '/huy'])('%s', async (command) => {
    expect((await written('a-secretary', `${command} zqthua`)).text).toContain('zqthua');
  });
});

describe('somebody who stands in two agreements', () => {
  let many: TestDatabase;
  let door: DoorDesk;
  let cast: Awaited<ReturnType<typeof seedManyPairs>>;
  beforeAll(async () => {
    many = await makeTestDatabase();
    door = openDoorDesk(many, MORNING);
    cast = await seedManyPairs(door.office, 2);
  }, 60_000);
  afterAll(() => many.close());

  const user = () => cast.cast['a-secretary']!.userId;
  const choose = async (pairId: number) => {
    const form = (await door.formOf(user()))!;
    expect(form).toMatchObject({ kind: 'line', step: 'pair' });
    await door.tap(user(), `f.${form.id}.pair.${pairId}`);
    return (await door.formOf(user()))!;
  };

  test.each([
    [
      '/dexuat gscd; CB Y; tháng 3/2027; chủ trì: bên kia; nd: quy chế; không mật',
      { kind: 'thematic_supervision', subject: 'quy chế' },
    ],
    ['/traodoi đi; 05-BC/UBKTTU; 20/11/2026; Báo cáo; hạn: 5 ngày; không mật', { subject: 'Báo cáo' }],
    ['/ketthuc ngoài; quý III/2026; tổ chức: 0; đảng viên: 0; không mật', { periodFrom: '2026-07-01' }],
  ])('chooses one and %s is used', async (line, data) => {
    for (const { id } of cast.pairs) {
      await door.write(user(), line);
      const form = await choose(id);
      expect(JSON.parse(form.data)).toMatchObject({ ...data, pairId: id });
    }
  });

  test('a line that was not declared is not kept for the question either (C1)', async () => {
    await many.ownerSql`update form set state = 'cancelled' where state = 'open'`;
    await door.write(user(), '/dexuat gscd; CB Y; tháng 3/2027; nd: zqriengtu');
    expect(await door.formOf(user())).toBeUndefined();
    const rows = await many.ownerSql`select data::text as data from form`;
    expect(JSON.stringify(rows)).not.toContain('zqriengtu');
  });

  test('once it is used nothing of it stays in the row of the question', async () => {
    await door.write(user(), '/dexuat gscd; CB Y; tháng 3/2027; nd: zqmotlan; không mật');
    await choose(cast.pairs[0]!.id);
    const rows = await many.ownerSql`select data::text as data from form where kind = 'line'`;
    expect(JSON.stringify(rows)).not.toContain('zqmotlan');
  });
});

test.each([
  [
    '/dexuat',
    `giám sát chuyên đề; Chi bộ Y; 07/12 - 11/12/2026; ${'z'.repeat(79)}😀${'z'.repeat(9)}; không mật`,
  ],
  ['/nhac', `${'z'.repeat(39)}😀zz`],
  ['/tim', `${'z'.repeat(79)}😀zz`],
])(
  'what is cut within a sign that is two to the machine is answered all the same: %s',
  async (command, words) => {
    expect((await written('a-secretary', `${command} ${words}`)).text).toContain('z'.repeat(30));
  },
);
