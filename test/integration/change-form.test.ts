import { DateTime } from 'luxon';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  openChange,
  openConclude,
  openRefusal,
  openStop,
  openTeam,
} from '../../src/usecases/form/change-open.ts';
import { loadSessions, loadSymbols, loadTeam } from '../../src/usecases/inspection/load-case.ts';
import { type ChangeDesk, openChangeDesk } from '../support/change-desk.ts';
import { formHand } from '../support/form-hand.ts';

let desk: ChangeDesk;
const START = '2026-11-23T09:00:00+07:00';

beforeAll(async () => {
  desk = await openChangeDesk();
});
beforeEach(() => desk.at(START));
afterAll(() => desk.base.close());

async function changed(key: string, id: number) {
  const hand = formHand(desk, key);
  await hand.open((work, actor) => openChange(work, actor, id));
  return hand;
}

describe('the form of a change', () => {
  test('takes dates and a reason without the question of secrecy, and shows old → new before it goes', async () => {
    const id = await desk.agreed();
    const hand = await changed('a-secretary', id);
    await hand.taps('Thời gian', 'Xong');
    await hand.type('14/12 - 18/12/2026');
    const preview = await hand.tap('Trùng lịch công tác');
    expect(preview.text).toMatch(/cũ: thứ Hai 07\/12.*\n.*mới: thứ Hai 14\/12/);
    expect(preview.protect).toBe(true);
    const sent = await hand.tap('Gửi đề nghị');
    expect(sent.text).toContain('sẽ chuyển UBKT Tỉnh uỷ p1 sau 60 giây');
    expect(sent.labels).toEqual(['Thu hồi', 'Gửi ngay', 'Xem chi tiết']);
    expect((await desk.requests(id, 'change'))[0]!.state).toBe('waiting');
  });

  test('takes a window that was tapped among the readings of what was typed', async () => {
    const id = await desk.agreed();
    const hand = await changed('a-secretary', id);
    await hand.taps('Thời gian', 'Xong');
    await hand.type('3, 4/2027');
    await hand.tap('thứ Bảy 03/04/2027');
    expect((await hand.tap('Trùng lịch công tác')).text).toContain('mới: thứ Bảy 03/04/2027');
  });

  test('takes several sessions: kind, hour in the window, place; the hour is echoed with its weekday', async () => {
    const id = await desk.agreed();
    const hand = await changed('a-secretary', id);
    const asked = await hand.taps('Lịch làm việc', 'Xong');
    expect(asked.text).toContain('MẬT, TỐI MẬT, TUYỆT MẬT');
    await hand.taps('Không mật', 'Thêm buổi công bố');
    expect((await hand.type('08h00 ngày 21/12/2026')).text).toContain('ở ngoài thời gian');
    expect((await hand.type('08h00 ngày 07/12/2026')).text).toContain('08h00 thứ Hai 07/12/2026');
    await hand.type('Phòng họp số 1');
    await hand.tap('Thêm buổi làm việc');
    await hand.type('14h00 ngày 08/12/2026');
    await hand.type('Trụ sở Chi bộ Y');
    await hand.tap('Thêm buổi làm việc');
    await hand.type('09h00 ngày 09/12/2026');
    const listed = await hand.type('Hội trường');
    expect(listed.text).toContain('3. Buổi làm việc: 09h00 thứ Tư 09/12/2026, tại Hội trường');
    await hand.taps('Bỏ buổi 2', 'Xong', 'Chờ ý kiến cấp uỷ', 'Gửi đề nghị');
    await desk.pass(2);
    const [change] = await desk.requests(id, 'change');
    await desk.word('b-chair', change!.id, { isConfirmed: true });
    const { version } = await desk.found(id);
    const sessions = await desk.all((work) => loadSessions(work, version.id));
    expect(sessions.map((one) => one.place)).toEqual(['Phòng họp số 1', 'Hội trường']);
  });

  test('a place that bears a mark of secrecy is not taken, and what was entered is kept', async () => {
    const id = await desk.agreed();
    const hand = await changed('a-secretary', id);
    await hand.taps('Lịch làm việc', 'Xong', 'Không mật', 'Thêm buổi làm việc');
    await hand.type('08h00 ngày 07/12/2026');
    expect((await hand.type('Phòng họp, tài liệu TUYỆT MẬT')).text).toContain('chưa được lưu');
    expect((await hand.type('Phòng họp số 2')).text).toContain('1. Buổi làm việc: 08h00');
  });

  test('a reason of one’s own comes after the question of secrecy; unsure ends it, and nothing is stored', async () => {
    const id = await desk.agreed();
    const hand = await changed('a-secretary', id);
    await hand.taps('Hình thức', 'Xong', 'Bên phối hợp cử cán bộ tham gia');
    const asked = await hand.tap('Lý do khác');
    expect(asked.text).toContain('chưa được phép cung cấp không');
    expect((await hand.tap('Chưa rõ')).text).toContain('chưa có gì được lưu');
    expect(await desk.requests(id, 'change')).toEqual([]);

    const again = await changed('a-secretary', id);
    await again.taps('Hình thức', 'Xong', 'Bên phối hợp cử cán bộ tham gia', 'Lý do khác', 'Không mật');
    const preview = await again.type('theo yêu cầu của cấp uỷ');
    expect(preview.text).toContain('Lý do: theo yêu cầu của cấp uỷ');
  });

  test('lead, body, target and content may change together', async () => {
    const id = await desk.agreed();
    const hand = await changed('b-secretary', id);
    await hand.taps('Chủ trì', 'Chủ thể', 'Nội dung', 'Đối tượng', 'Xong', 'Không mật');
    await hand.taps('UBKT ĐU Công an p1', 'Ban Thường vụ');
    await hand.type('việc chấp hành chế độ sinh hoạt đảng');
    await hand.tap('2. Chi bộ Z');
    const preview = await hand.tap('Chưa bố trí được cán bộ');
    for (const line of [
      'Đối tượng · Cũ: Chi bộ Y, Đảng bộ Công an tỉnh · Mới: Chi bộ Z, Đảng bộ Công an tỉnh',
      'Chủ trì · Cũ: UBKT Tỉnh uỷ p1 · Mới: UBKT ĐU Công an p1',
      'Chủ thể · Cũ: Uỷ ban Kiểm tra · Mới: Ban Thường vụ',
    ])
      expect(preview.lines).toContain(line);
    await hand.tap('Gửi đề nghị');
    expect((await desk.requests(id, 'change'))[0]!.side).toBe('a');
  });

  test('the kind may change, and the other side confirms it like the rest', async () => {
    const id = await desk.agreed();
    const hand = await changed('a-secretary', id);
    const asked = await hand.taps('Loại', 'Xong', 'Kiểm tra chấp hành');
    // It cannot be the inspection committee's any more, and two bodies may hold it.
    expect(asked.labels.slice(0, 2)).toEqual(['Ban Thường vụ', 'Cấp uỷ']);
    await hand.tap('Cấp uỷ');
    const preview = await hand.tap('Chờ ý kiến cấp uỷ');
    expect(preview.lines).toContain('Loại · Cũ: Giám sát chuyên đề · Mới: Kiểm tra chấp hành');
    await hand.tap('Gửi đề nghị');
    await desk.pass(2);
    const [change] = await desk.requests(id, 'change');
    await desk.word('b-chair', change!.id, { isConfirmed: true });
    expect((await desk.found(id)).version).toMatchObject({ kind: 'compliance', n: 1 });
  });

  test('a kind that is sensitive is asked first and leaves no text: nothing to write, what was written is dropped', async () => {
    const id = await desk.agreed();
    const startsAt = DateTime.fromISO('2026-12-08T08:00', { zone: 'Asia/Ho_Chi_Minh' });
    const session = { kind: 'work' as const, startsAt, place: 'Phòng họp số 1' };
    await desk.word('b-chair', await desk.crossed(id, { sessions: [session] }), { isConfirmed: true });
    const hand = await changed('a-secretary', id);
    await hand.taps('Nội dung', 'Lịch làm việc', 'Loại', 'Xong', 'Không mật', 'Giải quyết tố cáo');
    const preview = await hand.tap('Lý do khác');
    expect(preview.text).toContain('mới: Giải quyết tố cáo');
    expect(preview.text).toContain('phần đã ghi được bỏ');
    expect(preview.text).not.toMatch(/quy chế làm việc|Phòng họp/);
    await hand.tap('Gửi đề nghị');
    await desk.pass(2);
    await desk.word('b-chair', (await desk.requests(id, 'change')).at(-1)!.id, { isConfirmed: true });
    const { version } = await desk.found(id);
    expect(version).toMatchObject({ kind: 'denunciation', subject: null, reasonText: null });
    expect(await desk.all((work) => loadSessions(work, version.id))).toEqual([]);
  });

  test('the same values again are nothing to send', async () => {
    const id = await desk.agreed();
    const hand = await changed('a-secretary', id);
    const preview = await hand.taps(
      'Hình thức',
      'Xong',
      'Một bên chủ trì, một bên phối hợp',
      'Trùng lịch công tác',
    );
    expect(preview.text).toContain('không có gì để xác nhận');
    expect(preview.labels).not.toContain('Gửi đề nghị');
    expect(await desk.requests(id, 'change')).toEqual([]);
  });

  test('a sensitive kind offers neither sessions nor content, and no words for a reason', async () => {
    const id = await desk.agreed({ kind: 'denunciation', subject: null });
    const hand = await changed('a-secretary', id);
    const offered = await hand.tap('Thời gian');
    expect(offered.labels).not.toContain('Lịch làm việc');
    expect(offered.labels).not.toContain('Nội dung');
    await hand.tap('Xong');
    await hand.type('14/12 - 18/12/2026');
    const preview = await hand.tap('Lý do khác');
    expect(preview.text).toContain('Xem lại trước khi gửi');
    expect((await hand.tap('Gửi đề nghị')).text).toContain('sau 60 giây');
  });
});

