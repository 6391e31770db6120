import { and, eq } from 'drizzle-orm';
import { DateTime } from 'luxon';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { outbox } from '../../db/schema/index.ts';
import type { LetterKind } from '../../src/domain/letter.ts';
import { type Composed, compose } from '../../src/usecases/compose/index.ts';
import { attachSymbol } from '../../src/usecases/inspection/attach-symbol.ts';
import { concludeInspection } from '../../src/usecases/inspection/conclude-inspection.ts';
import { proposeStop } from '../../src/usecases/inspection/propose-stop.ts';
import { saySchedule } from '../../src/usecases/inspection/say-schedule.ts';
import { startInspection } from '../../src/usecases/inspection/start-inspection.ts';
import { draftLetter } from '../../src/usecases/letter/draft-letter.ts';
import type { Claimed } from '../../src/usecases/outbox/claim.ts';
import { readCard } from '../../src/usecases/view/read-card.ts';
import { readHistory } from '../../src/usecases/view/read-history.ts';
import { type ChangeDesk, LATER, openChangeDesk, outcome, START, YES } from '../support/change-desk.ts';
import { readDocx } from '../support/read-docx.ts';
import { shown } from '../support/view-desk.ts';

let desk: ChangeDesk;

beforeAll(async () => {
  desk = await openChangeDesk();
});
afterAll(() => desk.base.close());
beforeEach(async () => {
  desk.at(START);
  await desk.base.ownerSql`delete from outbox`;
});

const draft = (key: string, id: number, wanted?: LetterKind, seeded = desk.one) =>
  desk.by(key, (work, actor) => draftLetter(work, actor, id, wanted), seeded);

const fileRows = () =>
  desk.all((work) => work.tx.select().from(outbox).where(eq(outbox.kind, 'file')).orderBy(outbox.id));

/** The files that wait, as they would go out now. */
const going = async (): Promise<Composed[]> => {
  const rows = (await fileRows()).map(
    (row) => ({ ...row, threadId: null, locale: 'vi' as const }) as Claimed,
  );
  return desk.all(async (work) => [...(await compose(work, rows)).values()]);
};

async function only() {
  const [made, ...more] = await going();
  expect(more).toEqual([]);
  if (!made || 'skip' in made) throw new Error(`nothing goes out: ${made?.skip}`);
  const said = await desk.all(async (work) => shown(work, made.message));
  return { ...said, name: made.file!.name, docx: readDocx(made.file!.bytes) };
}

const choices = (drafted: object): LetterKind[] | undefined =>
  'letters' in drafted ? (drafted.letters as LetterKind[]) : undefined;

const letterButtons = async (key: string, id: number) => {
  const card = await desk.by(key, async (work, actor) =>
    shown(work, (await readCard(work, actor, id)) as never),
  );
  return card.data.filter((one) => one.startsWith('letter.'));
};

