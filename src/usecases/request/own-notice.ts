import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import { inspection, recipient, request } from '../../../db/schema/index.ts';
import type { ActionData, Button } from '../../domain/message.ts';
import type { Act } from '../../domain/permission.ts';
import { shortNames } from '../../domain/short-names.ts';
import { authorise } from '../inspection/access.ts';
import type { Case } from '../inspection/load-case.ts';
import { isRefused, type Refused, refuse, text } from '../said.ts';
import { paged } from '../view/paged.ts';
import type { Actor, Member, Work } from '../work.ts';
import { lockRequest, type Recipient, type Request } from './load-request.ts';

/** A notice that still holds, locked, with the rows of the actor's own side; names of the other side are not the actor's. */
export type OwnNotice = { found: Case; request: Request; member: Member; all: Recipient[]; own: Recipient[] };

/** Loads and locks a notice for an act of a đầu mối or leader; refused like what does not exist when it is not theirs to see. */
export async function ownNotice(
  work: Work,
  actor: Actor,
  requestId: number,
  act: Act,
): Promise<OwnNotice | Refused> {
  const locked = await lockRequest(work, requestId);
  const allowed = authorise(locked?.found, actor, act, work.now.toMillis());
  if (isRefused(allowed)) return allowed;
  const { request: asked, found } = locked!;
  if (asked.kind !== 'notice') return refuse('refused-not-found');
  if (asked.state === 'void') return refuse('notice-overtaken');
  const all = await work.tx
    .select()
    .from(recipient)
    .where(eq(recipient.requestId, requestId))
    .orderBy(asc(recipient.id));
  const own = all.filter((row) => row.side === allowed.member.side);
  return { found, request: asked, member: allowed.member, all, own };
}

/** The request behind a recipient; 0, which no row bears, when there is none in sight. */
export async function requestOfRecipient(work: Work, recipientId: number): Promise<number> {
  const [row] = await work.tx
    .select({ requestId: recipient.requestId })
    .from(recipient)
    .where(eq(recipient.id, recipientId));
  return row?.requestId ?? 0;
}

export type Listed = { requestId: number; code: string; pairId: number };

/** The notices that hold in these pairs, the latest first; `code` narrows to one code, `personId` to those who ask the person. */
export async function listNotices(
  work: Work,
  pairIds: number[],
  only: { code?: string; personId?: number } = {},
): Promise<Listed[]> {
  if (pairIds.length === 0) return [];
  const rows = await work.tx
    .selectDistinct({ requestId: request.id, code: inspection.code, pairId: request.pairId })
    .from(request)
    .innerJoin(inspection, eq(inspection.id, request.inspectionId))
    .innerJoin(recipient, eq(recipient.requestId, request.id))
    .where(
      and(
        inArray(request.pairId, pairIds),
        eq(request.kind, 'notice'),
        inArray(request.state, only.code === undefined ? ['open'] : ['open', 'met']),
        only.code === undefined ? undefined : eq(inspection.code, only.code),
        only.personId === undefined
          ? undefined
          : and(eq(recipient.personId, only.personId), isNull(recipient.replacedBy)),
      ),
    )
    .orderBy(desc(request.id));
  return rows.map((row) => ({ ...row, code: row.code ?? '' }));
}

/** A code as typed, or as it is written: ph-2026-1 and PH-2026-001 are one. Undefined: no code. */
export function codeOf(typed: string): string | undefined {
  const match = /^(?:ph)?[\s-]*(\d{4})[\s-]+(\d{1,6})$/i.exec(typed.trim());
  return match ? `PH-${match[1]}-${match[2]!.padStart(3, '0')}` : undefined;
}

/** A page of a choice among notices: the code, and the pair where the person stands in several. */
export function noticeButtons(
  actor: Actor,
  all: Listed[],
  page: number,
  does: { pick: (requestId: number) => ActionData; turn: (page: number) => ActionData },
): Button[] {
  const { shown, turns } = paged(all, page, does.turn);
  const listed = shown.map(({ item }) => item);
  const pairs = actor.members.filter(({ pairId }) => listed.some((one) => one.pairId === pairId));
  const short = shortNames(pairs.map(({ pairName }) => pairName));
  const nameOf = (pairId: number) => short[pairs.findIndex((member) => member.pairId === pairId)] ?? '';
  const choices = listed.map(({ requestId, code, pairId }) => {
    const label = actor.members.length > 1 ? `${code} · ${nameOf(pairId)}` : code;
    return { label: text('plain', { text: label }), does: does.pick(requestId) };
  });
  return [...choices, ...turns];
}
