import { expect, test } from 'vitest';
import { drawOneMore } from '../support/draw-pictures.ts';

/** The heap swings by some of it; forty drawings whose memory is left behind take 180. */
const MOST_MIB = 96;

test('forty pictures, each another, leave no memory behind', () => {
  for (let n = 0; n < 12; n++) drawOneMore(n);
  const before = process.memoryUsage.rss();
  for (let n = 12; n < 52; n++) drawOneMore(n);
  expect((process.memoryUsage.rss() - before) / 2 ** 20).toBeLessThan(MOST_MIB);
});
