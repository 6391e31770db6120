import { and, eq, inArray } from 'drizzle-orm';
import { person, recipient, request } from '../../../db/schema/index.ts';
import { isLive } from '../../domain/inspection.ts';
import type { Button, Message, Text } from '../../domain/message.ts';
import { type Act, isLeader, mayDo, type Sides } from '../../domain/permission.ts';
import { tally } from '../../domain/quorum.ts';
import { authorise } from '../inspection/access.ts';
import { type Case, loadCase, loadSessions, loadSymbols, loadTeam } from '../inspection/load-case.ts';
import { isPendingKind } from '../inspection/propose-change-ask.ts';
import { lettersOf, type Offered } from '../letter/letters-of.ts';
import { button, details, instantArg, isRefused, type Refused, text } from '../said.ts';
import type { Actor, Member, Work } from '../work.ts';
import { changeLines } from './change-lines.ts';
import { codeText, contentLines, stateText } from './lines.ts';

type Requests = (typeof request.$inferSelect)[];

/** The card of an inspection as this person may see it: pair, state, content, what is open, and their buttons. */
export async function readCard(work: Work, actor: Actor, inspectionId: number): Promise<Message | Refused> {
  const allowed = authorise(
    await loadCase(work, inspectionId),
    actor,
    'inspection.view',
    work.now.toMillis(),
  );
  if (isRefused(allowed)) return allowed;
  const { found, member } = allowed;
  const open = await openRequests(work, found);
  return details(
    [
      text('card-head', { code: codeText(found), state: stateText(found), pair: found.pair.name }),
      ...(await changeLines(work, found)),
      ...contentLines(found, await loadSessions(work, found.version.id)),
      ...(await teamLine(work, found, member)),
      ...(await symbolLines(work, found)),
      ...(await requestLines(work, open)),
    ],
    buttons(found, member, open, await lettersOf(work, found, member.side)),
  );
}

async function openRequests(work: Work, found: Case): Promise<Requests> {
  return work.tx
    .select()
    .from(request)
    .where(
      and(eq(request.inspectionId, found.inspection.id), inArray(request.state, ['waiting', 'open', 'met'])),
    )
    .orderBy(request.id);
}

/** Names of one's own people; of the other side only how many (C8). */
async function teamLine(work: Work, found: Case, member: Member): Promise<Text[]> {
  const team = await loadTeam(work, found.inspection.id);
  if (team.length === 0) return [];
  const own = team.filter((one) => one.side === member.side).map((one) => one.personId);
  const names = own.length
    ? await work.tx.select({ name: person.name }).from(person).where(inArray(person.id, own))
    : [];
  const others = team.length - own.length;
  const lines: Text[] = names.length
    ? [text('card-team', { names: names.map((one) => one.name).join(', ') })]
    : [];
  return others > 0 ? [...lines, text('card-team-other', { count: others })] : lines;
}

async function symbolLines(work: Work, found: Case): Promise<Text[]> {
  const symbols = await loadSymbols(work, found.inspection.id);
  return symbols.map((one) =>
    text('card-symbol', {
      use: text(`symbol-${one.use}`),
      symbol: one.symbol,
      day: { day: one.documentDay },
    }),
  );
}

async function requestLines(work: Work, requests: Requests): Promise<Text[]> {
  const lines: Text[] = [];
  for (const one of requests) {
    if (one.kind === 'notice') {
      const rows = await work.tx.select().from(recipient).where(eq(recipient.requestId, one.id));
      lines.push(text('card-tally', { ...tally(rows), due: instantArg(one.dueAt) }));
    } else if (one.state === 'open')
      lines.push(text(`card-open-${one.kind}`, { due: instantArg(one.dueAt) }));
  }
  return lines;
}

type Offer = { act: Act; sides?: Sides; when: boolean; make: () => Button };

