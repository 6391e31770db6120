import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { claimOutbox, markSending } from '../../src/usecases/outbox/claim.ts';
import { type Settled, settleOutbox } from '../../src/usecases/outbox/settle.ts';
import { remindLater } from '../../src/usecases/request/remind-later.ts';
import { remindNow } from '../../src/usecases/request/remind-now.ts';
import { outcome } from '../support/change-desk.ts';
import { openStepDesk, type StepDesk } from '../support/step-desk.ts';

let desk: StepDesk;
beforeEach(async () => {
  desk = await openStepDesk();
});
afterEach(() => desk.base.close());

describe('Nhắc lại chiều nay', () => {
  test('a second wish replaces the first; an answer ends it', async () => {
    const { request: id } = await desk.noticed({ team: ['b-member'] });
    const later = () => desk.by('b-member', (work, actor) => remindLater(work, actor, id));
    expect(outcome(await later())).toBe('set');
    expect(outcome(await later())).toBe('set');
    const again = (await desk.steps(id)).filter((step) => step.kind === 'again');
    expect(again.map((step) => step.state).sort()).toEqual(['pending', 'skipped']);
    await desk.answer('b-member', id, 'attending');
    expect(outcome(await later())).toBe('later-answered');
    expect(await desk.arriveAt('2026-11-23T13:31:00+07:00')).toEqual([]);
  });

  test('not for someone who is not asked, not of another pair', async () => {
    const { request: id } = await desk.noticed();
    expect(outcome(await desk.by('b-member', (work, actor) => remindLater(work, actor, id)))).toBe(
      'refused-not-found',
    );
    const stranger = await desk.by('a-secretary', (work, actor) => remindLater(work, actor, id), desk.two);
    expect(outcome(stranger)).toBe('refused-not-found');
  });
});

describe('Nhắc', () => {
  const remind = (key: string, id: number, seeded = desk.one) =>
    desk.by(key, (work, actor) => remindNow(work, actor, id), seeded);

  /** Telegram takes what goes to one chat and is away for the others. */
  const arrivesOnlyAt = (key: string) =>
    desk.all(async (work) => {
      const rows = await claimOutbox(work, 'desk', 100, work.now.toMillis());
      const atMs = work.now.plus({ hours: 1 }).toMillis();
      await markSending(
        work,
        'desk',
        rows.map((row) => row.id),
      );
      const settled = rows.map(
        ({ id, chatId }): Settled =>
          chatId === desk.one.cast[key]!.userId
            ? { id, kind: 'sent', messageId: 71 }
            : { id, kind: 'again', atMs, resent: false },
      );
      await settleOutbox(work, 'desk', settled);
    });

  test("reminds one's own silent side only", async () => {
    const { request: id } = await desk.noticed({ team: ['a-member', 'b-member'] });
    expect(await remind('b-secretary', id)).toMatchObject({ kind: 'reminded', told: 1, left: 0, away: 0 });
    const got = await desk.deliver();
    expect(got.map((one) => one.who)).toEqual(['b-member']);
  });

  test('counts into the pushes of the day, and says so when there are none left', async () => {
    const { request: id } = await desk.noticed({ team: ['b-member'] });
    expect(outcome(await remind('b-secretary', id))).toBe('reminded');
    await desk.deliver();
    expect(outcome(await remind('b-secretary', id))).toBe('remind-limit');
  });

  test('leaves out whom nothing has reached, and says whom', async () => {
    const id = await desk.notify(await desk.agreed({ team: ['b-member', 'b-member-2'] }));
    await arrivesOnlyAt('b-member');
    expect(await remind('b-secretary', id)).toMatchObject({
      kind: 'reminded',
      told: 1,
      unread: [desk.one.cast['b-member-2']!.name],
    });
  });

  test('reminds nobody while nothing has reached anybody', async () => {
    const id = await desk.notify(await desk.agreed({ team: ['b-member'] }));
    expect(outcome(await remind('b-secretary', id))).toBe('remind-unread-all');
  });

  test('is refused when everybody has answered', async () => {
    const { request: id } = await desk.noticed();
    expect(outcome(await remind('b-secretary', id))).toBe('remind-only-you');
    await desk.answer('b-secretary', id, 'received');
    expect(outcome(await remind('b-secretary', id))).toBe('remind-nobody');
  });

  test('in the evening it is held to the next working morning', async () => {
    const { request: id } = await desk.noticed({ team: ['b-member'] });
    desk.at('2026-11-25T19:00:00+07:00');
    const held = await remind('b-secretary', id);
    expect('at' in held && held.at.toFormat('dd/MM HH:mm')).toBe('26/11 07:30');
    expect(await desk.deliver()).toEqual([]);
  });

  test('is for a đầu mối of the pair', async () => {
    const { request: id } = await desk.noticed();
    expect(outcome(await remind('b-chair', id))).toBe('refused-not-allowed');
    expect(outcome(await remind('b-secretary', id, desk.two))).toBe('refused-not-found');
    expect(outcome(await remind('b-secretary', 0))).toBe('refused-not-found');
  });
});
