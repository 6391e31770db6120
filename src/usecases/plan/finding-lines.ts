import type { Text } from '../../domain/message.ts';
import type { PlanGapReason, PlanOverlapReason } from '../../domain/plan.ts';
import { text } from '../said.ts';
import { joined, plain } from '../view/paged.ts';
import type { Found, Held, SettlementRow } from './load-finding.ts';
import type { Planned } from './load-plan.ts';
import type { Item } from './visible-items.ts';

type Committees = Pick<Planned, 'committees'>;

/** Whose line it is, in a word: a committee, or both. */
export const ownerText = ({ committees }: Committees, { side }: Pick<Item, 'side'>): Text =>
  side === null ? text('planfind-joint') : plain(committees[side].shortName);

/** "UBKT TU 09/12 – 15/12". */
const shortLine = (planned: Committees, line: Item): Text =>
  text('planfind-line-short', {
    owner: ownerText(planned, line),
    window: { days: [line.windowFrom, line.windowTo] },
  });

const shortHeld = ({ isNamed, code, windowFrom, windowTo }: Held): Text =>
  isNamed
    ? text('planfind-line-short', { owner: code ?? '', window: { days: [windowFrom, windowTo] } })
    : text('planfind-held-unnamed');

/** Why, in words, one after the other. */
export const whyText = ({ finding }: Pick<Found, 'finding'>): Text => {
  const reasons = finding.reasons as (PlanOverlapReason | PlanGapReason)[];
  return reasons
    .map((reason) => text(`planfind-why-${reason}`))
    .reduce((a, b) => text('planfind-and', { a, b }));
};

/** The organisation that a finding is about, as far as it is named to its reader (C4). */
export const aboutName = ({ lines, targetName }: Pick<Found, 'lines' | 'targetName'>): string | null =>
  targetName ?? lines.find((line) => line.targetName !== null)?.targetName ?? null;

/** The organisation that a finding is about; of a sensitive kind the name may not be the reader's to know (C4). */
export const aboutText = ({ lines, targetName }: Pick<Found, 'lines' | 'targetName'>): Text => {
  const name = aboutName({ lines, targetName });
  return name === null ? text('planfind-no-name') : plain(name);
};

/** One line of the list: the organisation, both lines, why, and how it stands. */
export const findingLine = (planned: Committees, found: Found, side: 'a' | 'b'): Text =>
  text('planfind-item', {
    target: { strong: aboutText(found) },
    text: joined([
      ...found.lines.map((line) => shortLine(planned, line)),
      found.held && shortHeld(found.held),
      whyText(found),
      statePart(found, side),
    ]),
  });

/** How a finding stands for this side; an open one of which nothing is put forward goes without saying. */
export function statePart({ finding, settlement }: Found, side: 'a' | 'b'): Text | undefined {
  if (finding.state !== 'open') return text(`planfind-state-${finding.state}`);
  if (!settlement) return undefined;
  if (settlement.side !== side) return text('planfind-state-asked');
  return text(settlement.how === 'fill' ? 'planfind-state-filling' : 'planfind-state-sent');
}

/** One line of a plan in words; its organisation only where it may be named and is not the finding's own. */
export function itemText(planned: Committees, line: Item, about: string | null): Text {
  const isOther = line.targetName !== null && line.targetName !== about;
  return text('planfind-line', {
    owner: ownerText(planned, line),
    kind: text(`kind-${line.kind}`),
    text: joined([
      isOther && plain(line.targetName!),
      text('planfind-window', { window: { window: [line.windowFrom, line.windowTo] } }),
    ]),
  });
}

/** The inspection that a line clashes with, by its code; its organisation where it is another than the finding's. */
export function heldText({ isNamed, ...held }: Held, about: string | null): Text {
  if (!isNamed) return text('planfind-held-unnamed');
  return text('planfind-line', {
    owner: held.code ?? '',
    kind: text(`kind-${held.kind}`),
    text: joined([
      held.targetName !== null && held.targetName !== about && plain(held.targetName),
      text('planfind-window', { window: { window: [held.windowFrom, held.windowTo] } }),
    ]),
  });
}

/** A settlement that was put forward, or is about to be. */
export type Settling = Pick<SettlementRow, 'how'> & {
  [Key in keyof SettlementRow]?: SettlementRow[Key] | undefined;
};

/** How somebody wants it settled, in one sentence. */
export function settlementText(planned: Committees, found: Found, given: Settling): Text {
  const { committees } = planned;
  const window = { window: [given.windowFrom ?? '', given.windowTo ?? ''] as [string, string] };
  if (given.how === 'keep')
    return text('planfind-keep', {
      reason: given.reasonText ?? text(`reason-${given.reason!}`),
    });
  if (given.how === 'merge' && found.held)
    return text('planfind-merge-held', {
      what: found.held.isNamed ? plain(found.held.code ?? '') : text('planfind-held-unnamed'),
    });
  if (given.how === 'merge')
    return text('planfind-merge', {
      lead: committees[given.leadSide!].shortName,
      mode: text(`mode-${given.mode!}`),
      window,
    });
  if (given.how === 'fill')
    return text('planfind-fill', {
      target: found.targetName ?? '',
      kind: text(`kind-${given.kind!}`),
      window,
    });
  const line = found.lines.find((one) => one.id === given.itemId);
  return text('planfind-shift', { owner: line ? ownerText(planned, line) : '', window });
}
