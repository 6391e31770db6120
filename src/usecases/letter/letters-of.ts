import { and, desc, eq, inArray } from 'drizzle-orm';
import { request } from '../../../db/schema/index.ts';
import { type InspectionState, isLive } from '../../domain/inspection.ts';
import { isSensitiveKind } from '../../domain/kinds.ts';
import type { LetterKind } from '../../domain/letter.ts';
import type { RequestState } from '../../domain/request.ts';
import { otherSide, type Side } from '../../domain/side.ts';
import { type Case, loadSymbols, type SymbolRow } from '../inspection/load-case.ts';
import { loadChange } from '../view/change-lines.ts';
import type { Work } from '../work.ts';

/** A letter that makes sense now, and the version that it is about. */
export type Offered = { kind: LetterKind; versionId: number };

/**
 * The letters that a side may want drafted as things stand: what it proposed, what it agreed to, the notice of the plan when it leads,
 * its latest change, a stop, the conclusion when it leads. None where any kind is sensitive: those bear no text (C4).
 */
export async function lettersOf(work: Work, found: Case, side: Side): Promise<Offered[]> {
  if (isSensitiveKind(found.version.kind)) return [];
  const versionId = found.version.id;
  const symbols = await loadSymbols(work, found.inspection.id);
  const main = mainLetter(found, side, symbols);
  const change = await changeOf(work, found, side);
  const stop = await stopOf(work, found, side);
  return [
    ...(main === undefined ? [] : [{ kind: main, versionId } as const]),
    ...(isAnnounced(found, side) ? [{ kind: 'notice', versionId } as const] : []),
    ...(change === undefined ? [] : [{ kind: 'change', versionId: change } as const]),
    ...(stop === undefined ? [] : [{ kind: 'stop', versionId: stop } as const]),
    ...(hasConcluded(found, side, symbols) ? [{ kind: 'conclusion', versionId } as const] : []),
  ];
}

/** The plan is told by the side that leads, from the agreement on until the inspection begins. */
const isAnnounced = ({ inspection, version }: Case, side: Side): boolean =>
  version.leadSide === side && (inspection.state === 'agreed' || inspection.state === 'official');

const BEFORE_AGREEMENT: readonly InspectionState[] = [
  'draft',
  'awaiting_leader',
  'proposed',
  'countered',
  'declined',
];

/**
 * The letter by which it becomes official, of the version that stands: until both agree, the proposal of whoever made it; then the
 * proposal and the answer to it. Once it is official, what came later is the change's letter.
 */
function mainLetter(found: Case, side: Side, symbols: SymbolRow[]): 'proposal' | 'reply' | undefined {
  const { inspection, version } = found;
  if (BEFORE_AGREEMENT.includes(inspection.state)) return version.madeSide === side ? 'proposal' : undefined;
  if (!isOfDocument(found, symbols)) return undefined;
  return inspection.side === side ? 'proposal' : 'reply';
}

/** Whether the công văn is still to come, or was about the version that stands. */
function isOfDocument({ inspection, version }: Case, symbols: SymbolRow[]): boolean {
  const document = symbols.find((one) => one.use === 'letter');
  if (inspection.state === 'agreed') return true;
  if (inspection.state === 'under_way') return document === undefined;
  if (inspection.state !== 'official') return false;
  return version.n === 0 || (document !== undefined && document.at >= version.confirmedAt!);
}

/** The change that waits for the other side's word, else the one that holds; only one's own. */
async function changeOf(work: Work, found: Case, side: Side): Promise<number | undefined> {
  if (!isLive(found.inspection.state)) return undefined;
  const versionId = await askedBy(work, found, side, 'change', ['waiting', 'open']);
  const change = await loadChange(work, versionId ?? found.version.id);
  if (change?.version.madeSide !== side) return undefined;
  const isSensitive = isSensitiveKind(change.before.kind) || isSensitiveKind(change.version.kind);
  return isSensitive ? undefined : change.version.id;
}

/** The stop that waits for the other side's word, or that both wanted; only one's own. Its version bears the reason. */
async function stopOf(work: Work, found: Case, side: Side): Promise<number | undefined> {
  if (isLive(found.inspection.state)) return askedBy(work, found, side, 'stop', ['waiting', 'open']);
  return found.inspection.state === 'stopped' ? askedBy(work, found, side, 'stop', ['met']) : undefined;
}

/** The version of what this side asked of the other, the latest first. */
async function askedBy(
  work: Work,
  { inspection }: Case,
  side: Side,
  kind: 'change' | 'stop',
  states: RequestState[],
): Promise<number | undefined> {
  const [row] = await work.tx
    .select({ versionId: request.versionId })
    .from(request)
    .where(
      and(
        eq(request.pairId, inspection.pairId),
        eq(request.inspectionId, inspection.id),
        eq(request.kind, kind),
        eq(request.side, otherSide(side)),
        inArray(request.state, states),
      ),
    )
    .orderBy(desc(request.id))
    .limit(1);
  return row?.versionId;
}

const hasConcluded = ({ inspection, version }: Case, side: Side, symbols: SymbolRow[]): boolean =>
  inspection.state === 'concluded' &&
  version.leadSide === side &&
  symbols.some((one) => one.use === 'conclusion');
