import { hostileNumber, hostileText, hostileValue, INHERITED } from './hostile.ts';
import type { Random } from './random.ts';

type Holder = Record<string, unknown> | unknown[];
type Place = { holder: Holder; key: string | number };

/** Numbers that stand for something: people, chats, pairs, rows. A swapped one is what a forger would try. */
export type Known = { numbers: readonly number[]; data: readonly string[] };

/** A copy of an update with one to four things wrong with it; its number stays. */
export function mutate(random: Random, update: object, known: Known): Record<string, unknown> {
  const copy = structuredClone(update) as Record<string, unknown>;
  const times = 1 + random.below(4);
  for (let i = 0; i < times; i += 1) {
    const places = placesIn(copy);
    if (places.length > 0) change(random, random.pick(places), known);
  }
  return copy;
}

/** Every place below the top that holds a value; the number of the update is left alone. */
function placesIn(top: Record<string, unknown>): Place[] {
  const places: Place[] = [];
  const open: Holder[] = [top];
  for (let holder = open.pop(); holder; holder = open.pop())
    for (const key of Array.isArray(holder) ? holder.keys() : Object.keys(holder)) {
      if (holder === top && key === 'update_id') continue;
      places.push({ holder, key });
      const value: unknown = Reflect.get(holder, key);
      if (typeof value === 'object' && value !== null) open.push(value as Holder);
    }
  return places;
}

const put = ({ holder, key }: Place, value: unknown): void => {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
};

function change(random: Random, place: Place, known: Known): void {
  const value: unknown = Reflect.get(place.holder, place.key);
  random.weighed<() => void>([
    [4, () => void Reflect.deleteProperty(place.holder, place.key)],
    [5, () => put(place, hostileValue(random))],
    [4, () => put(place, alike(random, value, known))],
    [1, () => put(place, [value])],
    [1, () => put(place, { [String(place.key)]: value })],
    [1, () => put({ holder: place.holder, key: random.pick(INHERITED) }, hostileValue(random))],
    [1, () => put({ holder: place.holder, key: hostileText(random).slice(0, 40) }, value)],
  ])();
}

/** Another value of the same type. */
function alike(random: Random, value: unknown, known: Known): unknown {
  if (typeof value === 'number')
    return random.chance(0.7) && known.numbers.length > 0
      ? random.pick(known.numbers)
      : hostileNumber(random);
  if (typeof value === 'string') return alikeText(random, value, known);
  if (typeof value === 'boolean') return !value;
  return hostileValue(random);
}

function alikeText(random: Random, value: string, known: Known): string {
  if (random.chance(0.3) && known.data.length > 0) return random.pick(known.data);
  if (random.chance(0.3)) return hostileText(random);
  const at = random.below(value.length + 1);
  return random.weighed<() => string>([
    [2, () => value.slice(0, at)],
    [2, () => value.slice(0, at) + hostileText(random).slice(0, 20) + value.slice(at)],
    [1, () => value + value],
    [1, () => value.toUpperCase()],
    [1, () => value.normalize('NFD')],
  ])();
}

/** Callback data with a part that was never on a button: another row's number, a name every object knows, too much or too little. */
export function forgeData(random: Random, data: string, known: Known): string {
  const parts = data.split('.');
  const at = random.below(parts.length);
  const other = random.weighed<() => string>([
    [4, () => String(random.below(40))],
    [3, () => String(random.pick(known.numbers))],
    [2, () => random.pick(INHERITED)],
    [1, () => hostileText(random).slice(0, 30)],
    [2, () => random.pick(random.pick(known.data).split('.'))],
    [1, () => ''],
  ])();
  parts[at] = other;
  if (random.chance(0.1)) parts.push(other);
  if (random.chance(0.1)) parts.pop();
  return parts.join('.');
}