describe('chưa đồng ý', () => {
  test('by the đầu mối: a reason, how the word came, one button', async () => {
    const id = await desk.agreed();
    await desk.propose('a-secretary', id, { mode: 'second_staff' });
    await desk.pass(2);
    const [change] = await desk.requests(id, 'change');
    const hand = formHand(desk, 'b-secretary');
    await hand.open((work, actor) => openRefusal(work, actor, change!.id));
    await hand.taps('Chưa bố trí được cán bộ', 'Điện thoại');
    expect((await hand.tap('Gửi trả lời')).text).toContain('giữ nguyên nội dung cũ');
    expect((await desk.answers(change!.id))[0]).toMatchObject({
      answer: 'refused',
      via: 'phone',
      reason: 'no_staff',
    });
  });
});

describe('dừng', () => {
  test('a reason, a look, and to the other side; the leader across reads why', async () => {
    const id = await desk.agreed();
    const hand = formHand(desk, 'b-secretary');
    await hand.open((work, actor) => openStop(work, actor, id, 'stop'));
    const preview = await hand.tap('Chờ ý kiến cấp uỷ');
    expect(preview.text).toContain('Cuộc chỉ dừng khi UBKT ĐU Công an p1 xác nhận');
    expect((await hand.tap('Gửi đề nghị dừng')).text).toContain('đề nghị dừng sẽ chuyển UBKT ĐU Công an p1');
    expect(await desk.state(id)).toBe('agreed');
  });
});

