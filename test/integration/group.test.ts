import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { groupChat, outbox, pair } from '../../db/schema/index.ts';
import { bindGroup, unbindGroup } from '../../src/usecases/group/bind-group.ts';
import { openInPrivate } from '../../src/usecases/group/open-in-private.ts';
import { noteMigrated } from '../../src/usecases/note-migrated.ts';
import { noteUnreachable } from '../../src/usecases/note-unreachable.ts';
import { claimOutbox, markSending } from '../../src/usecases/outbox/claim.ts';
import { settleOutbox } from '../../src/usecases/outbox/settle.ts';
import { outcome } from '../support/change-desk.ts';
import { openStepDesk, type StepDesk } from '../support/step-desk.ts';

const A_GROUP = -101;
const B_GROUP = -102;

let desk: StepDesk;
let committees: { a: number; b: number };
beforeEach(async () => {
  desk = await openStepDesk();
  const [row] = await desk.all((work) => work.tx.select().from(pair).where(eq(pair.id, desk.one.pairId)));
  committees = { a: row!.committeeA, b: row!.committeeB };
});
afterEach(() => desk.base.close());

const bind = (key: string, chatId: number, committeeId: number) =>
  desk.by(key, (work, actor) => bindGroup(work, actor, { chatId, title: 'Nhóm' }, committeeId));
const bindBoth = async () => {
  await bind('a-secretary', A_GROUP, committees.a);
  await bind('b-secretary', B_GROUP, committees.b);
};
/** Time for the edits of a tally, which wait five seconds. */
const soon = () => desk.arriveAt('2026-11-23T09:00:10+07:00');

describe('binding', () => {
  test('by the đầu mối of the committee, one committee at a time', async () => {
    expect(outcome(await bind('a-secretary', A_GROUP, committees.a))).toBe('bound');
    expect(outcome(await bind('a-secretary', A_GROUP, committees.a))).toBe('already');
    expect(outcome(await bind('b-secretary', A_GROUP, committees.b))).toBe('group-bound-other');
    expect(outcome(await bind('a-secretary', B_GROUP, committees.b))).toBe('group-not-secretary');
    expect(outcome(await bind('a-chair', B_GROUP, committees.a))).toBe('group-not-secretary');
  });

  test('two at once: one stands', async () => {
    const results = await desk.atOnce(['a-secretary', 'b-secretary'], (work, actor) =>
      bindGroup(work, actor, { chatId: A_GROUP, title: 'Nhóm' }, committees[actor.members[0]!.side]),
    );
    expect(results.map((one) => outcome(one as object)).sort()).toEqual(['bound', 'group-bound-other']);
  });

  test('is undone by its own committee only, or by throwing the bot out', async () => {
    await bindBoth();
    const unbind = (key: string, chatId: number) =>
      desk.by(key, (work, actor) => unbindGroup(work, actor, chatId));
    expect(outcome(await unbind('b-secretary', A_GROUP))).toBe('group-bound-other');
    expect(outcome(await unbind('a-secretary', A_GROUP))).toBe('done');
    expect(outcome(await unbind('a-secretary', A_GROUP))).toBe('group-not-bound');
    await desk.all((work) => noteUnreachable(work, B_GROUP));
    const left = await desk.all((work) => work.tx.select().from(groupChat));
    expect(left.every((one) => one.leftAt !== null)).toBe(true);
  });
});

