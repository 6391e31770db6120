import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SimUser } from '../simulator/sim-user.ts';
import { phonesOf, type SeededPair, seedPair } from '../support/seed.ts';
import { startTestApp, type TestApp } from '../support/start-test-app.ts';

let t: TestApp;
let seeded: SeededPair;
let phones: Record<string, SimUser>;
let a: SimUser;

beforeAll(async () => {
  t = await startTestApp();
  seeded = await seedPair(t.app.office, { roles: ['secretary', 'chair', 'member'] });
  phones = phonesOf(t.sim, seeded.cast);
  a = phones['a-secretary']!;
});
afterAll(() => t.stop());

const LINE = (
  parts: Partial<Record<'kind' | 'target' | 'window' | 'lead' | 'rest' | 'end', string>> = {},
) => {
  const {
    kind = 'giám sát chuyên đề',
    target = 'Chi bộ Y',
    window = '07/12 - 11/12/2026',
    end = '; không mật',
  } = parts;
  return `/dexuat ${kind}; ${target}; ${window}${parts.lead ? `; chủ trì: ${parts.lead}` : ''}${parts.rest ?? ''}${end}`;
};

/** Sends and waits for the bot's next message. */
async function say(who: SimUser, text: string): Promise<string> {
  const mark = t.sim.mark();
  who.send(text);
  return (await who.waitFor((one) => one.fromBot, 8_000, mark)).text;
}

const forms = async () =>
  (await t.base.ownerSql`select data::text as data, state from form order by id desc limit 1`)[0];
const everything = async (): Promise<string> => {
  const tables = [
    'form',
    'outbox',
    'inspection_version',
    'audit_entry',
    'audit_value',
    'answer',
    'update_seen',
  ];
  const rows = await Promise.all(
    tables.map((table) => t.base.ownerSql.unsafe(`select t::text from ${table} t`)),
  );
  return JSON.stringify(rows);
};

describe('a line that is not understood names its part, shows one that works, and keeps the rest', () => {
  test.each([
    ['a day that does not exist', { window: '31/02' }, ['Không có ngày 31/02', 'Ví dụ đúng: 07/12/2026']],
    [
      'a window in the past',
      { window: '07/09/2026 - 11/09/2026' },
      ['đã qua', 'Ví dụ đúng: 07/12 - 11/12/2026'],
    ],
    ['an unknown organisation', { target: 'Chi bộ Không Có' }, ['Chi bộ Không Có', 'Ví dụ đúng: Chi bộ Y']],
    ['an unknown kind', { kind: 'xem xét' }, ['xem xét', 'giám sát chuyên đề']],
    [
      'a committee of another pair',
      { lead: 'UBKT Tỉnh uỷ khác' },
      ['UBKT Tỉnh uỷ khác', 'chủ trì: UBKT ĐU Công an p1'],
    ],
    ['HTML in a name', { target: '<b>Chi bộ</b> & <script>' }, ['<b>Chi bộ</b> & <script>']],
    ['right-to-left and zero-width letters', { target: '\u202eChi\u200b bộ שלום' }, ['שלום']],
    ['only emoji', { target: '🎉🎉' }, ['🎉🎉']],
  ])('%s', async (_, parts, expected) => {
    const answer = await say(a, LINE(parts));
    for (const piece of expected) expect(answer).toContain(piece);
    expect((await forms())!.state).toBe('open');
    const [row] = await t.base.ownerSql`select count(*)::int as n from inspection`;
    expect(row!.n).toBe(0);
  });

  test('what was understood is kept while the wrong part is asked again', async () => {
    await say(a, LINE({ window: '31/02' }));
    expect(JSON.parse((await forms())!.data as string)).toMatchObject({
      kind: 'thematic_supervision',
      targetId: seeded.targets.y,
    });
  });

  test('an organisation that has ended is explained with its successor', async () => {
    const { z, y } = seeded.targets;
    await t.base.ownerSql`update target set to_day = '2025-03-01', successor_id = ${y!} where id = ${z!}`;
    const answer = await say(a, LINE({ target: 'Chi bộ Z' }));
    expect(answer).toContain('đã kết thúc hoạt động từ thứ Bảy 01/03/2025');
    expect(answer).toContain('Chi bộ Y, Đảng bộ Công an tỉnh');
  });

  test('10,000 characters', async () => {
    const answer = await say(a, LINE({ target: 'x'.repeat(3_900) }));
    expect(answer.length).toBeLessThan(1_000);
  });
});

