import type { Button, Message } from '../../domain/message.ts';
import { otherSide, type Side } from '../../domain/side.ts';
import type { TextKey } from '../../locales/keys.ts';
import { act } from '../actions/index.ts';
import type { Claimed } from '../outbox/claim.ts';
import type { OutcomeNote } from '../outbox/refs.ts';
import type { Recipient } from '../request/load-request.ts';
import { button, datedArg, details, text } from '../said.ts';
import { codeText, sessionLine, windowLine } from '../view/lines.ts';
import type { Composed } from './index.ts';
import { type Loaded, sideOfReader } from './load-spoken-of.ts';

/** What a đầu mối or leader is told of: each note names a text; `card` offers the card. */
const NOTES: Record<OutcomeNote, TextKey> = {
  crossed: 'outcome-crossed',
  received: 'outcome-received',
  direct_talk: 'outcome-direct-talk',
  agreed: 'outcome-agreed',
  countered: 'outcome-countered',
  declined: 'outcome-declined',
  official: 'outcome-official',
  approved: 'outcome-approved',
  not_approved: 'outcome-not-approved',
  opinion: 'outcome-opinion',
  change_confirmed: 'outcome-change-confirmed',
  scheduled: 'outcome-scheduled',
  change_refused: 'outcome-change-refused',
  stop_asked: 'outcome-stop-asked',
  stopped: 'outcome-stopped',
  stop_refused: 'outcome-stop-refused',
  not_held_asked: 'outcome-not-held-asked',
  not_held: 'outcome-not-held',
  not_held_refused: 'outcome-not-held-refused',
  started: 'outcome-started',
  concluded: 'outcome-concluded',
  result: 'outcome-result',
  result_corrected: 'outcome-result-corrected',
  substitute_asked: 'outcome-substitute-asked',
  substitute_set: 'substitute-told',
  recorded: 'outcome-recorded',
  team_role: 'outcome-team-role',
  unreached: 'outcome-unreached',
};

/** Something happened to an inspection: one sentence, the reason where there is one, and the card behind a button. */
export function composeOutcome(loaded: Loaded, row: Claimed<'outcome'>): Composed {
  const found = loaded.cases.get(row.ref.inspectionId);
  if (!found) return { skip: 'gone' };
  const request = row.ref.requestId === undefined ? undefined : loaded.requests.get(row.ref.requestId);
  const other = found.committees[otherOf(loaded, row, found.inspection.side)].shortName;
  const role = loaded.teamRole(row.ref.inspectionId, row.personId);
  if (row.ref.note === 'team_role' && !role) return { skip: 'no longer on the team' };
  const who = row.ref.recipientId === undefined ? undefined : loaded.recipientById.get(row.ref.recipientId);
  const made: Message = details(
    [
      text(NOTES[row.ref.note], {
        code: codeText(found),
        other,
        lead: found.committees[found.version.leadSide].shortName,
        due: request ? datedArg(request.dueAt) : '',
        name: who ? (loaded.names.get(who.personId) ?? '') : '',
        substitute: substituteName(loaded, who),
        ...(role ? { role: text(`team-role-${role}`) } : {}),
      }),
      reasonLine(loaded, row, found),
      row.ref.note === 'countered' && windowLine(found),
      ...(row.ref.note === 'scheduled' && found.pair.policy.fullNotices
        ? (loaded.sessions.get(found.inspection.id) ?? []).map(sessionLine)
        : []),
    ],
    [...doneFrom(row, who), button('button-card', act('card', { id: found.inspection.id }))],
  );
  return { message: made };
}

/** What is asked of its reader is done with one tap, while it still waits. */
function doneFrom(row: Claimed<'outcome'>, who: Recipient | undefined): Button[] {
  if (!who || who.settledAt !== null || who.replacedBy !== null) return [];
  if (row.ref.note === 'substitute_asked' && who.answer === 'substitute_asked')
    return [button('button-assign', act('assign', { recipientId: who.id }), 'primary')];
  return row.ref.note === 'opinion'
    ? [button('button-settle-opinion', act('settle', { recipientId: who.id }), 'primary')]
    : [];
}

const substituteName = (loaded: Loaded, who: Recipient | undefined): string => {
  const stands = who?.replacedBy ? loaded.recipientById.get(who.replacedBy) : undefined;
  return stands ? (loaded.names.get(stands.personId) ?? '') : '';
};

function otherOf(loaded: Loaded, row: Claimed<'outcome'>, owner: Side): Side {
  return otherSide(sideOfReader(loaded, row.personId, row.pairId)?.side ?? owner);
}

/** The reason given with a counter-proposal, or a member's opinion. */
function reasonLine(
  loaded: Loaded,
  row: Claimed<'outcome'>,
  found: NonNullable<ReturnType<Loaded['cases']['get']>>,
) {
  const given = row.ref.recipientId === undefined ? undefined : loaded.answers.get(row.ref.recipientId);
  const reason = given?.reason ?? (row.ref.note === 'countered' ? found.version.reason : null);
  const words = given?.reasonText ?? (row.ref.note === 'countered' ? found.version.reasonText : null);
  if (words) return text('card-reason', { reason: words });
  return reason ? text('card-reason', { reason: text(`reason-${reason}`) }) : undefined;
}
