import type { Button, Text } from '../../domain/message.ts';
import { type ActionName, act, argsOf } from '../actions/index.ts';
import type { Claimed } from '../outbox/claim.ts';
import { MOST_SHOWN, saysOf, thingsIn } from '../outbox/kinds.ts';
import { button, details, text } from '../said.ts';
import type { Composed } from './index.ts';
import type { Loaded } from './load-spoken-of.ts';

/** What only shows something. */
const OPENERS: readonly ActionName[] = [
  'open',
  'card',
  'x',
  'xl',
  'xduty',
  'clash.show',
  'rec.show',
  'plan.show',
  'planfind',
  'planone.show',
  'planquota',
  'head.show',
];

type Part = { row: Claimed; made: Composed };
type Line = { line: Text; open: Button | undefined };

/**
 * What was deferred for a person while they were away, as one message: a line and a way in each, and no button that acts. What was
 * answered or overtaken meanwhile is left out.
 */
export function composeWhileAway(loaded: Loaded, parts: Part[]): Composed {
  const lines = parts.flatMap(({ row, made }) =>
    'message' in made ? linesOf(loaded, row, made.message) : [],
  );
  if (lines.length === 0) return { skip: 'no longer due' };
  const shown = lines.slice(0, MOST_SHOWN);
  const left = lines.length - shown.length;
  return {
    message: details(
      [
        text('away-while', { count: lines.length }),
        ...shown.map((one) => one.line),
        left > 0 && text('steps-more', { count: left }),
      ],
      [
        ...eachOnce(shown.flatMap((one) => one.open ?? [])),
        button('button-away-tasks', act('viec', { page: 0 })),
      ],
    ),
    asksNothing: !parts.some(isAsking),
  };
}

const isAsking = ({ row, made }: Part): boolean =>
  'message' in made && !made.asksNothing && saysOf(row) === 'asks';

/** A proposal names itself in its second line, after whom it is addressed to; of steps that fell due together each is a line. */
function linesOf(loaded: Loaded, { kind, ref }: Claimed, said: { lines: Text[]; buttons: Button[] }): Line[] {
  const openers = said.buttons.filter(isOpener);
  if (('also' in ref && ref.also) || 'ledger' in ref)
    return said.lines.map((line, at) => ({ line, open: openers[Math.min(at, openers.length - 1)] }));
  const line = said.lines[kind === 'proposal' ? 1 : 0] ?? said.lines[0]!;
  return [{ line, open: openerOf(loaded, ref, openers[0]) }];
}

const isOpener = (one: Button): boolean =>
  'does' in one && OPENERS.some((name) => argsOf(name, one.does) !== undefined);

/** The way in, labelled by its code, since several stand together. */
function openerOf(loaded: Loaded, ref: Claimed['ref'], opener: Button | undefined): Button | undefined {
  const [own] = thingsIn(ref);
  const found = loaded.cases.get(own?.inspectionId ?? 0);
  const logged = loaded.exchanges.get(own?.exchangeId ?? 0);
  const does = opener && 'does' in opener ? opener.does : undefined;
  if (found)
    return {
      label: text('button-open-code', { code: found.inspection.code ?? '' }),
      does: does ?? act('card', { id: found.inspection.id }),
    };
  if (logged)
    return {
      label: text('button-open-code', { code: logged.entry.code }),
      does: does ?? act('x', { id: logged.entry.id }),
    };
  if (own?.headId) return button('button-head-show', act('head.show', { id: own.headId }));
  return opener;
}

const eachOnce = (buttons: Button[]): Button[] => [
  ...new Map(buttons.map((one) => [JSON.stringify(one), one])).values(),
];
