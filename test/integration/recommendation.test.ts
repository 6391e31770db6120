import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { erasePerson } from '../../src/usecases/erase-person.ts';
import { exportPerson } from '../../src/usecases/export-person.ts';
import { forgetOld } from '../../src/usecases/forget-old.ts';
import { openDone, openRecommendation } from '../../src/usecases/form/outcome-open.ts';
import { recommendationsTyped } from '../../src/usecases/form/recommendation-line.ts';
import { type Finished, finishRecommendation } from '../../src/usecases/outcome/finish-recommendation.ts';
import { withdrawRecommendation } from '../../src/usecases/outcome/withdraw-recommendation.ts';
import { listTasks } from '../../src/usecases/view/list-tasks.ts';
import { readHistory } from '../../src/usecases/view/read-history.ts';
import {
  readRecommendation,
  recommendationList,
  recommendationsOfCase,
} from '../../src/usecases/view/recommendation-message.ts';
import { tasksMessage } from '../../src/usecases/view/tasks-message.ts';
import { outcome, START } from '../support/change-desk.ts';
import { formHand } from '../support/form-hand.ts';
import { type OutcomeDesk, openOutcomeDesk } from '../support/outcome-desk.ts';
import { shown } from '../support/view-desk.ts';

let desk: OutcomeDesk;
const WORDS = { words: 'Bổ sung quy chế làm việc' };

beforeAll(async () => {
  desk = await openOutcomeDesk();
});
beforeEach(() => desk.at(START));
afterAll(() => desk.base.close());

const finish = (key: string, id: number, given: Finished, seeded = desk.one) =>
  desk.by(key, (work, actor) => finishRecommendation(work, actor, id, given), seeded);
const list = (key: string, page = 0, seeded = desk.one) =>
  desk.by(key, async (work, actor) => shown(work, await recommendationList(work, actor, page)), seeded);
const ofCase = (key: string, id: number) =>
  desk.by(key, async (work, actor) => shown(work, await recommendationsOfCase(work, actor, id, 0)));
const read = (key: string, id: number) =>
  desk.by(key, async (work, actor) => shown(work, await readRecommendation(work, actor, id)));
const typed = (key: string, line: string) =>
  desk.by(key, async (work, actor) => shown(work, await recommendationsTyped(work, actor, line)));
const tasks = (key: string) =>
  desk.by(key, async (work, actor) =>
    (await listTasks(work, actor)).filter((task) => task.kind === 'recommendation'),
  );
const codeOf = async (id: number) => (await desk.found(id)).inspection.code!;

