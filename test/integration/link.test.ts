import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { auditEntry, auditValue, consent, invitation } from '../../db/schema/index.ts';
import { confirmAccount } from '../../src/usecases/confirm-account.ts';
import { findActor } from '../../src/usecases/find-actor.ts';
import { type LinkDesk, memberUpdate, openLinkDesk, type Phone, type Said } from '../support/link-desk.ts';
import type { SeededPair } from '../support/seed.ts';

let desk: LinkDesk;
let here: SeededPair;
const phone: Phone = { id: 0, first_name: 'Máy', last_name: 'Tập', username: 'may_tap', language_code: 'vi' };

beforeAll(async () => {
  desk = await openLinkDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  here = await desk.seed();
  phone.id += 500_000;
  await desk.unlink(who('a-member').id);
  await desk.audited();
});

const who = (key: string) => here.cast[key]!;
const secretary = (): Phone => ({ id: who('a-secretary').userId });
const last = async (chatId: number): Promise<Said> => (await desk.look(chatId)).at(-1)!;
const press = async (said: Said, label: string, by: Phone = phone) => desk.tap(by, said.buttons[label]!);
const open = async (invitedBy: number | null = who('a-secretary').id) => {
  const token = await desk.invite(here.pairId, who('a-member').id, invitedBy);
  await desk.write(phone, `/start ${token}`);
  return token;
};
const toPending = async (invitedBy?: number | null) => {
  const token = await open(invitedBy);
  await press(await last(phone.id), 'Đồng ý');
  await press(await last(phone.id), 'Đã nhận');
  return token;
};

