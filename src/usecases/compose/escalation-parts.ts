import type { ActionData, Button, Text } from '../../domain/message.ts';
import { tally } from '../../domain/quorum.ts';
import { otherSide, type Side } from '../../domain/side.ts';
import type { TextKey } from '../../locales/keys.ts';
import { act } from '../actions/index.ts';
import type { Case } from '../inspection/load-case.ts';
import type { StepRef } from '../outbox/refs.ts';
import type { Recipient, Request } from '../request/load-request.ts';
import { button, datedArg, text } from '../said.ts';
import { codeText } from '../view/lines.ts';
import { someNames } from '../view/some-names.ts';
import { type Loaded, sideOfReader } from './load-spoken-of.ts';

/** One step as it is said: alone by its lines and buttons, among others by one line and one button; `asks`: something of its reader. */
export type Part = {
  lines: Text[];
  short: Text;
  buttons: Button[];
  open: Button;
  isPrivate: boolean;
  asks: boolean;
};

type About = {
  loaded: Loaded;
  found: Case;
  request: Request;
  rows: Recipient[];
  mine: Recipient | undefined;
  side: Side;
};

const SAY: Record<StepRef['kind'], (about: About) => Part | { skip: string }> = {
  reminder: sayReminder,
  'own-leader': sayOwnLeader,
  across: sayAcross,
  'day-before': sayDayBefore,
};

/** What a step says to its reader now, or why nothing any more. */
export function partOf(loaded: Loaded, personId: number | null, ref: StepRef): Part | { skip: string } {
  const found = loaded.cases.get(ref.inspectionId);
  const request = loaded.requests.get(ref.requestId);
  const reader = found && sideOfReader(loaded, personId, found.inspection.pairId);
  if (!found || !request || !reader) return { skip: 'gone' };
  if (request.state === 'void') return { skip: 'overtaken by a change' };
  if (request.state !== 'open' && ref.kind !== 'day-before') return { skip: 'no longer asked' };
  const mine = ref.recipientId === undefined ? undefined : loaded.recipientById.get(ref.recipientId);
  const rows = (loaded.recipients.get(request.id) ?? []).filter(
    (row) => row.replacedBy === null && !loaded.unreached.has(row.id),
  );
  return SAY[ref.kind]({ loaded, found, request, rows, mine, side: reader.side });
}

function sayReminder({ loaded, found, request, mine }: About): Part | { skip: string } {
  if (!mine) return { skip: 'gone' };
  const isNotice = request.kind === 'notice';
  if (isNotice && (mine.answeredAt !== null || mine.replacedBy !== null)) return { skip: 'answered' };
  const isLate = request.dueAt <= loaded.now;
  const said = text(reminderKey(request, mine, isLate), {
    code: codeText(found),
    due: datedArg(request.dueAt),
    begins: beginOf(loaded, found),
  });
  const isLaterOffered = isNotice && !isLate && !request.urgent;
  return part(found, [said], {
    opens: isNotice ? act('open', { requestId: request.id }) : undefined,
    more: isLaterOffered ? [button('button-later', act('later', { requestId: request.id }))] : [],
  });
}

/** The first session that is to come, else the first day. */
function beginOf(loaded: Loaded, found: Case): Text {
  const first = nextSession(loaded, found);
  return first
    ? text('begins-session', { at: datedArg(first.startsAt) })
    : text('begins-day', { day: { day: found.version.windowFrom } });
}

const nextSession = (loaded: Loaded, found: Case) =>
  (loaded.sessions.get(found.inspection.id) ?? []).find((one) => one.startsAt > loaded.now);

/** A substitute was asked after the others: the common deadline is not held against them. */
function reminderKey(request: Request, mine: Recipient, isLate: boolean): TextKey {
  if (request.urgent) return 'reminder-urgent';
  if (!isLate) return 'reminder';
  return mine.capacity === 'substitute' ? 'reminder-substitute' : 'reminder-late';
}

