import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { concludeInspection } from '../../src/usecases/inspection/conclude-inspection.ts';
import { loadSymbols, loadTeam } from '../../src/usecases/inspection/load-case.ts';
import { setOwnTeam } from '../../src/usecases/inspection/set-team.ts';
import { startInspection } from '../../src/usecases/inspection/start-inspection.ts';
import { type ChangeDesk, openChangeDesk, outcome, START } from '../support/change-desk.ts';

let desk: ChangeDesk;
const CONCLUSION = { symbol: '12-KL/UBKTTU', documentDay: '2026-12-18', insisted: false };

beforeAll(async () => {
  desk = await openChangeDesk();
});
afterAll(() => desk.base.close());

const idOf = (key: string): number => desk.one.cast[key]!.id;
const start = (key: string, id: number) => desk.by(key, (work, actor) => startInspection(work, actor, id));
const conclude = (key: string, id: number) =>
  desk.by(key, (work, actor) => concludeInspection(work, actor, id, CONCLUSION));
const setTeam = (key: string, id: number, team: string[]) =>
  desk.by(key, (work, actor) => setOwnTeam(work, actor, id, team.map(idOf)));

describe('an inspection begins', () => {
  test('by the lead’s đầu mối; both sides are told silently', async () => {
    desk.at(START);
    const id = await desk.agreed();
    await desk.notify(id);
    expect(outcome(await start('a-secretary', id))).toBe('refused-not-allowed');
    expect(outcome(await start('b-chair', id))).toBe('refused-not-allowed');
    expect(outcome(await start('b-secretary', id))).toBe('done');
    expect(await desk.state(id)).toBe('under_way');
    const told = (await desk.said(id, 'outcome')).filter((row) => row.ref.note === 'started');
    expect(told.every((row) => row.silent)).toBe(true);
    expect(told.map((row) => row.personId)).toContain(idOf('a-secretary'));
    expect(told.map((row) => row.personId)).not.toContain(idOf('b-secretary'));
    expect(outcome(await start('b-secretary', id))).toBe('refused-answered-already');
    expect(await desk.audited(id)).toContain('inspection.started');
    expect(await desk.requests(id, 'notice')).toHaveLength(1);
  });

  test('with no notice out yet, it goes out: nobody is left unasked', async () => {
    desk.at(START);
    const id = await desk.agreed({ team: ['a-member'] });
    await start('b-secretary', id);
    const [notice] = await desk.requests(id, 'notice');
    expect((await desk.recipients(notice!.id)).map((one) => one.personId)).toContain(idOf('a-member'));
  });
});

describe('an inspection is concluded', () => {
  test('with symbol and date; open notices end as they were answered, and remind nobody', async () => {
    desk.at(START);
    const id = await desk.agreed({ team: ['a-member', 'b-member'] });
    const notice = await desk.notify(id);
    await desk.answer('a-member', notice, 'attending');
    await start('b-secretary', id);
    await desk.propose('a-secretary', id, { windowFrom: '2026-12-14', windowTo: '2026-12-19' });
    await desk.pass(2);
    expect(outcome(await conclude('b-secretary', id))).toBe('done');
    expect(await desk.state(id)).toBe('concluded');
    expect((await desk.requests(id, 'notice'))[0]!.state).toBe('met');
    expect((await desk.requests(id, 'change'))[0]!.state).toBe('void');
    expect((await desk.answers(notice))[0]!.voidedAt).toBeNull();
    const symbols = await desk.all((work) => loadSymbols(work, id));
    expect(symbols).toMatchObject([{ use: 'conclusion', symbol: '12-KL/UBKTTU', documentDay: '2026-12-18' }]);
    desk.at('2026-12-11T09:00:00+07:00');
    await desk.sweep();
    for (const kind of ['reminder', 'own-leader', 'across', 'day-before'] as const)
      expect(await desk.said(id, kind)).toEqual([]);
    expect(await desk.audited(id)).toEqual(
      expect.arrayContaining(['symbol.attached', 'inspection.concluded']),
    );
  });

  test('once, by the lead’s đầu mối, and only when it is under way', async () => {
    desk.at(START);
    const id = await desk.agreed();
    expect(outcome(await conclude('b-secretary', id))).toBe('refused-state');
    await start('b-secretary', id);
    expect(outcome(await conclude('a-secretary', id))).toBe('refused-not-allowed');
    const both = await Promise.all([conclude('b-secretary', id), conclude('b-secretary', id)]);
    expect(both.map(outcome).sort()).toEqual(['done', 'refused-answered-already']);
    expect(await desk.all((work) => loadSymbols(work, id))).toHaveLength(1);
  });
});