describe('the draft of a letter', () => {
  test('is a row of ids until it goes out; what stands around the file is a code, and can be forwarded', async () => {
    const id = await desk.agreed();
    expect(outcome(await draft('a-secretary', id))).toBe('sent');
    const [row] = await fileRows();
    expect(row!.ref).toEqual({ make: 'letter', inspectionId: id, letter: 'proposal' });
    const { text, protect, name, docx, data } = await only();
    expect(docx.lines.join('\n')).toContain('Đối tượng giám sát: Chi bộ Y, Đảng bộ Công an tỉnh.');
    expect(docx.lines).toContain('Kính gửi: Uỷ ban Kiểm tra Tỉnh uỷ p1');
    expect(name).toMatch(/^du-thao-cv-PH-2026-\d{3}-de-nghi-phoi-hop\.docx$/);
    expect(protect).toBe(false);
    expect(text).toContain('không thay thế văn bản');
    expect(text).toContain('Không ghi nội dung mật');
    expect(text).not.toContain('Chi bộ');
    expect(data).toEqual([`card.${id}`]);
  });

  test('of the side that agreed answers, by the symbol of the letter it got', async () => {
    const id = await desk.agreed();
    expect(await letterButtons('b-secretary', id)).toEqual([`letter.${id}`]);
    expect(choices(await draft('b-secretary', id))).toEqual(['reply', 'notice']);
    expect(outcome(await draft('b-secretary', id, 'reply'))).toBe('sent');
    const { docx, name } = await only();
    expect(name).toContain('thong-nhat-phoi-hop');
    expect(docx.lines[0]).toBe('TỈNH UỶ P1');
    expect(docx.lines.join('\n')).toContain('đã nhận được Công văn số …, ngày …/…/…');
  });

  test('of a change that waits shows old and new and by when; with the proposal there is a choice', async () => {
    const id = await desk.agreed();
    await desk.crossed(id, LATER);
    await desk.base.ownerSql`delete from outbox`;
    const asked = await draft('a-secretary', id);
    expect(choices(asked)).toEqual(['proposal', 'change']);
    expect(await fileRows()).toEqual([]);
    await draft('a-secretary', id, 'change');
    const body = (await only()).docx.lines.join('\n');
    expect(body).toContain('điều chỉnh (lần 1)');
    expect(body).toContain('a) Đã thống nhất: từ ngày 07/12/2026 đến ngày 11/12/2026.');
    expect(body).toContain('b) Điều chỉnh thành: từ ngày 14/12/2026 đến ngày 18/12/2026.');
    expect(body).toContain('Lý do điều chỉnh: trùng lịch công tác.');
    expect(body).toMatch(/cho ý kiến trước \d\d giờ \d\d ngày 2\d\/11\/2026/);
  });

  test('of a change is the side’s own; once confirmed it asks nothing', async () => {
    const id = await desk.agreed();
    await desk.word('b-chair', await desk.crossed(id, LATER), YES);
    await desk.base.ownerSql`delete from outbox`;
    expect(outcome(await draft('b-secretary', id, 'change'))).toBe('refused-letter-none');
    expect(choices(await draft('a-secretary', id))).toEqual(['proposal', 'change']);
    await draft('a-secretary', id, 'change');
    expect((await only()).docx.lines.join('\n')).toContain('đã được hai bên thống nhất');
  });

  test('by which it becomes official is there after a change as well, of the content that stands', async () => {
    const id = await desk.agreed();
    await desk.word('b-chair', await desk.crossed(id, LATER), YES);
    for (const [key, letter] of [
      ['a-secretary', 'proposal'],
      ['b-secretary', 'reply'],
    ] as const) {
      await desk.base.ownerSql`delete from outbox`;
      expect(outcome(await draft(key, id, letter))).toBe('sent');
      const body = (await only()).docx.lines.join('\n');
      expect(body).toContain('từ ngày 14/12/2026 đến ngày 18/12/2026');
      expect(body).not.toContain('07/12/2026');
    }
  });

  test('by which it becomes official is there in each state before, whoever made the content that stands', async () => {
    const states = [
      'draft',
      'awaiting_leader',
      'proposed',
      'countered',
      'declined',
      'agreed',
      'under_way',
    ] as const;
    for (const state of states) {
      const id = await desk.agreed({ state });
      expect([state, outcome(await draft('a-secretary', id, 'proposal'))]).toEqual([state, 'sent']);
    }
    const id = await desk.agreed({ state: 'countered' });
    await desk.base.ownerSql`alter table inspection_version disable trigger inspection_version_immutable`;
    await desk.base.ownerSql`update inspection_version set made_side = 'b' where inspection_id = ${id}`;
    await desk.base.ownerSql`alter table inspection_version enable trigger inspection_version_immutable`;
    expect(outcome(await draft('b-secretary', id, 'proposal'))).toBe('sent');
    expect(outcome(await draft('a-secretary', id, 'proposal'))).toBe('refused-letter-none');
  });

  test('once official, a later change has its own letter and the first ones are no longer drafted', async () => {
    const id = await desk.agreed();
    const given = {
      use: 'letter' as const,
      symbol: '15-CV/UBKTTU',
      documentDay: '2026-11-20',
      insisted: false,
    };
    await desk.by('b-secretary', (work, actor) => attachSymbol(work, actor, id, given));
    expect(outcome(await draft('b-secretary', id, 'reply'))).toBe('sent');
    desk.at('2026-11-23T10:00:00+07:00');
    await desk.word('b-chair', await desk.crossed(id, LATER), YES);
    expect(outcome(await draft('b-secretary', id, 'reply'))).toBe('refused-letter-none');
    await desk.base.ownerSql`delete from outbox`;
    expect(outcome(await draft('a-secretary', id))).toBe('sent');
    expect((await fileRows()).map(({ ref }) => ref)).toEqual([
      { make: 'letter', inspectionId: id, letter: 'change' },
    ]);
  });

  test('of a change never says of what was empty that it was agreed', async () => {
    const id = await desk.agreed({ subject: '' });
    const sessions = [
      {
        kind: 'work' as const,
        startsAt: DateTime.fromISO('2026-12-08T08:00', { zone: 'Asia/Ho_Chi_Minh' }),
        place: 'Hội trường',
      },
    ];
    await desk.crossed(id, { subject: 'việc chấp hành quy chế', sessions });
    await desk.base.ownerSql`delete from outbox`;
    await draft('a-secretary', id, 'change');
    const body = (await only()).docx.lines.join('\n');
    expect(body).toContain('1. Lịch làm việc: làm việc lúc 08 giờ 00 ngày 08/12/2026, tại Hội trường.');
    expect(body).toContain('2. Nội dung giám sát: việc chấp hành quy chế.');
    expect(body).not.toContain('chưa có');
  });

  test('of a change speaks of what was confirmed, not of what the lead said of the schedule since', async () => {
    const id = await desk.agreed();
    await desk.word('b-chair', await desk.crossed(id, LATER), YES);
    const { version } = await desk.found(id);
    const startsAt = DateTime.fromISO('2026-12-15T08:00', { zone: 'Asia/Ho_Chi_Minh' });
    await desk.by('b-secretary', (work, actor) =>
      saySchedule(work, actor, id, {
        baseVersionId: version.id,
        sessions: [{ kind: 'work', startsAt, place: 'Hội trường' }],
      }),
    );
    await desk.base.ownerSql`delete from outbox`;
    await draft('a-secretary', id, 'change');
    expect((await only()).docx.lines.join('\n')).not.toContain('Hội trường');
    await desk.base.ownerSql`delete from outbox`;
    await draft('a-secretary', id, 'proposal');
    expect((await only()).docx.lines.join('\n')).toContain('Hội trường');
  });

  test('of a stop is the side’s that asked, with its reason, before and after both want it', async () => {
    const id = await desk.agreed();
    await desk.by('a-secretary', (work, actor) =>
      proposeStop(work, actor, id, 'stop', { reason: 'no_staff' }),
    );
    await desk.pass(2);
    expect(choices(await draft('a-secretary', id))).toEqual(['proposal', 'stop']);
    expect(outcome(await draft('b-secretary', id, 'stop'))).toBe('refused-letter-none');
    const [asked] = await desk.requests(id, 'stop');
    await desk.word('b-chair', asked!.id, YES);
    await desk.base.ownerSql`delete from outbox`;
    expect(outcome(await draft('b-secretary', id))).toBe('refused-letter-none');
    expect(outcome(await draft('a-secretary', id))).toBe('sent');
    const body = (await only()).docx.lines.join('\n');
    expect(body).toContain('hai bên đã thống nhất dừng, không thực hiện cuộc giám sát chuyên đề');
    expect(body).toContain('Lý do dừng: chưa bố trí được cán bộ.');
  });

  test('of the end is the lead’s, with symbol and date', async () => {
    const id = await desk.agreed();
    await desk.by('b-secretary', (work, actor) => startInspection(work, actor, id));
    const given = { symbol: '12-KL/UBKTTU', documentDay: '2026-11-20', insisted: false };
    await desk.by('b-secretary', (work, actor) => concludeInspection(work, actor, id, given));
    await desk.base.ownerSql`delete from outbox`;
    expect(outcome(await draft('a-secretary', id))).toBe('refused-letter-none');
    expect(outcome(await draft('b-secretary', id))).toBe('sent');
    expect((await only()).docx.lines.join('\n')).toContain('Kết luận số 12-KL/UBKTTU, ngày 20/11/2026');
  });
});

