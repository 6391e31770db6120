import { cut } from '../../domain/cut.ts';
import { fold, foldQuery } from '../../domain/fold.ts';
import type { Button, Message, Text } from '../../domain/message.ts';
import { writtenOut } from '../../domain/vocabulary.ts';
import { act } from '../actions/index.ts';
import { details, message, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { exchangeLine } from './exchange-message.ts';
import type { ExchangeLine } from './list-exchanges.ts';
import { codePart, item, PAGE, type Page, paged, pairPart, plain } from './paged.ts';
import { type CaseFound, MAX_FOUND, searchCases } from './search-cases.ts';
import { searchExchanges } from './search-exchanges.ts';

/** Callback data holds 64 bytes: the words get 40 of them, or are not kept at all. */
const MAX_KEPT_BYTES = 40;
const MAX_TYPED = 200;

/** /tim with words as typed: the first page, or the question which body a bare "tu" means (R12). */
export async function search(work: Work, actor: Actor, typed: string): Promise<Message> {
  const query = foldQuery(cut(typed, MAX_TYPED));
  if (query.kind === 'ask') return askWhichTu(cut(typed, MAX_TYPED));
  if (query.terms.length === 0) return searchExamples();
  return searchPage(work, actor, query.terms, 0);
}

/** A page of an earlier search, by the words that its button kept; forged ones find what typing them would find. */
export const searchKept = (work: Work, actor: Actor, kept: string, page: number): Promise<Message> =>
  searchPage(work, actor, fold(kept.replaceAll('_', ' ')).split(' ').filter(Boolean), page);

export const searchExamples = (): Message => message([text('search-ask'), text('search-examples')]);

/** Undefined: too long for a button. */
function kept(terms: string[]): string | undefined {
  const words = terms.join('_');
  return Buffer.byteLength(words) <= MAX_KEPT_BYTES ? words : undefined;
}

function askWhichTu(typed: string): Message {
  const terms = [...new Set(fold(typed).split(' '))];
  const choices = (['tu', 'tw'] as const).map((body) => {
    const words = kept(terms.map((term) => (term === 'tu' ? body : term)));
    return words === undefined
      ? undefined
      : { label: text(`button-search-${body}`), does: act('timtu', { words }) };
  });
  const buttons = choices.filter((choice) => choice !== undefined);
  return message([text('search-which-tu'), text('search-tu-examples')], buttons);
}

/** Reads as far as the page and one more: what is behind costs whoever looks at the first six nothing. */
async function searchPage(work: Work, actor: Actor, terms: string[], page: number): Promise<Message> {
  const keep = kept(terms);
  const at = keep === undefined ? 0 : page;
  const found = await findUpTo(work, actor, terms, Math.min(MAX_FOUND, PAGE * (at + 1) + 1));
  const words = terms.join(' ');
  if (found.length === 0) return message([text('search-none', { words }), text('search-examples')]);
  const list = paged(found, at, (to) => act('tim', { page: to, words: keep ?? '' }));
  return details(
    [titleOf(list, words, keep), ...list.shown.map(({ item: one, n }) => foundLine(actor, one, n))],
    [...list.shown.map(({ item: one, n }) => foundButton(one, n)), ...(keep === undefined ? [] : list.turns)],
  );
}

/** By the words as typed; where these find nothing, by what their abbreviations stand for: "CB PC02". */
async function findUpTo(work: Work, actor: Actor, terms: string[], most: number): Promise<Found[]> {
  const found = await findBy(work, actor, terms, most);
  const written = [...new Set(writtenOut(terms.join(' ')).split(' '))];
  return found.length > 0 || written.join(' ') === terms.join(' ')
    ? found
    : findBy(work, actor, written, most);
}

async function findBy(work: Work, actor: Actor, terms: string[], most: number): Promise<Found[]> {
  const cases = (await searchCases(work, actor, terms)).slice(0, most).map((one) => ({ case: one }));
  const left = most - cases.length;
  const exchanges = left === 0 ? [] : await searchExchanges(work, actor, terms, left);
  return [...cases, ...exchanges.map((one) => ({ exchange: one }))];
}

type Found = { case: CaseFound; exchange?: undefined } | { exchange: ExchangeLine; case?: undefined };

function titleOf(list: Page<Found>, words: string, keep: string | undefined): Text {
  const isCut = (keep === undefined && list.hasMore) || list.total >= MAX_FOUND;
  if (isCut) return text('search-title-narrow', { words });
  if (!list.hasMore) return text('search-title', { count: list.total, words });
  return text('search-title-more', { count: list.shown.at(-1)!.n, words });
}

const foundLine = (actor: Actor, one: Found, n: number): Text =>
  one.exchange ? item(n, [exchangeLine(actor, one.exchange)]) : caseLine(actor, one.case, n);

const caseLine = (actor: Actor, one: CaseFound, n: number): Text =>
  item(n, [
    codePart(one.code, one.inspectionId),
    one.target !== null && plain(one.target),
    text('calendar-window', { window: { window: [one.window.from, one.window.to] } }),
    text(`state-${one.state}`),
    pairPart(actor, one.pairId),
  ]);

const foundButton = (one: Found, n: number): Button => ({
  label: text('view-button', {
    n,
    verb: text('task-verb-draft'),
    code: one.exchange ? plain(one.exchange.code) : codePart(one.case.code, one.case.inspectionId),
  }),
  does: one.exchange ? act('x', { id: one.exchange.id }) : act('card', { id: one.case.inspectionId }),
});
