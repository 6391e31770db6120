import { Api } from 'grammy';
import { createLogger } from '../../src/log.ts';
import { openAttention } from '../../src/telegram/attention.ts';
import { type Budget, unlimitedBudget } from '../../src/telegram/budget.ts';
import { type DeliverDeps, deliver } from '../../src/telegram/deliver.ts';
import { openLines } from '../../src/telegram/lines.ts';
import { sideBySide } from '../../src/telegram/pace.ts';
import type { LimitRules } from '../simulator/rate-limits.ts';
import { startSimulator } from '../simulator/server.ts';
import { phonesOf } from './seed.ts';
import { openStepDesk } from './step-desk.ts';

export type OutageDesk = Awaited<ReturnType<typeof openOutageDesk>>;

/** A desk whose outbox is sent by the program's own delivery to a simulated Telegram that can be away, on the desk's clock. */
export async function openOutageDesk(
  given: { digests?: boolean; limits?: boolean | Partial<LimitRules>; budget?: Budget } = {},
) {
  const desk = await openStepDesk(given);
  const sim = await startSimulator({ limits: given.limits ?? false, latency: false });
  const phones = phonesOf(sim, desk.one.cast);
  const logged: string[] = [];
  const failed: string[] = [];
  const deps: DeliverDeps = {
    office: desk.office,
    api: new Api(sim.token, { apiRoot: sim.url, timeoutSeconds: 1 }),
    budget: given.budget ?? unlimitedBudget,
    lines: openLines(1, true, () => {}),
    pace: sideBySide(24, openAttention()),
    log: createLogger({ level: 'info', destination: { write: (line) => void logged.push(line) } }),
    owner: 'desk',
    batch: 100,
    count: { sent: () => {}, failed: (reason) => void failed.push(reason), tooMany: () => {} },
    isStopping: () => false,
  };
  let mark = sim.mark();
  const moment = async (iso: string): Promise<void> => {
    desk.at(iso);
    await desk.sweep();
    await deliver(deps);
  };
  return {
    ...desk,
    sim,
    deps,
    phones,
    logged,
    failed,
    moment,
    /** Every so many minutes from one instant to another the sweep runs and the delivery tries. */
    through: async (from: string, to: string, everyMinutes: number) => {
      for (let at = Date.parse(from); at < Date.parse(to); at += everyMinutes * 60_000)
        await moment(new Date(at).toISOString());
    },
    /** What has arrived since the last look, in the order of its arrival: the person, and what is read. */
    arrived: () => {
      const got = Object.entries(phones)
        .flatMap(([who, phone]) =>
          phone
            .inbox()
            .filter((one) => one.fromBot && one.changeSeq > mark)
            .map((one) => ({ who, at: one.changeSeq, text: one.text, silent: one.silent })),
        )
        .sort((a, b) => a.at - b.at);
      mark = sim.mark();
      return got;
    },
    rows: async () => [
      ...(await desk.base.ownerSql<
        { state: string; reason: string | null; kind: string; attempts: number; resent: boolean }[]
      >`select state, reason, kind, attempts, resent from outbox order by id`),
    ],
    close: async () => {
      await sim.close();
      await desk.base.close();
    },
  };
}
