import { readFile } from 'node:fs/promises';
import { DateTime } from 'luxon';
import type { Embedded } from '../../db/embedded.ts';
import { committee } from '../../db/schema/index.ts';
import { type Config, parseConfig } from '../../src/config.ts';
import type { Logger } from '../../src/log.ts';
import { type App, startApp } from '../../src/start-app.ts';
import type { Office } from '../../src/usecases/begin-work.ts';
import { importOrg } from '../../src/usecases/import-org.ts';
import { type OrgFile, readOrgFile } from '../../src/usecases/org-file.ts';
import { bindGroups, castPeople, enterCast, linkCast, setClock, speakTo } from './demo-cast.ts';
import { firstMorning } from './demo-clock.ts';
import { type DemoDatabase, prepareDatabase, withOffice } from './demo-database.ts';
import type { Cast, Language } from './playground/playground-protocol.ts';
import type { PlaygroundClock } from './playground/start-playground.ts';
import { rawCall } from './raw-call.ts';
import type { Simulator } from './simulator.ts';

const ORG_FILE = new URL('../../examples/org.yaml', import.meta.url);
const EVERYTHING = { pairs: 'all' } as const;
/** How long the bot may take to greet everyone, in ms. */
const GREETING_MS = 15_000;

/** The real app on a throwaway database, talking to the simulator, with everyone of the sample organisation linked. */
export class DemoApp {
  private app: App | undefined;
  private offsetMs = 0;
  private present: Cast = { people: [], groups: [], phones: ['', ''] };
  readonly clock: PlaygroundClock = {
    now: async () => this.now().toISO()!,
    next: async () => (await this.app?.clock.next())?.toISO() ?? null,
    advance: (iso) => this.advance(iso),
  };

  private constructor(
    private readonly org: OrgFile,
    private readonly database: DemoDatabase,
    private readonly log: Logger,
  ) {}

  /** Prepares the organisation on a server that is running; the app itself starts with the first `begin`. */
  static async prepare(server: Embedded, log: Logger): Promise<DemoApp> {
    const read = readOrgFile(await readFile(ORG_FILE, 'utf8'));
    if ('problems' in read) throw new Error(`examples/org.yaml has errors: ${JSON.stringify(read.problems)}`);
    const { org } = read;
    return new DemoApp(org, await prepareDatabase(server, (office) => fill(office, org)), log);
  }

  /** Business time: wall time plus the app's offset. */
  now(): DateTime {
    return DateTime.fromMillis(Date.now() + this.offsetMs, { zone: 'Asia/Ho_Chi_Minh' });
  }

  cast(): Cast {
    return this.present;
  }

  /** A working morning, empty chats, everyone greeted in the language; ends what was before. */
  async begin(sim: Simulator, language: Language): Promise<void> {
    await this.end();
    await this.database.renew();
    sim.reset();
    this.present = enterCast(sim, this.org, castPeople(this.org));
    // The groups are bound below: that the bot has joined them is nothing to ask about.
    await rawCall(sim, 'deleteWebhook', { drop_pending_updates: true });
    await withOffice(this.database.url, (office) => this.setScene(office, language));
    this.app = await startApp(configFor(sim), this.database.url, this.log);
    await this.greet(sim);
  }

  /** Everyone is spoken to in a language from their next message on. */
  async speak(language: Language): Promise<void> {
    await this.app?.office.work(EVERYTHING, (work) => speakTo(work, language));
  }

  /** Stops the app. */
  async end(): Promise<void> {
    await this.app?.stop();
    this.app = undefined;
  }

  private setScene(office: Office, language: Language): Promise<void> {
    return office.work(EVERYTHING, async (work) => {
      this.offsetMs = msFromNow(firstMorning(work.calendar, DateTime.now()));
      await setClock(work, this.offsetMs);
      await speakTo(work, language);
      const rows = await work.tx.select({ id: committee.id, key: committee.key }).from(committee);
      await bindGroups(work, this.present, new Map(rows.map(({ id, key }) => [key, id])));
    });
  }

  private async greet(sim: Simulator): Promise<void> {
    const people = this.present.people.map(({ userId }) => sim.user(userId));
    for (const one of people) one.start();
    await Promise.all(people.map((one) => one.waitFor(() => true, GREETING_MS)));
  }

  private async advance(iso: string): Promise<void> {
    const app = this.app;
    if (!app) return;
    // The chats show business time, so the offset must be known while the clock stops at each due on its way.
    const follow = setInterval(() => void this.follow(app).catch(() => {}), 50);
    try {
      await app.clock.advance(iso);
    } finally {
      clearInterval(follow);
      await this.follow(app);
    }
  }

  private async follow(app: App): Promise<void> {
    this.offsetMs = (await app.clock.now()).toMillis() - Date.now();
  }
}

/** On the day before, as the demo counts: what recurs must not be due for the months in between. */
async function fill(office: Office, org: OrgFile): Promise<void> {
  await office.work(EVERYTHING, (work) =>
    setClock(work, msFromNow(firstMorning(work.calendar, DateTime.now()).minus({ days: 1 }))),
  );
  await office.work(EVERYTHING, async (work) => {
    const done = await importOrg(work, org);
    if ('problems' in done)
      throw new Error(`examples/org.yaml was refused: ${JSON.stringify(done.problems)}`);
    await linkCast(work, castPeople(org));
  });
}

const msFromNow = (at: DateTime): number => Math.round(at.toMillis() - Date.now());

function configFor({ url, token }: Simulator): Config {
  const parsed = parseConfig({
    BOT_TOKEN: token,
    TELEGRAM_API_ROOT: url,
    ROLES: 'bot,worker',
    RATE_LIMIT: '0',
    DEV_CLOCK: '1',
  });
  if (!parsed.ok) throw new Error(parsed.errors.join('\n'));
  return parsed.config;
}
