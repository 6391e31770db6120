import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openApart, openOutcome } from '../../src/usecases/form/outcome-open.ts';
import { recordApart } from '../../src/usecases/outcome/record-apart.ts';
import { readHistory } from '../../src/usecases/view/read-history.ts';
import { readAparts, readOutcome } from '../../src/usecases/view/read-outcome.ts';
import { outcome, START } from '../support/change-desk.ts';
import { formHand } from '../support/form-hand.ts';
import { AN_GIANG, NOTHING, type OutcomeDesk, openOutcomeDesk, PERIOD } from '../support/outcome-desk.ts';
import { shown } from '../support/view-desk.ts';

let desk: OutcomeDesk;

beforeAll(async () => {
  desk = await openOutcomeDesk();
});
beforeEach(() => desk.at(START));
afterAll(() => desk.base.close());

const read = (key: string, id: number, page = 0) =>
  desk.by(key, async (work, actor) => shown(work, await readOutcome(work, actor, id, page)));
const apart = (key: string, given = AN_GIANG, period = PERIOD, seeded = desk.one, pairId = seeded.pairId) =>
  desk.by(key, (work, actor) => recordApart(work, actor, pairId, period, given), seeded);
const aparts = (key: string, page = 0) =>
  desk.by(key, async (work, actor) => shown(work, await readAparts(work, actor, desk.one.pairId, page)));

const ORGANISATIONS = 'Tổ chức đảng bị kỷ luật: 10 (10 khiển trách)';
const MEMBERS = 'Đảng viên bị kỷ luật: 46 (30 khiển trách, 15 cảnh cáo, 1 khai trừ)';

describe('the outcome of a concluded inspection', () => {
  test('is recorded by the lead’s đầu mối, once it is concluded; others cannot, other pairs see nothing', async () => {
    const id = await desk.agreed();
    expect(outcome(await desk.record('b-secretary', id, AN_GIANG))).toBe('refused-state');
    await desk.setState(id, 'concluded');
    expect(outcome(await desk.record('a-secretary', id, AN_GIANG))).toBe('refused-not-allowed');
    expect(outcome(await desk.record('b-chair', id, AN_GIANG))).toBe('refused-not-allowed');
    expect(outcome(await desk.record('b-secretary', id, AN_GIANG, desk.two))).toBe('refused-not-found');
    expect(outcome(await desk.record('b-secretary', id, AN_GIANG))).toBe('done');
    expect(await desk.audited(id)).toContain('outcome.recorded');
  });

  test('stands on the card for đầu mối and leaders of both sides, and is told to them silently', async () => {
    const id = await desk.concluded();
    expect((await desk.card('a-chair', id)).labels).not.toContain('Xem kết quả');
    await desk.record('b-secretary', id, AN_GIANG);
    for (const key of ['a-secretary', 'a-chair', 'b-secretary', 'b-vice']) {
      const card = await desk.card(key, id);
      expect(card.text).toContain(ORGANISATIONS);
      expect(card.text).toContain(MEMBERS);
      expect(card.lines.length).toBeLessThanOrEqual(7);
      expect(card.labels).toContain('Xem kết quả');
    }
    for (const key of ['a-member', 'b-observer']) {
      const card = await desk.card(key, id);
      expect(card.text).not.toContain('khiển trách');
      expect(card.labels).not.toContain('Xem kết quả');
      expect((await read(key, id)).text).not.toContain('khiển trách');
    }
    const told = (await desk.said(id, 'outcome')).filter((row) => row.ref.note === 'result');
    expect(told.every((row) => row.silent)).toBe(true);
    expect(told.map((row) => row.personId)).toContain(desk.one.cast['a-secretary']!.id);
    expect(told.map((row) => row.personId)).not.toContain(desk.one.cast['b-secretary']!.id);
    const [message] = await desk.read(id, 'outcome', 'a-secretary');
    expect(message).toMatchObject({
      text: expect.stringContaining('đã ghi kết quả'),
      labels: ['Xem chi tiết'],
    });
    expect((message as { text: string }).text).not.toContain('khiển trách');
  });

  test('a correction supersedes: the new one holds, the old one stays readable and says so', async () => {
    const id = await desk.concluded();
    await desk.record('b-secretary', id, NOTHING);
    expect(await desk.record('b-secretary', id, AN_GIANG)).toMatchObject({ isCorrection: true });
    expect((await desk.card('a-secretary', id)).text).toContain(MEMBERS);
    const shownNow = await read('a-chair', id);
    expect(shownNow.lines[0]).toMatch(/^PH-2026-\d+ · Kết quả$/);
    expect(shownNow.lines[1]).toMatch(/^UBKT Tỉnh uỷ p1 ghi lúc/);
    expect(shownNow.lines[2]).toBe(ORGANISATIONS);
    expect(shownNow.lines[4]).toMatch(/^Số liệu cũ, đã được đính chính/);
    expect(shownNow.lines[5]).toBe('Tổ chức đảng bị kỷ luật: không có');
    expect(shownNow.lines).toHaveLength(7);
    expect(await desk.audited(id)).toContain('outcome.corrected');
  });

  test('of two đầu mối at once both are kept, one holds', async () => {
    const id = await desk.concluded();
    const both = await Promise.all([
      desk.record('b-secretary', id, AN_GIANG),
      desk.record('b-secretary', id, NOTHING),
    ]);
    expect(both.map(outcome)).toEqual(['done', 'done']);
    const rows = await desk.base.ownerSql`select superseded_by_id from outcome where inspection_id = ${id}`;
    expect(rows.filter((row) => row.superseded_by_id === null)).toHaveLength(1);
    expect(rows).toHaveLength(2);
  });

  test('parts that do not sum are refused with the difference, also past the form; nothing is stored', async () => {
    const id = await desk.concluded();
    const members = { ...AN_GIANG.members, warning: 14 };
    const refused = await desk.record('b-secretary', id, { ...AN_GIANG, members });
    expect(refused).toMatchObject({
      refused: { key: 'result-counts-short', args: { total: 46, sum: 45, difference: 1 } },
    });
    const organisations = { ...AN_GIANG.organisations, total: 100_001, reprimand: 100_001 };
    expect(outcome(await desk.record('b-secretary', id, { ...AN_GIANG, organisations }))).toBe(
      'result-counts-range',
    );
    expect(await desk.audited(id)).not.toContain('outcome.recorded');
  });

  test('a recorded row cannot be changed or deleted, not even past the use cases', async () => {
    await desk.record('b-secretary', await desk.concluded(), AN_GIANG);
    await expect(desk.base.ownerSql`update outcome set members = 0, member_reprimand = 0`).rejects.toThrow(
      /append-only/,
    );
    await expect(desk.base.ownerSql`delete from outcome`).rejects.toThrow(/nothing is removed/);
  });

  test('sensitive kinds bear no figures: no button, and a plain reason', async () => {
    const id = await desk.concluded({ kind: 'signs_of_violation', subject: null });
    expect((await desk.card('b-secretary', id)).labels).not.toContain('Ghi kết quả');
    expect(outcome(await desk.record('b-secretary', id, NOTHING))).toBe('result-sensitive');
    const opened = await desk.by('b-secretary', async (work, actor) =>
      shown(work, await openOutcome(work, actor, id)),
    );
    expect(opened.text).toContain('không ghi số liệu kỷ luật');
  });
});

