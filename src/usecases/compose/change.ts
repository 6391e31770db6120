import type { Claimed } from '../outbox/claim.ts';
import { button, details, text } from '../said.ts';
import { codeText } from '../view/lines.ts';
import type { Facts } from './facts.ts';
import type { Composed } from './index.ts';

/** The other side is asked to confirm a change or a stop; what is asked stands in the card of the request. */
export function composeChange(facts: Facts, row: Claimed): Composed {
  const found = facts.cases.get(row.ref.inspectionId!);
  const request = facts.requests.get(row.ref.requestId!);
  if (!found || !request || request.state === 'void' || request.state === 'met') return { skip: 'no longer asked' };
  return {
    message: details(
      [text('change-asked', { code: codeText(found) })],
      [button('button-card', `card.${found.inspection.id}`)],
    ),
  };
}
