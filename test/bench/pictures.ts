import { openChild } from './child.ts';
import { type Figure, median } from './figures.ts';
import type { PicturesCalls } from './pictures-child.ts';
import { rounds, type Scenario } from './scenario.ts';

const DRAWINGS = 500;
/** After these, fonts, code and the memory of the renderer are there. */
const WARM_UP = 100;
/** What the heap may swing by between two collections. */
const LIMIT_MIB = 64;

/** Whether drawing pictures of every kind, each another, leaves memory behind. A process of its own, no database. */
export const pictures: Scenario = {
  name: 'pictures',
  isUsual: true,
  async run({ rounds: count, say }) {
    const runs = await rounds(count, async (round) => {
      const child = await openChild<PicturesCalls>('./pictures-child.ts');
      try {
        const before = await child.call('draw', { from: 0, to: WARM_UP });
        const after = await child.call('draw', { from: WARM_UP, to: DRAWINGS });
        const run = { growth: after.residentMib - before.residentMib, ...after };
        say(`pictures ${round}: ${JSON.stringify(run)}`);
        return run;
      } finally {
        await child.stop();
      }
    });
    const kept = median(runs.map(({ residentMib }) => residentMib));
    const figures: Figure[] = [
      {
        name: 'pictures growth',
        value: median(runs.map(({ growth }) => growth)),
        unit: 'MiB',
        limit: { at: LIMIT_MIB, is: 'at most' },
        note: `from the ${WARM_UP}th drawing to the ${DRAWINGS}th; ${Math.round(kept)} MiB at the end`,
      },
      {
        name: 'pictures drawing',
        value: median(runs.map(({ medianMs }) => medianMs)),
        unit: 'ms',
        note: 'the median of all kinds',
      },
    ];
    return figures;
  },
};