describe('the form of an outcome', () => {
  test('names the difference, keeps what was entered, shows everything before one button', async () => {
    const id = await desk.concluded();
    const hand = formHand(desk, 'b-secretary');
    const first = await hand.open((work, actor) => openOutcome(work, actor, id));
    expect(first.text).toContain('Số tổ chức đảng bị kỷ luật');
    expect(first.labels).toEqual(['Không có', 'Huỷ']);
    await hand.type('10 = 10 khiển trách');
    const wrong = await hand.type('46: 30 khiển trách, 14 cảnh cáo, 1 khai trừ');
    expect(wrong.lines[0]).toBe(
      'Tổng 46 nhưng các hình thức cộng lại là 45: thiếu 1. Chưa lưu; đề nghị ghi lại.',
    );
    const preview = await hand.type('46: 30 khiển trách, 15 cảnh cáo, 1 khai trừ');
    expect(preview.lines.slice(1)).toEqual([ORGANISATIONS, MEMBERS]);
    expect(preview.protect).toBe(true);
    expect(preview.labels).toEqual([
      'Ghi kết quả',
      'Sửa số tổ chức đảng',
      'Sửa số đảng viên',
      'Quay lại',
      'Huỷ',
    ]);
    const done = await hand.tap('Ghi kết quả');
    expect(done.text).toContain('đã ghi kết quả. Đầu mối và lãnh đạo hai bên đã được báo.');
    expect(done.labels).toEqual(['Thêm kiến nghị', 'Xem chi tiết']);
  });

  test('a correction shows what it replaces; one part can be typed anew', async () => {
    const id = await desk.concluded();
    await desk.record('b-secretary', id, AN_GIANG);
    expect((await desk.card('b-secretary', id)).labels).toContain('Đính chính kết quả');
    const hand = formHand(desk, 'b-secretary');
    await hand.open((work, actor) => openOutcome(work, actor, id));
    await hand.tap('Không có');
    await hand.type('1 = 1 cảnh cáo');
    await hand.tap('Sửa số tổ chức đảng');
    const preview = await hand.type('2; 1; 1; 0');
    expect(preview.text).toContain('Tổ chức đảng bị kỷ luật: 2 (1 khiển trách, 1 cảnh cáo)');
    expect(preview.text).toContain(`Thay cho số liệu đã ghi (vẫn xem lại được): ${ORGANISATIONS}`);
    expect(preview.lines.length).toBeLessThanOrEqual(7);
    expect((await hand.tap('Ghi kết quả')).text).toContain('đã đính chính kết quả');
  });

  test('what is written beside the numbers is not stored', async () => {
    const id = await desk.concluded();
    const hand = formHand(desk, 'b-secretary');
    await hand.open((work, actor) => openOutcome(work, actor, id));
    expect((await hand.type('1 = một khiển trách')).text).toContain('Chưa rõ phần “một khiển trách”');
    expect((await hand.type('1 = đồng chí A bị khiển trách')).text).toContain('chưa được lưu');
  });
});

