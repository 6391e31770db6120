import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditEntry, form, inspectionTeam, outbox } from '../../db/schema/index.ts';
import { exportPerson } from '../../src/usecases/export-person.ts';
import { openTeam } from '../../src/usecases/form/change-open.ts';
import { openNotice } from '../../src/usecases/inspection/open-notice.ts';
import { readCard } from '../../src/usecases/view/read-card.ts';
import { outcome } from '../support/change-desk.ts';
import { formHand } from '../support/form-hand.ts';
import { openTeamDesk, type TeamDesk } from '../support/team-desk.ts';
import { shown } from '../support/view-desk.ts';

let desk: TeamDesk;
beforeEach(async () => {
  desk = await openTeamDesk();
});
afterEach(() => desk.base.close());

const cardOf = (key: string, id: number) =>
  desk.by(key, async (work, actor) => shown(work, await readCard(work, actor, id)));
const noticeOf = (key: string, request: number) =>
  desk.by(key, async (work, actor) => shown(work, await openNotice(work, actor, request)));

describe('[Thành phần đoàn]', () => {
  test('roles are not asked for: people, Xong, Xác nhận, as before', async () => {
    const id = await desk.agreed();
    const hand = formHand(desk, 'b-secretary');
    await hand.open((work, actor) => openTeam(work, actor, id));
    expect((await hand.taps(desk.nameOf('b-member'), 'Xong')).text).toContain(
      `Đoàn: ${desk.nameOf('b-member')}`,
    );
    await hand.tap('Xác nhận');
    expect(await desk.teamOf(id)).toEqual({ 'b-member': 'member' });
  });

  test('the lead names head, deputy and secretary by four taps, and each reads what they are', async () => {
    const id = await desk.agreed({ leadSide: 'b' });
    const hand = formHand(desk, 'b-secretary');
    const [head, deputy, scribe] = ['b-member', 'b-member-2', 'b-member-3'].map(desk.nameOf);
    await hand.open((work, actor) => openTeam(work, actor, id));
    const asked = await hand.taps(head!, deputy!, scribe!, 'Xong', 'Vai trò trong đoàn');
    expect(asked.labels).toEqual(expect.arrayContaining([`${head} · Thành viên`]));
    await hand.taps(`${head} · Thành viên`, `${deputy} · Thành viên`);
    const last = await hand.taps(`${scribe} · Thành viên`, `${scribe} · Phó trưởng đoàn`);
    // Nobody's button moves under the finger.
    expect(last.labels.slice(0, 3)).toEqual([
      `${head} · Trưởng đoàn`,
      `${deputy} · Phó trưởng đoàn`,
      `${scribe} · Thư ký đoàn`,
    ]);
    const said = `Đoàn: ${head} (Trưởng đoàn), ${deputy} (Phó trưởng đoàn), ${scribe} (Thư ký đoàn)`;
    expect((await hand.tap('Xong')).text).toContain(said);
    expect((await hand.tap('Xác nhận')).text).toContain('thêm 3, bớt 0, đổi vai trò 0');
    expect(await desk.teamOf(id)).toEqual({
      'b-member': 'head',
      'b-member-2': 'deputy',
      'b-member-3': 'secretary',
    });
    expect((await cardOf('b-member', id)).text).toContain(said);
    const across = (await cardOf('a-secretary', id)).text;
    expect(across).toContain('cử 3 đồng chí');
    expect(across).not.toContain(head);
    const request = await desk.notify(id);
    for (const [key, words] of [
      ['b-member', 'Đồng chí là Trưởng đoàn.'],
      ['b-member-2', 'Đồng chí là Phó trưởng đoàn.'],
      ['b-member-3', 'Đồng chí là Thư ký đoàn.'],
    ] as const)
      expect((await noticeOf(key, request)).text).toContain(words);
  });

  test('the side that does not lead is offered no head, and names none by force', async () => {
    const id = await desk.agreed({ leadSide: 'b' });
    const hand = formHand(desk, 'a-secretary');
    await hand.open((work, actor) => openTeam(work, actor, id));
    const name = desk.nameOf('a-member');
    const first = await hand.taps(name, 'Xong', 'Vai trò trong đoàn');
    expect(first.text).toContain('Trưởng đoàn do bên chủ trì cử');
    const turn = [first, await hand.tap(`${name} · Thành viên`), await hand.tap(`${name} · Phó trưởng đoàn`)];
    expect(turn.map(({ labels }) => labels[0])).toEqual([
      `${name} · Thành viên`,
      `${name} · Phó trưởng đoàn`,
      `${name} · Thư ký đoàn`,
    ]);
    expect((await hand.tap(`${name} · Thư ký đoàn`)).labels[0]).toBe(`${name} · Thành viên`);
    expect(outcome(await desk.setTeam('a-secretary', id, { 'a-member': 'head' }))).toBe('refused-team-head');
    expect(await desk.teamOf(id)).toEqual({});
  });

  test('the head passes from one to another, and two at once become one', async () => {
    const id = await desk.agreed({ leadSide: 'b' });
    await desk.setTeam('b-secretary', id, { 'b-member': 'head', 'b-member-2': 'member' });
    await desk.setTeam('b-secretary', id, { 'b-member': 'member', 'b-member-2': 'head' });
    expect(await desk.teamOf(id)).toEqual({ 'b-member': 'member', 'b-member-2': 'head' });
    await desk.setTeam('b-secretary', id, { 'b-member': 'member', 'b-member-3': 'head' });
    expect(await desk.teamOf(id)).toEqual({ 'b-member': 'member', 'b-member-3': 'head' });
    await desk.setTeam('b-secretary', id, { 'b-member': 'head', 'b-member-3': 'head' });
    expect(Object.values(await desk.teamOf(id)).toSorted()).toEqual(['head', 'member']);
  });

  test('a form that was opened before there were roles goes on, and roles that stand stay', async () => {
    const id = await desk.agreed({ leadSide: 'b' });
    await desk.setTeam('b-secretary', id, { 'b-member': 'head' });
    const hand = formHand(desk, 'b-secretary');
    await hand.open((work, actor) => openTeam(work, actor, id));
    const team = [desk.idOf('b-member'), desk.idOf('b-member-2')];
    const data = { inspectionId: id, pairId: desk.one.pairId, team };
    await desk.all((work) => work.tx.update(form).set({ data }).where(eq(form.state, 'open')));
    await hand.taps('Xong', 'Xác nhận');
    expect(await desk.teamOf(id)).toEqual({ 'b-member': 'head', 'b-member-2': 'member' });
  });
});