describe('kết thúc', () => {
  test('a symbol that is refused is explained, then the date, then one button', async () => {
    const id = await desk.agreed({ state: 'under_way' });
    const hand = formHand(desk, 'b-secretary');
    await hand.open((work, actor) => openConclude(work, actor, id));
    expect((await hand.type('KL/UBKTTU')).text).toContain('Thiếu số');
    expect((await hand.type('12-KL/UBKTTU')).text).toContain('Ngày của kết luận');
    const preview = await hand.tap('Hôm nay');
    expect(preview.text).toContain('12-KL/UBKTTU');
    expect((await hand.tap('Xác nhận')).text).toContain('đã kết thúc');
    expect(await desk.state(id)).toBe('concluded');
    expect((await desk.all((work) => loadSymbols(work, id))).map((one) => one.use)).toEqual(['conclusion']);
  });

  test('a person may insist on a symbol', async () => {
    const id = await desk.agreed({ state: 'under_way' });
    const hand = formHand(desk, 'b-secretary');
    await hand.open((work, actor) => openConclude(work, actor, id));
    await hand.type('12-XX/UBKTTU');
    await hand.taps('Giữ nguyên ký hiệu này', 'Hôm nay', 'Xác nhận');
    const symbols = await desk.all((work) => loadSymbols(work, id));
    expect(symbols).toMatchObject([{ symbol: '12-XX/UBKTTU', insisted: true }]);
  });
});

test('thành phần đoàn: taps add and remove one’s own people, one button saves', async () => {
  const id = await desk.agreed({ team: ['a-member'] });
  const hand = formHand(desk, 'a-secretary');
  const opened = await hand.open((work, actor) => openTeam(work, actor, id));
  expect(opened.labels).toContain('✓ Uỷ viên A1 p1');
  expect(opened.labels.some((label) => label.includes('B1'))).toBe(false);
  await hand.taps('✓ Uỷ viên A1 p1', 'Uỷ viên A2 p1', 'Xong');
  expect((await hand.tap('Xác nhận')).text).toContain('thêm 1, bớt 1');
  const team = await desk.all((work) => loadTeam(work, id));
  expect(team.map((one) => one.personId)).toEqual([desk.one.cast['a-member-2']!.id]);
});
