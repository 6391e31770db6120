import { afterEach, beforeEach, expect, test } from 'vitest';
import { recordAbsence } from '../../src/usecases/absence/record-absence.ts';
import { openStepDesk, type StepDesk } from '../support/step-desk.ts';

let desk: StepDesk;
beforeEach(async () => {
  desk = await openStepDesk({ digests: true });
});
afterEach(() => desk.base.close());

test('whoever is held gets no digest while away; the first one after covers all', async () => {
  await desk.noticed({ team: ['a-member', 'b-member'] });
  await desk.sweep();
  await desk.by('b-secretary', (work, actor) =>
    recordAbsence(work, actor, {
      personId: actor.personId,
      kind: 'travel',
      fromDay: '2026-11-24',
      toDay: '2026-11-27',
      redirectTo: null,
    }),
  );
  const digests = async (iso: string) =>
    (await desk.arriveAt(iso)).filter((one) => one.kind === 'digest').map((one) => one.who);
  const first = await digests('2026-11-24T07:31:00+07:00');
  expect(first).toContain('a-secretary');
  expect(first).not.toContain('b-secretary');
  expect(await digests('2026-11-25T07:31:00+07:00')).not.toContain('b-secretary');
  const back = await digests('2026-11-27T07:31:00+07:00');
  expect(back.filter((one) => one === 'b-secretary')).toHaveLength(1);
});