describe('another role, once the notice is out', () => {
  test('is told to that person alone, without a sound; nothing is asked anew and no version is made', async () => {
    const { id, request } = await desk.noticed({
      leadSide: 'b',
      team: ['b-member', 'b-member-2', 'a-member'],
    });
    await desk.answer('b-member', request, 'attending');
    await desk.deliver();
    await desk.setTeam('b-secretary', id, { 'b-member': 'deputy', 'b-member-2': 'member' });
    const got = await desk.deliver();
    expect(got.map(({ who, isSilent, text }) => [who, isSilent, text])).toEqual([
      ['b-member', true, 'PH-2026-001: vai trò của đồng chí trong đoàn: Phó trưởng đoàn.'],
    ]);
    expect((await desk.found(id)).version.n).toBe(0);
    const mine = (await desk.recipients(request)).find(({ personId }) => personId === desk.idOf('b-member'));
    expect(mine!.answer).toBe('attending');
    expect((await desk.requests(id, 'notice')).map(({ state }) => state)).toEqual(['open']);
  });

  test('before a notice nobody is told, and who names themselves is not told either', async () => {
    const id = await desk.agreed({ leadSide: 'b', team: ['b-member', 'b-secretary'] });
    await desk.setTeam('b-secretary', id, { 'b-member': 'deputy', 'b-secretary': 'member' });
    expect(await desk.deliver()).toEqual([]);
    await desk.notify(id);
    await desk.deliver();
    await desk.setTeam('b-secretary', id, { 'b-member': 'deputy', 'b-secretary': 'secretary' });
    expect(await desk.deliver()).toEqual([]);
  });

  test('what waits bears no name and no role; whoever has left the team by then is told nothing', async () => {
    const { id } = await desk.noticed({ leadSide: 'b', team: ['b-member'] });
    await desk.setTeam('b-secretary', id, { 'b-member': 'deputy' });
    const rows = await desk.all((work) => work.tx.select().from(outbox).where(eq(outbox.state, 'pending')));
    expect(rows.map(({ ref }) => ref)).toEqual([{ inspectionId: id, note: 'team_role' }]);
    await desk.all((work) => work.tx.delete(inspectionTeam).where(eq(inspectionTeam.inspectionId, id)));
    expect(await desk.deliver()).toEqual([]);
  });

  test('is audited by numbers, never by names; the history says it to the own side', async () => {
    const id = await desk.agreed({ leadSide: 'b', team: ['b-member', 'b-member-2'] });
    await desk.setTeam('b-secretary', id, { 'b-member': 'head', 'b-member-2': 'member' });
    const [entry] = await desk.all((work) =>
      work.tx.select().from(auditEntry).where(eq(auditEntry.type, 'team.set')),
    );
    expect(JSON.parse(entry!.body)).toMatchObject({
      added: '',
      removed: '',
      count: 2,
      roles: `${desk.idOf('b-member')}:head`,
    });
    expect(entry!.body).not.toContain('Uỷ viên');
  });
});

test('a person’s export says what they are in each team', async () => {
  const id = await desk.agreed({ leadSide: 'b' });
  await desk.setTeam('b-secretary', id, { 'b-member': 'head' });
  const own = await desk.all((work) => exportPerson(work, desk.idOf('b-member')));
  expect(own!.teams).toEqual([{ inspection: 'PH-2026-001', role: 'head' }]);
});
