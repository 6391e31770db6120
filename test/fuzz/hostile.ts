import type { Random } from './random.ts';

/** Names that every object answers to, though nobody gave them. */
export const INHERITED = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__defineGetter__',
];

/** Texts that have broken programs: control letters, halves of letters, marks of other languages, lengths. */
const TEXTS: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udfff',
  '\u202eabc\u200b\u2066',
  '\ufeff/viec',
  '💥'.repeat(40),
  'e\u0301'.repeat(50),
  'Z'.repeat(4_096),
  'ạ'.repeat(9_000),
  '<b>&amp;<script>alert(1)</script>',
  '{ $name } { -term } { "x" }',
  '%s %d $\u007bx} {{y}}',
  "'; drop table person; --",
  '../../etc/passwd',
  'NaN',
  'null',
  '-1',
  '1e999',
  '0x10',
  '٣٤٥',
  '\r\n\r\n\t',
  '/'.repeat(64),
  '/viec@another_bot',
  '.'.repeat(64),
  ';;;;;;',
  ...INHERITED,
];

export const hostileText = (random: Random): string => random.pick(TEXTS);

const NUMBERS: readonly number[] = [
  0,
  -0,
  -1,
  1,
  0.5,
  -2_147_483_649,
  2_147_483_648,
  4_294_967_296,
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
  2 ** 53,
  2 ** 63,
  1e21,
  1e308,
  5e-324,
];

export const hostileNumber = (random: Random): number => random.pick(NUMBERS);

/** A value of a type that nobody asked for. */
export const hostileValue = (random: Random): unknown =>
  random.weighed<() => unknown>([
    [3, () => null],
    [2, () => random.chance(0.5)],
    [4, () => hostileNumber(random)],
    [4, () => hostileText(random)],
    [2, () => []],
    [2, () => ({})],
    [1, () => [[[[[[]]]]]]],
    [1, () => ({ length: -1 })],
    [1, () => Array.from({ length: 300 }, (_, at) => at)],
    [1, () => ({ id: null, type: null })],
    [1, () => own(random.pick(INHERITED), { isAdmin: true, pairs: '*' })],
  ])();

/** An object with this name as its own, `__proto__` too. */
export function own(name: string, value: unknown): object {
  return Object.defineProperty({}, name, { value, enumerable: true, configurable: true, writable: true });
}
