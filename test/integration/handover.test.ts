import { and, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  auditEntry,
  calendarFeed,
  form,
  handover,
  invitation,
  membership,
  outbox,
  targetPerson,
  telegramAccount,
} from '../../db/schema/index.ts';
import { openForm } from '../../src/usecases/form/open-form.ts';
import { searchForm } from '../../src/usecases/form/search-form.ts';
import { answerHandover } from '../../src/usecases/handover/answer-handover.ts';
import { previewMessage } from '../../src/usecases/handover/messages.ts';
import { offerHandover, withdrawHandover } from '../../src/usecases/handover/offer-handover.ts';
import { draftInspection } from '../../src/usecases/inspection/draft-inspection.ts';
import { setOwnTeam } from '../../src/usecases/inspection/set-team.ts';
import { rejectAccount } from '../../src/usecases/link/reject-account.ts';
import { makeInvitation } from '../../src/usecases/make-invitation.ts';
import { listTasks } from '../../src/usecases/view/list-tasks.ts';
import { outcome } from '../support/change-desk.ts';
import { NOTHING_BESIDES } from '../support/nothing-besides.ts';
import { type Got, openStepDesk, type StepDesk } from '../support/step-desk.ts';
import { shown } from '../support/view-desk.ts';

let desk: StepDesk;
beforeEach(async () => {
  desk = await openStepDesk();
});
afterEach(() => desk.base.close());

const personOf = (key: string) => desk.one.cast[key]!.id;
const offer = (by: string, to: string, { leaves = false, pair = desk.one } = {}) =>
  desk.by(
    by,
    (work, actor) => offerHandover(work, actor, { pairId: pair.pairId, toPerson: personOf(to), leaves }),
    desk.one,
  );
const answer = (by: string, id: number, isTaken = true) =>
  desk.by(by, (work, actor) => answerHandover(work, actor, id, isTaken));
const idOf = (offered: Awaited<ReturnType<typeof offer>>): number =>
  'offer' in offered ? offered.offer.id : 0;
const done = async (leaves = false) => {
  const id = idOf(await offer('a-secretary', 'a-member', { leaves }));
  await desk.deliver();
  expect(outcome(await answer('a-member', id))).toBe('done');
  return id;
};
const roleOf = (key: string) =>
  desk.all(async (work) => {
    const [row] = await work.tx
      .select()
      .from(membership)
      .where(and(eq(membership.pairId, desk.one.pairId), eq(membership.personId, personOf(key))));
    return row!.toDay === null ? row!.role : 'left';
  });
const stateOf = (id: number) =>
  desk.all(async (work) => (await work.tx.select().from(handover).where(eq(handover.id, id)))[0]!.state);
const told = (got: Got[], key: string) => got.filter((one) => one.who === key).map((one) => one.text);
const unlink = (key: string) =>
  desk.all((work) =>
    work.tx
      .update(telegramAccount)
      .set({ state: 'revoked' })
      .where(eq(telegramAccount.personId, personOf(key))),
  );