describe('the notice of the plan', () => {
  const given = (use: 'decision' | 'plan', symbol: string) =>
    ({ use, symbol, documentDay: '2026-11-20', insisted: false }) as const;

  test('is the lead’s from the agreement on until it begins, by its decision and its plan', async () => {
    const id = await desk.agreed();
    expect(outcome(await draft('a-secretary', id, 'notice'))).toBe('refused-letter-none');
    await desk.by('b-secretary', (work, actor) =>
      attachSymbol(work, actor, id, given('decision', '15-QĐ/UBKTTU')),
    );
    expect(outcome(await draft('b-secretary', id, 'notice'))).toBe('sent');
    const { name, text, docx } = await only();
    expect(name).toMatch(/^du-thao-tb-PH-2026-\d{3}-ke-hoach\.docx$/);
    expect(text).toContain('Dự thảo thông báo kế hoạch');
    expect(text).not.toContain('Chi bộ');
    const body = docx.lines.join('\n');
    expect(docx.lines).toContain('THÔNG BÁO');
    expect(body).toContain('Quyết định số 15-QĐ/UBKTTU, ngày 20/11/2026; Kế hoạch số …-KH/…, ngày …/…/…,');
    await desk.by('b-secretary', (work, actor) => startInspection(work, actor, id));
    expect(outcome(await draft('b-secretary', id, 'notice'))).toBe('refused-letter-none');
  });

  test('is of the content that stands after a change, and stays once it is official', async () => {
    const id = await desk.agreed({ state: 'official' });
    await desk.word('b-chair', await desk.crossed(id, LATER), YES);
    await desk.base.ownerSql`delete from outbox`;
    expect(outcome(await draft('b-secretary', id, 'notice'))).toBe('sent');
    expect((await only()).docx.lines.join('\n')).toContain(
      'Thời gian giám sát: từ ngày 14/12/2026 đến ngày 18/12/2026.',
    );
  });

  test('is not there before both agreed, after a stop, or for a sensitive kind', async () => {
    for (const state of ['proposed', 'countered', 'under_way', 'concluded', 'stopped'] as const) {
      const id = await desk.agreed({ state });
      expect([state, outcome(await draft('b-secretary', id, 'notice'))]).toEqual([
        state,
        'refused-letter-none',
      ]);
    }
    const id = await desk.agreed({ kind: 'signs_of_violation', subject: null });
    expect(outcome(await draft('b-secretary', id, 'notice'))).toBe('refused-letter-sensitive');
  });
});

