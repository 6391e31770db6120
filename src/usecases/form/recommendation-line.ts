import { and, eq } from 'drizzle-orm';
import { inspection } from '../../../db/schema/index.ts';
import { nfc } from '../../domain/fold.ts';
import { isSensitiveKind } from '../../domain/kinds.ts';
import type { Message, Text } from '../../domain/message.ts';
import { splitParts, takeLabels } from '../../domain/one-line.ts';
import { LONGEST_WORDS, mayRecommend } from '../outcome/add-recommendation.ts';
import { isRefused, message, type Refused, refuse, text } from '../said.ts';
import { recommendationList, recommendationsOfCase } from '../view/recommendation-message.ts';
import { visibleTo } from '../view/visible.ts';
import type { Actor, Work } from '../work.ts';
import { openFromLine } from './open-from-line.ts';
import { type RecommendationData, readDueDay, recommendationForm } from './recommendation-form.ts';

const LABELS = { due: ['hạn', 'due'] };

/** /kiennghi: the list; with a code, those of an inspection; with parts after it, a new one in one line. */
export async function recommendationsTyped(
  work: Work,
  actor: Actor,
  typed: string,
): Promise<Message | Refused> {
  if (typed === '') return recommendationList(work, actor, 0);
  if (typed === '?') return message([text('rec-examples')]);
  const parts = splitParts(typed);
  const ids = await idsOf(work, actor, parts[0] ?? '');
  if (parts.length < 2) {
    if (ids.length > 1) return refuse('rec-several', { code: nfc(typed).slice(0, 40) });
    return recommendationsOfCase(work, actor, ids[0] ?? 0, 0);
  }
  return addByLine(work, actor, ids, typed);
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
): { data: RecommendationData; errors: Text[] } {
  const { fields, rest } = takeLabels(splitParts(line), LABELS);
  const words = nfc(rest[1] ?? '');
  const data: RecommendationData = { inspectionId, isSensitive };
  const errors: Text[] = [];
  if (words !== '' && isSensitive) errors.push(text('rec-line-sensitive'));
  else if (words.length > LONGEST_WORDS) errors.push(text('form-too-long', { max: LONGEST_WORDS }));
  else if (words !== '') data.words = words;
  const due = fields.due === undefined ? { day: null } : readDueDay(work, fields.due);
  if ('error' in due) errors.push(due.error);
  else data.due = due.day;
  return { data, errors };
}

/** Inspections of this code that the person may see: codes are given per pair. */
async function idsOf(work: Work, actor: Actor, typed: string): Promise<number[]> {
  const rows = await work.tx
    .select({ id: inspection.id })
    .from(inspection)
    .where(and(visibleTo(work, actor), eq(inspection.code, nfc(typed).toUpperCase().slice(0, 40))));
  return rows.map((row) => row.id);
}
