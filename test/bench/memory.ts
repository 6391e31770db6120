import { median } from './figures.ts';
import { runApp } from './round.ts';
import { rounds, type Scenario } from './scenario.ts';

const CHATS = 3_000;
const MIB = 2 ** 20;
/** Half of the smallest machine that is usually for hire (512 MiB), so that Postgres and Redis find room beside it. */
const LIMIT_MIB = 256;

/** What the program keeps in memory after a broadcast without limits. */
export const memory: Scenario = {
  name: 'memory',
  isUsual: true,
  async run({ rig, rounds: count, chats = CHATS, say }) {
    const sizes = await rounds(count, async (round) => {
      const { residentBytes } = await runApp(rig, { chats, warmUp: 1, rateLimit: 0 });
      say(`memory ${round}: ${Math.round(residentBytes / MIB)} MiB`);
      return residentBytes / MIB;
    });
    return [
      {
        name: 'memory',
        value: median(sizes),
        unit: 'MiB',
        limit: { at: LIMIT_MIB, is: 'at most' },
        note: `resident after a broadcast to ${chats} chats`,
      },
    ];
  },
};
