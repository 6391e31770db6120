import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OutboxKind } from '../../src/domain/outbox-kind.ts';
import { openStepDesk, type StepDesk } from '../support/step-desk.ts';

let desk: StepDesk;

beforeAll(async () => {
  desk = await openStepDesk();
});
afterAll(() => desk.base.close());

const idOf = (key: string): number => desk.one.cast[key]!.id;

test('a change that nobody answers is reminded and escalated on the side that is asked; silence confirms nothing', async () => {
  desk.at('2026-11-23T09:00:00+07:00');
  const id = await desk.agreed();
  await desk.propose('a-secretary', id, { windowFrom: '2026-12-14', windowTo: '2026-12-19' });
  await desk.pass(2);
  for (const at of [
    '2026-11-24T14:00',
    '2026-11-25T09:00',
    '2026-11-26T09:00',
    '2026-11-27T09:00',
    '2026-11-30T09:00',
  ]) {
    await desk.arriveAt(`${at}:00+07:00`);
  }
  const people = async (kind: OutboxKind) => (await desk.said(id, kind)).map((row) => row.personId);
  expect(await people('reminder')).toEqual(expect.arrayContaining([idOf('b-chair'), idOf('b-secretary')]));
  expect(await people('own-leader')).toContain(idOf('b-chair'));
  expect(await people('across')).toContain(idOf('b-secretary'));
  expect(await people('reminder')).not.toContain(idOf('a-secretary'));
  expect((await desk.requests(id, 'change')).map((one) => one.state)).toEqual(['open']);
  expect((await desk.found(id)).version.n).toBe(0);
});
