import { isSensitiveKind } from '../../domain/kinds.ts';
import { type Refused, refuse } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { answering, couldJoin, type Opened } from './load-finding.ts';
import { isMovable, type NewSettlement } from './propose-settlement.ts';
import { checkLines } from './write-items.ts';

/** Why a way to settle a finding cannot be put forward; undefined: it can. */
export async function checkSettlement(
  work: Work,
  actor: Actor,
  found: Opened,
  given: NewSettlement,
): Promise<Refused | undefined> {
  if (given.how === 'keep') return undefined;
  const answer = given.how === 'merge' ? answering(found) : undefined;
  if (answer) return checkLines(work, actor, found.planned, [answer]);
  const { windowFrom, windowTo } = given;
  const targetId = given.how === 'fill' ? fillable(found, given) : lineOf(found, given)?.targetId;
  if (targetId === undefined) return refuse('planfind-no-merge');
  const wrong = given.how === 'shift' ? whyNotShift(found, given) : undefined;
  if (wrong) return wrong;
  if (windowTo <= work.now.toISODate()!)
    return refuse('refused-window-past', { window: { window: [windowFrom, windowTo] } });
  return checkLines(work, actor, found.planned, [{ targetId, windowFrom, windowTo }]);
}

type How<Name> = Extract<NewSettlement, { how: Name }>;

/** A kind that names no target fills no gap that others can see (C4). */
const fillable = ({ finding }: Opened, { kind }: How<'fill'>): number | undefined =>
  isSensitiveKind(kind) ? undefined : (finding.targetId ?? undefined);

/** The line that moves, or whose words a joint one takes. */
function lineOf(found: Opened, given: How<'merge'> | How<'shift'>) {
  if (given.how === 'shift') return found.lines.find((one) => one.id === given.itemId);
  return couldJoin(found) ? found.lines.find((one) => one.side === given.leadSide) : undefined;
}

/** R4: one's own line only; and not to the days it has. */
function whyNotShift(found: Opened, given: How<'shift'>): Refused | undefined {
  const line = lineOf(found, given)!;
  if (!isMovable(found, line)) return refuse('planfind-not-own');
  const isSame = line.windowFrom === given.windowFrom && line.windowTo === given.windowTo;
  return isSame ? refuse('planfind-same-window') : undefined;
}