describe('what a conclusion asked for', () => {
  test('is added by the lead’s đầu mối when it is concluded; both sides read it from the card', async () => {
    const id = await desk.agreed();
    expect(outcome(await desk.add('b-secretary', id, WORDS))).toBe('refused-state');
    await desk.setState(id, 'concluded');
    expect(outcome(await desk.add('a-secretary', id, WORDS))).toBe('refused-not-allowed');
    expect(outcome(await desk.add('b-chair', id, WORDS))).toBe('refused-not-allowed');
    expect(outcome(await desk.add('b-secretary', id, WORDS, desk.two))).toBe('refused-not-found');
    expect((await desk.card('a-member', id)).labels).not.toContain('Xem kiến nghị');
    await desk.added(id, { ...WORDS, dueDay: '2026-11-20' });
    const second = await desk.added(id, { words: 'Kiện toàn tổ giám sát' });
    const card = await desk.card('a-member', id);
    expect(card.text).toContain('Kiến nghị: 2, chưa thực hiện 2, quá hạn 1');
    expect(card.labels).toContain('Xem kiến nghị');
    const read = await ofCase('a-observer', id);
    expect(read.lines[1]).toMatch(
      /^1\. Quá hạn · PH-\S+ · kiến nghị số 1 · hạn 20\/11\/2026 · Bổ sung quy chế/,
    );
    expect(read.lines[2]).toMatch(/^2\. PH-\S+ · kiến nghị số 2 · Kiện toàn/);
    expect(read.data).toContain(`rec.show.${second}`);
    expect(read.protect).toBe(true);
  });

  test('is in words that pass the filter, and not too long; the log keeps a digest', async () => {
    const id = await desk.concluded();
    for (const [words, refused] of [
      ['', 'rec-ask-words'],
      ['x'.repeat(501), 'form-too-long'],
      ['theo tài liệu TỐI MẬT', 'secret-refused'],
    ] as const)
      expect(outcome(await desk.add('b-secretary', id, { words }))).toBe(refused);
    await desk.added(id, WORDS);
    const [entry] = await desk.base
      .ownerSql`select body from audit_entry where inspection_id = ${id} and type = 'recommendation.added'`;
    expect(entry!.body).not.toContain('quy chế');
    expect(JSON.parse(entry!.body)).toMatchObject({ recommendation: 1, side: 'b', due: null });
  });

  test('of a sensitive kind is a number and a day: no words anywhere', async () => {
    const id = await desk.concluded({ kind: 'denunciation', subject: null });
    expect(outcome(await desk.add('b-secretary', id, WORDS))).toBe('rec-sensitive-no-text');
    const hand = formHand(desk, 'b-secretary');
    const first = await hand.open((work, actor) => openRecommendation(work, actor, id));
    expect(first.text).toContain('Hạn thực hiện');
    expect(first.labels).toEqual(['Không đặt hạn', 'Huỷ']);
    const preview = await hand.type('31/12/2026');
    expect(preview.text).toContain('Nội dung không ghi trên hệ thống.');
    expect(preview.text).toContain('thứ Năm 31/12/2026');
    await hand.tap('Ghi kiến nghị');
    expect((await ofCase('a-secretary', id)).lines[1]).toMatch(/kiến nghị số 1 · hạn 31\/12\/2026$/);
  });

  test('by the form: the question of secrecy first, then words, a day, a look, one button', async () => {
    const id = await desk.concluded();
    const hand = formHand(desk, 'b-secretary');
    const first = await hand.open((work, actor) => openRecommendation(work, actor, id));
    expect(first.text).toContain('MẬT, TỐI MẬT, TUYỆT MẬT');
    await hand.tap('Không mật');
    expect((await hand.type('theo tài liệu TUYỆT MẬT')).text).toContain('chưa được lưu');
    await hand.type('Bổ sung quy chế làm việc');
    expect((await hand.type('31/02/2027')).text).toContain('Không có ngày 31/02');
    expect((await hand.type('20/10/2026')).text).toContain('hạn này đã qua');
    await hand.tap('Sửa hạn');
    const preview = await hand.type('31/12/2026');
    expect(preview.text).not.toContain('đã qua');
    expect(preview.text).toContain('Nội dung: Bổ sung quy chế làm việc');
    expect(preview.protect).toBe(true);
    expect((await hand.tap('Ghi kiến nghị')).text).toContain('đã ghi kiến nghị số 1');
  });

  test('said to be secret ends the form, and nothing is stored', async () => {
    const id = await desk.concluded();
    const hand = formHand(desk, 'b-secretary');
    await hand.open((work, actor) => openRecommendation(work, actor, id));
    expect((await hand.tap('Chưa rõ')).text).toContain('chưa có gì được lưu');
    expect((await ofCase('b-secretary', id)).lines).toEqual(['Chưa có kiến nghị nào được ghi.']);
  });
});

describe('in one line', () => {
  test('the inspection by its code, words, a deadline, the declaration', async () => {
    const id = await desk.concluded();
    const code = await codeOf(id);
    const line = `${code.toLowerCase()}; Bổ sung quy chế làm việc; hạn: 31/12/2026`;
    expect((await typed('b-secretary', line)).text).toContain('Cuối dòng cần ghi “; không mật”');
    const preview = await typed('b-secretary', `${line}; không mật`);
    expect(preview.lines).toEqual([
      `${code} · Xem lại kiến nghị trước khi ghi:`,
      'Nội dung: Bổ sung quy chế làm việc',
      'Hạn: thứ Năm 31/12/2026',
    ]);
    const wrong = await typed('b-secretary', `${code}; Bổ sung quy chế; hạn: 31/02/2027; không mật`);
    expect(wrong.lines[0]).toContain('Không có ngày 31/02');
    expect(wrong.text).toContain('Hạn thực hiện');
    expect((await typed('a-secretary', `${line}; không mật`)).text).toContain('Vai trò');
    expect((await typed('b-secretary', `PH-2020-001; x; không mật`)).text).toContain(
      'Không có cuộc “PH-2020-001”',
    );
  });

  test('words for a sensitive kind are dropped, and the person is told', async () => {
    const id = await desk.concluded({ kind: 'denunciation', subject: null });
    const preview = await typed('b-secretary', `${await codeOf(id)}; Nội dung nào đó; không mật`);
    expect(preview.text).toContain('đã bỏ, không lưu');
    expect(preview.text).not.toContain('Nội dung nào đó');
    const [row] = await desk.base.ownerSql`select data::text as data from form where state = 'open'`;
    expect(row!.data).not.toContain('nào đó');
  });

  test('a code alone reads those of one inspection', async () => {
    const id = await desk.concluded();
    await desk.added(id, WORDS);
    expect((await typed('a-observer', await codeOf(id))).lines).toHaveLength(2);
    expect((await typed('a-observer', 'PH-2020-001')).text).toContain('Không có cuộc “PH-2020-001”');
  });
});

