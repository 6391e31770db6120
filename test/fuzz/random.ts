/** Chance that comes out the same for the same seed: the words of sfc32, and what the fuzz draws from them. */
export type Random = {
  /** A whole number from 0 up to and without `below`. */
  below(below: number): number;
  /** True so often: 0 never, 1 always. */
  chance(share: number): boolean;
  /** One of these; throws when there is none. */
  pick<T>(of: readonly T[]): T;
  /** One of these by weight. */
  weighed<T>(of: readonly (readonly [weight: number, what: T])[]): T;
};

/** Chance from a seed and a stream of it: two streams of one seed have nothing in common. */
export function openRandom(seed: number, stream: number): Random {
  const word = sfc32(seed, stream);
  const below = (limit: number): number => Math.floor((word() / 4_294_967_296) * limit);
  return {
    below,
    chance: (share) => word() / 4_294_967_296 < share,
    pick: (of) => {
      if (of.length === 0) throw new Error('there is nothing to pick from');
      return of[below(of.length)]!;
    },
    weighed: (of) => {
      let left = below(of.reduce((sum, [weight]) => sum + weight, 0));
      for (const [weight, what] of of) {
        if (left < weight) return what;
        left -= weight;
      }
      throw new Error('there is nothing to weigh');
    },
  };
}

/** Small Fast Counter by Chris Doty-Humphrey, 32 bits, public domain; the first words are thrown away. */
function sfc32(seed: number, stream: number): () => number {
  let [a, b, c, counter] = [seed | 0, stream | 0, 0x9e37_79b9 | 0, 1];
  const word = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 16; i += 1) word();
  return word;
}
