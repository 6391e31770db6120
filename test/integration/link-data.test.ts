import { asc, eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  auditChain,
  auditEntry,
  auditValue,
  committee,
  consent,
  form,
  outbox,
  person,
} from '../../db/schema/index.ts';
import { verifyChain } from '../../src/domain/verify-chain.ts';
import { membershipsOf } from '../../src/usecases/link/own-side.ts';
import { type LinkDesk, openLinkDesk, type Phone, type Said } from '../support/link-desk.ts';
import type { SeededPair } from '../support/seed.ts';

let desk: LinkDesk;
let here: SeededPair;
const phone: Phone = { id: 0, first_name: 'Máy', username: 'may' };

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
const press = async (one: Phone, label: string) => desk.tap(one, (await last(one.id)).buttons[label]!);
const waiting = async () => {
  await desk.unlink(who('a-member').id);
  await desk.write(
    phone,
    `/start ${await desk.invite(here.pairId, who('a-member').id, who('a-secretary').id)}`,
  );
  await press(phone, 'Đồng ý');
  await press(phone, 'Đã nhận');
};
const linked = async () => {
  await waiting();
  await press(by('a-secretary'), 'Xác nhận');
  await desk.look(phone.id);
};
const personRow = (key: string) =>
  desk.work(
    async ({ tx }) =>
      (
        await tx
          .select()
          .from(person)
          .where(eq(person.id, who(key).id))
      )[0]!,
  );

async function chainsHold(): Promise<void> {
  const { chains, entries, values } = await desk.work(async ({ tx }) => ({
    chains: await tx.select().from(auditChain),
    entries: await tx.select().from(auditEntry).orderBy(asc(auditEntry.chainId), asc(auditEntry.seq)),
    values: await tx.select().from(auditValue),
  }));
  expect(chains.length).toBeGreaterThan(0);
  for (const chain of chains) {
    const own = entries
      .filter((row) => row.chainId === chain.id)
      .map((row) => ({
        ...row,
        chain: chain.name,
        values: values.filter((one) => one.chainId === chain.id && one.seq === row.seq),
      }));
    expect(await verifyChain(own, { chain: chain.name })).toMatchObject({ ok: true, count: chain.seq });
  }
}

describe('/dulieu', () => {
  test('shows what is kept about the person, protected', async () => {
    await linked();
    await desk.write(phone, '/dulieu');
    const said = await last(phone.id);
    expect(said.text).toContain(`Họ tên: ${who('a-member').name} · Uỷ viên`);
    expect(said.text).toContain(`Tài khoản Telegram: Máy (@may) · mã ${phone.id}`);
    expect(said.text).toContain('Đồng ý lúc 08h00 thứ Hai 23/11/2026');
    expect(said.text).toContain(': thành viên');
    expect(said.text).toContain('Số phản hồi đã ghi nhận: 0');
    expect(said.protect).toBe(true);
  });

  test('withdrawal asks first, and “keep” changes nothing', async () => {
    await linked();
    await desk.write(phone, '/dulieu');
    await press(phone, 'Rút đồng ý');
    const question = await last(phone.id);
    await desk.tap(phone, question.buttons['Giữ nguyên']!);
    expect((await last(phone.id)).text).toContain('Không có gì thay đổi');
    expect((await desk.accounts(who('a-member').id))[0]!.state).toBe('active');
  });

  test('withdrawal erases who the person was, keeps the ids, and the chains still verify', async () => {
    await linked();
    await desk.write(phone, '/dulieu');
    await press(phone, 'Rút đồng ý');
    await press(phone, 'Rút và xoá dữ liệu');
    expect((await last(phone.id)).text).toContain('xoá dữ liệu cá nhân');
    expect(await personRow('a-member')).toMatchObject({ id: who('a-member').id, name: '', title: '' });
    expect(await desk.accounts(who('a-member').id)).toMatchObject([
      { state: 'revoked', shownName: '', userId: 0 },
    ]);
    const left = await desk.work(async ({ tx }) => ({
      values: await tx
        .select()
        .from(auditValue)
        .where(eq(auditValue.personId, who('a-member').id)),
      consents: await tx
        .select()
        .from(consent)
        .where(eq(consent.personId, who('a-member').id)),
    }));
    expect(left.values).toEqual([]);
    expect(left.consents[0]!.withdrawnAt).not.toBeNull();
    expect((await last(who('a-secretary').userId)).text).toContain(`${who('a-member').name} đã rút đồng ý`);
    expect(await desk.look(who('b-secretary').userId)).toEqual([]);
    await chainsHold();
    await desk.write(phone, '/dulieu');
    expect((await last(phone.id)).text).toContain('chưa được kết nối');
  });

  test('of someone who still waits shows and ends the account alone: whoever has a link is not yet the person', async () => {
    await waiting();
    await desk.look(phone.id);
    await desk.write(phone, '/dulieu');
    const shown = await last(phone.id);
    expect(shown.text).toContain(`Tài khoản Telegram: Máy (@may) · mã ${phone.id}`);
    expect(shown.text).not.toMatch(/Họ tên|thành viên|phản hồi/);
    await desk.tap(phone, shown.buttons['Rút đồng ý']!);
    expect((await last(phone.id)).text).toContain('tài khoản đang chờ này kết thúc');
    const [account] = await desk.accounts(who('a-member').id);
    await desk.tap(phone, `data.yes.${account!.id}`);
    expect((await last(phone.id)).text).toContain('Đã rút đồng ý');
    expect(await desk.accounts(who('a-member').id)).toMatchObject([
      { state: 'revoked', userId: 0, chatId: 0, shownName: '' },
    ]);
    expect(await personRow('a-member')).toMatchObject({ name: who('a-member').name, erasedAt: null });
    expect(await desk.work((work) => membershipsOf(work, who('a-member').id))).toHaveLength(1);
    expect((await last(who('a-secretary').userId)).text).toContain('rút đồng ý trước khi được xác nhận');
    const left = await desk.base.ownerSql<{ line: string }[]>`
      select v::text as line from audit_value v where person_id = ${who('a-member').id} union all
      select o::text from outbox o where state <> 'pending' and chat_id = ${phone.id}`;
    expect(left).toEqual([]);
    await chainsHold();
  });

  test('by the account that waits takes nothing that an earlier one of the person left', async () => {
    await linked();
    const [active] = await desk.accounts(who('a-member').id);
    const values = () =>
      desk.work(({ tx }) =>
        tx
          .select()
          .from(auditValue)
          .where(eq(auditValue.personId, who('a-member').id)),
      );
    const before = await values();
    await desk.tap(by('a-secretary'), `members.yes.${here.pairId}.${who('a-member').id}.${active!.id}`);
    phone.id += 1;
    await desk.write(
      phone,
      `/start ${await desk.invite(here.pairId, who('a-member').id, who('a-secretary').id)}`,
    );
    await press(phone, 'Đồng ý');
    const account = (await desk.accounts(who('a-member').id)).find((one) => one.state === 'practising');
    await desk.tap(phone, `data.yes.${account!.id}`);
    expect(await values()).toEqual(before);
    expect((await desk.accounts(who('a-member').id)).map(({ userId }) => userId).sort()).toEqual([
      0,
      phone.id - 1,
    ]);
  });

  test('with a forged or an old button withdraws nobody', async () => {
    const [other] = await desk.accounts(who('a-chair').id);
    expect(await desk.tap(by('a-member'), `data.yes.${other!.id}`)).toContain('Không còn dữ liệu');
    expect(await desk.tap(by('a-member'), `data.ask.${other!.id}`)).toContain('Không còn dữ liệu');
    expect((await desk.accounts(who('a-chair').id))[0]!.state).toBe('active');
  });

  test('of the only secretary is told to the chair and vice', async () => {
    await desk.write(by('a-secretary'), '/dulieu');
    await press(by('a-secretary'), 'Rút đồng ý');
    await press(by('a-secretary'), 'Rút và xoá dữ liệu');
    for (const key of ['a-chair', 'a-vice'])
      expect((await last(who(key).userId)).text).toContain('đã rút đồng ý');
  });
});

