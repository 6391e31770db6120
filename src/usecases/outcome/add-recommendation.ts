import { recommendation } from '../../../db/schema/index.ts';
import { nfc } from '../../domain/fold.ts';
import { isSensitiveKind } from '../../domain/kinds.ts';
import { findSecret } from '../../domain/secrecy.ts';
import { audit } from '../audit.ts';
import { caseFor } from '../inspection/access.ts';
import type { Case } from '../inspection/load-case.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import type { Actor, Member, Work } from '../work.ts';
import { nextNumber, type RecommendationRow } from './load-recommendation.ts';

/** Most characters of a recommendation's words. */
export const LONGEST_WORDS = 500;
/** Most recommendations of one inspection. */
const MOST = 99;

/** `words` only where the kind may bear text (C4); `dueDay` 'YYYY-MM-DD', a day that counts to its end. */
export type NewRecommendation = { words?: string | undefined; dueDay?: string | undefined };

/** A concluded inspection and the lead's đầu mối, whose conclusion it is. */
export async function mayRecommend(
  work: Work,
  actor: Actor,
  inspectionId: number,
  options: { lock?: boolean } = {},
): Promise<{ found: Case; member: Member } | Refused> {
  const allowed = await caseFor(work, actor, inspectionId, 'recommendation.add', options);
  if (isRefused(allowed)) return allowed;
  return allowed.found.inspection.state === 'concluded' ? allowed : refuse('refused-state');
}

/** The lead's đầu mối writes down what the conclusion asked for. Its words pass the filter, and stand in the log as a digest. */
export async function addRecommendation(
  work: Work,
  actor: Actor,
  inspectionId: number,
  given: NewRecommendation,
): Promise<{ found: Case; row: RecommendationRow } | Refused> {
  const allowed = await mayRecommend(work, actor, inspectionId, { lock: true });
  if (isRefused(allowed)) return allowed;
  const { found, member } = allowed;
  const words = nfc(given.words ?? '');
  const wrong = checkWords(found, words);
  if (wrong) return wrong;
  const n = await nextNumber(work, inspectionId);
  if (n > MOST) return refuse('rec-too-many', { max: MOST });
  const { pairId, side } = member;
  const [row] = await work.tx
    .insert(recommendation)
    .values({
      pairId,
      inspectionId,
      n,
      words: words || null,
      dueDay: given.dueDay ?? null,
      side,
      byPerson: actor.personId,
      at: work.now,
    })
    .returning();
  await audit(work, {
    pairId,
    type: 'recommendation.added',
    by: actor.personId,
    inspectionId,
    facts: { side, recommendation: n, due: given.dueDay ?? null },
    values: words ? { words: { value: words } } : {},
  });
  return { found, row: row! };
}

function checkWords({ version }: Case, words: string): Refused | undefined {
  if (isSensitiveKind(version.kind)) return words ? refuse('rec-sensitive-no-text') : undefined;
  if (words === '') return refuse('rec-ask-words');
  if (words.length > LONGEST_WORDS) return refuse('form-too-long', { max: LONGEST_WORDS });
  return findSecret(words).kind === 'refused' ? refuse('secret-refused') : undefined;
}