describe('the team', () => {
  test('added after the notice went out, a person is asked too, and the met quorum is open again', async () => {
    desk.at(START);
    const id = await desk.agreed();
    const notice = await desk.notify(id);
    await desk.answer('a-secretary', notice, 'received');
    await desk.answer('b-secretary', notice, 'received');
    expect((await desk.requests(id, 'notice'))[0]!.state).toBe('met');
    expect(outcome(await setTeam('a-secretary', id, ['a-member']))).toBe('done');
    const [reopened] = await desk.requests(id, 'notice');
    expect(reopened!.state).toBe('open');
    const asked = (await desk.recipients(notice)).find((one) => one.personId === idOf('a-member'));
    expect(asked).toMatchObject({ capacity: 'team', answeredAt: null });
    const pushes = (await desk.said(id, 'push')).filter((row) => row.personId === idOf('a-member'));
    expect(pushes).toHaveLength(1);
    expect(await desk.audited(id)).toContain('team.set');
  });

  test('added when the deadline has passed, a person gets a deadline ahead', async () => {
    desk.at(START);
    const id = await desk.agreed();
    const notice = await desk.notify(id);
    desk.at('2026-12-01T09:00:00+07:00');
    await setTeam('b-secretary', id, ['b-member']);
    const [moved] = await desk.requests(id, 'notice');
    expect(moved!.dueAt.toISO()! > '2026-12-01T09:00:00.000+07:00').toBe(true);
    expect((await desk.recipients(notice)).map((one) => one.personId)).toContain(idOf('b-member'));
  });

  test('removed, a person is no longer asked nor reminded, and the rest may be enough', async () => {
    desk.at(START);
    const id = await desk.agreed({ team: ['a-member', 'a-member-2'] });
    const notice = await desk.notify(id);
    for (const key of ['a-secretary', 'b-secretary']) await desk.answer(key, notice, 'received');
    await desk.answer('a-member', notice, 'attending');
    await setTeam('a-secretary', id, ['a-member']);
    expect((await desk.requests(id, 'notice'))[0]!.state).toBe('met');
    desk.at('2026-11-26T09:00:00+07:00');
    await desk.sweep();
    const told = (await desk.said(id, 'reminder')).map((row) => row.personId);
    expect(told).not.toContain(idOf('a-member-2'));
    expect(outcome(await desk.answer('a-member-2', notice, 'attending'))).toBe('refused-replaced');
  });

  test('added again, a person is asked again', async () => {
    desk.at(START);
    const id = await desk.agreed({ team: ['a-member'] });
    const notice = await desk.notify(id);
    await setTeam('a-secretary', id, []);
    await setTeam('a-secretary', id, ['a-member']);
    expect(outcome(await desk.answer('a-member', notice, 'attending'))).toBe('answered');
    expect((await desk.recipients(notice)).filter((one) => one.personId === idOf('a-member'))).toHaveLength(
      1,
    );
  });

  test('a đầu mối who joins the team is asked whether they attend', async () => {
    desk.at(START);
    const id = await desk.agreed();
    const notice = await desk.notify(id);
    await desk.answer('a-secretary', notice, 'received');
    await setTeam('a-secretary', id, ['a-secretary']);
    const mine = async () =>
      (await desk.recipients(notice)).find((one) => one.personId === idOf('a-secretary'))!;
    expect(await mine()).toMatchObject({ capacity: 'team', answeredAt: null });
    await setTeam('a-secretary', id, []);
    expect(await mine()).toMatchObject({ capacity: 'secretary', replacedBy: null });
  });

  test('each side names its own people only', async () => {
    desk.at(START);
    const id = await desk.agreed({ team: ['b-member'] });
    await setTeam('a-secretary', id, ['a-member', 'b-member-2']);
    const team = await desk.all((work) => loadTeam(work, id));
    expect(team.map((one) => one.personId).sort()).toEqual([idOf('a-member'), idOf('b-member')].sort());
    expect(outcome(await setTeam('a-chair', id, []))).toBe('refused-not-allowed');
    const foreign = await desk.by('a-secretary', (work, actor) => setOwnTeam(work, actor, id, []), desk.two);
    expect(outcome(foreign)).toBe('refused-not-found');
  });
});
