import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { invitation, membership, person } from '../../db/schema/index.ts';
import { confirmAccount } from '../../src/usecases/confirm-account.ts';
import { type LinkDesk, openLinkDesk, type Phone, type Said } from '../support/link-desk.ts';
import type { SeededPair } from '../support/seed.ts';

let desk: LinkDesk;
let here: SeededPair;
const phone: Phone = { id: 0, first_name: 'Máy' };
const stranger: Phone = { id: 0, first_name: 'Người lạ' };

beforeAll(async () => {
  desk = await openLinkDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  here = await desk.seed();
  phone.id += 500_000;
  stranger.id = phone.id + 1;
  await desk.unlink(who('a-member').id);
});

const who = (key: string) => here.cast[key]!;
const last = async (chatId: number): Promise<Said> => (await desk.look(chatId)).at(-1)!;
const invite = (key = 'a-member') => desk.invite(here.pairId, who(key).id, who('a-secretary').id);
const press = async (by: Phone, label: string) => desk.tap(by, (await last(by.id)).buttons[label]!);
const states = async (key = 'a-member') => (await desk.accounts(who(key).id)).map((one) => one.state).sort();
const link = async (by: Phone, token: string) => {
  await desk.write(by, `/start ${token}`);
  await press(by, 'Đồng ý');
  await press(by, 'Đã nhận');
};
const confirm = (key: string) =>
  desk.work((work) => confirmAccount(work, { by: { operator: true }, personId: who(key).id }));

describe('a link that is pasted', () => {
  const pasted = (token: string, bot = 'phoihop_bot') => `https://t.me/${bot}?start=${token}`;

  test.each([
    ['alone', pasted],
    ['among other words', (token: string) => `Đường dẫn mời đồng chí:\n${pasted(token)}\nDùng một lần.`],
    ['as Telegram itself writes it', (token: string) => `tg://resolve?domain=PhoiHop_bot&start=${token}`],
  ])('%s opens the invitation', async (_case, write) => {
    await desk.write(phone, write(await invite()));
    expect((await last(phone.id)).buttons['Đồng ý']).toBeDefined();
  });

  test('to another bot opens nothing', async () => {
    await desk.write(phone, pasted(await invite(), 'other_bot'));
    expect((await last(phone.id)).text).toContain('chưa được kết nối');
    expect(await states()).toEqual([]);
  });

  test('is guessed no more easily than /start: the same refusal, said once an hour', async () => {
    await desk.write(stranger, pasted('x'.repeat(43)));
    await desk.write(stranger, pasted('y'.repeat(43)));
    await desk.write(stranger, `/start ${'z'.repeat(43)}`);
    const said = await desk.look(stranger.id);
    expect(said.map(({ text }) => text)).toEqual([expect.stringContaining('không dùng được ở đây')]);
  });

  test('is what a bare /start asks for', async () => {
    await desk.write(phone, '/start');
    expect((await last(phone.id)).text).toContain('chép cả đường dẫn, dán vào đây');
  });
});

describe('a link is refused in its own words when', () => {
  const tokens: Record<string, [words: string, make: () => Promise<string>]> = {
    'it was never made here': ['không dùng được ở đây', async () => 'x'.repeat(43)],
    'it was used': [
      'đã được sử dụng',
      async () => {
        const token = await invite();
        await link(stranger, token);
        return token;
      },
    ],
    'it has expired': [
      'đã hết hạn',
      async () => {
        const token = await invite();
        desk.wait(7);
        return token;
      },
    ],
    'it was revoked by a newer one': [
      'đã được thu hồi',
      async () => {
        const token = await invite();
        await invite();
        return token;
      },
    ],
    'its person has left the agreement': [
      'đã được thu hồi',
      async () => {
        const token = await invite();
        await desk.work(({ tx, now }) =>
          tx
            .update(membership)
            .set({ toDay: now.toISODate()! })
            .where(eq(membership.personId, who('a-member').id)),
        );
        return token;
      },
    ],
    'its person has an account in use': [
      'một tài khoản đang dùng',
      async () => {
        const token = await invite('a-member-2');
        return token;
      },
    ],
  };
  test.each(Object.entries(tokens))('%s', async (_case, [words, make]) => {
    const token = await make();
    await desk.write(phone, `/start ${token}`);
    const said = await last(phone.id);
    expect(said.text).toContain(words);
    expect(said.buttons).toEqual({});
    expect(said.text).not.toContain(who('a-member').name);
  });

  test('the Telegram account serves another person already, and nothing of it changes', async () => {
    const token = await invite();
    const other: Phone = { id: who('a-chair').userId };
    await desk.write(other, `/start ${token}`);
    expect((await last(other.id)).text).toContain('đang dùng cho một đồng chí khác');
    expect(await states()).toEqual([]);
    expect(await states('a-chair')).toEqual(['active']);
  });

  test('the Telegram account waits to be confirmed for another person', async () => {
    await link(phone, await invite());
    await desk.unlink(who('a-member-2').id);
    await desk.write(phone, `/start ${await invite('a-member-2')}`);
    expect((await last(phone.id)).text).toContain('đang chờ xác nhận theo một lời mời khác');
  });

  test('and up to the last second before it expires it still works', async () => {
    const token = await invite();
    desk.wait(7 - 1 / 86_400);
    await desk.write(phone, `/start ${token}`);
    expect((await last(phone.id)).buttons['Đồng ý']).toBeDefined();
  });
});