describe('what must not be stored is not stored (C1–C3)', () => {
  test('a line without the declaration is dropped and asked for', async () => {
    expect(await say(a, LINE({ rest: '; nội dung: rất riêng tư', end: '' }))).toContain('không mật');
    expect(await everything()).not.toContain('rất riêng tư');
  });

  test.each([
    ['a secrecy mark', 'kế hoạch TỐI MẬT alpha-1'],
    ['an identity number', 'công dân 079123456789 alpha-2'],
    ['an accusation', 'tố cáo ông Nguyễn Văn Mẫu tham ô alpha-3'],
  ])('%s is refused and deleted from the chat', async (_, words) => {
    const token = words.split(' ').at(-1)!;
    const answer = await say(a, LINE({ rest: `; nội dung: ${words}` }));
    expect(answer).toContain('chưa được lưu');
    expect(await everything()).not.toContain(token);
  });

  test('yes or unsure at the question of secrecy ends the form', async () => {
    await say(a, '/dexuat');
    await a.tap('Chưa rõ');
    await a.waitFor(/chưa có gì được lưu/);
    expect((await forms())!.state).toBe('cancelled');
  });

  test.each([
    ['a photo', (who: SimUser) => who.sendPhoto({ caption: 'beta-1' })],
    ['a file', (who: SimUser) => who.sendDocument({ caption: 'beta-2' })],
    ['a voice message', (who: SimUser) => who.sendVoice()],
    ['a forwarded message', (who: SimUser) => who.forward('beta-3')],
  ])('%s is refused and deleted', async (_, send) => {
    const mark = t.sim.mark();
    const sent = send(a);
    const answer = await a.waitFor((one) => one.fromBot, 8_000, mark);
    expect(answer.text).toContain('máy chủ Telegram đã nhận');
    await expect
      .poll(() => t.sim.messages(a.id).find((one) => one.message_id === sent.message_id)?.deleted)
      .toBe(true);
    expect(await everything()).not.toMatch(/beta-\d/);
  });

  test('a sensitive kind bears no text', async () => {
    await say(a, LINE({ kind: 'giải quyết tố cáo', rest: '; nội dung: gamma-1' }));
    expect(await everything()).not.toContain('gamma-1');
  });
});

describe('what fits nowhere has its answer', () => {
  test.each([
    ['an unknown command', '/khongco', 'Không có lệnh /khongco'],
    ['loose text', 'xin chào', 'nội dung vừa gõ không được lưu'],
    ['/boqua with nothing open', '/boqua', 'Không có biểu mẫu'],
  ])('%s', async (_, typed, expected) => {
    await say(a, '/boqua');
    expect(await say(a, typed)).toMatch(new RegExp(expected));
  });

  test('loose text with a mark of secrecy is refused like in a form, and deleted', async () => {
    await say(a, '/boqua');
    const mark = t.sim.mark();
    const sent = a.send('Tài liệu TUYỆT MẬT delta-1');
    expect((await a.waitFor((one) => one.fromBot, 8_000, mark)).text).toContain('văn thư mật');
    await expect
      .poll(() => t.sim.messages(a.id).find((one) => one.message_id === sent.message_id)?.deleted)
      .toBe(true);
    expect(await everything()).not.toContain('delta-1');
  });

  test('an edited message is not read again', async () => {
    await say(a, '/boqua');
    const sent = a.send('/viec');
    await a.waitFor(/không có việc|việc/i);
    const mark = t.sim.mark();
    a.edit(sent.message_id, '/dexuat');
    expect((await a.waitFor((one) => one.fromBot, 8_000, mark)).text).toContain('không được đọc lại');
  });

  test('text typed where a button is asked for asks again', async () => {
    await say(a, '/dexuat');
    expect(await say(a, 'không')).toContain('Bước này chọn bằng nút');
  });

  test('a button of a step that is over says so and changes nothing', async () => {
    await say(a, '/dexuat');
    const markup = a.inbox().at(-1)!.reply_markup as { inline_keyboard: { callback_data: string }[][] };
    const old = markup.inline_keyboard[0]![0]!.callback_data;
    await a.tap('Không mật');
    await a.waitFor(/Loại cuộc/);
    const toast = await a.tap(old, { stale: true });
    expect(toast?.text).toContain('Bước này đã qua');
  });

  test('a stranger learns nothing but the way to an invitation', async () => {
    // One each: the same thing is said to a stranger once an hour.
    const [one, other] = [777, 778].map((id) => t.sim.addUser({ id, first_name: 'Lạ' }));
    expect(await say(one!, LINE())).not.toContain('Chi bộ Y');
    expect(await say(other!, '/viec')).toMatch(/mời/);
  });

  test('a double tap is answered twice and takes effect once', async () => {
    await say(a, LINE({ lead: 'UBKT Tỉnh uỷ p1', rest: '; nội dung: quy chế' }));
    await a.tap('Xong');
    const preview = await a.waitFor(/Xem lại trước khi gửi/);
    const [one, two] = await Promise.all([
      a.tap('Gửi đề xuất', { message: preview }),
      a.tap('Gửi đề xuất', { message: preview }),
    ]);
    expect([one, two].filter((toast) => toast !== undefined)).toHaveLength(2);
    const [row] = await t.base.ownerSql`select count(*)::int as n from inspection`;
    expect(row!.n).toBe(1);
  });
});
