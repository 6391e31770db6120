import type { Text } from '../../domain/message.ts';
import { type FoundOverlap, listOverlaps } from '../inspection/list-overlaps.ts';
import { details, isRefused, text } from '../said.ts';
import { codeText, kindText } from '../view/lines.ts';
import { readCard } from '../view/read-card.ts';
import { type Actor, memberIn, type Work } from '../work.ts';
import { type Choice, done, next, type Step, wrong } from './form.ts';
import { contentOf, dataOf, type ProposeData } from './propose-data.ts';

/** At most so many are shown; the rest are counted by their number. */
const SHOWN = 3;

/** The overlaps of what the form describes. */
export const overlapsOf = (work: Work, actor: Actor, data: ProposeData): Promise<FoundOverlap[]> =>
  listOverlaps(work, actor, memberIn(actor, data.pairId)!, {
    ...contentOf(data),
    inspectionId: data.inspectionId,
    team: data.team ?? [],
  });

/** One line for each overlap with what makes it one; nothing when there is none. */
export function overlapLines(overlaps: FoundOverlap[]): Text[] {
  if (overlaps.length === 0) return [];
  return [
    text('overlap-head', { count: overlaps.length }),
    ...overlaps.slice(0, SHOWN).map((one) =>
      text('overlap-line', {
        code: codeText(one.found),
        kind: kindText(one.found),
        target: one.found.target.name,
        window: { window: [one.found.version.windowFrom, one.found.version.windowTo] },
        why: text(`overlap-${one.reasons[0]!}`),
      }),
    ),
  ];
}

/** The software points, people settle (R2): shift the days, merge into the other, or keep with a reason. */
export const overlapStep: Step = {
  ask: async (work, actor, raw) => {
    const overlaps = await overlapsOf(work, actor, dataOf(raw));
    const merges: Choice[] = overlaps.slice(0, SHOWN).map((one) => ({
      label: text('overlap-merge', { code: codeText(one.found) }),
      value: `merge-${one.inspectionId}`,
    }));
    return {
      protect: true,
      lines: [...overlapLines(overlaps), text('overlap-settle')],
      choices: [
        { label: text('button-shift-days'), value: 'shift', style: 'primary' },
        ...merges,
        { label: text('button-keep-both'), value: 'keep' },
      ],
    };
  },
  choose: async (work, actor, raw, value) => {
    const data = dataOf(raw);
    if (value === 'shift') return next({ ...data, windowFrom: undefined, windowTo: undefined }, 'window');
    if (value === 'keep') return next(data, 'overlap_reason');
    const card = await readCard(work, actor, Number(value.replace('merge-', '')) || 0);
    if (isRefused(card)) return wrong(card.refused);
    return done(details([text('overlap-merged'), ...card.lines], card.buttons));
  },
  back: () => 'preview',
};

/** Why both are kept; the choice is stored with the proposal. */
export const overlapReasonStep: Step = {
  ask: async () => ({
    lines: [text('overlap-reason')],
    choices: [...OVERLAP_REASONS, 'other' as const].map((reason) => ({
      label: overlapReasonText(reason),
      value: reason,
    })),
  }),
  choose: async (_work, _actor, raw, value) => {
    const reason = [...OVERLAP_REASONS, 'other' as const].find((one) => one === value);
    if (!reason) return wrong(text('form-choose'));
    return next({ ...dataOf(raw), overlapReason: reason }, 'preview');
  },
  back: () => 'overlap',
};

/** The words of a reason from the list. */
export const overlapReasonText = (reason: string): Text => {
  const known = OVERLAP_REASONS.find((one) => one === reason);
  return text(known ? `overlap-keep-${known}` : 'reason-other');
};

const OVERLAP_REASONS = ['different_scope', 'ordered_above', 'agreed_orally'] as const;
