import type { PlannedSession } from '../../domain/change.ts';
import type { Covered } from '../../domain/covered.ts';
import type { Kind } from '../../domain/kinds.ts';
import type { Arg, Text } from '../../domain/message.ts';
import { isAbove, otherSide, type Relation, type Side } from '../../domain/side.ts';
import type { Case, Session } from '../inspection/load-case.ts';
import { instantArg, strong, text } from '../said.ts';
import { joined } from './paged.ts';
import { targetOf, textOutside } from './target-text.ts';

/** How a side addresses the other under the agreement: to peers, upward, downward. */
export function toneFrom(relation: Relation, side: Side): 'peer' | 'up' | 'down' {
  if (relation === 'peers') return 'peer';
  return isAbove(relation, side) ? 'down' : 'up';
}

/** What the level above proposes is received or reported on, never declined. */
export const isDownward = (found: Case): boolean => isAbove(found.pair.relation, found.inspection.side);

/** The committee across from a side, as people call it. */
export const otherName = ({ committees }: Pick<Case, 'committees'>, side: Side): string =>
  committees[otherSide(side)].shortName;

export const kindText = (found: Case): Text => text(`kind-${found.version.kind}`);
export const stateText = (found: Case): Text => text(`state-${found.inspection.state}`);

/** "Chủ trì: UBKT … · Phối hợp: UBKT …", with "(dự kiến)" until agreed. */
export function leadLine(found: Case): Text {
  const lead = found.version.leadSide;
  const isPlanned = ['draft', 'awaiting_leader', 'proposed', 'countered', 'declined'].includes(
    found.inspection.state,
  );
  return text(isPlanned ? 'card-lead-planned' : 'card-lead', {
    lead: found.committees[lead].shortName,
    partner: found.committees[otherSide(lead)].shortName,
  });
}

/** Kind and target in one line, seen first: "Giám sát chuyên đề: Chi bộ Y". */
export const whatLine = (found: Case, target = targetOf(found)): Text =>
  strong(text('card-what', { kind: kindText(found), target }));

/** The target as it is named where others may see it. */
export const outside = ({ target, parentName, version }: Case): Text =>
  textOutside(target.name, parentName, version);

export const windowLine = ({ version: { kind, windowFrom, windowTo } }: Case): Text =>
  windowText(kind, { strong: { window: [windowFrom, windowTo] } });

/** The days on which it is held: "Thời gian giám sát: …", "Thời gian kiểm tra: …", and of what is neither "Thời gian: …". */
export function windowText(kind: Kind, window: Arg): Text {
  if (kind.endsWith('_supervision')) return text('card-window-supervision', { window });
  const isNeither = kind === 'denunciation' || kind === 'discipline_complaint';
  return text(isNeither ? 'card-window' : 'card-window-inspection', { window });
}

/** What it is and when: what a person looks for. */
export const mainLines = (found: Case): Text[] => [whatLine(found), windowLine(found)];

/** What else belongs to it, a fact a line; the usual mode goes without saying. */
export const restLines = (found: Case, sessions: Session[]): Text[] => [
  leadLine(found),
  ...sessions.map(sessionLine),
  ...subjectLines(found),
];

function subjectLines({ version }: Case): Text[] {
  const { mode, subject, subjectBody } = version;
  const isUsual = mode === 'coordinate' && subjectBody === 'inspection_committee';
  return [
    ...(subject ? [text('card-subject', { subject })] : []),
    ...coveredLines(version),
    ...(isUsual
      ? []
      : [text('card-mode', { mode: text(`mode-${mode}`), body: text(`body-${subjectBody}`) })]),
  ];
}

/** The period that is looked into, as people say it; undefined: it was not said. */
export function coveredText({ coveredFrom, coveredTo }: Covered): Text | undefined {
  if (coveredFrom === null) return undefined;
  return coveredTo === null
    ? text('covered-since', { day: { date: coveredFrom } })
    : text('plain', { text: { days: [coveredFrom, coveredTo] } });
}

/** The same as a line of its own. */
export function coveredLines(covered: Covered): Text[] {
  const said = coveredText(covered);
  return said ? [text('card-covered', { covered: said })] : [];
}

/** What the inspection is, line by line, for a private and protected push. */
export const contentLines = (found: Case, sessions: Session[]): Text[] => [
  whatLine(found, outside(found)),
  windowLine(found),
  ...restLines(found, sessions),
];

/** People read at most this many lines. */
const MOST_LINES = 7;

/** Lines that a person sees at once, and those folded away under them. */
export const foldedLines = (lines: Text[], rest: Text[] = []): { lines: Text[]; more: Text[] } => ({
  lines: lines.slice(0, MOST_LINES),
  more: [...lines.slice(MOST_LINES), ...rest],
});

/** The same in at most seven lines: neighbours are joined, the later ones first; the head stands alone. */
export function fitLines(lines: Text[]): Text[] {
  const groups = lines.map((line) => [line]);
  while (groups.length > MOST_LINES) {
    const sizes = groups.slice(1, -1).map((group, i) => group.length + groups[i + 2]!.length);
    const at = sizes.lastIndexOf(Math.min(...sizes)) + 1;
    groups.splice(at, 2, [...groups[at]!, ...groups[at + 1]!]);
  }
  return groups.map(joined);
}

export const sessionLine = (session: PlannedSession): Text =>
  text('card-session', {
    kind: text(`session-${session.kind}`),
    at: instantArg(session.startsAt),
    place: session.place,
  });

/** The code, or "Dự thảo" with its number while there is none. */
export const codeText = (found: Case): Text =>
  found.inspection.code
    ? text('card-code', { code: found.inspection.code })
    : text('card-draft', { id: found.inspection.id });