describe('offering', () => {
  test('the preview counts what passes, and nothing changes before the successor confirms', async () => {
    await desk.noticed({ team: ['a-member-2'] });
    const preview = await desk.by('a-secretary', async (work, actor) =>
      shown(work, await previewMessage(work, actor, desk.one.pairId, personOf('a-member'))),
    );
    expect(preview.text).toContain('Cuộc đang mở: 1 · dự thảo: 0 · việc ở sổ trao đổi: 0');
    expect(preview.labels.slice(0, 2)).toEqual(['Bàn giao, ở lại', 'Bàn giao, thôi tham gia']);
    expect(outcome(await offer('a-secretary', 'a-member'))).toBe('offered');
    const got = await desk.deliver();
    expect(got.map((one) => one.who)).toEqual(['a-member']);
    expect(got[0]!.labels).toEqual(['Nhận bàn giao', 'Không nhận']);
    expect(await roleOf('a-secretary')).toBe('secretary');
    expect(await roleOf('a-member')).toBe('member');
  });

  test('only by the đầu mối, and never across, to a leader, to oneself or to another pair', async () => {
    for (const by of ['a-member-2', 'a-observer'])
      expect(outcome(await offer(by, 'a-member'))).toBe('refused-not-allowed');
    expect(outcome(await offer('a-chair', 'a-member'))).toBe('refused-secretary-only');
    for (const to of ['b-member', 'a-secretary'])
      expect(outcome(await offer('a-secretary', to))).toBe('refused-not-found');
    expect(outcome(await offer('a-secretary', 'a-chair'))).toBe('handover-not-eligible');
    expect(outcome(await offer('a-secretary', 'a-member', { pair: desk.two }))).toBe('refused-not-found');
  });

  test('somebody without an account cannot follow, nor somebody who is a đầu mối already', async () => {
    await unlink('a-member');
    expect(outcome(await offer('a-secretary', 'a-member'))).toBe('handover-not-eligible');
    await desk.all((work) =>
      work.tx
        .update(membership)
        .set({ role: 'secretary' })
        .where(eq(membership.personId, personOf('a-member-2'))),
    );
    expect(outcome(await offer('a-secretary', 'a-member-2'))).toBe('handover-already');
  });

  test('one offer at a time; withdrawn, another may follow, and the old button says so', async () => {
    const first = idOf(await offer('a-secretary', 'a-member'));
    expect(outcome(await offer('a-secretary', 'a-member-2'))).toBe('handover-open');
    const withdraw = (by: string) => desk.by(by, (work, actor) => withdrawHandover(work, actor, first));
    for (const by of ['a-member', 'a-chair', 'b-secretary'])
      expect(outcome(await withdraw(by))).toBe('refused-not-found');
    expect(outcome(await withdraw('a-secretary'))).toBe('withdrawn');
    expect(outcome(await withdraw('a-secretary'))).toBe('handover-closed');
    expect(outcome(await answer('a-member', first))).toBe('handover-closed');
    expect(outcome(await offer('a-secretary', 'a-member-2'))).toBe('offered');
    expect(await roleOf('a-member')).toBe('member');
  });

  test('a leader offers when the đầu mối is gone, and only then', async () => {
    await unlink('a-secretary');
    const offered = await offer('a-chair', 'a-member', { leaves: true });
    expect(outcome(offered)).toBe('offered');
    expect(outcome(await answer('a-member', idOf(offered)))).toBe('done');
    expect([await roleOf('a-member'), await roleOf('a-secretary'), await roleOf('a-chair')]).toEqual([
      'secretary',
      'left',
      'chair',
    ]);
  });
});

describe('answering', () => {
  test('only by whom it was offered to; refusing changes nothing and is told', async () => {
    const id = idOf(await offer('a-secretary', 'a-member'));
    for (const by of ['a-secretary', 'a-member-2', 'b-member'])
      expect(outcome(await answer(by, id))).toBe('refused-not-found');
    await desk.deliver();
    expect(outcome(await answer('a-member', id, false))).toBe('refused');
    expect(told(await desk.deliver(), 'a-secretary').join()).toContain('không nhận bàn giao');
    expect([await stateOf(id), await roleOf('a-secretary')]).toEqual(['refused', 'secretary']);
    expect(outcome(await answer('a-member', id))).toBe('handover-closed');
  });

  test('both sides are told, the other side without a name; a second tap changes nothing', async () => {
    const id = await done();
    const got = await desk.deliver();
    expect(told(got, 'a-secretary')[0]).toBe(
      'Đồng chí Uỷ viên A1 p1 đã nhận bàn giao việc đầu mối của đồng chí Đầu mối A1 p1.',
    );
    expect(told(got, 'a-chair')).toHaveLength(1);
    const across = told(got, 'b-secretary').join();
    expect(across).toContain('đã đổi đầu mối');
    expect(across).not.toMatch(/Uỷ viên|Đầu mối A/);
    expect(outcome(await answer('a-member', id))).toBe('done');
    expect(await desk.deliver()).toEqual([]);
    const entries = await desk.all((work) =>
      work.tx.select().from(auditEntry).where(eq(auditEntry.type, 'handover.done')),
    );
    expect(entries).toHaveLength(1);
  });

  test('an offer that was overtaken is refused: the successor is a đầu mối already', async () => {
    const id = idOf(await offer('a-secretary', 'a-member'));
    await desk.all((work) =>
      work.tx
        .update(membership)
        .set({ role: 'secretary' })
        .where(eq(membership.personId, personOf('a-member'))),
    );
    expect(outcome(await answer('a-member', id))).toBe('handover-already');
    expect([await stateOf(id), await roleOf('a-secretary')]).toEqual(['withdrawn', 'secretary']);
  });

  test('a đầu mối of two pairs keeps the other one', async () => {
    await desk.all(async (work) => {
      const [other] = await work.tx
        .select()
        .from(membership)
        .where(eq(membership.personId, desk.two.cast['a-secretary']!.id));
      const { id: _, ...row } = other!;
      await work.tx.insert(membership).values({ ...row, personId: personOf('a-secretary') });
    });
    await done(true);
    const roles = await desk.all((work) =>
      work.tx
        .select()
        .from(membership)
        .where(eq(membership.personId, personOf('a-secretary'))),
    );
    expect(roles.map((row) => [row.pairId, row.role, row.toDay === null]).sort()).toEqual([
      [desk.one.pairId, 'member', false],
      [desk.two.pairId, 'secretary', true],
    ]);
  });
});

