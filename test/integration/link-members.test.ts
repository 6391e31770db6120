import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { membership } from '../../db/schema/index.ts';
import { type LinkDesk, memberUpdate, openLinkDesk, type Phone, type Said } from '../support/link-desk.ts';
import type { SeededPair } from '../support/seed.ts';

let desk: LinkDesk;
let here: SeededPair;
const phone: Phone = { id: 0, first_name: 'Máy' };

beforeAll(async () => {
  desk = await openLinkDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  here = await desk.seed();
  phone.id += 500_000;
});

const who = (key: string) => here.cast[key]!;
const by = (key: string): Phone => ({ id: who(key).userId });
const last = async (chatId: number): Promise<Said> => (await desk.look(chatId)).at(-1)!;
const ask = async (key: string, command: string) => {
  await desk.write(by(key), command);
  return last(who(key).userId);
};
const linkOf = (said: Said) => /https:\/\/t\.me\/phoihop_bot\?start=([\w-]{43})$/.exec(said.text)?.[1];
const pick = async (key: string) => {
  const list = await ask('a-secretary', '/moi');
  const does = Object.values(list.buttons).find((one) => one.endsWith(`.${who(key).id}`))!;
  const toast = await desk.tap(by('a-secretary'), does);
  return { toast, said: await desk.look(who('a-secretary').userId) };
};

