import { act } from '../actions/index.ts';
import type { Claimed } from '../outbox/claim.ts';
import { button, details, instantArg, text } from '../said.ts';
import {
  codeText,
  contentLines,
  coveredLines,
  fitLines,
  isDownward,
  kindText,
  leadLine,
  otherName,
  outside,
  sessionLine,
  toneFrom,
} from '../view/lines.ts';
import type { Composed } from './index.ts';
import type { Loaded } from './load-spoken-of.ts';

/** The proposal as the other side's đầu mối reads it; downward items are received or reported on, never declined. */
export function composeProposal(loaded: Loaded, row: Claimed<'proposal'>): Composed {
  const found = loaded.cases.get(row.ref.inspectionId);
  const request = loaded.requests.get(row.ref.requestId);
  if (!found || !request || request.state === 'void') return { skip: 'recalled' };
  if (request.state === 'met') return { skip: 'answered' };
  const { side } = found.inspection;
  const asked = side === 'a' ? 'b' : 'a';
  const tone = toneFrom(found.pair.relation, side);
  return {
    message: details(
      fitLines([
        text('proposal-to', { committee: found.committees[asked].shortName }),
        text('proposal-asks', {
          code: codeText(found),
          committee: found.committees[side].shortName,
          tone,
          kind: { lower: kindText(found) },
          target: { strong: outside(found) },
        }),
        ...(found.version.subject ? [text('card-subject', { subject: found.version.subject })] : []),
        ...coveredLines(found.version),
        leadLine(found),
        text('card-window-planned', {
          window: { strong: { window: [found.version.windowFrom, found.version.windowTo] } },
        }),
        ...(loaded.sessions.get(found.inspection.id) ?? []).map(sessionLine),
        text('proposal-answer-by', { tone, due: { strong: instantArg(request.dueAt) } }),
      ]),
      isDownward(found) ? downwardButtons(request.id) : peerButtons(request.id),
    ),
  };
}

const peerButtons = (requestId: number) => [
  button('button-received', act('receive', { requestId }), 'primary'),
  button('button-to-leader', act('leader', { requestId })),
  button('button-talk', act('talk', { requestId })),
];

const downwardButtons = (requestId: number) => [
  button('button-received', act('decide', { requestId, decision: 'agreed' }), 'primary'),
  button('button-report', act('decide', { requestId, decision: 'countered' })),
];

/** A leader is asked to decide on what the other side proposes. */
export function composeDecision(loaded: Loaded, row: Claimed<'decision'>): Composed {
  const found = loaded.cases.get(row.ref.inspectionId);
  const request = loaded.requests.get(row.ref.requestId);
  if (!found || request?.state !== 'open') return { skip: 'decided' };
  return {
    message: details(
      fitLines([
        text('decision-asks', {
          code: codeText(found),
          committee: found.committees[found.inspection.side].shortName,
        }),
        ...contentLines(found, loaded.sessions.get(found.inspection.id) ?? []),
        text('decision-by', { due: { strong: instantArg(request.dueAt) } }),
      ]),
      decisionButtons(request.id),
    ),
  };
}

export const decisionButtons = (requestId: number) => [
  button('button-agree', act('decide', { requestId, decision: 'agreed' }), 'success'),
  button('button-counter', act('decide', { requestId, decision: 'countered' })),
  button('button-decline', act('decide', { requestId, decision: 'declined' })),
];

/** One's own leader is asked before a proposal crosses. */
export function composeApproval(loaded: Loaded, row: Claimed<'approval'>): Composed {
  const found = loaded.cases.get(row.ref.inspectionId);
  const request = loaded.requests.get(row.ref.requestId);
  if (!found || request?.state !== 'open') return { skip: 'decided' };
  return {
    message: details(
      fitLines([
        text('approval-asks', {
          code: codeText(found),
          other: otherName(found, found.inspection.side),
        }),
        ...contentLines(found, loaded.sessions.get(found.inspection.id) ?? []),
      ]),
      [
        button('button-approve', act('approve', { requestId: request.id, word: 'yes' }), 'success'),
        button('button-not-approve', act('approve', { requestId: request.id, word: 'no' })),
      ],
    ),
  };
}
