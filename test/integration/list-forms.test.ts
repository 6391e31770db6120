import { afterAll, beforeAll, expect, test } from 'vitest';
import { openForm } from '../../src/usecases/form/open-form.ts';
import type { ProposeData } from '../../src/usecases/form/propose-data.ts';
import { proposeForm } from '../../src/usecases/form/propose-form.ts';
import { type ChangeDesk, openChangeDesk } from '../support/change-desk.ts';
import { formHand } from '../support/form-hand.ts';
import { type SeededPair, seedPair } from '../support/seed.ts';

/** A side of so many people; Telegram takes about a hundred buttons. */
const PEOPLE = 120;

let desk: ChangeDesk;
let large: SeededPair;
beforeAll(async () => {
  desk = await openChangeDesk();
  const members = Array<'member'>(PEOPLE - 1).fill('member');
  large = await seedPair(desk.office, { key: 'p3', firstUserId: 3000, roles: ['secretary', ...members] });
});
afterAll(() => desk.base.close());

const hand = (key: string) => formHand({ by: (who, fn) => desk.by(who, fn, large) }, key);
const ownNames = () =>
  Object.entries(large.cast)
    .filter(([key]) => key.startsWith('a-'))
    .map(([, { name }]) => name);

/** A proposal whose team is still open. */
const asked = (): ProposeData => ({
  pairId: large.pairId,
  secretAsked: true,
  kind: 'thematic_supervision',
  targetId: large.targets.y,
  subject: '',
  leadSide: 'a',
  mode: 'coordinate',
  body: 'inspection_committee',
  windowFrom: '2026-12-07',
  windowTo: '2026-12-12',
  sessionsDone: true,
});

test('a team is chosen from a side of 120 page by page, and who is chosen stays chosen', async () => {
  const secretary = hand('a-secretary');
  const first = await secretary.open((work, actor) =>
    openForm(work, actor, proposeForm, asked(), { pairId: large.pairId }),
  );
  expect(first.labels.length).toBeLessThanOrEqual(12);
  const pages = await secretary.pages();
  const names = pages.flatMap((page) => page.labels).filter((label) => ownNames().includes(label));
  expect(names.toSorted()).toEqual(ownNames().toSorted());
  for (const page of pages) expect(page.lines.length).toBeLessThanOrEqual(7);

  const [one, other] = [ownNames()[0]!, ownNames().at(-1)!];
  await secretary.turnTo(other);
  const withOther = await secretary.tap(other);
  // The page on which it was tapped.
  expect(withOther.labels).toContain(`✓ ${other}`);
  await secretary.turnTo(one);
  const withBoth = await secretary.tap(one);
  expect(withBoth.text).toContain(': 2.');
  expect(withBoth.text).toContain(one);
  expect(withBoth.text).toContain(other);
  const preview = await secretary.tap('Xong');
  expect(preview.text).toContain(`Đoàn: ${one}, ${other}`);
});
