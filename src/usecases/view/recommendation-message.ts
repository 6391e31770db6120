import { isSensitiveKind } from '../../domain/kinds.ts';
import type { ActionData, Button, Message, Text } from '../../domain/message.ts';
import { isOverdue } from '../../domain/outcome.ts';
import { mayDo } from '../../domain/permission.ts';
import { act } from '../actions/index.ts';
import { caseFor } from '../inspection/access.ts';
import {
  loadRecommendation,
  type RecommendationRow,
  type Recommended,
} from '../outcome/load-recommendation.ts';
import { mayWithdraw } from '../outcome/withdraw-recommendation.ts';
import { button, details, isRefused, type Refused, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { codeText } from './lines.ts';
import { listRecommendations, PAGE, type RecommendationLine } from './list-recommendations.ts';
import { codePart, item, joined, pagedRead, pairPart, plain } from './paged.ts';

/** /kiennghi: what conclusions asked for over all pairs, open first, each a button. */
export async function recommendationList(work: Work, actor: Actor, page: number): Promise<Message> {
  const rows = await listRecommendations(work, actor, {}, page);
  return listMessage(work, actor, rows, {
    page,
    does: (to) => act('rec.list', { page: to }),
    title: text('rec-title'),
  });
}

/** The same of one inspection, from its card. */
export async function recommendationsOfCase(
  work: Work,
  actor: Actor,
  inspectionId: number,
  page: number,
): Promise<Message | Refused> {
  const allowed = await caseFor(work, actor, inspectionId, 'recommendation.view');
  if (isRefused(allowed)) return allowed;
  const rows = await listRecommendations(work, actor, { inspectionId }, page);
  const made = listMessage(work, actor, rows, {
    page,
    does: (to) => act('rec.of', { id: inspectionId, page: to }),
    title: text('rec-title-of', { code: codeText(allowed.found) }),
  });
  return { ...made, buttons: [...made.buttons, button('button-card', act('card', { id: inspectionId }))] };
}

type Listed = { page: number; does: (page: number) => ActionData; title: Text };

function listMessage(
  work: Work,
  actor: Actor,
  rows: RecommendationLine[],
  { page, does, title }: Listed,
): Message {
  const { shown, turns } = pagedRead(rows, page, does, PAGE);
  return details(
    [
      shown.length === 0 && page === 0 ? text('rec-none') : title,
      ...shown.map(({ item: one, n }) => listLine(work, actor, one, n)),
    ],
    [...shown.map(({ item: one, n }) => openButton(one, n)), ...turns],
  );
}

const openButton = ({ row, code }: RecommendationLine, n: number): Button => ({
  label: text('rec-button-open', { n, code: codePart(code, row.inspectionId), number: row.n }),
  does: act('rec.show', { id: row.id }),
});

/** Most characters of the words that a list shows. */
const GLIMPSE = 60;

/** The code, the number, how it stands, and a glimpse of the words; a sensitive kind has none (C4). */
const listLine = (work: Work, actor: Actor, { row, code, kind }: RecommendationLine, n: number): Text =>
  item(n, [
    isLate(work, row) && text('todo-late'),
    codePart(code, row.inspectionId),
    text('rec-number', { n: row.n }),
    row.state === 'done'
      ? text('rec-line-done', { day: { date: row.doneDay! } })
      : row.dueDay !== null && text('rec-line-due', { day: { date: row.dueDay } }),
    row.words !== null && !isSensitiveKind(kind) && plain(glimpse(row.words)),
    pairPart(actor, row.pairId),
  ]);

const glimpse = (words: string): string =>
  words.length > GLIMPSE ? `${words.slice(0, GLIMPSE - 1)}…` : words;

const isLate = (work: Work, row: RecommendationRow): boolean =>
  row.state === 'open' && isOverdue(row.dueDay, work.now.toISODate()!);

/** One recommendation: what was asked for, by when, whether it is done, and [Đã thực hiện] for the side that led. */
export async function readRecommendation(work: Work, actor: Actor, id: number): Promise<Message | Refused> {
  const loaded = await loadRecommendation(work, actor, id, 'recommendation.view');
  if (isRefused(loaded)) return loaded;
  const { row, found, member } = loaded;
  const lead = found.version.leadSide;
  const mayFinish = row.state === 'open' && mayDo(member, 'recommendation.finish', { lead });
  return details(
    [
      joined([codeText(found), text('rec-number', { n: row.n }), text(`rec-state-${row.state}`)]),
      row.words === null ? text('rec-no-words') : text('rec-words', { words: row.words }),
      row.dueDay === null
        ? text('rec-no-due')
        : text(isLate(work, row) ? 'rec-late' : 'rec-due', { day: { day: row.dueDay } }),
      doneLine(row),
      text('rec-responsible', { committee: found.committees[lead].shortName }),
    ],
    [
      mayFinish && button('button-rec-done', act('rec.done', { id: row.id }), 'success'),
      mayFinish &&
        mayDo(member, 'recommendation.withdraw', { lead }) &&
        button('button-rec-withdraw', act('rec.out', { id: row.id })),
      button('button-rec-list', act('rec.of', { id: row.inspectionId, page: 0 })),
      button('button-card', act('card', { id: row.inspectionId })),
    ],
  );
}

/** Before it is taken back: which one, and that both sides read so. */
export async function askWithdraw(work: Work, actor: Actor, id: number): Promise<Message | Refused> {
  const loaded = await mayWithdraw(work, actor, id);
  if (isRefused(loaded)) return loaded;
  return details(
    [text('rec-ask-withdraw', { code: codeText(loaded.found), n: loaded.row.n })],
    [
      button('button-rec-withdraw-yes', act('rec.gone', { id }), 'danger'),
      button('button-rec-list', act('rec.of', { id: loaded.row.inspectionId, page: 0 })),
    ],
  );
}

/** After it was taken back. */
export const withdrawnRecommendation = ({ row, found }: Recommended): Message =>
  details(
    [text('rec-withdrawn', { code: codeText(found), n: row.n })],
    [button('button-card', act('card', { id: row.inspectionId }))],
  );

function doneLine({ doneDay, doneSymbol }: RecommendationRow): Text | undefined {
  if (doneDay === null) return undefined;
  const day = { day: doneDay };
  return doneSymbol === null
    ? text('rec-done-line', { day })
    : text('rec-done-line-symbol', { day, symbol: doneSymbol });
}