describe('done', () => {
  test('by the lead’s đầu mối, once, with a day that has come and the symbol of a document where there is one', async () => {
    const id = await desk.concluded();
    const rec = await desk.added(id, WORDS);
    const today = { day: '2026-11-23' };
    expect(outcome(await finish('a-secretary', rec, today))).toBe('refused-not-allowed');
    expect(outcome(await finish('b-member', rec, today))).toBe('refused-not-allowed');
    expect(outcome(await finish('b-secretary', rec, today, desk.two))).toBe('refused-not-found');
    expect(outcome(await finish('b-secretary', rec, { day: '2026-11-24' }))).toBe('rec-day-ahead');
    expect(outcome(await finish('b-secretary', rec, { ...today, symbol: 'x y' }))).toBe(
      'form-symbol-impossible',
    );
    const both = await Promise.all([finish('b-secretary', rec, today), finish('b-secretary', rec, today)]);
    expect(both.map(outcome).sort()).toEqual(['done', 'refused-answered-already']);
    expect((await desk.audited(id)).filter((type) => type === 'recommendation.done')).toHaveLength(1);
  });

  test('by the form; both sides read when and by which document', async () => {
    const id = await desk.concluded();
    const rec = await desk.added(id, { ...WORDS, dueDay: '2026-11-20' });
    expect((await read('a-secretary', rec)).labels).not.toContain('Đã thực hiện');
    const open = await read('b-secretary', rec);
    expect(open.text).toContain('Quá hạn: thứ Sáu 20/11/2026');
    expect(open.labels[0]).toBe('Đã thực hiện');
    const hand = formHand(desk, 'b-secretary');
    await hand.open((work, actor) => openDone(work, actor, rec));
    expect((await hand.type('24/11/2026')).text).toContain('không thể ở sau hôm nay');
    await hand.type('20/11/2026');
    expect((await hand.type('BC/UBKTTU')).text).toContain('Thiếu số');
    const preview = await hand.type('9-BC/UBKTTU');
    expect(preview.text).toContain('thứ Sáu 20/11/2026, theo 09-BC/UBKTTU');
    expect((await hand.tap('Xác nhận')).text).toContain('kiến nghị số 1 đã thực hiện');
    const across = await read('a-member', rec);
    expect(across.text).toContain('Đã thực hiện: thứ Sáu 20/11/2026, theo 09-BC/UBKTTU');
    expect(across.text).not.toContain('Quá hạn');
    expect((await desk.card('a-chair', id)).text).toContain('Kiến nghị: 1, chưa thực hiện 0, quá hạn 0');
  });

  test('without a document', async () => {
    const rec = await desk.added(await desk.concluded(), WORDS);
    const hand = formHand(desk, 'b-secretary');
    await hand.open((work, actor) => openDone(work, actor, rec));
    await hand.taps('Hôm nay', 'Không có văn bản', 'Xác nhận');
    expect((await read('a-member', rec)).lines).toContain('Đã thực hiện: thứ Hai 23/11/2026');
  });
});

test('the card’s log tells what was asked for and done, by number', async () => {
  const id = await desk.concluded();
  const rec = await desk.added(id, WORDS);
  await finish('b-secretary', rec, { day: '2026-11-23' });
  const log = await desk.by('a-chair', async (work, actor) =>
    shown(work, await readHistory(work, actor, id, 0)),
  );
  expect(log.lines[1]).toMatch(/UBKT Tỉnh uỷ p1 · ghi đã thực hiện kiến nghị số 1$/);
  expect(log.lines[2]).toMatch(/UBKT Tỉnh uỷ p1 · ghi kiến nghị số 1$/);
});

