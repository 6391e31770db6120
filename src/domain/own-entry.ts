/**
 * What a table holds under a key that comes from outside: a button's data, typed words, a file. Own entries only, so that "constructor"
 * and "__proto__", which every object answers to, are none.
 */
export const ownEntry = <Value>(
  table: Readonly<Record<string, Value>>,
  key: string | undefined,
): Value | undefined => (key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined);