/** One's own leader learns who on their own side has not answered, and for whom a substitute is to be named. */
function sayOwnLeader({ loaded, found, request, rows, side }: About): Part | { skip: string } {
  const args = { code: codeText(found), due: datedArg(request.dueAt) };
  if (request.kind === 'approval') return part(found, [text('own-leader-approval', args)]);
  if (request.kind !== 'notice')
    return part(found, [text('own-leader-reply', { ...args, other: nameOf(found, otherSide(side)) })]);
  const own = rows.filter((row) => row.side === side && row.settledAt === null);
  const silent = own.filter((row) => row.answeredAt === null);
  const leaving = own.filter((row) => row.answer === 'substitute_asked');
  const opinions = own.filter((row) => row.answer === 'opinion');
  if (own.length === 0) return { skip: 'nobody is silent' };
  const names = (of: Recipient[]) => someNames(of.map((row) => loaded.names.get(row.personId) ?? ''));
  const lines = [
    ...(silent.length ? [text('own-leader', { ...args, count: silent.length })] : []),
    ...(silent.length ? [text('own-leader-names', { names: names(silent) })] : []),
    ...(leaving.length ? [text('own-leader-substitute', { ...args, names: names(leaving) })] : []),
    ...(opinions.length ? [text('own-leader-opinion', { ...args, names: names(opinions) })] : []),
  ];
  const more = leaving
    .slice(0, 1)
    .map((row) => button('button-assign', act('assign', { recipientId: row.id }), 'primary'));
  const short = silent.length ? lines[0]! : text('own-leader-open', { ...args, count: own.length });
  return part(found, lines, { more, short, isPrivate: true });
}

/** The other committee's word, without names and without blame: to the side that is waited for, and to the side that waits (R6). */
function sayAcross({ loaded, found, request, rows, side }: About): Part | { skip: string } {
  const isNotice = request.kind === 'notice';
  const isWaitedFor = (of: Side) =>
    isNotice ? rows.some((row) => row.side === of && row.settledAt === null) : request.side === of;
  const args = { code: codeText(found), due: datedArg(request.dueAt) };
  const other = nameOf(found, otherSide(side));
  const asks = isWaitedFor(side);
  if (!asks && !isWaitedFor(otherSide(side))) return { skip: 'nobody is silent' };
  if (!isNotice)
    return part(found, [text(asks ? 'across-reply' : 'across-waiting-reply', { ...args, other })], { asks });
  const standing = bothTallies(found, side, loaded.recipients.get(request.id) ?? []);
  return part(found, [text(asks ? 'across' : 'across-waiting', { ...args, other, standing })], { asks });
}

/** "UBKT ĐU CAT 1/3, UBKT Tỉnh uỷ 2/4", one's own first: one line says where both sides stand. */
function bothTallies(found: Case, side: Side, all: Recipient[]): Text {
  const of = (one: Side) => tally(all.filter((row) => row.side === one));
  const [own, theirs] = [of(side), of(otherSide(side))];
  return text('across-standing', {
    own: nameOf(found, side),
    ownAnswered: own.answered,
    ownAsked: own.asked,
    other: nameOf(found, otherSide(side)),
    otherAnswered: theirs.answered,
    otherAsked: theirs.asked,
  });
}

/** The day before, to the team only: the place is behind the button (C7). */
function sayDayBefore({ loaded, found, request }: About): Part | { skip: string } {
  const first = nextSession(loaded, found);
  if (!first && found.version.windowFrom < loaded.now.toISODate()!) return { skip: 'begun' };
  const said = first
    ? text('day-before-session', { code: codeText(found), at: datedArg(first.startsAt) })
    : text('day-before', { code: codeText(found), day: { day: found.version.windowFrom } });
  return part(found, [said], { opens: act('open', { requestId: request.id }) });
}

const nameOf = (found: Case, side: Side): string => found.committees[side].shortName;

type Extra = {
  opens?: ActionData | undefined;
  more?: Button[];
  short?: Text;
  isPrivate?: boolean;
  asks?: boolean;
};

function part(
  found: Case,
  lines: Text[],
  { opens, more = [], short, isPrivate = false, asks = true }: Extra = {},
): Part {
  const does = opens ?? act('card', { id: found.inspection.id });
  const first = button(
    opens ? 'button-open' : 'button-card',
    does,
    more.some(isPrimary) ? undefined : 'primary',
  );
  const open: Button = { label: text('button-open-code', { code: codeText(found) }), does };
  return {
    lines,
    short: short ?? lines[0]!,
    buttons: [...more.filter(isPrimary), first, ...more.filter((one) => !isPrimary(one))],
    open,
    isPrivate,
    asks,
  };
}

const isPrimary = (one: Button): boolean => 'does' in one && one.style === 'primary';
