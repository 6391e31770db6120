import { isSensitiveKind } from '../../domain/kinds.ts';
import type { LetterKind } from '../../domain/letter.ts';
import { audit } from '../audit.ts';
import { caseFor } from '../inspection/access.ts';
import type { Case } from '../inspection/load-case.ts';
import { isRefused, type Refused, refuse } from '../said.ts';
import { sendFile } from '../send-file.ts';
import type { Actor, Member, Work } from '../work.ts';
import { lettersOf, type Offered } from './letters-of.ts';

type Allowed = { found: Case; member: Member; offered: Offered[] };

/** Which letters this đầu mối may have drafted now; refused with words when none, as for every sensitive kind (C4). */
export async function readLetters(
  work: Work,
  actor: Actor,
  inspectionId: number,
): Promise<Allowed | Refused> {
  const allowed = await caseFor(work, actor, inspectionId, 'letter.draft');
  if (isRefused(allowed)) return allowed;
  if (isSensitiveKind(allowed.found.version.kind)) return refuse('refused-letter-sensitive');
  const offered = await lettersOf(work, allowed.found, allowed.member.side);
  return offered.length === 0 ? refuse('refused-letter-none') : { ...allowed, offered };
}

export type Drafted = { kind: 'sent'; found: Case } | { kind: 'choice'; found: Case; letters: LetterKind[] };

/** Sends the draft of an official letter as a file; without `wanted`, when more than one makes sense, gives the choice. */
export async function draftLetter(
  work: Work,
  actor: Actor,
  inspectionId: number,
  wanted?: LetterKind,
): Promise<Drafted | Refused> {
  const allowed = await readLetters(work, actor, inspectionId);
  if (isRefused(allowed)) return allowed;
  const { found, member, offered } = allowed;
  const letters = offered.map((one) => one.kind);
  if (wanted === undefined && letters.length > 1) return { kind: 'choice', found, letters };
  const chosen = wanted === undefined ? offered[0] : offered.find((one) => one.kind === wanted);
  if (!chosen) return refuse('refused-letter-none');
  await audit(work, {
    pairId: member.pairId,
    type: 'letter.drafted',
    by: actor.personId,
    inspectionId,
    facts: { side: member.side, letter: chosen.kind, version: chosen.versionId },
  });
  await sendFile(work, actor, member.pairId, { make: 'letter', inspectionId, letter: chosen.kind });
  return { kind: 'sent', found };
}
