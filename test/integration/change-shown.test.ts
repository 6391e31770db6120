import { DateTime } from 'luxon';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChange } from '../../src/usecases/form/change-open.ts';
import { proposeChange } from '../../src/usecases/inspection/propose-change.ts';
import { type ChangeDesk, LATER, openChangeDesk, outcome, START, YES } from '../support/change-desk.ts';
import { formHand } from '../support/form-hand.ts';

let desk: ChangeDesk;

beforeAll(async () => {
  desk = await openChangeDesk();
});
afterAll(() => desk.base.close());

describe('what is asked reads old → new', () => {
  test('for the leader with yes and no, for the đầu mối with the ways a word comes', async () => {
    desk.at(START);
    const id = await desk.agreed();
    const change = await desk.crossed(id);
    const [leader] = await desk.read(id, 'change', 'b-chair');
    expect(leader).toMatchObject({ labels: ['Xác nhận', 'Chưa đồng ý', 'Xem chi tiết'], protect: true });
    expect((leader as { text: string }).text).toMatch(/UBKT ĐU Công an p1 đề nghị điều chỉnh/);
    expect((leader as { text: string }).text).toMatch(/cũ: thứ Hai 07\/12.*\n.*mới: thứ Hai 14\/12/);
    const [recorder] = await desk.read(id, 'change', 'b-secretary');
    expect(recorder).toMatchObject({
      data: [
        `confirm.${change}.in_person`,
        `confirm.${change}.phone`,
        `confirm.${change}.note`,
        `refuse.${change}`,
        `card.${id}`,
      ],
      labels: [
        'LĐ đồng ý (trực tiếp)',
        'LĐ đồng ý (điện thoại)',
        'LĐ đồng ý (bút phê)',
        'LĐ chưa đồng ý',
        'Xem chi tiết',
      ],
      text: expect.stringMatching(/Ghi lại ý kiến lãnh đạo, nhận bằng cách:$/),
    });
    expect((leader as { text: string }).text).not.toContain('Ghi lại ý kiến');
    expect(await desk.read(id, 'change', 'b-member')).toEqual([]);
  });

  test('sessions with hour and place; those outside a new window are dropped and shown as gone', async () => {
    desk.at(START);
    const id = await desk.agreed();
    const sessions = [
      { kind: 'announce' as const, startsAt: instant('2026-12-07T08:00'), place: 'Phòng họp số 1' },
      { kind: 'work' as const, startsAt: instant('2026-12-09T14:00'), place: 'Trụ sở Chi bộ Y' },
    ];
    await desk.word('b-chair', await desk.crossed(id, { sessions }), YES);
    await desk.crossed(id, { windowFrom: '2026-12-09', windowTo: '2026-12-12' });
    const [, asked] = await desk.read(id, 'change', 'b-chair');
    const { text } = asked as { text: string };
    expect(text).toContain('Điều chỉnh lần 2');
    expect(text).toMatch(
      /Lịch làm việc · Cũ: buổi công bố quyết định: 08h00.*Phòng họp số 1; buổi làm việc: 14h00/,
    );
    expect(text).toMatch(/Mới: buổi làm việc: 14h00 thứ Tư 09\/12\/2026, tại Trụ sở Chi bộ Y/);
  });

  test('a downward change is answered Đã tiếp nhận or Báo cáo, đề xuất', async () => {
    desk.at(START);
    const id = await desk.agreed();
    await desk.all((work) =>
      work.tx.execute(`update pair set relation = 'a_above' where id = ${desk.one.pairId}`),
    );
    await desk.crossed(id);
    const [leader] = await desk.read(id, 'change', 'b-chair');
    await desk.all((work) =>
      work.tx.execute(`update pair set relation = 'peers' where id = ${desk.one.pairId}`),
    );
    expect(leader).toMatchObject({ labels: ['Đã tiếp nhận', 'Báo cáo, đề xuất', 'Xem chi tiết'] });
    expect((leader as { text: string }).text).toContain('thông báo điều chỉnh');
  });
});

describe('a change is refused before it is stored', () => {
  const refusals: [string, object, string][] = [
    ['nothing differs', {}, 'refused-nothing-changed'],
    ['the window has passed', { windowFrom: '2026-11-02', windowTo: '2026-11-07' }, 'refused-window-past'],
    [
      'a session lies outside the window',
      { sessions: [{ kind: 'work', startsAt: instant('2026-12-20T08:00'), place: 'x' }] },
      'refused-session-outside',
    ],
    ['the target is unknown', { targetId: 999_999 }, 'refused-not-found'],
  ];
  test.each(refusals)('%s', async (_why, changes, key) => {
    desk.at(START);
    const id = await desk.agreed();
    expect(outcome(await desk.propose('a-secretary', id, changes))).toBe(key);
    expect(await desk.requests(id, 'change')).toEqual([]);
  });

  test('the plan moved while the form was filled in', async () => {
    desk.at(START);
    const id = await desk.agreed();
    const seen = (await desk.found(id)).version.id;
    await desk.word('b-chair', await desk.crossed(id), YES);
    const late = await desk.by('b-secretary', (work, actor) =>
      proposeChange(work, actor, id, {
        baseVersionId: seen,
        changes: { mode: 'second_staff' },
        reason: 'no_staff',
      }),
    );
    expect(outcome(late)).toBe('refused-version-moved');
  });

  test('a sensitive kind takes no places and no words', async () => {
    desk.at(START);
    const id = await desk.agreed({ kind: 'signs_of_violation', subject: null });
    const sessions = [{ kind: 'work' as const, startsAt: instant('2026-12-08T08:00'), place: 'x' }];
    expect(outcome(await desk.propose('a-secretary', id, { sessions }))).toBe('refused-sensitive-session');
    expect(outcome(await desk.propose('a-secretary', id, LATER))).toBe('crossing');
  });
});

test('a new plan that overlaps with another is pointed at before it goes', async () => {
  desk.at(START);
  await desk.agreed({ windowFrom: '2027-03-08', windowTo: '2027-03-13', targetId: desk.one.targets.z! });
  const id = await desk.agreed({ targetId: desk.one.targets.z!, kind: 'compliance' });
  const hand = formHand(desk, 'a-secretary');
  await hand.open((work, actor) => openChange(work, actor, id));
  await hand.taps('Thời gian', 'Xong');
  await hand.type('08/03 - 12/03/2027');
  expect((await hand.tap('Trùng lịch công tác')).text).toContain('Trùng lặp, chồng chéo');
});

function instant(local: string): DateTime {
  return DateTime.fromISO(local, { zone: 'Asia/Ho_Chi_Minh' });
}
