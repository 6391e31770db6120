import type { Text } from '../../domain/message.ts';
import { isAbove, otherSide, type Relation, type Side } from '../../domain/side.ts';
import type { Case, Session } from '../inspection/load-case.ts';
import { instantArg, text } from '../said.ts';

/** How a side addresses the other under the agreement: to peers, upward, downward. */
export function toneFrom(relation: Relation, side: Side): 'peer' | 'up' | 'down' {
  if (relation === 'peers') return 'peer';
  return isAbove(relation, side) ? 'down' : 'up';
}

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

/** What the inspection is, line by line, for a private and protected message. */
export function contentLines(found: Case, sessions: Session[]): Text[] {
  const { version } = found;
  return [
    text('card-target', { target: found.target.name }),
    text('card-kind', { kind: kindText(found) }),
    ...(version.subject ? [text('card-subject', { subject: version.subject })] : []),
    leadLine(found),
    text('card-mode', { mode: text(`mode-${version.mode}`), body: text(`body-${version.subjectBody}`) }),
    text('card-window', { window: { window: [version.windowFrom, version.windowTo] } }),
    ...sessions.map(sessionLine),
  ];
}

export const sessionLine = (session: Session): Text =>
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