describe('a good link', () => {
  test('shows what is kept and why before anything else, and uses nothing up', async () => {
    await open();
    const [said] = await desk.look(phone.id);
    expect(said!.text).toContain('Lưu: họ tên, chức vụ, mã Telegram, phản hồi, thời điểm.');
    expect(said!.text).toContain(
      'Uỷ ban phối hợp thấy đồng chí có tham gia hệ thống. Không nhận tài liệu mật, ảnh, tệp.',
    );
    expect(Object.keys(said!.buttons)).toEqual(['Đồng ý', 'Không đồng ý', 'English']);
    expect((await desk.accounts(who('a-member').id))[0]!.state).toBe('consenting');
    const rows = await desk.work(({ tx }) =>
      tx.select().from(invitation).where(eq(invitation.pairId, here.pairId)),
    );
    expect(rows.map((row) => row.usedAt)).toEqual([null]);
  });

  test('opened again before the consent shows the consent text again, with one account', async () => {
    const token = await open();
    await desk.write(phone, `/start ${token}`);
    expect((await last(phone.id)).buttons['Đồng ý']).toBeDefined();
    expect(await desk.accounts(who('a-member').id)).toHaveLength(1);
  });

  test('leads from consent over a practice tap to waiting, and the inviter is shown the account', async () => {
    await open();
    await press(await last(phone.id), 'Đồng ý');
    const [agreed, practice] = await desk.look(phone.id);
    expect(agreed).toMatchObject({ isEdit: true, buttons: {} });
    expect(practice!.text).toContain('Đây là thông báo thử.');
    await press(practice!, 'Đã nhận');
    expect((await last(phone.id)).text).toContain('Đang chờ xác nhận: đầu mối');
    const asked = await last(who('a-secretary').userId);
    expect(asked.text).toContain(`Tài khoản Telegram: Máy Tập (@may_tap) · mã ${phone.id}`);
    expect(asked.text).toContain(`Lời mời của: ${who('a-secretary').name}`);
    expect(asked.protect).toBe(true);
    expect(Object.keys(asked.buttons)).toEqual(['Xác nhận', 'Không phải người này']);
    expect(await desk.look(who('b-secretary').userId)).toEqual([]);
    expect(await desk.audited()).toEqual([
      'account.offered',
      'account.waiting',
      'consent.given',
      'invitation.made',
    ]);
  });

  test('confirmed by the inviter becomes active, with a welcome that says what the role can do', async () => {
    await toPending();
    await desk.look(phone.id);
    const asked = await last(who('a-secretary').userId);
    await press(asked, 'Xác nhận', secretary());
    expect((await last(who('a-secretary').userId)).text).toContain(
      `Đã xác nhận tài khoản của đồng chí ${who('a-member').name}`,
    );
    const welcome = await last(phone.id);
    expect(welcome.text).toContain('nhận thông báo và phản hồi bằng một lần bấm');
    expect(welcome.buttons).toEqual({});
    const actor = await desk.work((work) => findActor(work, phone.id));
    expect(actor).toMatchObject({ personId: who('a-member').id, members: [{ role: 'member', side: 'a' }] });
    expect((await desk.accounts(who('a-member').id))[0]!.activeAt).not.toBeNull();
    expect(await desk.audited()).toContain('account.confirmed');
  });

  test('keeps the version of the consent text, and the shown name in the log only as a value that can be erased', async () => {
    await toPending();
    const { given, bodies, values } = await desk.work(async ({ tx }) => ({
      given: await tx
        .select()
        .from(consent)
        .where(eq(consent.personId, who('a-member').id)),
      bodies: await tx.select().from(auditEntry).orderBy(asc(auditEntry.seq)),
      values: await tx
        .select()
        .from(auditValue)
        .where(eq(auditValue.personId, who('a-member').id)),
    }));
    expect(given).toMatchObject([{ textVersion: 'consent-1', withdrawnAt: null }]);
    expect(bodies.some((row) => row.body.includes('Máy Tập') || row.body.includes(String(phone.id)))).toBe(
      false,
    );
    expect(values.map((row) => row.value).sort()).toEqual([String(phone.id), 'Máy Tập (@may_tap)'].sort());
  });

  test('in a phone set to English speaks English, and the button changes it back', async () => {
    const token = await desk.invite(here.pairId, who('a-member').id);
    await desk.write({ ...phone, language_code: 'en-GB' }, `/start ${token}`);
    const english = await last(phone.id);
    expect(english.text).toContain('Kept: name, title, Telegram id, answers, times.');
    await press(english, 'Tiếng Việt');
    const vietnamese = await last(phone.id);
    expect(vietnamese).toMatchObject({ isEdit: true });
    expect(vietnamese.text).toContain('Lưu: họ tên');
  });

  test('declined leaves nothing of the account, keeps the link usable, and tells the inviter silently', async () => {
    const token = await open();
    await press(await last(phone.id), 'Không đồng ý');
    expect((await last(phone.id)).text).toContain('không đồng ý');
    expect(await desk.accounts(who('a-member').id)).toEqual([]);
    const told = await last(who('a-secretary').userId);
    expect(told).toMatchObject({ silent: true, buttons: {} });
    expect(told.text).toContain('chưa đồng ý');
    expect(told.text).not.toContain('Máy Tập');
    await desk.write(phone, `/start ${token}`);
    expect((await last(phone.id)).buttons['Đồng ý']).toBeDefined();
  });
});

