import { eq, inArray } from 'drizzle-orm';
import { answer, inspectionVersion, person, recipient } from '../../../db/schema/index.ts';
import type { Button, Message, Text } from '../../domain/message.ts';
import { tally } from '../../domain/quorum.ts';
import type { Answer } from '../../domain/request.ts';
import { otherSide, type Side } from '../../domain/side.ts';
import { act } from '../actions/index.ts';
import { authorise } from '../inspection/access.ts';
import type { Case } from '../inspection/load-case.ts';
import { eventOfRequest } from '../request/event-of-request.ts';
import type { Recipient, Request } from '../request/load-request.ts';
import { whoButtons } from '../request/who-buttons.ts';
import {
  button,
  details,
  instantArg,
  isRefused,
  nearArg,
  type Refused,
  refuse,
  strong,
  text,
} from '../said.ts';
import type { Actor, Member, Work } from '../work.ts';
import { codeText } from './lines.ts';
import { loadAsked } from './load-asked.ts';
import { item, joined, paged, plain } from './paged.ts';

type AnswerRow = typeof answer.$inferSelect;

/** Two lines above the names: code and tally, the other side's counts. */
const NAMES_A_PAGE = 4;

/**
 * "Ai đã phản hồi": one's own side by name, with delivered, opened and answered kept apart (R5) and how the answer came; the other side
 * only counts by answer (R6, C8). For the đầu mối and the leaders of either side.
 */
export async function whoAnswered(
  work: Work,
  actor: Actor,
  requestId: number,
  page: number,
): Promise<Message | Refused> {
  const asked = await loadAsked(work, requestId);
  const allowed = authorise(asked?.found, actor, 'notice.who', work.now.toMillis());
  if (isRefused(allowed)) return allowed;
  const { request } = asked!;
  const { found, member } = allowed;
  // A request of the other side alone (its leader's decision, say) is its inner matter.
  if (request.side !== null && request.side !== member.side) return refuse('refused-not-found');
  const rows = await work.tx
    .select()
    .from(recipient)
    .where(eq(recipient.requestId, requestId))
    .orderBy(recipient.id);
  const own = rows.filter((row) => row.side === member.side);
  const names = await namesOf(work, own);
  const answers = await answersOf(work, own);
  const list = paged(own, page, (to) => act('who', { requestId, page: to }), NAMES_A_PAGE);
  return details(
    [
      strong(await headLine(work, found, request, rows)),
      ...list.shown.map(({ item: row, n }) => personLine(row, n, names, answers.get(row.id), own)),
      ...acrossLine(found, rows, otherSide(member.side)),
    ],
    [...list.turns, ...(await nextButtons(work, allowed, request, rows, names))],
  );
}

async function nextButtons(
  work: Work,
  { found, member }: { found: Case; member: Member },
  request: Request,
  rows: Recipient[],
  names: Map<number, string>,
): Promise<Button[]> {
  const named = rows.map((row) => ({ ...row, name: names.get(row.personId) }));
  const eventAt = await eventOfRequest(work, found, request);
  const when = { leadSide: found.version.leadSide, eventAt, now: work.now };
  return [
    ...whoButtons(member, request, named, when),
    button('button-card', act('card', { id: found.inspection.id })),
  ];
}

async function headLine(work: Work, found: Case, request: Request, rows: Recipient[]): Promise<Text> {
  const [version] = await work.tx
    .select({ n: inspectionVersion.n })
    .from(inspectionVersion)
    .where(eq(inspectionVersion.id, request.versionId));
  return joined([
    codeText(found),
    text('who-version', { n: version!.n }),
    request.state === 'void' && text('who-void'),
    text('card-tally', { ...tally(rows), due: instantArg(request.dueAt) }),
  ]);
}

function personLine(
  row: Recipient,
  n: number,
  names: Map<number, string>,
  given: AnswerRow | undefined,
  own: Recipient[],
): Text {
  const name = (one: Recipient) => names.get(one.personId) || undefined;
  const replaced = row.substituteOf === null ? undefined : own.find((one) => one.id === row.substituteOf);
  const who = nameText(name(row));
  const standing = row.answeredAt ? answeredParts(row, given) : waitingParts(row);
  return item(n, [
    replaced ? text('who-stands-in', { name: who, replaced: nameText(name(replaced)) }) : who,
    text(`who-${row.capacity}`),
    ...standing,
    row.replacedBy !== null && text(row.replacedBy === row.id ? 'who-released' : 'who-replaced'),
  ]);
}

const nameText = (name: string | undefined): Text => (name ? plain(name) : text('view-erased'));

/** An answer stands with its instant and how it came; opened and delivered lie before it. */
function answeredParts(row: Recipient, given: AnswerRow | undefined): (Text | false)[] {
  const via = given?.via ?? 'tap';
  return [
    text(`answer-${row.answer!}`),
    text('who-at', { at: nearArg(row.answeredAt!) }),
    (given?.recordedBy != null || via !== 'tap') && text('who-recorded', { via: text(`via-${via}`) }),
    row.settledAt === null && text('who-unsettled'),
    row.openedAt === null && text('who-not-opened'),
  ];
}

function waitingParts(row: Recipient): Text[] {
  if (row.openedAt) return [text('who-opened', { at: nearArg(row.openedAt) })];
  if (row.deliveredAt) return [text('who-delivered', { at: nearArg(row.deliveredAt) })];
  return [text('who-undelivered')];
}

/** "Bên kia: 2 Tham gia · 1 chưa phản hồi": counts only, no names (C8). */
function acrossLine(found: Case, rows: Recipient[], side: Side): Text[] {
  const asked = rows.filter((row) => row.side === side && row.replacedBy === null);
  if (asked.length === 0) return [];
  const counts = new Map<Answer | 'silent', number>();
  for (const { answer: given } of asked)
    counts.set(given ?? 'silent', (counts.get(given ?? 'silent') ?? 0) + 1);
  const parts = [...counts].map(([given, count]) =>
    text('who-count', { count, answer: given === 'silent' ? text('who-silent') : text(`answer-${given}`) }),
  );
  return [text('who-across', { committee: found.committees[side].shortName, counts: joined(parts) })];
}

async function namesOf(work: Work, rows: Recipient[]): Promise<Map<number, string>> {
  if (rows.length === 0) return new Map();
  const ids = rows.map((row) => row.personId);
  const people = await work.tx
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(inArray(person.id, ids));
  return new Map(people.map((row) => [row.id, row.name]));
}

/** The last answer of each; whether it stands is in the recipient's row, and a void notice is read as it was. */
async function answersOf(work: Work, rows: Recipient[]): Promise<Map<number, AnswerRow>> {
  if (rows.length === 0) return new Map();
  const ids = rows.map((row) => row.id);
  const found = await work.tx
    .select()
    .from(answer)
    .where(inArray(answer.recipientId, ids))
    .orderBy(answer.id);
  return new Map(found.map((row) => [row.recipientId, row]));
}