describe('/kiennghi', () => {
  test('open ones first, overdue at the head, the done at the end, in pages; another pair sees nothing', async () => {
    const id = await desk.concluded({}, desk.two);
    for (const [words, dueDay] of [
      ['không hạn', undefined],
      ['còn xa', '2027-01-31'],
      ['đã quá', '2026-11-22'],
      ['xong rồi', '2026-11-10'],
      ['hôm nay', '2026-11-23'],
      ['mai kia', '2026-11-30'],
      ['tháng sau', '2026-12-31'],
    ] as const)
      await desk.added(id, { words, dueDay }, desk.two);
    const [done] = await desk.base.ownerSql`select id from recommendation where words = 'xong rồi'`;
    await finish('b-secretary', done!.id, { day: '2026-11-20' }, desk.two);
    const first = await list('a-observer', 0, desk.two);
    expect(first.lines.slice(1).map((line) => line.split(' · ').at(-1))).toEqual([
      'đã quá',
      'hôm nay',
      'mai kia',
      'tháng sau',
      'còn xa',
      'không hạn',
    ]);
    expect(first.lines.filter((line) => line.includes('Quá hạn'))).toHaveLength(1);
    expect(first.lines).toHaveLength(7);
    expect(first.data.filter((does) => does.startsWith('rec.show.'))).toHaveLength(6);
    expect(first.labels.at(-1)).toBe('Trang sau 2');
    const second = await list('a-observer', 1, desk.two);
    expect(second.lines[1]).toMatch(/^7\. .*đã thực hiện 20\/11\/2026 · xong rồi$/);
    expect((await list('a-observer')).text).not.toContain('không hạn');
  });

  test('people of the target see nothing of it, neither in the list nor alone nor as a task', async () => {
    const id = await desk.concluded({ targetId: desk.one.targets.z! });
    const rec = await desk.added(id, { words: 'chuyện của chi bộ Z' });
    const { pairId, cast, targets } = desk.one;
    const person = cast['b-secretary']!.id;
    expect((await tasks('b-secretary')).map((task) => task.opens)).toContain(`rec.show.${rec}`);
    await desk.base.ownerSql`insert into target_person (pair_id, target_id, person_id, tie)
      values (${pairId}, ${targets.z!}, ${person}, 'belongs')`;
    expect((await tasks('b-secretary')).map((task) => task.opens)).not.toContain(`rec.show.${rec}`);
    expect((await list('b-secretary', 0)).data).not.toContain(`rec.show.${rec}`);
    expect((await read('b-secretary', rec)).text).toContain('Không tìm thấy');
    await desk.base.ownerSql`delete from target_person where person_id = ${person}`;
  });
});

describe('/viec', () => {
  test('holds what is open for the đầu mối of the side that led, overdue first; done leaves it', async () => {
    const id = await desk.concluded();
    const rec = await desk.added(id, { ...WORDS, dueDay: '2026-11-20' });
    const own = (await tasks('b-secretary')).find((task) => task.opens === `rec.show.${rec}`);
    expect(own).toMatchObject({ name: `${await codeOf(id)} (1)`, dueDay: '2026-11-20' });
    for (const key of ['a-secretary', 'b-chair', 'b-member']) expect(await tasks(key)).toEqual([]);
    const message = await desk.by('b-secretary', async (work, actor) =>
      shown(work, tasksMessage(actor, await listTasks(work, actor), 0, work.now)),
    );
    expect(message.lines[1]).toMatch(
      /^1\. Quá hạn · PH-\S+ \(1\) · kiến nghị chưa thực hiện · hạn thứ Sáu 20\/11\/2026$/,
    );
    expect(message.text).not.toContain('quy chế');
    await finish('b-secretary', rec, { day: '2026-11-23' });
    expect((await tasks('b-secretary')).map((task) => task.opens)).not.toContain(`rec.show.${rec}`);
  });

  test('a deadline holds to the end of its day', async () => {
    const rec = await desk.added(await desk.concluded(), { ...WORDS, dueDay: '2026-11-23' });
    const late = async () => {
      const [task] = (await tasks('b-secretary')).filter((one) => one.opens === `rec.show.${rec}`);
      return desk.by('b-secretary', async (work) => task!.dueAt! <= work.now);
    };
    desk.at('2026-11-23T23:00:00+07:00');
    expect(await late()).toBe(false);
    desk.at('2026-11-24T00:00:00+07:00');
    expect(await late()).toBe(true);
    expect((await read('b-secretary', rec)).text).toContain('Quá hạn');
  });
});