describe('confirmation', () => {
  test('of an operator’s invitation is asked of every secretary of that side', async () => {
    await toPending(null);
    const asked = await last(who('a-secretary').userId);
    expect(asked.text).toContain('Lời mời của: người vận hành hệ thống');
    await press(asked, 'Xác nhận', secretary());
    expect((await desk.accounts(who('a-member').id))[0]!.state).toBe('active');
  });

  test('of the first secretary of a side is left to the operator, and the person is told so', async () => {
    await desk.unlink(who('a-secretary').id);
    const token = await desk.invite(here.pairId, who('a-secretary').id);
    await desk.write(phone, `/start ${token}`);
    await press(await last(phone.id), 'Đồng ý');
    await press(await last(phone.id), 'Đã nhận');
    expect((await last(phone.id)).text).toContain('người vận hành hệ thống sẽ xác nhận');
    const done = await desk.work((work) =>
      confirmAccount(work, { by: { operator: true }, personId: who('a-secretary').id }),
    );
    expect(done).toMatchObject({ kind: 'confirmed', name: who('a-secretary').name });
    const welcome = await last(phone.id);
    expect(welcome.text).toContain('Ba bước đầu: 1. mời người · 2. gắn nhóm · 3. nhập kế hoạch.');
    expect(welcome.buttons).toEqual({
      'Mời người': 'moi.pairs.0',
      'Gắn nhóm': 'link.group',
      'Nhập kế hoạch': 'link.plan',
    });
    await press(welcome, 'Mời người');
    expect((await last(phone.id)).text).toContain('Mời ai?');
    await press(welcome, 'Gắn nhóm');
    expect((await last(phone.id)).buttons['Chọn nhóm']).toBe('https://t.me/phoihop_bot?startgroup=nhom');
    await press(welcome, 'Nhập kế hoạch');
    expect((await last(phone.id)).text).toContain('/dexuat');
  });

  test('passes to the other secretaries when the inviter cannot be reached', async () => {
    const second = await desk.seed({ roles: ['secretary', 'secretary', 'member'] });
    const [first, other, invited] = ['a-secretary', 'a-secretary-2', 'a-member'].map(
      (key) => second.cast[key]!,
    );
    await desk.unlink(invited!.id);
    await desk.update(memberUpdate(first!.userId, 'kicked'));
    await desk.look(other!.userId);
    const token = await desk.invite(second.pairId, invited!.id, first!.id);
    await desk.write(phone, `/start ${token}`);
    await press(await last(phone.id), 'Đồng ý');
    await press(await last(phone.id), 'Đã nhận');
    await press(await last(other!.userId), 'Xác nhận', { id: other!.userId });
    expect((await desk.accounts(invited!.id))[0]!.state).toBe('active');
  });

  test('by a secretary of the same side who did not invite is refused while the inviter is there', async () => {
    const two = await desk.seed({ roles: ['secretary', 'secretary', 'member'] });
    const [first, other, invited] = ['a-secretary', 'a-secretary-2', 'a-member'].map((key) => two.cast[key]!);
    await desk.unlink(invited!.id);
    await desk.write(phone, `/start ${await desk.invite(two.pairId, invited!.id, first!.id)}`);
    await press(await last(phone.id), 'Đồng ý');
    await press(await last(phone.id), 'Đã nhận');
    const [account] = await desk.accounts(invited!.id);
    expect(await desk.look(other!.userId)).toEqual([]);
    expect(await desk.tap({ id: other!.userId }, `link.ok.${account!.id}`)).toContain('do người mời');
    expect(await desk.tap({ id: other!.userId }, `link.not.${account!.id}`)).toContain('do người mời');
    expect((await desk.accounts(invited!.id))[0]!.state).toBe('pending');
  });

  test('by another role or the other side is refused', async () => {
    await toPending();
    const { id } = (await desk.accounts(who('a-member').id))[0]!;
    for (const key of ['a-chair', 'b-secretary', 'a-observer'])
      expect(await desk.tap({ id: who(key).userId }, `link.ok.${id}`)).toContain('do người mời');
    expect((await desk.accounts(who('a-member').id))[0]!.state).toBe('pending');
  });

  test('happens once: the second tap, and the reject button after it, change nothing', async () => {
    await toPending();
    const asked = await last(who('a-secretary').userId);
    await press(asked, 'Xác nhận', secretary());
    expect(await press(asked, 'Xác nhận', secretary())).toContain('không còn chờ xác nhận');
    expect(await press(asked, 'Không phải người này', secretary())).toContain('không còn chờ xác nhận');
    expect((await desk.accounts(who('a-member').id)).map((one) => one.state)).toEqual(['active']);
  });

  test('“not this person” closes the account and spoils the link', async () => {
    const token = await toPending();
    await desk.look(phone.id);
    await press(await last(who('a-secretary').userId), 'Không phải người này', secretary());
    expect((await last(phone.id)).text).toContain('không được xác nhận');
    expect((await desk.accounts(who('a-member').id))[0]!.state).toBe('revoked');
    await desk.write(phone, `/start ${token}`);
    expect((await last(phone.id)).text).toContain('đã được sử dụng');
    expect(await desk.audited()).toContain('account.revoked');
  });

  test('raced by two confirmations makes one active account and one refusal', async () => {
    await toPending();
    const personId = who('a-member').id;
    const both = await Promise.all(
      [1, 2].map(() => desk.work((work) => confirmAccount(work, { by: { operator: true }, personId }))),
    );
    expect(both.map((one) => 'refused' in one).sort()).toEqual([false, true]);
    // Once in the chain of the pair, once in the system's.
    expect((await desk.audited()).filter((type) => type === 'account.confirmed')).toHaveLength(2);
  });
});
