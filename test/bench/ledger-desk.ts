import type { Sql } from 'postgres';
import type { Message } from '../../src/domain/message.ts';
import type { Office } from '../../src/usecases/begin-work.ts';
import { confirmExchange } from '../../src/usecases/exchange/confirm-exchange.ts';
import { logExchange } from '../../src/usecases/exchange/log-exchange.ts';
import { sendExchangeNow } from '../../src/usecases/exchange/recall-exchange.ts';
import { findActor } from '../../src/usecases/find-actor.ts';
import { isRefused, type Refused } from '../../src/usecases/said.ts';
import { exchangeList } from '../../src/usecases/view/exchange-message.ts';
import { ledgerTasks } from '../../src/usecases/view/ledger-tasks.ts';
import type { Cursor, StateFilter } from '../../src/usecases/view/list-exchanges.ts';
import { search } from '../../src/usecases/view/search-message.ts';
import { type Actor, scopeTo, type Work } from '../../src/usecases/work.ts';
import type { Seat } from './seed-ledger.ts';
import { SEARCHED } from './seed-ledger-rows.ts';

/** An entry that is there: where it stands, what it is found by. */
type Known = { pairId: number; id: number; day: string; code: string; symbol: string; places: string };

/** One ledger, as its đầu mối use it. `known`: entries of the middle years, in no order. */
export type LedgerDesk = { office: Office; seats: Seat[]; known: Known[]; logged: number[] };

export const openLedgerDesk = async (office: Office, sql: Sql, seats: Seat[]): Promise<LedgerDesk> => ({
  office,
  seats,
  logged: [],
  known: await sql<Known[]>`
    select pair_id as "pairId", id, document_day::text as day, code, symbol, substring(subject from ' tại (.*)$') as places
    from exchange where symbol is not null and state = 'open'
      and id between (select max(id) from exchange) / 4 and (select max(id) from exchange) * 3 / 4
    order by md5(id::text) limit 1000`,
});

/** What is measured, the nth time; throws when it did not do what it was to do. */
export type Operation = (desk: LedgerDesk, n: number) => Promise<unknown>;

/** Runs as ingress does: scoped to the person's own pairs, behind row-level security. */
async function as<T>({ office }: LedgerDesk, user: number, fn: (work: Work, actor: Actor) => Promise<T>) {
  return office.work({ pairs: [] }, async (work) => {
    const actor = (await findActor(work, user))!;
    await scopeTo(
      work.tx,
      actor.members.map((member) => member.pairId),
    );
    return fn(work, actor);
  });
}

const seatOf = ({ seats }: LedgerDesk, n: number): Seat => seats[(n * 7) % seats.length]!;
const knownOf = ({ known }: LedgerDesk, n: number): Known => known[n % known.length]!;
const userOf = ({ seats }: LedgerDesk, pairId: number, n: number): number =>
  seats.find((seat) => seat.pairId === pairId)!.users[n % 2 === 0 ? 'a' : 'b'];

function done<T extends object>(said: T | Refused): T {
  if (isRefused(said)) throw new Error(`refused: ${said.refused.key}`);
  return said;
}

/** A letter that goes out; every third asks for an answer. */
const log: Operation = async (desk, n) => {
  const { pairId, users } = seatOf(desk, n);
  const { entry } = await as(desk, users.a, async (work, actor) =>
    done(
      await logExchange(work, actor, pairId, {
        direction: 'out',
        channel: 'mail',
        nature: 'ad_hoc',
        symbol: `${10_000 + n}-BC/UBKTĐUCA`,
        documentDay: work.now.toISODate()!,
        subject: 'Báo cáo kết quả giải quyết đơn thư tại Minh Hoà',
        answerDue: n % 3 === 0 ? { dueAt: work.now.plus({ days: 7 }), source: 'days' } : undefined,
      }),
    ),
  );
  desk.logged[n] = entry.id;
};

/** The letter of `log` crosses at once. */
const send: Operation = (desk, n) =>
  as(desk, seatOf(desk, n).users.a, async (work, actor) =>
    done(await sendExchangeNow(work, actor, desk.logged[n]!)),
  );

/** Its receipt is confirmed. */
const confirm: Operation = (desk, n) =>
  as(desk, seatOf(desk, n).users.b, async (work, actor) =>
    done(await confirmExchange(work, actor, desk.logged[n]!, 'received')),
  );

/** What is looked for by its own words must be found; a few entries need not hold a word that many have. */
const find =
  (words: (known: Known) => string, isCertain = true): Operation =>
  (desk, n) => {
    const known = knownOf(desk, n);
    return as(desk, userOf(desk, known.pairId, n), async (work, actor) => {
      const found = await search(work, actor, words(known));
      if (isCertain && found.lines[0]!.key === 'search-none')
        throw new Error(`nothing found: ${words(known)}`);
    });
  };

/** /tim, by kinds of words that cost differently. */
export const SEARCHES: Record<string, Operation> = {
  symbol: find(({ symbol }) => symbol),
  code: find(({ code }) => code),
  rare: find(({ places }) => places),
  most: find(() => SEARCHED.most, false),
  twentieth: find(() => SEARCHED.twentieth, false),
  prefix: find(({ symbol }) => symbol.slice(0, 2)),
};

const page =
  (state: StateFilter, after?: (known: Known) => Cursor): Operation =>
  (desk, n) => {
    const known = knownOf(desk, n);
    return as(
      desk,
      userOf(desk, known.pairId, n),
      (work, actor): Promise<Message> => exchangeList(work, actor, { state, side: 'a' }, after?.(known)),
    );
  };

/** Pages of /traodoi. */
export const PAGES: Record<string, Operation> = {
  first: page('a'),
  deep: page('a', ({ day, id }) => ({ day, id })),
  unreceived: page('r'),
  unanswered: page('w'),
  overdue: page('o'),
};

const tasks: Operation = (desk, n) => as(desk, seatOf(desk, n).users.b, ledgerTasks);

/** Takes one kind after the other. */
const mixed = (kinds: Record<string, Operation>): Operation => {
  const all = Object.values(kinds);
  return (desk, n) => all[n % all.length]!(desk, Math.floor(n / all.length));
};

/** In this order: a letter is logged, sent and confirmed. */
export const OPERATIONS: Record<string, Operation> = {
  log,
  send,
  confirm,
  search: mixed(SEARCHES),
  page: mixed(PAGES),
  tasks,
};