test('a letter names the agreement of its pair', async () => {
  const id = await desk.agreed();
  const { pairId } = desk.one;
  await desk.base.ownerSql`
    update pair set agreement_symbol = '05-QC/UBKTTU', agreement_day = '2026-03-12', agreement_issuers = 'Uỷ ban Mẫu' where id = ${pairId}`;
  await draft('a-secretary', id);
  const body = (await only()).docx.lines.join('\n');
  await desk.base.ownerSql`
    update pair set agreement_symbol = null, agreement_day = null, agreement_issuers = null where id = ${pairId}`;
  expect(body).toContain(
    'Thực hiện Quy chế số 05-QC/UBKTTU, ngày 12/3/2026 của Uỷ ban Mẫu về phối hợp công tác kiểm tra, giám sát, Uỷ ban Kiểm tra',
  );
});

describe('no letter', () => {
  test('for a sensitive kind: no button, and a forged tap is refused with words', async () => {
    const id = await desk.agreed({ kind: 'signs_of_violation', subject: null });
    expect(await letterButtons('a-secretary', id)).toEqual([]);
    for (const wanted of [undefined, 'proposal', 'change'] as const)
      expect(outcome(await draft('a-secretary', id, wanted))).toBe('refused-letter-sensitive');
    expect(await fileRows()).toEqual([]);
  });

  test('for a change to a sensitive kind', async () => {
    const id = await desk.agreed();
    await desk.crossed(id, { kind: 'denunciation' });
    expect(outcome(await draft('a-secretary', id, 'change'))).toBe('refused-letter-none');
    expect(choices(await draft('a-secretary', id))).toBeUndefined();
  });

  test('for other roles, and for another pair’s đầu mối it does not exist', async () => {
    const id = await desk.agreed();
    for (const key of ['a-chair', 'a-member', 'a-observer'])
      expect(outcome(await draft(key, id))).toBe('refused-not-allowed');
    expect(outcome(await draft('a-secretary', id, undefined, desk.two))).toBe('refused-not-found');
    expect(await fileRows()).toEqual([]);
  });
});

