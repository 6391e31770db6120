import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { groupChat, membership } from '../../db/schema/index.ts';
import { type ToldRow, tellPeople } from '../../src/usecases/enqueue.ts';
import type { RefOf } from '../../src/usecases/outbox/kinds.ts';
import { message, text } from '../../src/usecases/said.ts';
import { type Got, openStepDesk, type StepDesk } from '../support/step-desk.ts';

let desk: StepDesk;
beforeEach(async () => {
  desk = await openStepDesk();
});
afterEach(() => desk.base.close());

const said = (
  who: string,
  given: Partial<Omit<ToldRow, 'kind' | 'ref'>> & { note?: RefOf<'said'>['note'] } = {},
): ToldRow => {
  const { note, ...rest } = given;
  return {
    pairId: null,
    kind: 'said',
    ref: { message: message([text('search-ask')]), ...(note ? { note } : {}) },
    personId: desk.one.cast[who]!.id,
    ...rest,
  };
};
/** Something is asked of a person, or they are only informed. */
const ask = (who: string, given: Parameters<typeof said>[1] = {}) =>
  said(who, { note: 'handover-offered', ...given });
const inform = (who: string) => said(who);
const tell = (...told: ToldRow[]) => desk.all((work) => tellPeople(work, told));
const soundsOf = (got: Got[]) => got.map((one) => (one.isSilent ? 'silent' : 'sound'));

/** What is told at an hour and goes at once. */
async function toldAt(iso: string, ...told: ToldRow[]): Promise<string[]> {
  desk.at(iso);
  await tell(...told);
  return soundsOf(await desk.deliver());
}

const WEEK = ['23', '24', '25', '26', '27'].map((day) => `2026-11-${day}T08:00:00+07:00`);

describe('one budget of sounds a person', () => {
  test('news takes no sound: after two of it the notice at nine is heard', async () => {
    expect(await toldAt('2026-11-23T08:00:00+07:00', inform('a-member'), inform('a-member'))).toEqual([
      'silent',
      'silent',
    ]);
    desk.at('2026-11-23T09:00:00+07:00');
    await desk.notify(await desk.agreed({ team: ['a-member'] }));
    const [push] = (await desk.deliver()).filter((one) => one.who === 'a-member');
    expect(push).toMatchObject({ kind: 'push', isSilent: false });
  });

  test.each([
    ['a member', 'a-member', ['sound', 'sound', 'sound', 'silent', 'silent']],
    ['a chair', 'a-chair', ['sound', 'sound', 'sound', 'silent', 'silent']],
    ['a đầu mối', 'a-secretary', ['sound', 'sound', 'sound', 'sound', 'sound']],
  ])('one ask a day: %s', async (_name, who, wanted) => {
    const heard = [];
    for (const morning of WEEK) heard.push(...(await toldAt(morning, ask(who))));
    expect(heard).toEqual(wanted);
    expect(await toldAt('2026-11-30T08:00:00+07:00', ask(who))).toEqual(['sound']);
  });

  test('a đầu mối hears eight a week and two a day', async () => {
    const heard = [];
    for (const morning of WEEK)
      heard.push(await toldAt(morning, ask('a-secretary'), ask('a-secretary'), ask('a-secretary')));
    expect(heard).toEqual([
      ...Array.from({ length: 4 }, () => ['sound', 'sound', 'silent']),
      ['silent', 'silent', 'silent'],
    ]);
  });

  test('Khẩn sounds when all are used up, and uses none', async () => {
    const urgent = () => ask('a-member', { isUrgent: true });
    expect(await toldAt(WEEK[0]!, urgent(), urgent())).toEqual(['sound', 'sound']);
    const heard = await toldAt('2026-11-23T10:00:00+07:00', ask('a-member'), ask('a-member'), urgent());
    expect(heard).toEqual(['sound', 'sound', 'sound']);
    expect(await toldAt('2026-11-23T11:00:00+07:00', ask('a-member'))).toEqual(['silent']);
  });

  test('what waited out an outage counts on the day it goes, not on the day it was said', async () => {
    for (const morning of WEEK) {
      desk.at(morning);
      await tell(ask('a-secretary'));
    }
    desk.at('2026-11-27T16:00:00+07:00');
    expect(soundsOf(await desk.deliver())).toEqual(['sound', 'sound', 'silent', 'silent', 'silent']);
    expect(await toldAt('2026-11-28T08:00:00+07:00', ask('a-secretary'))).toEqual(['sound']);
  });

  test('what is said now for a later day leaves the sounds of today alone', async () => {
    const notBefore = (await desk.all(async (work) => work.now)).plus({ days: 1 });
    await tell(ask('a-member', { notBefore }), ask('a-member', { notBefore }));
    expect(await toldAt('2026-11-23T10:00:00+07:00', ask('a-member'), ask('a-member'))).toEqual([
      'sound',
      'sound',
    ]);
    desk.at('2026-11-24T09:30:00+07:00');
    expect(soundsOf(await desk.deliver())).toEqual(['sound', 'silent']);
  });

  test('a reminder that is late by an outage makes no sound in the evening', async () => {
    await desk.noticed({ team: ['b-member'] });
    desk.at('2026-11-24T14:00:30+07:00');
    await desk.sweep();
    desk.at('2026-11-24T20:00:00+07:00');
    const got = await desk.deliver();
    expect(got.map((one) => one.kind)).toContain('reminder');
    expect(new Set(soundsOf(got))).toEqual(new Set(['silent']));
  });

  test('a notice of the evening that could not go before the morning sounds then', async () => {
    desk.at('2026-11-23T20:00:00+07:00');
    await desk.notify(await desk.agreed({ team: ['a-member'] }));
    desk.at('2026-11-24T07:31:00+07:00');
    const [push] = (await desk.deliver()).filter((one) => one.who === 'a-member');
    expect(push).toMatchObject({ kind: 'push', isSilent: false });
  });

  test('groups get what they get without a sound: who is in them is not counted', async () => {
    await desk.all(async ({ tx, now }) => {
      const { id } = desk.one.cast['a-secretary']!;
      const [{ committeeId } = { committeeId: 0 }] = await tx
        .select()
        .from(membership)
        .where(eq(membership.personId, id));
      await tx
        .insert(groupChat)
        .values({ committeeId, chatId: -77, title: 'UBKT', boundBy: id, boundAt: now });
    });
    await desk.notify(await desk.agreed());
    const [group] = (await desk.deliver()).filter((one) => one.who === '-77');
    expect(group).toMatchObject({ kind: 'group-event', isSilent: true });
  });
});
