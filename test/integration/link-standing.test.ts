import { and, asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { auditEntry, membership, person } from '../../db/schema/index.ts';
import { verifyChains } from '../../src/admin/chains.ts';
import type { Role, Side } from '../../src/domain/side.ts';
import { findActor } from '../../src/usecases/find-actor.ts';
import { sweep } from '../../src/usecases/sweep.ts';
import { listTasks } from '../../src/usecases/view/list-tasks.ts';
import { adminLine } from '../support/admin-line.ts';
import { type LinkDesk, openLinkDesk, type Phone, type Said } from '../support/link-desk.ts';
import type { SeededPair } from '../support/seed.ts';

let desk: LinkDesk;
let here: SeededPair;
/** A second phone of whoever attacks. */
const phone: Phone = { id: 0, first_name: 'Máy', last_name: 'Hai' };

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
const keyOf = (one: { name: string }) =>
  `${one.name.split(' ').at(-1)}-${Object.entries(here.cast).find(([, each]) => each.name === one.name)![0]}`;
const last = async (chatId: number): Promise<Said> => (await desk.look(chatId)).at(-1)!;
const stateOf = async (personId: number) => (await desk.accounts(personId)).map((one) => one.state).sort();

let linkSaid = '';

/** By the own hand of a đầu mối: the account of a colleague is revoked, an invitation made anew. */
async function revokeAndInvite(hand: Phone, pairId: number, personId: number): Promise<string> {
  const [account] = await desk.accounts(personId);
  await desk.tap(hand, `members.yes.${pairId}.${personId}.${account!.id}`);
  await desk.tap(hand, `moi.pick.${pairId}.${personId}`);
  const { text } = await last(hand.id);
  linkSaid = text;
  return /start=([\w-]{43})/.exec(text)![1]!;
}

async function openOn(hand: Phone, token: string): Promise<void> {
  await desk.write(hand, `/start ${token}`);
  await desk.tap(hand, (await last(hand.id)).buttons['Đồng ý']!);
  await desk.tap(hand, (await last(hand.id)).buttons['Đã nhận']!);
}

const waitingOf = async (personId: number): Promise<number> =>
  (await desk.accounts(personId)).find((one) => one.state === 'pending')!.id;

/** A person takes a role in another pair too, in its side's committee or their own. */
const joinsToo = (personId: number, there: SeededPair, role: Role, side: Side = 'a') =>
  desk.work(async ({ tx }) => {
    const [model] = await tx
      .select()
      .from(membership)
      .where(and(eq(membership.pairId, there.pairId), eq(membership.side, side)));
    const { id: _, ...rest } = model!;
    await tx.insert(membership).values({ ...rest, personId, role });
  });

const sweepOnce = () =>
  sweep(desk.office, (error) => {
    throw error;
  });

const chainsWith = (type: string, personId: number): Promise<(number | null)[]> =>
  desk.work(async ({ tx }) => {
    const rows = await tx
      .select()
      .from(auditEntry)
      .where(eq(auditEntry.type, type))
      .orderBy(asc(auditEntry.pairId));
    return rows.filter(({ body }) => JSON.parse(body).person === personId).map(({ pairId }) => pairId);
  });

const allHold = async (): Promise<boolean> =>
  (await desk.base.ownerSql.begin((tx) => verifyChains(tx))).every(({ verdict }) => verdict.ok);

/** Everybody of the two pairs who was told something since the last look, but for these chats. */
async function toldIn(pairs: SeededPair[], but: number[] = []): Promise<Record<string, string>> {
  const told: Record<string, string> = {};
  for (const [n, { cast }] of pairs.entries())
    for (const [key, { userId }] of Object.entries(cast)) {
      const said = but.includes(userId) ? [] : await desk.look(userId);
      if (said.length > 0) told[`${n + 1} ${key}`] = said.at(-1)!.text;
    }
  return told;
}

describe('a đầu mối who wants to be the chair', () => {
  test('revokes, invites anew, opens the link on a phone of their own, confirms, and is not let in', async () => {
    const chair = who('a-chair').id;
    await openOn(phone, await revokeAndInvite(by('a-secretary'), here.pairId, chair));
    const waiting = await waitingOf(chair);
    expect(await desk.tap(by('a-secretary'), `link.ok.${waiting}`)).toContain('Người mời không tự xác nhận');
    expect(await stateOf(chair)).toEqual(['pending', 'revoked']);
    expect(await desk.work((work) => findActor(work, phone.id))).toBeUndefined();
    await desk.write(phone, '/viec');
    expect((await last(phone.id)).text).toContain('Đang chờ xác nhận: người xác nhận (không phải người mời)');
  });

  test('cannot erase the chair by the account that waits, nor end a role of theirs', async () => {
    const chair = who('a-chair');
    await openOn(phone, await revokeAndInvite(by('a-secretary'), here.pairId, chair.id));
    await desk.tap(phone, `data.yes.${await waitingOf(chair.id)}`);
    const [kept] = await desk.work(({ tx }) => tx.select().from(person).where(eq(person.id, chair.id)));
    expect(kept).toMatchObject({ name: chair.name, erasedAt: null });
    const held = await desk.work(({ tx }) =>
      tx.select().from(membership).where(eq(membership.personId, chair.id)),
    );
    expect(held.map(({ toDay }) => toDay)).toEqual([null]);
  });

  test('is told of at each step: whoever leads or serves that side hears of it, in every pair, and nobody else', async () => {
    const there = await desk.seed();
    const chair = who('a-chair');
    await joinsToo(chair.id, there, 'chair');
    const pairs = [here, there];
    await toldIn(pairs);
    const token = await revokeAndInvite(by('a-secretary'), here.pairId, chair.id);
    const revoked = `đã thu hồi tài khoản của đồng chí ${chair.name}.`;
    const own = `Đồng chí ${who('a-secretary').name} ${revoked}`;
    const far = `Một đồng chí ở quy chế phối hợp khác ${revoked}`;
    expect(await toldIn(pairs, [who('a-secretary').userId])).toEqual({
      '1 a-chair': expect.stringContaining('đã được đầu mối của Uỷ ban thu hồi'),
      '1 a-vice': own,
      '2 a-secretary': far,
      '2 a-chair': far,
      '2 a-vice': far,
    });
    expect(await chainsWith('account.revoked', chair.id)).toEqual([here.pairId, there.pairId, null]);
    await openOn(phone, token);
    expect(await toldIn(pairs)).toEqual({
      '1 a-secretary': expect.stringContaining(`npm run admin -- confirm ${keyOf(chair)}`),
    });
    expect(await allHold()).toBe(true);
  });

  test('reads with the link that somebody else will confirm; the vice is asked, confirms, and all of the side hear it', async () => {
    const chair = who('a-chair');
    const token = await revokeAndInvite(by('a-secretary'), here.pairId, chair.id);
    expect(linkSaid).toContain('Tài khoản này sẽ do người khác có cùng thẩm quyền');
    await toldIn([here]);
    await openOn(phone, token);
    const asked = await last(who('a-vice').userId);
    expect(asked).toMatchObject({ silent: false, protect: true });
    expect(asked.text).toContain('Đề nghị đồng chí gọi trực tiếp cho người được mời');
    const inviter = await last(who('a-secretary').userId);
    expect(inviter.text).toContain('Đã đề nghị người có cùng thẩm quyền');
    expect([inviter.silent, Object.keys(inviter.buttons)]).toEqual([true, ['Không phải người này']]);
    await desk.tap(by('a-vice'), asked.buttons['Xác nhận']!);
    expect(await stateOf(chair.id)).toEqual(['active', 'revoked']);
    expect(await toldIn([here])).toEqual({
      '1 a-vice': `Đã xác nhận tài khoản của đồng chí ${chair.name}. Đồng chí ấy đã được báo.`,
      '1 a-secretary': expect.stringContaining(
        `Đồng chí ${who('a-vice').name} đã xác nhận tài khoản của đồng chí ${chair.name}`,
      ),
    });
    expect(await chainsWith('account.confirmed', chair.id)).toEqual([here.pairId, null]);
    expect(await allHold()).toBe(true);
  });

  test('cannot do it with the account of a member, whom they do confirm: a member confirms no leader', async () => {
    const [chair, member] = [who('a-chair').id, who('a-member').id];
    await openOn(phone, await revokeAndInvite(by('a-secretary'), here.pairId, member));
    await desk.tap(by('a-secretary'), `link.ok.${await waitingOf(member)}`);
    expect(await stateOf(member)).toEqual(['active', 'revoked']);
    const third: Phone = { id: phone.id + 1 };
    await openOn(third, await revokeAndInvite(by('a-secretary'), here.pairId, chair));
    const waiting = await waitingOf(chair);
    for (const hand of [phone, third, by('a-secretary'), by('b-chair'), by('b-secretary'), by('a-observer')])
      await desk.tap(hand, `link.ok.${waiting}`);
    expect(await stateOf(chair)).toEqual(['pending', 'revoked']);
  });
});

describe('an account that another confirms', () => {
  test('of the only leader is the operator’s: the line that the đầu mối reads is the one that works, and is told and kept', async () => {
    const chair = who('a-chair');
    await desk.unlink(who('a-vice').id);
    await openOn(phone, await revokeAndInvite(by('a-secretary'), here.pairId, chair.id));
    const line = /npm run admin -- (confirm \S+)/.exec((await last(who('a-secretary').userId)).text)![1]!;
    const waiting = await waitingOf(chair.id);
    expect(await desk.tap(by('a-secretary'), `link.ok.${waiting}`)).toContain(line);
    expect((await desk.tap(by('a-secretary'), `link.ok.${waiting}`))!.length).toBeLessThanOrEqual(200);
    const shown = await adminLine(line.split(' '), desk.base);
    expect([shown.code, await stateOf(chair.id)]).toEqual([2, ['pending', 'revoked']]);
    const whole = /npm run admin -- (confirm \S+ --account \d+)/.exec(shown.said.join())![1]!;
    expect((await adminLine(whole.split(' '), desk.base)).code).toBe(0);
    expect(await stateOf(chair.id)).toEqual(['active', 'revoked']);
    expect((await last(who('a-secretary').userId)).text).toContain(
      'Người vận hành hệ thống đã xác nhận tài khoản',
    );
    expect(await chainsWith('account.confirmed', chair.id)).toEqual([here.pairId, null]);
  });

  test('is the one that the operator was shown: a đầu mối who puts another in its place meanwhile gains nothing', async () => {
    const chair = who('a-chair');
    await desk.unlink(who('a-vice').id);
    await openOn(phone, await revokeAndInvite(by('a-secretary'), here.pairId, chair.id));
    await desk.tap(by('a-secretary'), `link.not.${await waitingOf(chair.id)}`);
    await openOn({ id: phone.id + 1 }, await desk.invite(here.pairId, chair.id, who('a-secretary').id));
    const { code } = await adminLine(['confirm', keyOf(chair), '--account', `${phone.id}`], desk.base);
    expect([code, await stateOf(chair.id)]).toEqual([1, ['pending', 'revoked', 'revoked']]);
  });

  test('of a member who stands where the inviter does not is confirmed by who stands in both', async () => {
    const there = await desk.seed();
    const member = who('a-member').id;
    await joinsToo(member, there, 'member');
    await joinsToo(who('a-chair').id, there, 'chair');
    await openOn(phone, await revokeAndInvite(by('a-secretary'), here.pairId, member));
    const waiting = await waitingOf(member);
    for (const hand of [by('a-secretary'), by('a-vice'), { id: there.cast['a-secretary']!.userId }])
      await desk.tap(hand, `link.ok.${waiting}`);
    expect(await stateOf(member)).toEqual(['pending', 'revoked']);
    await desk.tap(by('a-chair'), (await last(who('a-chair').userId)).buttons['Xác nhận']!);
    expect(await stateOf(member)).toEqual(['active', 'revoked']);
    expect(await chainsWith('account.confirmed', member)).toEqual([here.pairId, there.pairId, null]);
  });

  test('may be refused by its inviter, and by the second person, of which the inviter hears', async () => {
    const chair = who('a-chair').id;
    await openOn(phone, await revokeAndInvite(by('a-secretary'), here.pairId, chair));
    await desk.tap(
      by('a-secretary'),
      (await last(who('a-secretary').userId)).buttons['Không phải người này']!,
    );
    expect(await stateOf(chair)).toEqual(['revoked', 'revoked']);
    await desk.tap(by('a-secretary'), `moi.pick.${here.pairId}.${chair}`);
    const token = /start=([\w-]{43})/.exec((await last(who('a-secretary').userId)).text)![1]!;
    await openOn(phone, token);
    await desk.tap(by('a-vice'), (await last(who('a-vice').userId)).buttons['Không phải người này']!);
    expect(await stateOf(chair)).toEqual(['revoked', 'revoked', 'revoked']);
    expect((await last(who('a-secretary').userId)).text).toContain(
      `Đồng chí ${who('a-vice').name} không xác nhận tài khoản`,
    );
  });

  test('waits for whoever leads by then: a leader who comes in later finds it on the list and confirms it there', async () => {
    const [chair, vice] = [who('a-chair').id, who('a-vice')];
    await desk.unlink(chair);
    await desk.unlink(vice.id);
    await openOn(phone, await desk.invite(here.pairId, chair, who('a-secretary').id));
    await openOn({ id: vice.userId }, await desk.invite(here.pairId, vice.id, who('a-secretary').id));
    await adminLine(['confirm', keyOf(vice), '--account', `${vice.userId}`], desk.base);
    await desk.write(by('a-vice'), '/thanhvien');
    const list = await last(vice.userId);
    await desk.tap(by('a-vice'), list.buttons[`Xác nhận: ${who('a-chair').name}`]!);
    await desk.tap(by('a-vice'), (await last(vice.userId)).buttons['Xác nhận']!);
    expect(await stateOf(chair)).toEqual(['active']);
    await desk.write(by('a-secretary'), '/thanhvien');
    expect(Object.keys((await last(who('a-secretary').userId)).buttons).join()).not.toContain('Xác nhận');
  });

  test('stands in the work of whoever confirms it, nobody else’s, and ends by itself after a fortnight', async () => {
    const chair = who('a-chair').id;
    await openOn(phone, await revokeAndInvite(by('a-secretary'), here.pairId, chair));
    const waiting = await waitingOf(chair);
    const tasksOf = async (key: string) =>
      desk.work(async (work) => listTasks(work, (await findActor(work, who(key).userId))!));
    expect(await tasksOf('a-vice')).toMatchObject([{ kind: 'account', opens: `members.who.${waiting}` }]);
    for (const key of ['a-secretary', 'a-member', 'b-secretary', 'b-vice'])
      expect(await tasksOf(key)).toEqual([]);
    await toldIn([here]);
    await desk.tap(by('a-vice'), `members.who.${waiting}`);
    expect(await last(who('a-vice').userId)).toMatchObject({ isEdit: false, protect: true });
    expect(await desk.tap(by('b-vice'), `members.who.${waiting}`)).toContain('do người mời');
    await desk.audited();
    desk.wait(13.9);
    await sweepOnce();
    expect(await stateOf(chair)).toEqual(['pending', 'revoked']);
    desk.wait(0.1);
    await toldIn([here]);
    await desk.look(phone.id);
    await sweepOnce();
    await sweepOnce();
    expect(await stateOf(chair)).toEqual(['revoked', 'revoked']);
    expect((await desk.look(phone.id)).map(({ text }) => text)).toEqual([
      'Sau 14 ngày tài khoản này chưa được xác nhận nên đã kết thúc. Đề nghị liên hệ đầu mối của Uỷ ban.',
    ]);
    expect((await last(who('a-secretary').userId)).text).toContain('chưa được xác nhận nên đã kết thúc');
    expect(await tasksOf('a-vice')).toEqual([]);
    expect(await allHold()).toBe(true);
  });
});
