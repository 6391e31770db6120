import type { Button, Message } from '../../domain/message.ts';
import { mayDo } from '../../domain/permission.ts';
import { act, argsOf } from '../actions/index.ts';
import { type Claimed, claimedAs } from '../outbox/claim.ts';
import { thingsIn } from '../outbox/kinds.ts';
import type { StepRef } from '../outbox/refs.ts';
import { button, text } from '../said.ts';
import type { Composed } from './index.ts';
import { type Loaded, sideOfReader } from './load-spoken-of.ts';

/** Within seven lines with the line that names who is away. */
const MOST_LINES = 6;

/** The row as a colleague who stands in may hear of it: nothing of a target that they belong to; undefined: nothing at all. */
export function withoutShut(loaded: Loaded, row: Claimed): Claimed | undefined {
  const { personId } = row;
  const isShut = (one: { inspectionId?: number; exchangeId?: number }): boolean => {
    const shut = [
      ...(loaded.cases.get(one.inspectionId ?? 0)?.shutPeople ?? []),
      ...(loaded.exchanges.get(one.exchangeId ?? 0)?.shutPeople ?? []),
    ];
    return personId === null || shut.includes(personId);
  };
  if (row.kind === 'exchange-step') {
    const ledger = row.ref.ledger.filter((one) => !isShut(one));
    return ledger.length > 0 ? { ...row, ref: { ...row.ref, ledger } } : undefined;
  }
  const [own] = thingsIn(row.ref);
  if (!('also' in row.ref) || !row.ref.also) return isShut(own!) ? undefined : row;
  const { also, insteadOf, ...ref } = row.ref;
  const kept = also.filter((one) => !isShut(one));
  const steps: StepRef[] = isShut(own!) ? kept : [{ ...ref, kind: row.kind } as StepRef, ...kept];
  const [first, ...rest] = steps;
  if (!first) return undefined;
  const { kind, ...left } = first;
  return claimedAs(row, { kind, ref: { ...left, insteadOf, ...(rest.length > 0 ? { also: rest } : {}) } });
}

/**
 * What a person who is away is told, as their colleague reads it: marked with whose it is, and with no button that would answer
 * in that person's name. A đầu mối may record the word of the one who is away, as ever.
 */
export function asStandIn(loaded: Loaded, row: Claimed, made: Composed): Composed {
  if (!('message' in made)) return made;
  const name = loaded.names.get(row.ref.insteadOf!) ?? '';
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
    buttons: [...waysIn(loaded, buttons, row), ...recordButton(loaded, row)],
  };
  return { ...made, message };
}

/** A notice is opened by those it asks; the colleague opens the card instead. */
function waysIn(loaded: Loaded, buttons: Button[], row: Claimed): Button[] {
  const ways = buttons.flatMap((one): Button[] => {
    if (!('does' in one)) return [];
    if ((['card', 'x', 'xduty'] as const).some((name) => argsOf(name, one.does))) return [one];
    const opened = argsOf('open', one.does);
    const request = opened && loaded.requests.get(opened.requestId);
    return request ? [{ label: one.label, does: act('card', { id: request.inspectionId }) }] : [];
  });
  if (ways.length > 0) return ways;
  const [own] = thingsIn(row.ref);
  return own?.inspectionId === undefined
    ? []
    : [button('button-card', act('card', { id: own.inspectionId }))];
}

function recordButton(loaded: Loaded, row: Claimed): Button[] {
  if (!(row.kind === 'push' || row.kind === 'reminder') || 'also' in row.ref) return [];
  const request = loaded.requests.get(row.ref.requestId);
  const reader = sideOfReader(loaded, row.personId, row.pairId ?? 0);
  if (request?.kind !== 'notice') return [];
  return reader && mayDo(reader, 'notice.record')
    ? [button('button-record-for', act('record', { requestId: request.id }))]
    : [];
}
