import type { Text } from '../../domain/message.ts';
import { OVERLAP_KEEPS } from '../../domain/overlap.ts';
import { type FoundOverlap, listOverlaps } from '../inspection/list-overlaps.ts';
import { ownerText } from '../plan/finding-lines.ts';
import { targetText } from '../plan/item-message.ts';
import { type PlanClash, planClashes } from '../plan/plan-clashes.ts';
import { details, isRefused, text } from '../said.ts';
import { codeText } from '../view/lines.ts';
import { overlapLine, overlapReasonText } from '../view/overlap-lines.ts';
import { readCard } from '../view/read-card.ts';
import { type Actor, type Member, memberIn, type Work } from '../work.ts';
import { type Choice, done, filled, goes, type Step, type Taken, wrong } from './form.ts';
import { contentOf, type ProposeData } from './propose-data.ts';

/** At most so many are shown; the rest are counted by their number. */
const SHOWN = 3;

/** What an inspection would clash with: others, and lines of the year's plan. */
export type Clash = FoundOverlap | PlanClash;

/** The overlaps of what the form describes. */
export const overlapsOf = (work: Work, actor: Actor, data: ProposeData): Promise<Clash[]> =>
  clashesOf(work, actor, memberIn(actor, data.pairId)!, {
    ...contentOf(data),
    inspectionId: data.inspectionId,
    planItemId: data.planItemId,
    team: data.team ?? [],
  });

/** The same of any inspection that is, or will be, as described. */
export async function clashesOf(
  work: Work,
  actor: Actor,
  member: Member,
  asked: Parameters<typeof listOverlaps>[3] & { planItemId?: number },
): Promise<Clash[]> {
  const inspections = await listOverlaps(work, actor, member, asked);
  return [...inspections, ...(await planClashes(work, actor, member, asked))];
}

/** One line for each overlap with what makes it one; nothing when there is none. */
export function overlapLines(overlaps: Clash[]): Text[] {
  if (overlaps.length === 0) return [];
  return [text('overlap-head', { count: overlaps.length }), ...overlaps.slice(0, SHOWN).map(lineOf)];
}

function lineOf(one: Clash): Text {
  if ('found' in one) return overlapLine(one.found, one.reasons[0]!);
  const { line, planned } = one;
  return text('overlap-plan-line', {
    year: String(planned.plan.year),
    owner: ownerText(planned, line),
    kind: text(`kind-${line.kind}`),
    target: targetText(line),
    window: { window: [line.windowFrom, line.windowTo] },
    why: text(`overlap-${one.reasons[0]!}`),
  });
}

/** The software points, people settle (R2): shift the days, merge into the other, or keep with a reason. */
export const overlapStep: Step<ProposeData> = {
  name: 'overlap',
  fills: [],
  isAside: true,
  ask: async (work, actor, data) => {
    const overlaps = await overlapsOf(work, actor, data);
    return {
      protect: true,
      lines: [...overlapLines(overlaps), text('overlap-settle')],
      choices: [
        { label: text('button-shift-days'), value: 'shift', style: 'primary' },
        ...overlaps.slice(0, SHOWN).flatMap((one) => answerTo(one, data)),
        { label: text('button-keep-both'), value: 'keep' },
      ],
    };
  },
  choose: async (work, actor, data, value) => {
    if (value === 'shift') return filled({ windowFrom: undefined, windowTo: undefined });
    if (value === 'keep') return goes('overlap_reason', {});
    if (value.startsWith('line-')) return fromLine(work, actor, data, Number(value.slice(5)));
    const card = await readCard(work, actor, Number(value.replace('merge-', '')) || 0);
    if (isRefused(card)) return wrong(card.refused);
    return done(details([text('overlap-merged'), ...card.lines], card.buttons));
  },
};

/** What makes one of two: nothing new beside the other inspection, or the inspection of that line. */
function answerTo(one: Clash, data: ProposeData): Choice[] {
  if ('found' in one)
    return [
      { label: text('overlap-merge', { code: codeText(one.found) }), value: `merge-${one.inspectionId}` },
    ];
  if (!one.isSame || hasEntry(data)) return [];
  return [
    { label: text('overlap-of-line', { day: { date: one.line.windowFrom } }), value: `line-${one.line.id}` },
  ];
}

/** An entry that is proposed anew, or the inspection of a line, is no other line's. */
const hasEntry = ({ inspectionId, planItemId }: ProposeData): boolean =>
  inspectionId !== undefined || planItemId !== undefined;

/** What the form describes becomes the inspection of the line; whoever forges a line is not offered it. */
async function fromLine(
  work: Work,
  actor: Actor,
  data: ProposeData,
  itemId: number,
): Promise<Taken<ProposeData>> {
  const offered = (await overlapsOf(work, actor, data)).some(
    (one) => 'line' in one && one.isSame && one.line.id === itemId,
  );
  if (!offered || hasEntry(data)) return wrong(text('form-choose'));
  return filled({ planItemId: itemId });
}

/** Why both are kept; the choice is stored with the proposal. */
export const overlapReasonStep: Step<ProposeData> = {
  name: 'overlap_reason',
  fills: ['overlapReason'],
  isAside: true,
  ask: async () => ({
    lines: [text('overlap-reason')],
    choices: OVERLAP_KEEPS.map((reason) => ({
      label: overlapReasonText(reason),
      value: reason,
    })),
  }),
  choose: async (_work, _actor, _data, value) => {
    const reason = OVERLAP_KEEPS.find((one) => one === value);
    return reason ? filled({ overlapReason: reason }) : wrong(text('form-choose'));
  },
};
