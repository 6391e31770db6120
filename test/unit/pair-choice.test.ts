import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { render } from '../../src/telegram/render.ts';
import { onlyPair, pairChoice } from '../../src/usecases/link/pair-choice.ts';
import type { Member } from '../../src/usecases/work.ts';

const members = (names: string[]): Member[] =>
  names.map((pairName, i) => ({ pairId: i + 1, pairName, role: 'secretary', side: 'a' }) as Member);

function shown(names: string[], page = 0) {
  const asked = pairChoice('members', 'plan-choose-pair', members(names), page);
  const { text, keyboard } = render('vi', asked, DateTime.fromISO('2026-12-16T09:00:00+07:00'));
  return { lines: text.split('\n').slice(1), labels: keyboard.flat().map((one) => one.text) };
}

describe('agreements to choose from', () => {
  test('are buttons by name where these fit and differ', () => {
    expect(shown(['Công an tỉnh – xã A', 'Công an tỉnh – xã B'])).toEqual({
      lines: [],
      labels: ['Công an tỉnh – xã A', 'Công an tỉnh – xã B'],
    });
  });

  test('are numbered where names are long or equal, with the full names above; numbers go on over the pages', () => {
    const ends = ['An Giang', 'Cà Mau', 'Huế', 'Lào Cai', 'Sơn La', 'Tây Ninh'];
    const names = ends.map((end) => `UBKT ĐU Công an Trung ương – Tỉnh uỷ ${end}`);
    const first = shown(names);
    expect(first.lines).toEqual(names.slice(0, 5).map((name, i) => `${i + 1}. ${name}`));
    expect(first.labels.slice(0, 5)).toEqual(ends.slice(0, 5).map((end, i) => `${i + 1}. … ${end}`));
    expect(shown(names, 1)).toMatchObject({
      lines: [`6. ${names[5]}`],
      labels: ['6. UBKT ĐU Công an Tru…', expect.any(String)],
    });
    expect(new Set(shown(['Công an tỉnh', 'Công an tỉnh']).labels).size).toBe(2);
  });

  test('are narrowed by what was typed after the command; without it the way to find them is said', () => {
    const names = ['An Giang', 'Cà Mau', 'Huế', 'Lào Cai', 'Sơn La', 'Tây Ninh'].map(
      (end) => `Công an ${end}`,
    );
    const lines = (typed?: string) =>
      pairChoice('members', 'plan-choose-pair', members(names), 0, typed).lines.map(({ key }) => key);
    expect(lines('')).toEqual(['plan-choose-pair', 'pair-find']);
    expect(lines()).toEqual(['plan-choose-pair']);
    expect(lines('ca')).toEqual(['plan-choose-pair', 'form-found']);
    expect(lines('ở đâu')).toEqual(['plan-choose-pair', 'pair-none-found']);
    expect(onlyPair(members(names), 'cà mau')?.pairName).toBe('Công an Cà Mau');
    expect(onlyPair(members(names), 'công an')).toBeUndefined();
    expect(onlyPair(members(names))).toBeUndefined();
    expect(onlyPair(members(['Công an Huế']), 'cà mau')?.pairName).toBe('Công an Huế');
  });
});
