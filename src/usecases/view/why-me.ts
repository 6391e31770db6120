import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm';
import { auditEntry, inspectionVersion, recipient, request } from '../../../db/schema/index.ts';
import type { Message, Text } from '../../domain/message.ts';
import { act } from '../actions/index.ts';
import { caseFor } from '../inspection/access.ts';
import type { Case } from '../inspection/load-case.ts';
import { roleText } from '../link/messages.ts';
import { button, details, instantArg, isRefused, type Refused, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { codeText } from './lines.ts';
import { joined } from './paged.ts';

/** Three lines each: two fit below the head. */
const SHOWN = 2;

/**
 * "Vì sao tôi nhận": in which capacity this person is asked, since when, about which version and by which rule, the latest first; who is
 * not asked reads as whom they may see it. Names the entry of the chain that tells of the asking, where both sides may know it.
 */
export async function whyMe(work: Work, actor: Actor, inspectionId: number): Promise<Message | Refused> {
  const allowed = await caseFor(work, actor, inspectionId, 'inspection.view');
  if (isRefused(allowed)) return allowed;
  const { found, member } = allowed;
  const mine = await askedOf(work, actor, inspectionId);
  const entries = await entriesOfAsking(work, found);
  const head = text('why-head', { code: codeText(found) });
  const lines =
    mine.length > 0
      ? mine.flatMap((asked) => reasonLines(asked, entries.get(asked.request.id)))
      : [text('why-viewer', { role: roleText(member.role), pair: found.pair.name })];
  return details([head, ...lines], [button('button-card', act('card', { id: inspectionId }))]);
}

/** What was recalled before it crossed is not among them. */
const askedOf = (work: Work, actor: Actor, inspectionId: number) =>
  work.tx
    .select({ recipient, request, n: inspectionVersion.n })
    .from(recipient)
    .innerJoin(request, and(eq(request.pairId, recipient.pairId), eq(request.id, recipient.requestId)))
    .innerJoin(inspectionVersion, eq(inspectionVersion.id, request.versionId))
    .where(
      and(
        eq(request.inspectionId, inspectionId),
        eq(recipient.personId, actor.personId),
        ne(request.state, 'waiting'),
      ),
    )
    .orderBy(desc(request.id))
    .limit(SHOWN);

type Asked = Awaited<ReturnType<typeof askedOf>>[number];

const reasonLines = ({ recipient: mine, request: asked, n }: Asked, entry: number | undefined): Text[] => [
  joined([
    text(`why-kind-${asked.kind}`),
    text('why-since', { at: instantArg(asked.askedAt) }),
    text('who-version', { n }),
    asked.state === 'void' && text('who-void'),
    entry !== undefined && text('why-entry', { seq: entry }),
  ]),
  text(`why-rule-${mine.capacity}`),
  text(`why-due-${asked.dueSource}`, { due: instantArg(asked.dueAt) }),
];

/** Of what went to both sides; what a side asks its own leader stands in the chain without its request. */
const ASKING = ['notice.issued', 'proposal.crossed', 'change.crossed', 'stop.crossed', 'not_held.crossed'];

/** By request: the number of the entry in the pair's chain. */
async function entriesOfAsking(
  work: Work,
  { inspection: { id, pairId } }: Case,
): Promise<Map<number, number>> {
  const rows = await work.tx
    .select({ seq: auditEntry.seq, body: auditEntry.body })
    .from(auditEntry)
    .where(
      and(eq(auditEntry.pairId, pairId), eq(auditEntry.inspectionId, id), inArray(auditEntry.type, ASKING)),
    )
    .orderBy(asc(auditEntry.seq));
  return new Map(rows.map(({ seq, body }) => [(JSON.parse(body) as { request: number }).request, seq]));
}