describe('/moi', () => {
  test('lists the own side’s people without an account, nobody else', async () => {
    for (const key of ['a-member', 'a-observer', 'b-member']) await desk.unlink(who(key).id);
    const list = await ask('a-secretary', '/moi');
    expect(list.text).toContain('2 đồng chí chưa có tài khoản');
    expect(Object.keys(list.buttons).sort()).toEqual([who('a-observer').name, who('a-member').name].sort());
  });

  test('makes a one-time link to hand over, with its last moment, that may be forwarded', async () => {
    await desk.unlink(who('a-member').id);
    const { said } = await pick('a-member');
    const [list, made] = said;
    expect(list).toMatchObject({
      isEdit: true,
      buttons: { [`${who('a-member').name} (đã mời)`]: expect.any(String) },
    });
    expect(made!.protect).toBe(false);
    expect(made!.text).toContain('dùng một lần, đến 08h00 thứ Hai 30/11/2026');
    await desk.write(phone, `/start ${linkOf(made!)}`);
    expect((await last(phone.id)).buttons['Đồng ý']).toBeDefined();
  });

  test('[Thu hồi] voids the link, once', async () => {
    await desk.unlink(who('a-member').id);
    const made = (await pick('a-member')).said.at(-1)!;
    await desk.tap(by('a-secretary'), made.buttons['Thu hồi']!);
    expect((await last(who('a-secretary').userId)).text).toContain('Đã thu hồi đường dẫn mời');
    await desk.write(phone, `/start ${linkOf(made)}`);
    expect((await last(phone.id)).text).toContain('đã được thu hồi');
    expect(await desk.tap(by('a-secretary'), made.buttons['Thu hồi']!)).toContain(
      'đã được sử dụng hoặc đã thu hồi',
    );
    expect(await desk.audited()).toContain('invitation.revoked');
  });

  test('shows an open invitation before a second link voids the first', async () => {
    await desk.unlink(who('a-member').id);
    const first = (await pick('a-member')).said.at(-1)!;
    const open = (await pick('a-member')).said.at(-1)!;
    expect(open.text).toContain('đường dẫn còn dùng được đến');
    await desk.tap(by('a-secretary'), open.buttons['Tạo đường dẫn mới']!);
    const second = (await desk.look(who('a-secretary').userId)).at(-1)!;
    expect(linkOf(second)).not.toBe(linkOf(first));
    await desk.tap(by('a-secretary'), first.buttons['Thu hồi']!);
    await desk.write(phone, `/start ${linkOf(second)}`);
    expect((await last(phone.id)).buttons['Đồng ý']).toBeDefined();
  });

  test('is the secretary’s: others are told so, forged buttons included', async () => {
    await desk.unlink(who('a-member').id);
    for (const key of ['a-chair', 'a-member-2', 'a-observer']) {
      expect((await ask(key, '/moi')).text).toContain('do đầu mối của Uỷ ban thực hiện');
      expect(await desk.tap(by(key), `moi.pick.${here.pairId}.${who('a-member').id}`)).toContain(
        'do đầu mối',
      );
    }
    const far = await desk.seed();
    await desk.unlink(far.cast['a-member']!.id);
    expect(await desk.tap(by('a-secretary'), `moi.pick.${far.pairId}.${far.cast['a-member']!.id}`)).toContain(
      'do đầu mối',
    );
  });

  test('invites nobody of the other side, and revokes none of its links', async () => {
    await desk.unlink(who('b-member').id);
    expect(await desk.tap(by('a-secretary'), `moi.pick.${here.pairId}.${who('b-member').id}`)).toContain(
      'Không tìm thấy',
    );
    await desk.write(by('b-secretary'), '/moi');
    const list = await last(who('b-secretary').userId);
    await desk.tap(by('b-secretary'), Object.values(list.buttons)[0]!);
    const made = await last(who('b-secretary').userId);
    expect(await desk.tap(by('a-secretary'), made.buttons['Thu hồi']!)).toContain('Không tìm thấy');
    await desk.write(phone, `/start ${linkOf(made)}`);
    expect((await last(phone.id)).buttons['Đồng ý']).toBeDefined();
  });

  test('says so when a person waits already, has an account, or everyone has one', async () => {
    expect((await ask('a-secretary', '/moi')).text).toContain('đã có tài khoản. Danh sách: /thanhvien');
    const does = `moi.pick.${here.pairId}.${who('a-member').id}`;
    expect(await desk.tap(by('a-secretary'), does)).toContain('đã có tài khoản');
    await desk.unlink(who('a-member').id);
    await desk.write(phone, `/start ${await desk.invite(here.pairId, who('a-member').id)}`);
    await desk.tap(phone, (await last(phone.id)).buttons['Đồng ý']!);
    expect(await desk.tap(by('a-secretary'), does)).toContain('đang chờ xác nhận');
  });

  test('asks for the agreement first when there are several', async () => {
    const far = await desk.seed();
    await desk.work(async ({ tx }) => {
      const [row] = await tx
        .select()
        .from(membership)
        .where(eq(membership.personId, far.cast['a-secretary']!.id));
      const { id: _, ...rest } = row!;
      await tx.insert(membership).values({ ...rest, personId: who('a-secretary').id });
    });
    await desk.unlink(far.cast['a-member']!.id);
    const choice = await ask('a-secretary', '/moi');
    expect(Object.values(choice.buttons)).toEqual([`moi.list.${here.pairId}.0`, `moi.list.${far.pairId}.0`]);
    await desk.tap(by('a-secretary'), choice.buttons[Object.keys(choice.buttons)[1]!]!);
    expect(Object.keys((await last(who('a-secretary').userId)).buttons)).toEqual([
      far.cast['a-member']!.name,
    ]);
  });

  test('turns pages of eight', async () => {
    const large = await desk.seed({ roles: ['secretary', ...Array<'member'>(12).fill('member')] });
    for (const [key, one] of Object.entries(large.cast))
      if (key.startsWith('a-member')) await desk.unlink(one.id);
    const boss: Phone = { id: large.cast['a-secretary']!.userId };
    await desk.write(boss, '/moi');
    const names: string[] = [];
    for (const turn of ['Trang sau 2/2', undefined]) {
      const { buttons } = await last(boss.id);
      names.push(...Object.keys(buttons).filter((label) => !label.startsWith('Trang')));
      if (turn) await desk.tap(boss, buttons[turn]!);
    }
    expect(new Set(names).size).toBe(12);
  });
});