describe('what is kept', () => {
  test('words go with the words of their inspection; number, days and symbol stay', async () => {
    const old = await desk.concluded();
    const fresh = await desk.concluded();
    const rec = await desk.added(old, { ...WORDS, dueDay: '2026-11-20' });
    await finish('b-secretary', rec, { day: '2026-11-23', symbol: '09-BC/UBKTTU' });
    const kept = await desk.added(fresh, WORDS);
    await desk.base
      .ownerSql`update inspection set changed_at = changed_at - interval '400 days' where id = ${old}`;
    await forgetOld(desk.office, 365);
    const [gone] = await desk.base.ownerSql`select * from recommendation where id = ${rec}`;
    expect(gone).toMatchObject({ words: null, n: 1, done_symbol: '09-BC/UBKTTU', state: 'done' });
    expect((await read('a-chair', rec)).text).toContain('Nội dung không ghi trên hệ thống.');
    expect((await read('a-chair', kept)).text).toContain('Bổ sung quy chế');
    const values = await desk.base.ownerSql`select v.field from audit_value v
      join audit_entry e using (chain_id, seq) where e.inspection_id = ${old}`;
    expect(values).toHaveLength(0);
  });

  test('a person’s export names what they recorded, erasing them leaves it under a bare id', async () => {
    const id = await desk.concluded({}, desk.two);
    const rec = await desk.added(id, { words: 'do người này ghi' }, desk.two);
    const person = desk.two.cast['b-secretary']!.id;
    const own = (await desk.all((work) => exportPerson(work, person)))!;
    const [mine] = (own.recommendations as { inspection: string }[]).filter((one) => !('doneAt' in one));
    expect(mine).toHaveProperty('addedAt');
    expect(JSON.stringify(own.recommendations)).not.toContain('do người này ghi');
    expect(own.outcomesRecorded).toEqual([]);
    await desk.all((work) => erasePerson(work, person, null));
    const [row] = await desk.base.ownerSql`select by_person from recommendation where id = ${rec}`;
    expect(row!.by_person).toBe(person);
  });
});

describe('one recorded by mistake', () => {
  const withdraw = (key: string, id: number, seeded = desk.one) =>
    desk.by(key, (work, actor) => withdrawRecommendation(work, actor, id), seeded);

  test('is taken back by a đầu mối of the lead only; it is counted and listed no more, its number is not used again', async () => {
    const id = await desk.concluded();
    const [first, second] = [await desk.added(id, WORDS), await desk.added(id, WORDS)];
    expect((await read('b-secretary', first)).labels).toContain('Rút kiến nghị');
    for (const key of ['a-secretary', 'b-chair', 'b-member']) {
      expect((await read(key, first)).labels).not.toContain('Rút kiến nghị');
      expect(outcome(await withdraw(key, first))).toBe('refused-not-allowed');
    }
    expect(outcome(await withdraw('a-secretary', first, desk.two))).toBe('refused-not-found');
    const both = await Promise.all([withdraw('b-secretary', first), withdraw('b-secretary', first)]);
    expect(both.map(outcome).sort()).toEqual(['done', 'refused-answered-already']);
    expect((await desk.card('a-member', id)).text).toContain('Kiến nghị: 1, chưa thực hiện 1, quá hạn 0');
    expect((await ofCase('a-secretary', id)).data).not.toContain(`rec.show.${first}`);
    expect((await tasks('b-secretary')).map((task) => task.opens)).not.toContain(`rec.show.${first}`);
    expect(outcome(await finish('b-secretary', first, { day: '2026-11-16' }))).toBe(
      'refused-answered-already',
    );
    const third = await desk.added(id, WORDS);
    expect((await read('b-secretary', third)).lines[0]).toContain('kiến nghị số 3');
    expect((await read('a-member', first)).lines[0]).toContain('đã rút');
    expect((await read('a-member', second)).lines[0]).toContain('chưa thực hiện');
  });

  test('stands in the history of both sides; what is done is not taken back', async () => {
    const id = await desk.concluded();
    const [first, second] = [await desk.added(id, WORDS), await desk.added(id, WORDS)];
    await withdraw('b-secretary', first);
    await finish('b-secretary', second, { day: '2026-11-16' });
    expect(outcome(await withdraw('b-secretary', second))).toBe('refused-answered-already');
    for (const key of ['a-secretary', 'b-member'])
      expect(
        await desk.by(key, async (work, actor) => shown(work, await readHistory(work, actor, id, 0)).text),
      ).toContain('rút kiến nghị số 1');
  });
});
