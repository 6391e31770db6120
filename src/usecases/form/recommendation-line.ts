import { and, eq } from 'drizzle-orm';
import { inspection } from '../../../db/schema/index.ts';
import { alignParts } from '../../domain/align-parts.ts';
import { cut } from '../../domain/cut.ts';
import { nfc } from '../../domain/fold.ts';
import { isSensitiveKind } from '../../domain/kinds.ts';
import type { Message, Text } from '../../domain/message.ts';
import { type Bare, splitParts, takeLabels } from '../../domain/one-line.ts';
import { LONGEST_WORDS, mayRecommend } from '../outcome/add-recommendation.ts';
import { codeOf } from '../request/own-notice.ts';
import { isRefused, message, type Refused, refuse, text } from '../said.ts';
import { recommendationList, recommendationsOfCase } from '../view/recommendation-message.ts';
import { visibleTo } from '../view/visible.ts';
import type { Actor, Work } from '../work.ts';
import { type LineRead, openFromLine } from './open-from-line.ts';
import { type RecommendationData, readDueDay, recommendationForm } from './recommendation-form.ts';

const LABELS = {
  due: ['hạn', 'hạn thực hiện', 'thời hạn', 'due'],
  words: ['nội dung', 'nd', 'kiến nghị', 'yêu cầu', 'words'],
};

/** A deadline is known by what follows; "Hạn chế …" are words. */
const BARE: Bare<keyof typeof LABELS> = {
  due: /^(?:(?:la|den|truoc|trong|het|by) )*(?:\d|ngay|thu|mai|hom nay|tuan|thang|cuoi)/,
};

/** /kiennghi: the list; with a code, those of an inspection; with parts after it, a new one in one line. */
export async function recommendationsTyped(
  work: Work,
  actor: Actor,
  typed: string,
): Promise<Message | Refused> {
  if (typed === '') return recommendationList(work, actor, 0);
  if (typed === '?') return message([text('rec-examples')]);
  const parts = splitParts(typed);
  const code = parts.find((part) => codeOf(part) !== undefined) ?? parts[0] ?? '';
  const ids = await idsOf(work, actor, code);
  if (ids.length === 0) return refuse('rec-code-unknown', { part: cut(code, 40) });
  if (parts.length > 1) return addByLine(work, actor, ids, typed);
  if (ids.length > 1) return refuse('rec-several', { code: cut(nfc(code), 40) });
  return recommendationsOfCase(work, actor, ids[0]!, 0);
}

async function addByLine(work: Work, actor: Actor, ids: number[], typed: string): Promise<Message | Refused> {
  const outcomes = [];
  for (const id of ids) outcomes.push(await mayRecommend(work, actor, id));
  const allowed = outcomes.filter((one) => !isRefused(one));
  const [only] = allowed;
  if (!only || isRefused(only)) return outcomes.find(isRefused) ?? refuse('refused-not-found');
  if (allowed.length > 1) return refuse('rec-several', { code: only.found.inspection.code ?? '' });
  const { id } = only.found.inspection;
  return openFromLine(work, actor, {
    form: recommendationForm,
    pairId: only.member.pairId,
    typed,
    example: text('rec-line-example'),
    read: async (line) => readLine(work, id, isSensitiveKind(only.found.version.kind), line),
  });
}

/** "PH-2026-001; Bổ sung quy chế; hạn: 31/12/2026"; a sensitive kind bears no words: they are dropped, and the person told (C4). */
function readLine(
  work: Work,
  inspectionId: number,
  isSensitive: boolean,
  line: string,
): LineRead<RecommendationData> {
  const { fields, rest, repeated } = takeLabels(splitParts(line), LABELS, BARE);
  const { at, left } = alignParts(rest, [(part) => codeOf(part) !== undefined, () => false]);
  const placed = at[1] === undefined ? '' : rest[at[1]]!;
  const over = [...repeated, ...left.map((one) => rest[one]!)];
  if (fields.words !== undefined && placed !== '') over.push(placed);
  const words = nfc(fields.words ?? placed);
  const data: RecommendationData = { inspectionId, isSensitive };
  const errors: Text[] = [];
  if (words !== '' && isSensitive) errors.push(text('rec-line-sensitive'));
  else if (words.length > LONGEST_WORDS) errors.push(text('form-too-long', { max: LONGEST_WORDS }));
  else if (words !== '') data.words = words;
  if (fields.due !== undefined) readDue(work, { data, errors, left: over }, fields.due);
  // What was left over may have been a deadline: then it is asked for.
  else if (over.length === 0) data.due = null;
  return { data, errors, left: over, isMute: isSensitive };
}

function readDue(
  work: Work,
  { data, errors, left }: { data: RecommendationData; errors: Text[]; left: string[] },
  part: string,
): void {
  const due = readDueDay(work, part);
  if ('day' in due) data.due = due.day;
  else {
    errors.push(due.error);
    if (due.error.args === undefined) left.push(part);
  }
}

/** Inspections of this code that the person may see: codes are given per pair. */
async function idsOf(work: Work, actor: Actor, typed: string): Promise<number[]> {
  const code = codeOf(typed) ?? nfc(typed).toUpperCase().slice(0, 40);
  const rows = await work.tx
    .select({ id: inspection.id })
    .from(inspection)
    .where(and(visibleTo(work, actor), eq(inspection.code, code)));
  return rows.map((row) => row.id);
}
