import { afterEach, beforeEach, expect, test } from 'vitest';
import { issueNotice } from '../../src/usecases/inspection/issue-notice.ts';
import { loadCase } from '../../src/usecases/inspection/load-case.ts';
import { setOwnTeam } from '../../src/usecases/inspection/set-team.ts';
import { type Got, openStepDesk, type StepDesk } from '../support/step-desk.ts';

let desk: StepDesk;
beforeEach(async () => {
  desk = await openStepDesk();
});
afterEach(() => desk.base.close());

const notified = async (): Promise<Got[]> => {
  await desk.notify(await desk.agreed({ team: ['a-member'] }));
  return desk.deliver();
};
const soundOf = (got: Got[], who: string) =>
  got
    .filter((one) => one.who === who && one.kind === 'push')
    .map((one) => (one.isSilent ? 'silent' : 'sound'));

test('the third first notice of a day goes at once like the others, but without a sound', async () => {
  const heard = [];
  for (let nth = 0; nth < 3; nth += 1) heard.push(...soundOf(await notified(), 'a-member'));
  expect(heard).toEqual(['sound', 'sound', 'silent']);
});

test('the next day sounds again', async () => {
  for (let nth = 0; nth < 3; nth += 1) await notified();
  desk.at('2026-11-24T08:00:00+07:00');
  expect(soundOf(await notified(), 'a-member')).toEqual(['sound']);
});

test('Khẩn sounds beyond the pushes of a day', async () => {
  for (let nth = 0; nth < 2; nth += 1) await notified();
  const id = await desk.agreed({ team: ['a-member'] });
  await desk.all(async (work) =>
    issueNotice(work, (await loadCase(work, id))!, desk.one.cast['a-secretary']!.id, 'changed'),
  );
  expect(soundOf(await desk.deliver(), 'a-member')).toEqual(['sound']);
});

test('outside working time all are silent, and none is held', async () => {
  desk.at('2026-11-23T20:00:00+07:00');
  expect(soundOf(await notified(), 'a-member')).toEqual(['silent']);
});

test('who joins the team late is asked at once, silently when the day is full', async () => {
  for (let nth = 0; nth < 2; nth += 1) await notified();
  const id = await desk.agreed();
  await desk.notify(id);
  await desk.deliver();
  const team = [desk.one.cast['a-member']!.id, desk.one.cast['a-member-2']!.id];
  await desk.by('a-secretary', (work, actor) => setOwnTeam(work, actor, id, team));
  const got = await desk.deliver();
  expect(soundOf(got, 'a-member')).toEqual(['silent']);
  expect(soundOf(got, 'a-member-2')).toEqual(['sound']);
});
