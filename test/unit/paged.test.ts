import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { act, argsOf } from '../../src/usecases/actions/index.ts';
import type { List } from '../../src/usecases/form/form.ts';
import { findListed, listPage, readTap } from '../../src/usecases/form/list-page.ts';
import { paged } from '../../src/usecases/view/paged.ts';
import { someNames } from '../../src/usecases/view/some-names.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);
const turn = (page: number) => act('viec', { page });
/** The value that a form's button bears. */
const answer = (value: string) => act('f', { formId: 1, step: 's', value });
const does = (buttons: { does?: string }[]) => buttons.map((one) => one.does ?? '');

const valuesIn = (buttons: unknown[]) =>
  does(buttons as { does: string }[]).map((data) => argsOf('f', data)!.value ?? '');

describe('a list', () => {
  test('turned from its first page to its last shows every item once, numbered on', () => {
    fc.assert(
      fc.property(fc.nat(450), fc.integer({ min: 1, max: 9 }), (count, size) => {
        const seen: number[] = [];
        for (let page = 0; ; page += 1) {
          const { shown, turns, hasMore } = paged(numbers(count), page, turn, size);
          expect(shown.length).toBeLessThanOrEqual(size);
          seen.push(...shown.map(({ n }) => n - 1));
          expect(does(turns as { does: string }[])).toEqual([
            ...(page > 0 ? [turn(page - 1)] : []),
            ...(hasMore ? [turn(page + 1)] : []),
          ]);
          if (!hasMore) break;
        }
        expect(seen).toEqual(numbers(count));
      }),
    );
  });

  test('shows the nearest page for one that does not exist', () => {
    expect(paged(numbers(20), 999_999_999, turn).shown.map(({ item }) => item)).toEqual([18, 19]);
    expect(paged([], 3, turn).shown).toEqual([]);
  });
});

describe('a list of a form', () => {
  const people = (count: number): List => ({
    items: numbers(count).map((i) => ({ name: `Đồng chí ${i}`, value: String(i) })),
  });

  test('bears in each button what is chosen and the page it stands on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(60), (count, page) => {
        const { buttons } = listPage(people(count), { page }, answer);
        const taps = valuesIn(buttons).map(readTap);
        const chosen = taps.filter(({ isTurn }) => !isTurn);
        expect(chosen.length).toBeGreaterThan(0);
        expect(buttons.length).toBeLessThanOrEqual(10);
        for (const { value, page: from } of chosen) {
          const again = listPage(people(count), { page: from }, answer).buttons;
          expect(valuesIn(again).map((one) => readTap(one).value)).toContain(value);
        }
      }),
    );
  });

  test('reads any forged data as a turn or as a value', () => {
    fc.assert(
      fc.property(fc.string(), (given) => {
        const { value, page, isTurn } = readTap(given);
        expect(page).toBeGreaterThanOrEqual(0);
        if (isTurn) expect(value).toBe('');
      }),
    );
  });

  test('is looked through by parts of a name, without accents; an exact name stands alone', () => {
    const names = (typed: string) => findListed(people(120), typed).map(({ name }) => name);
    expect(names('dong chi 11')).toEqual(['Đồng chí 11']);
    expect(names('CHÍ 119')).toEqual(['Đồng chí 119']);
    expect(names('đồng 11')).toHaveLength(11);
    expect(names('  ')).toEqual([]);
    expect(names('không ai')).toEqual([]);
  });

  test('that is only read has pages and nothing to look for', () => {
    const read: List = {
      items: numbers(9).map((i) => ({ name: `${i}`, line: { key: 'plain', args: { text: `${i}` } } })),
    };
    const { lines, buttons } = listPage(read, { page: 0 }, answer);
    expect([lines.length, valuesIn(buttons)]).toEqual([6, ['!p1']]);
  });
});

test('a line bears the first ten names of many, and how many more there are', () => {
  const names = numbers(400).map((i) => `Đồng chí ${i}`);
  expect(someNames(names.slice(0, 10))).toEqual({
    key: 'plain',
    args: { text: names.slice(0, 10).join(', ') },
  });
  expect(someNames(names)).toEqual({
    key: 'view-names-more',
    args: { names: { key: 'plain', args: { text: names.slice(0, 10).join(', ') } }, more: 390 },
  });
});