describe('one link, one person', () => {
  test('of two who opened it only the first to agree gets through; nothing is kept of the other', async () => {
    const token = await invite();
    await desk.write(phone, `/start ${token}`);
    await desk.write(stranger, `/start ${token}`);
    expect(await states()).toEqual(['consenting', 'consenting']);
    await press(phone, 'Đồng ý');
    await press(stranger, 'Đồng ý');
    expect((await last(stranger.id)).text).toContain('đã được sử dụng');
    expect(await states()).toEqual(['practising']);
  });

  test('two who agree at once: one practises, the other is refused', async () => {
    const token = await invite();
    await desk.write(phone, `/start ${token}`);
    await desk.write(stranger, `/start ${token}`);
    await Promise.all([press(phone, 'Đồng ý'), press(stranger, 'Đồng ý')]);
    expect(await states()).toEqual(['practising']);
  });

  test('a link revoked while the consent text stands is refused at the tap', async () => {
    await desk.write(phone, `/start ${await invite()}`);
    await invite();
    await press(phone, 'Đồng ý');
    expect((await last(phone.id)).text).toContain('đã được thu hồi');
    expect(await states()).toEqual([]);
  });

  test('a link made while another account waited is refused once that account is in use', async () => {
    await link(stranger, await invite());
    await desk.write(phone, `/start ${await invite()}`);
    await confirm('a-member');
    await press(phone, 'Đồng ý');
    expect((await last(phone.id)).text).toContain('một tài khoản đang dùng');
    expect(await states()).toEqual(['active']);
  });

  test('a new link replaces an account that was never confirmed', async () => {
    await link(stranger, await invite());
    await link(phone, await invite());
    expect(await states()).toEqual(['pending', 'revoked']);
    await confirm('a-member');
    const active = (await desk.accounts(who('a-member').id)).filter((one) => one.state === 'active');
    expect(active.map((one) => one.userId)).toEqual([phone.id]);
  });

  test('someone who only looked at one consent text may open another link', async () => {
    await desk.unlink(who('a-member-2').id);
    await desk.write(phone, `/start ${await invite()}`);
    await desk.write(phone, `/start ${await invite('a-member-2')}`);
    expect(await states()).toEqual([]);
    expect(await states('a-member-2')).toEqual(['consenting']);
  });

  test('the buttons of another person’s account do nothing', async () => {
    await desk.write(phone, `/start ${await invite()}`);
    const { id } = (await desk.accounts(who('a-member').id))[0]!;
    for (const what of ['yes', 'no', 'lang', 'tap']) await desk.tap(stranger, `link.${what}.${id}`);
    expect(await states()).toEqual(['consenting']);
    expect((await desk.look(stranger.id)).every((said) => said.text.includes('chưa được kết nối'))).toBe(
      true,
    );
  });
});

test('a person who left every agreement while waiting cannot be confirmed', async () => {
  await link(phone, await invite());
  await desk.work(({ tx, now }) =>
    tx
      .update(membership)
      .set({ toDay: now.toISODate()! })
      .where(eq(membership.personId, who('a-member').id)),
  );
  expect(await confirm('a-member')).toEqual({ refused: { key: 'link-no-membership' } });
  expect(await confirm('a-chair')).toEqual({ refused: { key: 'link-nothing-waiting' } });
});

test('the language of a phone that is neither Vietnamese nor English leaves the person’s own', async () => {
  await desk.work(({ tx }) =>
    tx
      .update(person)
      .set({ locale: 'en' })
      .where(eq(person.id, who('a-member').id)),
  );
  await desk.write({ ...phone, language_code: 'fr' }, `/start ${await invite()}`);
  expect((await last(phone.id)).text).toContain('Kept: name, title');
});

test('the token is stored as a hash only', async () => {
  const token = await invite();
  const rows = await desk.work(({ tx }) =>
    tx
      .select()
      .from(invitation)
      .where(eq(invitation.personId, who('a-member').id)),
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]!.tokenHash).toMatch(/^[0-9a-f]{64}$/);
  expect(JSON.stringify(rows)).not.toContain(token);
});
