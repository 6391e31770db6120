import type { Button, Message } from '../../domain/message.ts';
import type { OutboxRef, StepRef } from '../../domain/outbox.ts';
import { mayDo } from '../../domain/permission.ts';
import { act } from '../actions/index.ts';
import type { Claimed } from '../outbox/claim.ts';
import { button, text } from '../said.ts';
import { type Facts, sideOfReader } from './facts.ts';
import type { Composed } from './index.ts';

/** Within seven lines with the line that names who is away. */
const MOST_LINES = 6;

/** The row as a colleague who stands in may hear of it: nothing of a target that they belong to; undefined: nothing at all. */
export function withoutShut(facts: Facts, row: Claimed): Claimed | undefined {
  const { ref, personId } = row;
  const isShut = (one: { inspectionId?: number; exchangeId?: number }): boolean => {
    const shut = [
      ...(facts.cases.get(one.inspectionId ?? 0)?.shutPeople ?? []),
      ...(facts.exchanges.get(one.exchangeId ?? 0)?.shutPeople ?? []),
    ];
    return personId === null || shut.includes(personId);
  };
  const ledger = ref.ledger?.filter((one) => !isShut(one));
  if (ledger) return ledger.length > 0 ? { ...row, ref: { ...ref, ledger } } : undefined;
  const also = ref.also?.filter((one) => !isShut(one)) ?? [];
  if (!isShut(ref)) return { ...row, ref: withAlso(ref, also) };
  const [first, ...rest] = also;
  if (!first) return undefined;
  const { kind, ...own } = first;
  return { ...row, kind, ref: withAlso({ ...own, insteadOf: ref.insteadOf! }, rest) };
}

const withAlso = ({ also: _, ...ref }: OutboxRef, rest: StepRef[]): OutboxRef =>
  rest.length > 0 ? { ...ref, also: rest } : ref;

/**
 * What a person who is away is told, as their colleague reads it: marked with whose it is, and with no button that would answer
 * in that person's name. A đầu mối may record the word of the one who is away, as ever.
 */
export function asStandIn(facts: Facts, row: Claimed, made: Composed): Composed {
  if (!('message' in made)) return made;
  const name = facts.names.get(row.ref.insteadOf!) ?? '';
  const { lines, buttons } = made.message;
  const left = lines.length - MOST_LINES;
  const shown = left > 0 ? lines.slice(0, MOST_LINES - 1) : lines;
  const message: Message = {
    ...made.message,
    lines: [
      text('away-instead', { name }),
      ...shown,
      ...(left > 0 ? [text('steps-more', { count: left + 1 })] : []),
    ],
    buttons: [...waysIn(facts, buttons, row), ...recordButton(facts, row)],
  };
  return { ...made, message };
}

/** A notice is opened by those it asks; the colleague opens the card instead. */
function waysIn(facts: Facts, buttons: Button[], row: Claimed): Button[] {
  const ways = buttons.flatMap((one): Button[] => {
    if (!('does' in one)) return [];
    const [head, id] = one.does.split('.');
    if (head === 'card' || head === 'x' || head === 'xduty') return [one];
    const request = head === 'open' ? facts.requests.get(Number(id)) : undefined;
    return request ? [{ label: one.label, does: act('card', { id: request.inspectionId }) }] : [];
  });
  if (ways.length > 0) return ways;
  return row.ref.inspectionId === undefined
    ? []
    : [button('button-card', act('card', { id: row.ref.inspectionId }))];
}

function recordButton(facts: Facts, { kind, ref, personId, pairId }: Claimed): Button[] {
  const request = facts.requests.get(ref.requestId ?? 0);
  const reader = sideOfReader(facts, personId, pairId ?? 0);
  if (request?.kind !== 'notice' || !(kind === 'push' || kind === 'reminder') || ref.also) return [];
  return reader && mayDo(reader, 'notice.record')
    ? [button('button-record-for', act('record', { requestId: request.id }))]
    : [];
}
