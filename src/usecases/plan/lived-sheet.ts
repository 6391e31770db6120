import { addDays } from '../../domain/calendar-day.ts';
import type { LivedSheet } from '../../sheets/plan-sheet.ts';
import type { wordsIn } from '../plain-words.ts';
import { text } from '../said.ts';
import { codePart } from '../view/paged.ts';
import type { Actor, Work } from '../work.ts';
import { targetText } from './item-message.ts';
import { type LivedItem, livedPlan, type Made } from './lived-plan.ts';
import type { Planned } from './load-plan.ts';
import { livedLines } from './plan-difference.ts';

type Say = ReturnType<typeof wordsIn>;

const COLUMNS = [
  'plan-sheet-target',
  'plan-sheet-kind',
  'plan-lived-planned-from',
  'plan-lived-planned-to',
  'plan-lived-code',
  'plan-lived-now-from',
  'plan-lived-now-to',
  'plan-lived-state',
] as const;

/** The plan beside what was lived, as its reader may see it: the lines, what came besides, and the figures of the screen (R10). */
export async function livedSheet(work: Work, actor: Actor, planned: Planned, say: Say): Promise<LivedSheet> {
  const lived = await livedPlan(work, actor, planned);
  return {
    name: say(text('plan-lived-sheet')),
    headings: COLUMNS.map((one) => say(text(one))),
    days: [3, 4, 6, 7],
    rows: [
      ...lived.lines.map((line) => rowOf(line, say)),
      ...lived.outside.map((made) => [
        ...[say(targetText(made)), say(text(`kind-${made.kind}`)), null, null],
        ...madeCells(made, say),
        `${say(text(`state-${made.state}`))} · ${say(text('plan-lived-beside'))}`,
      ]),
    ],
    figures: livedLines(lived).map(({ says }) => say(says)),
  };
}

const rowOf = ({ item, made }: LivedItem, say: Say): (string | null)[] => [
  ...[say(targetText(item)), say(text(`kind-${item.kind}`))],
  ...[item.windowFrom, addDays(item.windowTo, -1)],
  ...(made ? madeCells(made, say) : [null, null, null]),
  say(made ? text(`state-${made.state}`) : text('plan-lived-none')),
];

const madeCells = ({ code, id, windowFrom, windowTo }: Made, say: Say): string[] => [
  say(codePart(code, id)),
  windowFrom,
  addDays(windowTo, -1),
];