describe('a notice in the groups', () => {
  test('is one message for each committee: a code, a deadline, a tally, no details', async () => {
    await bindBoth();
    const id = await desk.agreed({ team: ['a-member', 'b-member'] });
    const request = await desk.notify(id);
    const got = (await desk.deliver()).filter((one) => one.kind === 'group-event');
    expect(got.map((one) => one.who).sort()).toEqual([String(A_GROUP), String(B_GROUP)].sort());
    for (const one of got) {
      expect(one.text).toBe('PH-2026-001 · phản hồi trước 17h00 thứ Tư 25/11/2026 · đã phản hồi 0/4');
      expect(one.data).toEqual([`gopen.${request}`]);
    }
  });

  test('answers edit it silently, many in one edit, the last state always', async () => {
    await bindBoth();
    const { request } = await desk.noticed({ team: ['a-member', 'b-member'] });
    for (const key of ['a-secretary', 'b-secretary']) await desk.answer(key, request, 'received');
    await desk.answer('a-member', request, 'attending');
    expect((await desk.deliver()).filter((one) => one.kind === 'group-tally')).toEqual([]);
    const edits = (await soon()).filter((one) => one.kind === 'group-tally');
    expect(edits).toHaveLength(2);
    for (const edit of edits) {
      expect(edit.text).toContain('đã phản hồi 3/4');
      expect(edit.isSilent).toBe(true);
      expect(edit.edits).not.toBeNull();
    }
  });

  test('an answer while the message is on the wire is not lost', async () => {
    await bind('a-secretary', A_GROUP, committees.a);
    const id = await desk.agreed();
    const request = await desk.notify(id);
    const onWire = await desk.all(async (work) => {
      const rows = await claimOutbox(work, 'other', 100, work.now.toMillis());
      await markSending(
        work,
        'other',
        rows.map((row) => row.id),
      );
      return rows;
    });
    await desk.answer('a-secretary', request, 'received');
    await desk.all((work) =>
      settleOutbox(
        work,
        'other',
        onWire.map((row, n) => ({ id: row.id, kind: 'sent', messageId: 900 + n })),
      ),
    );
    const event = onWire.findIndex((row) => row.kind === 'group-event');
    const edits = (await soon()).filter((one) => one.kind === 'group-tally');
    expect(edits.map((one) => [one.edits, one.text.slice(-3)])).toEqual([[900 + event, '1/2']]);
  });

  test('is said in the language of whoever bound the group', async () => {
    await bindBoth();
    await desk.base.ownerSql`update person set locale = 'en' where id = ${desk.one.cast['a-secretary']!.id}`;
    await desk.notify(await desk.agreed());
    const rows = await desk.all((work) => claimOutbox(work, 'other', 100, work.now.toMillis()));
    const spoken = rows.filter((row) => row.isGroup).map((row) => [row.chatId, row.locale]);
    expect(spoken.sort()).toEqual([
      [A_GROUP, 'en'],
      [B_GROUP, 'vi'],
    ]);
  });

  test('follows the group into a supergroup', async () => {
    await bind('a-secretary', A_GROUP, committees.a);
    const { request } = await desk.noticed();
    await desk.all((work) => noteMigrated(work, A_GROUP, -100_555));
    await desk.answer('a-secretary', request, 'received');
    expect((await soon()).filter((one) => one.kind === 'group-tally').map((one) => one.who)).toEqual([
      '-100555',
    ]);
  });

  test('is edited no more once the group is unbound', async () => {
    await bind('a-secretary', A_GROUP, committees.a);
    const { request } = await desk.noticed();
    await desk.by('a-secretary', (work, actor) => unbindGroup(work, actor, A_GROUP));
    await desk.answer('a-secretary', request, 'received');
    expect((await soon()).filter((one) => one.kind === 'group-tally')).toEqual([]);
  });

  test('says only that it holds no more after a change', async () => {
    await bind('a-secretary', A_GROUP, committees.a);
    const { request } = await desk.noticed();
    await desk.answer('a-secretary', request, 'received');
    await desk.base.ownerSql`update request set state = 'void' where id = ${request}`;
    const [edit] = (await soon()).filter((one) => one.kind === 'group-tally');
    expect(edit!.text).toBe('PH-2026-001 · đã có điều chỉnh, thông báo này không còn hiệu lực');
    expect(edit!.labels).toEqual([]);
  });
});

describe('a group that is bound later', () => {
  test('sees each notice that still asks its committee, once and without a sound, and its tally from then on', async () => {
    const { request } = await desk.noticed();
    const { request: met } = await desk.noticed();
    for (const key of ['a-secretary', 'b-secretary']) await desk.answer(key, met, 'received');
    await desk.deliver();
    await bind('a-secretary', A_GROUP, committees.a);
    const got = await desk.deliver();
    expect(got.map((one) => [one.who, one.data, one.isSilent])).toEqual([
      [String(A_GROUP), [`gopen.${request}`], true],
    ]);
    await desk.answer('b-secretary', request, 'received');
    const edits = (await soon()).filter((one) => one.kind === 'group-tally');
    expect(edits.map((one) => [one.edits, one.text.slice(-3)])).toEqual([[got[0]!.messageId, '1/2']]);
    expect(outcome(await bind('a-secretary', A_GROUP, committees.a))).toBe('already');
    expect(await desk.deliver()).toEqual([]);
  });

  test('sees nothing of pairs that its committee does not stand in', async () => {
    await desk.noticed();
    const [other] = await desk.all((work) => work.tx.select().from(pair).where(eq(pair.id, desk.two.pairId)));
    await desk.by(
      'a-secretary',
      (work, actor) => bindGroup(work, actor, { chatId: A_GROUP, title: 'Nhóm' }, other!.committeeA),
      desk.two,
    );
    expect(await desk.deliver()).toEqual([]);
  });
});

describe('Xem nội dung in a group', () => {
  const open = (key: string, request: number, seeded = desk.one) =>
    desk.by(key, (work, actor) => openInPrivate(work, actor, request), seeded);

  test('sends the details to the private chat, protected', async () => {
    const { request } = await desk.noticed({ team: ['a-member'] });
    expect(outcome(await open('a-member', request))).toBe('sent');
    const [said] = await desk.all((work) => work.tx.select().from(outbox).where(eq(outbox.kind, 'said')));
    expect(said!.chatId).toBe(desk.one.cast['a-member']!.userId);
    expect(said!.ref).toMatchObject({ message: { protect: true } });
  });

  test('whoever is not asked gets the card; another pair gets nothing', async () => {
    const { request } = await desk.noticed();
    expect(outcome(await open('a-observer', request))).toBe('sent');
    expect(outcome(await open('a-secretary', request, desk.two))).toBe('refused-not-found');
    expect(outcome(await open('a-secretary', 0))).toBe('refused-not-found');
  });
});