describe('what passes', () => {
  const asked = async (request: number) =>
    (await desk.recipients(request))
      .filter((row) => row.replacedBy === null && row.side === 'a')
      .map((row) => [row.personId, row.capacity]);

  test('what the đầu mối was asked and has not answered is asked of the successor; a place on a team stays', async () => {
    const { request } = await desk.noticed({ team: ['a-member-2'] });
    await done();
    expect(await asked(request)).toEqual(
      expect.arrayContaining([
        [personOf('a-member'), 'secretary'],
        [personOf('a-member-2'), 'team'],
      ]),
    );
    expect(await asked(request)).toHaveLength(2);
    await desk.deliver();
    const half = await desk.arriveAt('2026-11-24T14:00:30+07:00');
    const reminded = half.filter((one) => one.kind === 'reminder').map((one) => one.who);
    expect(reminded).toContain('a-member');
    expect(reminded).not.toContain('a-secretary');
    expect(outcome(await desk.answer('a-member', request, 'received'))).not.toMatch(/^refused/);
  });

  test('what one is in a team is told to that person, and not to the successor', async () => {
    const { id } = await desk.noticed({ team: ['a-secretary'] });
    // Another đầu mối of the side says it; what waits goes out after the handover.
    await desk.all((work) =>
      work.tx
        .update(membership)
        .set({ role: 'secretary' })
        .where(eq(membership.personId, personOf('a-member-2'))),
    );
    const handed = idOf(await offer('a-secretary', 'a-member'));
    await desk.deliver();
    const former = personOf('a-secretary');
    await desk.by('a-member-2', (work, actor) =>
      setOwnTeam(work, actor, id, [former], { [former]: 'deputy' }),
    );
    expect(outcome(await answer('a-member', handed))).toBe('done');
    const roles = (await desk.deliver()).filter(({ text }) =>
      text.includes('vai trò của đồng chí trong đoàn'),
    );
    expect(roles.map(({ who }) => who)).toEqual(['a-secretary']);
  });

  test('what was answered stays answered by whoever answered', async () => {
    const { request } = await desk.noticed({ team: [] });
    await desk.answer('a-secretary', request, 'received');
    await done(true);
    expect(await asked(request)).toEqual([[personOf('a-secretary'), 'secretary']]);
  });

  test('a successor who belongs to the target is not asked', async () => {
    const { pairId, targets } = desk.one;
    await desk.all((work) =>
      work.tx
        .insert(targetPerson)
        .values({ pairId, targetId: targets.y!, personId: personOf('a-member'), tie: 'belongs' }),
    );
    const { request } = await desk.noticed({ team: [] });
    await done();
    expect(await asked(request)).toEqual([]);
  });

  test('drafts stand in the successor’s tasks, half-filled forms end', async () => {
    await desk.by('a-secretary', async (work, actor) => {
      await draftInspection(
        work,
        actor,
        desk.one.pairId,
        {
          targetId: desk.one.targets.y!,
          kind: 'compliance',
          subjectBody: 'standing_board',
          subject: 'quy chế làm việc',
          leadSide: 'b',
          mode: 'coordinate',
          windowFrom: '2026-12-14',
          windowTo: '2026-12-19',
          ...NOTHING_BESIDES,
          sessions: [],
        },
        [],
      );
      await openForm(work, actor, searchForm, {}, { pairId: desk.one.pairId });
    });
    await done();
    const kinds = (key: string) =>
      desk.by(key, async (work, actor) => (await listTasks(work, actor)).map((task) => task.kind));
    expect(await kinds('a-member')).toContain('draft');
    expect(await kinds('a-secretary')).toEqual([]);
    const forms = await desk.all((work) => work.tx.select().from(form));
    expect(forms.map((row) => row.state)).toEqual(['cancelled']);
  });

  test('what was about to reach the former đầu mối reaches the successor', async () => {
    const id = await desk.agreed({});
    const request = await desk.notify(id);
    await desk.all((work) =>
      work.tx.insert(outbox).values({
        pairId: desk.one.pairId,
        personId: personOf('a-secretary'),
        chatId: desk.one.cast['a-secretary']!.userId,
        lane: 1,
        kind: 'outcome',
        ref: { inspectionId: id, requestId: request, note: 'official' },
        notBefore: work.now.plus({ minutes: 1 }),
        createdAt: work.now,
      }),
    );
    await done(true);
    const got = await desk.arriveAt('2026-11-23T09:05:00+07:00');
    expect(got.filter((one) => one.kind === 'outcome').map((one) => one.who)).toEqual(['a-member']);
    expect(got.filter((one) => one.who === 'a-secretary').map((one) => one.kind)).toEqual(['said']);
  });

  /** Somebody whom the đầu mối invited waits to be confirmed. */
  const waits = (key: string) =>
    desk.all(async (work) => {
      const [pairId, personId, invitedBy] = [desk.one.pairId, personOf(key), personOf('a-secretary')];
      await makeInvitation(work, { pairId, personId, invitedBy });
      const [made] = await work.tx.select().from(invitation).where(eq(invitation.personId, personId));
      const [account] = await work.tx
        .update(telegramAccount)
        .set({ state: 'pending', invitationId: made!.id })
        .where(eq(telegramAccount.personId, personId))
        .returning();
      return account!.id;
    });

  test('accounts that wait for a confirmation are shown to the successor', async () => {
    await waits('a-observer');
    await done();
    const got = await desk.deliver();
    expect(told(got, 'a-member').join()).toContain('Đồng chí Theo dõi A1 p1 đã mở đường dẫn mời');
  });

  test('an account of a leader that waits may be refused by the successor, and no more by who invited', async () => {
    const id = await waits('a-vice');
    await done();
    const shown = (await desk.deliver()).find((one) => one.who === 'a-member' && one.text.includes('đã mở'));
    expect(shown!.labels).toEqual(['Không phải người này']);
    const refuses = (key: string) => desk.by(key, (work, actor) => rejectAccount(work, actor, id));
    expect(outcome(await refuses('a-secretary'))).toBe('link-not-confirmer');
    expect(outcome(await refuses('a-member'))).toBe('rejected');
  });

  test.each([
    [false, 'passes to the successor'],
    [true, 'ends with the one who leaves and knows it'],
  ])('a calendar address of the committee (leaves: %s) %s', async (leaves) => {
    const committeeId = await desk.by('a-secretary', async (_, actor) => actor.members[0]!.committeeId);
    await desk.all((work) =>
      work.tx.insert(calendarFeed).values({
        tokenHash: 'x',
        personId: personOf('a-secretary'),
        committeeId,
        details: 'busy',
        madeAt: work.now,
      }),
    );
    await done(leaves);
    const [feed] = await desk.all((work) => work.tx.select().from(calendarFeed));
    expect([feed!.personId === personOf('a-member'), feed!.revokedAt !== null]).toEqual([!leaves, leaves]);
  });
});
