/** What canonical text can hold: no floats, no undefined, no dates. */
export type CanonicalValue =
  | string
  | number
  | boolean
  | null
  | readonly CanonicalValue[]
  | { readonly [key: string]: CanonicalValue };

/**
 * The one JSON text of a value: keys sorted by UTF-16 code unit, no white space, strings as given (NFC is the caller's).
 * Throws a TypeError that names the place of anything but safe integers, strings, booleans, null, plain arrays and objects.
 */
export function canonical(value: CanonicalValue): string {
  return write(value, '$', []);
}

function write(value: unknown, place: string, above: readonly object[]): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return writeInteger(value, place);
  if (typeof value !== 'object') throw refusal(place, `a value of type ${typeof value}`);
  if (above.includes(value)) throw refusal(place, 'a value that contains itself');
  const path = [...above, value];
  return Array.isArray(value) ? writeArray(value, place, path) : writeObject(value, place, path);
}

function writeInteger(value: number, place: string): string {
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw refusal(place, 'not a safe integer');
  return String(value);
}

function writeArray(values: readonly unknown[], place: string, path: readonly object[]): string {
  // Array.from visits holes as undefined, which write refuses; map would skip them.
  return `[${Array.from(values, (value, i) => write(value, `${place}[${i}]`, path)).join(',')}]`;
}

function writeObject(value: object, place: string, path: readonly object[]): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw refusal(place, 'not a plain object');
  if (Object.getOwnPropertySymbols(value).length > 0) throw refusal(place, 'a symbol as a key');
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  const written = fields.map(
    ([key, field]) => `${JSON.stringify(key)}:${write(field, `${place}.${key}`, path)}`,
  );
  return `{${written.join(',')}}`;
}

function refusal(place: string, what: string): TypeError {
  return new TypeError(`canonical text cannot hold ${place}: ${what}`);
}
