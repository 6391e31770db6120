import type { Message } from '../../domain/message.ts';
import type { OutboxKind } from '../../domain/outbox-kind.ts';
import { partsOf } from '../absence/gather-deferred.ts';
import { composeBoard } from '../digest/board.ts';
import { composeDigest } from '../digest/compose-digest.ts';
import type { Claimed } from '../outbox/claim.ts';
import type { Work } from '../work.ts';
import { composeChainHead } from './chain-head.ts';
import { composeChange } from './change.ts';
import { dropOvertaken } from './drop-overtaken.ts';
import { composeSteps } from './escalations.ts';
import { composeFile } from './file.ts';
import { composeGroupEvent } from './group-event.ts';
import { composeExchange, composeExchangeNews, composeExchangeState, composeLedgerSteps } from './ledger.ts';
import { type Loaded, loadSpokenOf } from './load-spoken-of.ts';
import { composePush } from './notice.ts';
import { composeOutcome } from './outcome.ts';
import { composePlan } from './plan.ts';
import { composePlanFinding } from './plan-finding.ts';
import { composeApproval, composeDecision, composeProposal } from './proposal.ts';
import { asStandIn, withoutShut } from './stand-in.ts';
import { composeWhileAway } from './while-away.ts';

/** The name in ASCII letters; the bytes are never stored. `isPicture`: shown in the chat, not as a file. */
export type MadeFile = { name: string; bytes: Uint8Array; isPicture?: boolean };

/**
 * What goes out for a row, or why nothing does any more. A message with a file is its caption; a `fault` is
 * for the log; `asksNothing`: as things stand now it only informs, whatever its kind asks (R15).
 */
export type Composed =
  | { message: Message; file?: MadeFile; fault?: unknown; asksNothing?: boolean }
  | { skip: string };

type ComposeOne<Kind extends OutboxKind> = (
  loaded: Loaded,
  row: Claimed<Kind>,
  work: Work,
) => Composed | Promise<Composed>;

/** What goes out by itself or together with others. */
type PartKind = Exclude<OutboxKind, 'while-away'>;

const COMPOSERS: { [Kind in PartKind]: ComposeOne<Kind> } = {
  said: (_, row) => ({ message: row.ref.message }),
  proposal: composeProposal,
  decision: composeDecision,
  approval: composeApproval,
  push: composePush,
  reminder: composeSteps,
  'own-leader': composeSteps,
  across: composeSteps,
  'day-before': composeSteps,
  change: composeChange,
  outcome: composeOutcome,
  'group-event': composeGroupEvent,
  'group-tally': composeGroupEvent,
  exchange: composeExchange,
  'exchange-state': composeExchangeState,
  'exchange-news': composeExchangeNews,
  'exchange-step': composeLedgerSteps,
  plan: composePlan,
  file: composeFile,
  'chain-head': composeChainHead,
  digest: composeDigest,
  board: composeBoard,
  'plan-finding': composePlanFinding,
};

/**
 * Composes rows from their ids just before they go out: still due, still the version, not yet answered? What a
 * whole batch speaks of is loaded together.
 */
export async function compose(work: Work, rows: Claimed[]): Promise<Map<number, Composed>> {
  const left = await dropOvertaken(work, rows);
  const loaded = await loadSpokenOf(
    work,
    [...left.values()].flatMap((row) => (row ? partsOf(row) : [])),
  );
  const composed = new Map<number, Composed>();
  for (const [id, row] of left)
    composed.set(id, row ? await composeRow(loaded, row, work) : { skip: 'overtaken' });
  return composed;
}

async function composeRow(loaded: Loaded, row: Claimed, work: Work): Promise<Composed> {
  if (row.kind !== 'while-away') return composePart(loaded, row, work);
  const parts: { row: Claimed; made: Composed }[] = [];
  for (const part of partsOf(row)) parts.push({ row: part, made: await composePart(loaded, part, work) });
  return composeWhileAway(loaded, parts);
}

async function composePart(loaded: Loaded, row: Claimed, work: Work): Promise<Composed> {
  if (row.kind === 'while-away') return { skip: 'gone' };
  if (row.ref.insteadOf === undefined) return composerOf(row.kind)(loaded, row, work);
  const open = withoutShut(loaded, row);
  if (!open || open.kind === 'while-away') return { skip: 'belongs to the target' };
  return asStandIn(loaded, open, await composerOf(open.kind)(loaded, open, work));
}

/** Of a row whose kind it is. */
const composerOf = (kind: PartKind) => COMPOSERS[kind] as ComposeOne<PartKind>;