/** The buttons of a card by role and state; the use case behind each checks again. */
function buttons(found: Case, member: Member, requests: Requests, letters: Offered[]): Button[] {
  const { id, side: owner, state } = found.inspection;
  const base: Sides = { owner, lead: found.version.leadSide };
  const offers: Offer[] = [
    ...proposalOffers(found, requests, member),
    ...lifeOffers(found, requests),
    ...waitingOffers(requests, member),
    {
      act: 'letter.draft',
      when: letters.length > 0,
      make: () => button('button-letter', `letter.${id}`),
    },
  ];
  return offers
    .filter((offer) => offer.when && mayDo(member, offer.act, { ...base, ...offer.sides }))
    .map((offer) => offer.make())
    .concat(
      button('button-history', `history.${id}`),
      ...(state === 'draft' ? [] : [button('button-why', `why.${id}`)]),
    );
}

function proposalOffers(found: Case, requests: Requests, member: Member): Offer[] {
  const { id, state } = found.inspection;
  const proposal = requests.find((one) => one.kind === 'proposal' && one.state === 'open');
  const waiting = requests.some((one) => one.kind === 'proposal' && one.state === 'waiting');
  const asked: Sides = { asked: proposal?.side ?? undefined };
  const mayPropose = ['draft', 'countered', 'declined'].includes(state);
  return [
    {
      act: 'inspection.draft',
      when: mayPropose,
      make: () => button('button-propose', `propose.${id}`, 'success'),
    },
    { act: 'inspection.draft', when: mayPropose, make: () => button('button-edit', `edit.${id}`) },
    {
      act: 'inspection.recall',
      when: waiting,
      make: () => button('button-recall', `recall.${id}`, 'danger'),
    },
    { act: 'inspection.recall', when: waiting, make: () => button('button-send-now', `sendnow.${id}`) },
    {
      act: 'inspection.approve',
      when: state === 'awaiting_leader',
      make: () =>
        button(isLeader(member.role) ? 'button-approve' : 'button-record-approval', `approval.${id}`),
    },
    {
      act: 'proposal.decide',
      sides: asked,
      when: proposal !== undefined,
      make: () =>
        button(
          isLeader(member.role) ? 'button-decide' : 'button-record-decision',
          `decide.${proposal!.id}.ask`,
        ),
    },
    {
      act: 'inspection.approve',
      when: state === 'countered',
      make: () => button('button-accept-counter', `accept.${id}`, 'success'),
    },
    {
      act: 'not_held.propose',
      when: state === 'countered' || state === 'declined',
      make: () => button('button-not-held', `nothold.${id}`),
    },
  ];
}

/** In the minute before it crosses, the side that asks may take it back; the other side knows nothing of it. */
function waitingOffers(requests: Requests, member: Member): Offer[] {
  const waiting = requests.find(
    (one) => isPendingKind(one.kind) && one.state === 'waiting' && one.side !== member.side,
  );
  if (!waiting) return [];
  const act = 'change.propose';
  return [
    { act, when: true, make: () => button('button-recall', `takeback.${waiting.id}`, 'danger') },
    { act, when: true, make: () => button('button-send-now', `crossnow.${waiting.id}`) },
  ];
}

function lifeOffers(found: Case, requests: Requests): Offer[] {
  const { id, state } = found.inspection;
  const notice = requests.find((one) => one.kind === 'notice');
  const pending = requests.find((one) => isPendingKind(one.kind) && one.state === 'open');
  const live = isLive(state);
  return [
    {
      act: 'change.confirm',
      sides: { asked: pending?.side ?? undefined },
      when: pending !== undefined,
      make: () => button('button-confirm-asked', `pending.${pending!.id}`, 'primary'),
    },
    { act: 'symbol.attach', when: live, make: () => button('button-symbol', `symbol.${id}`) },
    { act: 'change.propose', when: live && !pending, make: () => button('button-change', `change.${id}`) },
    { act: 'stop.propose', when: live && !pending, make: () => button('button-stop', `stop.${id}`) },
    { act: 'team.set', when: live, make: () => button('button-team', `team.${id}`) },
    { act: 'notice.who', when: notice !== undefined, make: () => button('button-who', `who.${notice!.id}`) },
    {
      act: 'inspection.start',
      when: state === 'agreed' || state === 'official',
      make: () => button('button-start', `begin.${id}`),
    },
    {
      act: 'inspection.conclude',
      when: state === 'under_way',
      make: () => button('button-conclude', `conclude.${id}`),
    },
  ];
}
