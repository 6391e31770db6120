type Holder = Record<string, unknown> | unknown[];

/** Tries at the most: each is a life of an update. */
const MOST_TRIES = 200;

/**
 * The smallest update that still shows the fault, found by leaving out one thing after another and cutting texts in half; the same update
 * when nothing can go. `isFaulty` says whether one shows it.
 */
export async function shrink(
  update: Record<string, unknown>,
  isFaulty: (smaller: Record<string, unknown>) => Promise<boolean>,
): Promise<Record<string, unknown>> {
  let smallest = update;
  let tries = 0;
  for (let isSmaller = true; isSmaller; ) {
    isSmaller = false;
    for (const candidate of smallerThan(smallest)) {
      if (tries >= MOST_TRIES) return smallest;
      tries += 1;
      if (!(await isFaulty(candidate))) continue;
      smallest = candidate;
      isSmaller = true;
      break;
    }
  }
  return smallest;
}

/** Each differs from the update by one thing that is missing or half as long; what is high up goes first. */
function* smallerThan(update: Record<string, unknown>): Generator<Record<string, unknown>> {
  for (const path of pathsIn(update)) {
    const without = structuredClone(update);
    const holder = path
      .slice(0, -1)
      .reduce<unknown>((at, key) => Reflect.get(at as object, key), without) as Holder;
    const key = path.at(-1)!;
    const value: unknown = Reflect.get(holder, key);
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else Reflect.deleteProperty(holder, key);
    yield without;
    if (typeof value !== 'string' || value.length < 2 || Array.isArray(holder)) continue;
    for (const half of [value.slice(0, value.length >> 1), value.slice(value.length >> 1)]) {
      const shorter = structuredClone(without);
      const place = path
        .slice(0, -1)
        .reduce<unknown>((at, one) => Reflect.get(at as object, one), shorter) as object;
      Object.defineProperty(place, key, {
        value: half,
        enumerable: true,
        configurable: true,
        writable: true,
      });
      yield shorter;
    }
  }
}

/** The places in an update, by width; its number stays. */
function pathsIn(update: Record<string, unknown>): string[][] {
  const paths: string[][] = [];
  const open: string[][] = Object.keys(update).map((key) => [key]);
  for (let path = open.shift(); path; path = open.shift()) {
    if (path[0] === 'update_id') continue;
    paths.push(path);
    const value = path.reduce<unknown>((at, key) => Reflect.get(at as object, key), update);
    if (typeof value === 'object' && value !== null)
      for (const key of Object.keys(value)) open.push([...path, key]);
  }
  return paths;
}
