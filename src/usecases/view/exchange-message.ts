import { DateTime } from 'luxon';
import { parseDateVi } from '../../domain/dates-vi.ts';
import type { ActionData, Button, Message, Text } from '../../domain/message.ts';
import { mayDo } from '../../domain/permission.ts';
import { type ArgsOf, act } from '../actions/index.ts';
import { ownEventDuties } from '../exchange/event-duties.ts';
import { button, details, text } from '../said.ts';
import { type Actor, memberIn, type Work } from '../work.ts';
import {
  type Cursor,
  type ExchangeFilter,
  type ExchangeLine,
  listExchanges,
  PAGE,
  type SideFilter,
  type StateFilter,
} from './list-exchanges.ts';
import { joined, pairPart, plain } from './paged.ts';

/** /traodoi: a page of the ledger with its filters, and the way to log a new entry for those who may. */
export async function exchangeList(
  work: Work,
  actor: Actor,
  filter: ExchangeFilter,
  after?: Cursor,
): Promise<Message> {
  const found = await listExchanges(work, actor, filter, after);
  const shown = found.slice(0, PAGE);
  const hasEvents = (await ownEventDuties(work, actor)).length > 0;
  return details(
    [titleOf(filter, shown.length === 0), ...shown.map((one) => exchangeLine(actor, one))],
    [
      ...(mayLog(actor) ? [button('button-exchange-new', act('xnew'), 'primary')] : []),
      ...shown.map(exchangeButton),
      ...(found.length > PAGE ? [button('button-more', pageData(filter, cursorOf(shown)))] : []),
      ...(after ? [button('button-page-first', pageData(filter))] : []),
      ...filterButtons(filter),
      ...(hasEvents ? [button('button-duties', act('xduties', { page: 0 }))] : []),
    ],
  );
}

const mayLog = (actor: Actor): boolean => actor.members.some((member) => mayDo(member, 'exchange.log'));

const titleOf = ({ state, side, window }: ExchangeFilter, isEmpty: boolean): Text =>
  joined([
    text(isEmpty ? 'exchange-list-empty' : 'exchange-list'),
    state !== 'a' && text(`exchange-filter-${state}`),
    side !== 'a' && text(side === 'm' ? 'exchange-out' : 'exchange-in'),
    window && text('exchange-filter-window', { window: { window: [window.from, window.to] } }),
  ]);

const cursorOf = (shown: ExchangeLine[]): Cursor | undefined => {
  const last = shown.at(-1);
  return last && { day: last.documentDay, id: last.id };
};

/** One line: code, document, day, direction, what is missing. */
export const exchangeLine = (actor: Actor, one: ExchangeLine): Text => {
  const isOwn = memberIn(actor, one.pairId)?.side === one.fromSide;
  const stands = one.state !== 'superseded';
  return joined([
    plain(one.code),
    one.symbol === null ? text(`channel-${one.channel as 'mail'}`) : plain(one.symbol),
    text('exchange-day', { day: { day: one.documentDay } }),
    text(isOwn ? 'exchange-out' : 'exchange-in'),
    !stands && text('exchange-line-superseded'),
    stands && one.receipt !== 'received' && text('exchange-line-unreceived'),
    stands && one.isAnswerOpen && text('exchange-line-unanswered'),
    pairPart(actor, one.pairId),
  ]);
};

export const exchangeButton = (one: ExchangeLine): Button => ({
  label: text('button-open-code', { code: one.code }),
  does: act('x', { id: one.id }),
});

/** The other values of the filters, at most three: what is not confirmed, not answered, or everything again. */
function filterButtons(filter: ExchangeFilter): Button[] {
  const states: StateFilter[] =
    filter.state === 'a' ? ['r', 'w'] : ['a', ...(filter.state === 'w' ? ['o' as const] : [])];
  const sides: SideFilter[] = filter.side === 'a' ? ['m', 't'] : ['a'];
  return [
    ...states.map((state) => button(`button-exchange-filter-${state}`, pageData({ ...filter, state }))),
    ...sides.map((side) => button(`button-exchange-side-${side}`, pageData({ ...filter, side }))),
  ];
}

const compact = (day: string): string => day.replaceAll('-', '');

/** The button of a page of the ledger. */
export const pageData = ({ state, side, window }: ExchangeFilter, after?: Cursor): ActionData =>
  act('xl', {
    state,
    side,
    days: window && `${compact(window.from)}-${compact(window.to)}`,
    after: after && `${compact(after.day)}-${after.id}`,
  });

const spread = (digits: string): string =>
  `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
const isDay = (digits: string): boolean =>
  /^[12]\d{7}$/.test(digits) && DateTime.fromISO(spread(digits), { zone: 'utc' }).isValid;

/** The filter and cursor of a tapped button; forged days are taken as absent. */
export function parsePage({ state, side, days = '', after = '' }: ArgsOf<'xl'>): {
  filter: ExchangeFilter;
  after?: Cursor | undefined;
} {
  const [from = '', to = ''] = days.split('-');
  const [day = '', id = ''] = after.split('-');
  return {
    filter: {
      state,
      side,
      window: isDay(from) && isDay(to) ? { from: spread(from), to: spread(to) } : undefined,
    },
    after: isDay(day) && /^\d{1,9}$/.test(id) ? { day: spread(day), id: Number(id) } : undefined,
  };
}

/** Days of documents as typed: a day, a span, a month, a quarter; those gone by where the year is open. Undefined: no days. */
export function daysOf(work: Work, typed: string): ExchangeFilter['window'] {
  const parsed = parseDateVi(typed, work.now);
  const found = parsed.kind === 'ask' ? parsed.choices.find((one) => one.kind === 'day') : parsed;
  if (!found || (parsed.kind === 'ask' && parsed.why !== 'past-or-next-year')) return undefined;
  if (found.kind === 'instant') return undefined;
  const [from, last] = found.kind === 'day' ? [found.day, found.day] : [found.from, found.to];
  return { from, to: DateTime.fromISO(last, { zone: 'utc' }).plus({ days: 1 }).toISODate()! };
}
