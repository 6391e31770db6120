import { type Figure, median } from './figures.ts';
import { type Broadcast, runApp } from './round.ts';
import { rounds, type Scenario } from './scenario.ts';

const CHATS = 3_000;
const TELEGRAM_PER_SECOND = 30;
const RATE_LIMIT = 28.8;

/** One notice to 3,000 private chats with Telegram's limits on: how near to 30 a second, without one 429. */
export const broadcastPaced: Scenario = {
  name: 'broadcast-paced',
  isUsual: true,
  async run({ rig, rounds: count, chats = CHATS, say }) {
    const runs = await rounds(count, async (round) => {
      const run = await runApp(rig, { chats, warmUp: 1, rateLimit: RATE_LIMIT });
      say(`broadcast-paced ${round}: ${run.ms} ms, 429 ${run.floods}`);
      return run;
    });
    return figures(runs, chats);
  },
};

function figures(runs: Broadcast[], chats: number): Figure[] {
  const idealMs = (chats / TELEGRAM_PER_SECOND) * 1000;
  const count = (name: string, of: (run: Broadcast) => number): Figure => ({
    name: `broadcast-paced ${name}`,
    value: runs.reduce((sum, run) => sum + of(run), 0),
    unit: '',
    limit: { at: 0, is: 'at most' },
    note: `over ${runs.length} rounds`,
  });
  const ms = median(runs.map((run) => run.ms));
  return [
    {
      name: 'broadcast-paced',
      value: ms / idealMs,
      unit: '×',
      limit: { at: 1.05, is: 'at most' },
      note: `${(ms / 1000).toFixed(1)} s for ${chats} chats; at 30 a second ${(idealMs / 1000).toFixed(1)} s`,
    },
    count('429', (run) => run.floods),
    count('lost', (run) => run.lost),
    count('doubled', (run) => run.doubled),
  ];
}