describe('what is recorded apart from inspections', () => {
  test('the published figures of An Giang, by either side, with the caution that inspections did not cause them', async () => {
    const hand = formHand(desk, 'a-secretary');
    const first = await hand.open((work, actor) => openApart(work, actor, desk.one.pairId));
    expect(first.text).toContain('không tính là kết quả của các cuộc phối hợp');
    expect((await hand.type('quý IV/2027')).text).toContain('Kỳ này chưa bắt đầu');
    expect((await hand.type('hôm nào đó')).text).toContain('Chưa rõ kỳ nào');
    await hand.type('01/06/2022 - 31/12/2025');
    await hand.type('10 = 10 khiển trách');
    const preview = await hand.type('46 = 30 khiển trách + 15 cảnh cáo + 1 khai trừ');
    expect(preview.text).toContain('không tính là kết quả của các cuộc phối hợp');
    expect(preview.lines.slice(1, 3)).toEqual([ORGANISATIONS, MEMBERS]);
    const done = await hand.tap('Ghi kết quả');
    expect(done.text).toContain('không tính là kết quả của các cuộc phối hợp');
    const across = await aparts('b-chair');
    expect(across.text).toContain('01/06/2022');
    expect(across.text).toContain('UBKT ĐU Công an p1');
    expect(across.text).toContain('46 (30 khiển trách, 15 cảnh cáo, 1 khai trừ)');
    expect(across.text).toContain('không tính là kết quả của các cuộc phối hợp');
    expect(across.lines.length).toBeLessThanOrEqual(7);
  });

  test('the buttons mean the month and quarter before, and the year so far', async () => {
    const hand = formHand(desk, 'a-secretary');
    const period = async (label: string) => {
      await hand.open((work, actor) => openApart(work, actor, desk.one.pairId));
      return (await hand.taps(label, 'Không có', 'Không có')).lines[0];
    };
    expect(await period('Tháng trước')).toContain('tháng 10/2026');
    expect(await period('Quý trước')).toContain('quý III/2026');
    expect(await period('Từ đầu năm đến nay')).toContain('thứ Năm 01/01 – thứ Hai 23/11/2026');
  });

  test('the same period again by the same side is a correction; the other side’s stands beside it', async () => {
    const period = { periodFrom: '2025-01-01', periodTo: '2025-04-01' };
    expect(await apart('a-secretary', NOTHING, period)).toMatchObject({ isCorrection: false });
    expect(await apart('b-secretary', NOTHING, period)).toMatchObject({ isCorrection: false });
    expect(await apart('a-secretary', AN_GIANG, period)).toMatchObject({ isCorrection: true });
    const rows = await desk.base
      .ownerSql`select side, superseded_by_id from outcome where origin = 'apart' and period_from = '2025-01-01'`;
    expect(rows.filter((row) => row.superseded_by_id === null).map((row) => row.side)).toEqual(['b', 'a']);
    expect(rows).toHaveLength(3);
  });

  test('a period that shares days with another is pointed out: a case may be counted twice', async () => {
    await apart('b-secretary', AN_GIANG, { periodFrom: '2024-01-01', periodTo: '2025-01-01' });
    const hand = formHand(desk, 'b-secretary');
    await hand.open((work, actor) => openApart(work, actor, desk.one.pairId));
    await hand.type('quý I/2024');
    const preview = await hand.taps('Không có', 'Không có');
    expect(preview.text).toContain('có thể được tính hai lần');
    expect(preview.lines.length).toBeLessThanOrEqual(7);
  });

  test('by a đầu mối of the pair, of days that have begun', async () => {
    expect(outcome(await apart('a-chair'))).toBe('refused-not-allowed');
    expect(outcome(await apart('a-secretary', AN_GIANG, PERIOD, desk.two, desk.one.pairId))).toBe(
      'refused-not-found',
    );
    for (const period of [
      { periodFrom: '2026-11-24', periodTo: '2026-12-01' },
      { periodFrom: '2026-10-01', periodTo: '2026-10-01' },
    ])
      expect(outcome(await apart('a-secretary', AN_GIANG, period))).toBe('result-period-ahead');
    expect((await aparts('a-member')).text).toContain('Vai trò');
  });
});

test('the card’s log says what was recorded, to both sides', async () => {
  const id = await desk.concluded();
  await desk.record('b-secretary', id, NOTHING);
  await desk.record('b-secretary', id, AN_GIANG);
  const log = await desk.by('a-member', async (work, actor) =>
    shown(work, await readHistory(work, actor, id, 0)),
  );
  expect(log.text).toMatch(/UBKT Tỉnh uỷ p1 · đính chính kết quả/);
  expect(log.text).toMatch(/UBKT Tỉnh uỷ p1 · ghi kết quả/);
});