describe('looked at again when it goes out', () => {
  const skips = async () => (await going()).map((made) => ('skip' in made ? 'skipped' : 'sent'));
  const a = () => desk.one.cast['a-secretary']!;

  test('nothing goes to one who has become a member only, has left, or whose account is revoked', async () => {
    const id = await desk.agreed();
    await draft('a-secretary', id);
    expect(await skips()).toEqual(['sent']);
    const { ownerSql } = desk.base;
    await ownerSql`update membership set role = 'member' where person_id = ${a().id}`;
    expect(await skips()).toEqual(['skipped']);
    await ownerSql`update membership set role = 'secretary', to_day = '2026-11-23' where person_id = ${a().id}`;
    expect(await skips()).toEqual(['skipped']);
    await ownerSql`update membership set to_day = null where person_id = ${a().id}`;
    await ownerSql`update telegram_account set state = 'revoked' where person_id = ${a().id}`;
    expect(await skips()).toEqual(['skipped']);
    await ownerSql`update telegram_account set state = 'active' where person_id = ${a().id}`;
    expect(await skips()).toEqual(['sent']);
  });

  test('nor is a letter sent that makes no sense any more', async () => {
    const id = await desk.agreed();
    await draft('a-secretary', id);
    await desk.base.ownerSql`update inspection set state = 'stopped' where id = ${id}`;
    expect(await skips()).toEqual(['skipped']);
  });

  test('a file that cannot be made is told to its asker, and holds up nobody', async () => {
    const id = await desk.agreed();
    await draft('a-secretary', id);
    await draft('b-secretary', id, 'reply');
    const broken = { make: 'letter', letter: 'proposal', inspectionId: 'x' } as never;
    await desk.all((work) =>
      work.tx
        .update(outbox)
        .set({ ref: broken })
        .where(and(eq(outbox.kind, 'file'), eq(outbox.personId, a().id))),
    );
    const made = await going();
    expect(made.map((one) => 'fault' in one)).toEqual([true, false]);
    expect(made[0]).toMatchObject({ message: { lines: [{ key: 'file-not-made' }] } });
    expect(made[1]).toHaveProperty('file');
  });
});

test('the history says it to the side that drafted, and not across', async () => {
  const id = await desk.agreed();
  await draft('a-secretary', id);
  const history = (key: string) =>
    desk.by(key, async (work, actor) => shown(work, await readHistory(work, actor, id, 0)).text);
  expect(await history('a-chair')).toContain('soạn dự thảo văn bản');
  expect(await history('b-chair')).not.toContain('soạn dự thảo');
});
