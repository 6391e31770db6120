import { afterEach, beforeEach, expect, test } from 'vitest';
import { outbox } from '../../db/schema/index.ts';
import { tellPeople } from '../../src/usecases/enqueue.ts';
import { message, text } from '../../src/usecases/said.ts';
import { openStepDesk, type StepDesk } from '../support/step-desk.ts';

let desk: StepDesk;
beforeEach(async () => {
  desk = await openStepDesk();
});
afterEach(() => desk.base.close());

const tell = (times: number) =>
  desk.all((work) =>
    tellPeople(
      work,
      Array.from({ length: times }, () => ({
        pairId: null,
        kind: 'said' as const,
        ref: { message: message([text('search-ask')]) },
        personId: desk.one.cast['a-member']!.id,
      })),
    ),
  );

const sounds = async (): Promise<boolean[]> => {
  const rows = await desk.all(({ tx }) =>
    tx.select({ isSilent: outbox.silent }).from(outbox).orderBy(outbox.id),
  );
  return rows.map((row) => !row.isSilent);
};

test('a person hears two messages a day; the third comes without a sound, and the next day is new (R15)', async () => {
  desk.at('2026-11-23T09:00:00+07:00');
  await tell(2);
  await desk.deliver();
  await tell(1);
  await desk.deliver();
  desk.at('2026-11-24T09:00:00+07:00');
  await tell(1);
  expect(await sounds()).toEqual([true, true, false, true]);
});

test('what nobody sent yesterday goes today, and counts today', async () => {
  desk.at('2026-11-23T09:00:00+07:00');
  await tell(2);
  desk.at('2026-11-24T09:00:00+07:00');
  await tell(1);
  expect(await sounds()).toEqual([true, true, false]);
});
