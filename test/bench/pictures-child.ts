import { drawOneMore } from '../support/draw-pictures.ts';
import { answerCalls } from './child.ts';
import { median } from './figures.ts';

const MIB = 2 ** 20;

const calls = {
  /** Draws the pictures of these numbers; the memory that the process then has, and the time of one. */
  draw: ({ from, to }: { from: number; to: number }) => {
    const times: number[] = [];
    for (let n = from; n < to; n++) {
      const start = performance.now();
      drawOneMore(n);
      times.push(performance.now() - start);
    }
    return { residentMib: process.memoryUsage.rss() / MIB, medianMs: median(times) };
  },
  stop: async () => {},
};

export type PicturesCalls = typeof calls;

answerCalls(calls);