test('a revoked account loses its open form and what was typed into it', async () => {
  await desk.work(({ tx, now }) =>
    tx.insert(form).values({
      personId: who('a-member').id,
      chatId: who('a-member').userId,
      kind: 'propose',
      step: 'subject',
      data: { subject: 'đang gõ' },
      state: 'open',
      changedAt: now,
      expiresAt: now.plus({ days: 1 }),
    }),
  );
  const [account] = await desk.accounts(who('a-member').id);
  await desk.tap(by('a-secretary'), `members.yes.${here.pairId}.${who('a-member').id}.${account!.id}`);
  const rows = await desk.work(({ tx }) =>
    tx
      .select()
      .from(form)
      .where(eq(form.personId, who('a-member').id)),
  );
  expect(rows).toMatchObject([{ state: 'cancelled', data: {} }]);
});

test.each(['waits', 'is in use'])(
  'an account that %s leaves with its person, also from a question that has not gone out',
  async (how) => {
    await (how === 'waits' ? waiting() : linked());
    const [account] = await desk.accounts(who('a-member').id);
    await desk.tap(phone, `data.yes.${account!.id}`);
    const left = await desk.base.ownerSql<{ line: string }[]>`
    select o::text as line from outbox o where o::text ~ ${`${phone.id}`} and chat_id <> ${phone.id}`;
    expect(left).toEqual([]);
    const [asked] = await desk.base
      .ownerSql`select state, reason from outbox where state = 'skipped' and chat_id = ${who('a-secretary').userId}`;
    expect(asked).toEqual({ state: 'skipped', reason: 'erased' });
  },
);

test('an erased person leaves no chat and no name in what was said to them', async () => {
  await linked();
  await desk.write(phone, '/dulieu');
  await press(phone, 'Rút đồng ý');
  await press(phone, 'Rút và xoá dữ liệu');
  const { rows, committees } = await desk.work(async ({ tx }) => ({
    rows: await tx
      .select()
      .from(outbox)
      .where(inArray(outbox.personId, [who('a-member').id])),
    committees: await tx.select().from(committee),
  }));
  expect(committees.length).toBeGreaterThan(0);
  const old = rows.filter((row) => row.chatId === 0);
  expect(old.length).toBe(rows.length - 1);
  expect(JSON.stringify(old)).not.toContain(who('a-member').name);
});