describe('/thanhvien', () => {
  test('shows the own side with its states and of the other side only a number', async () => {
    await desk.unlink(who('a-member').id);
    await desk.unlink(who('a-vice').id);
    await desk.unlink(who('b-member').id);
    await desk.invite(here.pairId, who('a-vice').id);
    await desk.update(memberUpdate(who('a-chair').userId, 'kicked'));
    const pages = [await ask('a-secretary', '/thanhvien')];
    await desk.tap(by('a-secretary'), pages[0]!.buttons['Trang sau 2/2']!);
    pages.push(await last(who('a-secretary').userId));
    const all = pages.map((page) => page.text).join('\n');
    expect(all).toContain(`${who('a-member').name} · thành viên · chưa mời`);
    expect(all).toContain(`${who('a-vice').name} · phó chủ nhiệm · đã mời`);
    expect(all).toContain(`${who('a-chair').name} · chủ nhiệm · không liên lạc được`);
    expect(all).toContain(`${who('a-secretary').name} · đầu mối · đang dùng`);
    expect(all).toContain('Uỷ ban phối hợp: 6 đồng chí đang dùng hệ thống.');
    for (const key of Object.keys(here.cast))
      if (key.startsWith('b-')) expect(all).not.toContain(who(key).name);
    for (const page of pages) {
      expect(page.text.split('\n').length).toBeLessThanOrEqual(7);
      expect(page.protect).toBe(true);
    }
  });

  test('is for secretary and leaders; only the secretary sees revoke buttons', async () => {
    for (const key of ['a-chair', 'a-vice']) {
      const list = await ask(key, '/thanhvien');
      expect(list.text).toContain('Uỷ ban ta có 7 đồng chí');
      expect(Object.keys(list.buttons)).toEqual(['Trang sau 2/2']);
    }
    expect((await ask('a-member', '/thanhvien')).text).toContain('dành cho đầu mối và lãnh đạo');
    expect((await ask('a-observer', '/thanhvien')).text).toContain('dành cho đầu mối và lãnh đạo');
    expect(await desk.tap(by('a-member'), `members.list.${here.pairId}.0`)).toContain('dành cho đầu mối');
  });

  test('revokes an account after a question; the person, the chair and the vice are told', async () => {
    const { id, personId } = (await desk.accounts(who('a-member').id))[0]!;
    const out = `members.out.${here.pairId}.${personId}.${id}`;
    await desk.tap(by('a-secretary'), out);
    const question = await last(who('a-secretary').userId);
    expect((await desk.accounts(personId))[0]!.state).toBe('active');
    await desk.tap(by('a-secretary'), question.buttons['Thu hồi tài khoản']!);
    expect((await desk.accounts(personId))[0]!.state).toBe('revoked');
    expect((await last(who('a-member').userId)).text).toContain('đã được đầu mối của Uỷ ban thu hồi');
    for (const key of ['a-chair', 'a-vice'])
      expect((await last(who(key).userId)).text).toContain(
        `thu hồi tài khoản của đồng chí ${who('a-member').name}`,
      );
    expect(await desk.look(who('b-secretary').userId)).toEqual([]);
    expect(await desk.tap(by('a-secretary'), question.buttons['Thu hồi tài khoản']!)).toContain(
      'không còn tài khoản này',
    );
    expect(await ask('a-member', '/thanhvien')).toMatchObject({
      text: expect.stringContaining('chưa được kết nối'),
    });
  });

  test('revokes no account of the other side, not one’s own, and for nobody but a secretary', async () => {
    const refs = async (key: string) => {
      const [one] = await desk.accounts(who(key).id);
      return `members.yes.${here.pairId}.${one!.personId}.${one!.id}`;
    };
    expect(await desk.tap(by('a-secretary'), await refs('b-member'))).toContain('Không tìm thấy');
    expect(await desk.tap(by('a-secretary'), await refs('a-secretary'))).toContain('/dulieu');
    expect(await desk.tap(by('a-chair'), await refs('a-member'))).toContain('do đầu mối');
    for (const key of ['b-member', 'a-secretary', 'a-member'])
      expect((await desk.accounts(who(key).id))[0]!.state).toBe('active');
  });
});
