import { readFile } from 'node:fs/promises';
import { DateTime } from 'luxon';
import type { Database } from '../../db/client.ts';
import type { Embedded } from '../../db/embedded.ts';
import { committee } from '../../db/schema/index.ts';
import { type Config, parseConfig } from '../../src/config.ts';
import type { Logger } from '../../src/log.ts';
import { type App, startApp } from '../../src/start-app.ts';
import { beginClock } from '../../src/usecases/begin-clock.ts';
import { type Office, openOffice } from '../../src/usecases/begin-work.ts';
import { importOrg } from '../../src/usecases/import-org.ts';
import { type OrgFile, readOrgFile } from '../../src/usecases/org-file.ts';
import { bindGroups, castPeople, enterCast, linkCast, setClock, speakTo } from './demo-cast.ts';
import { FIRST_MORNING, WALL_OF_PREPARING } from './demo-clock.ts';
import { type DemoDatabase, prepareDatabase, withDatabase } from './demo-database.ts';
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

  private readonly org: OrgFile;
  private readonly database: DemoDatabase;
  private readonly log: Logger;

  private constructor(org: OrgFile, database: DemoDatabase, log: Logger) {
    this.org = org;
    this.database = database;
    this.log = log;
  }

  /** Prepares the organisation on a server that is running; the app itself starts with the first `begin`. */
  static async prepare(server: Embedded, log: Logger): Promise<DemoApp> {
    const read = readOrgFile(await readFile(ORG_FILE, 'utf8'));
    if ('problems' in read) throw new Error(`examples/org.yaml has errors: ${JSON.stringify(read.problems)}`);
    const { org } = read;
    return new DemoApp(org, await prepareDatabase(server, (db) => fill(db, org)), log);
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
    await withDatabase(this.database.url, (db) => this.setScene(openOffice(db), language));
    this.app = await startApp(configFor(sim), this.database.loginUrl, this.log, this.database.url);
    await this.app.reached;
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
      this.offsetMs = Math.ceil(FIRST_MORNING.toMillis() - office.wallNow());
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
async function fill(db: Database, org: OrgFile): Promise<void> {
  const office = openOffice(db, () => WALL_OF_PREPARING);
  if (!(await beginClock(office, FIRST_MORNING.minus({ days: 1 }))))
    throw new Error('the database is not new');
  await office.work(EVERYTHING, async (work) => {
    const done = await importOrg(work, org);
    if ('problems' in done)
      throw new Error(`examples/org.yaml was refused: ${JSON.stringify(done.problems)}`);
    await linkCast(work, castPeople(org));
  });
}

function configFor({ url, token }: Simulator): Config {
  const parsed = parseConfig({
    BOT_TOKEN: token,
    TELEGRAM_API_ROOT: url,
    ROLES: 'bot,worker',
    RATE_LIMIT: '0',
    DEV_CLOCK: '1',
    NODE_ENV: 'development',
    METRICS_PORT: '0',
  });
  if (!parsed.ok) throw new Error(parsed.errors.join('\n'));
  return parsed.config;
}
