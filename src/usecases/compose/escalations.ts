import type { Claimed } from '../outbox/claim.ts';
import { stepsOf } from '../outbox/kinds.ts';
import type { StepRef } from '../outbox/refs.ts';
import { details, message, text } from '../said.ts';
import { type Part, partOf } from './escalation-parts.ts';
import type { Composed } from './index.ts';
import type { Loaded } from './load-spoken-of.ts';

/** With a line for what is left out, a message stays within seven lines. */
const MOST_PARTS = 6;

/**
 * What fell due for a person, as one message (R14): each part is looked at again before it goes (R6). One alone is said in
 * full; several are a line and a button each.
 */
export function composeSteps(loaded: Loaded, row: Claimed<StepRef['kind']>): Composed {
  const parts = stepsOf(row).map((ref) => partOf(loaded, row.personId, ref));
  const said = parts.filter((part): part is Part => !('skip' in part));
  const asksNothing = !said.some((part) => part.asks);
  if (said.length > 1) return { message: severalParts(said), asksNothing };
  const [only] = said;
  if (!only) return parts[0] as { skip: string };
  return { message: (only.isPrivate ? details : message)(only.lines, only.buttons), asksNothing };
}

function severalParts(parts: Part[]) {
  const shown = parts.slice(0, MOST_PARTS);
  const left = parts.length - shown.length;
  return message(
    [...shown.map((part) => part.short), left > 0 && text('steps-more', { count: left })],
    shown.map((part) => part.open),
  );
}
