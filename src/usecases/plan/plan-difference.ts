import type { ActionData, Button, Message, Text } from '../../domain/message.ts';
import { isOfPart, livedFigures } from '../../domain/plan-lived.ts';
import { act } from '../actions/index.ts';
import { LIVED_LISTS, type LivedList } from '../actions/plan.ts';
import { button, details, isRefused, type Refused, refuse, text } from '../said.ts';
import { codePart, item as listed, paged } from '../view/paged.ts';
import type { Actor, Work } from '../work.ts';
import { targetText } from './item-message.ts';
import { type LivedItem, type LivedPlan, livedPlan, type Made } from './lived-plan.ts';
import { type Planned, planFor } from './load-plan.ts';

type Opened = { planned: Planned; lived: LivedPlan };

async function openLived(work: Work, actor: Actor, planId: number): Promise<Opened | Refused> {
  const allowed = await planFor(work, actor, planId, 'plan.view');
  if (isRefused(allowed)) return allowed;
  const { planned } = allowed;
  if (planned.plan.state !== 'frozen') return refuse('plan-not-frozen');
  return { planned, lived: await livedPlan(work, actor, planned) };
}

/** The figures in words, n of N lines each, and what came besides (R10). */
export function livedLines({ lines, outside }: LivedPlan): { part: LivedList; count: number; says: Text }[] {
  const { lines: of, ...figures } = livedFigures(lines);
  return LIVED_LISTS.map((part) =>
    part === 'outside'
      ? { part, count: outside.length, says: text('plan-lived-outside', { count: outside.length }) }
      : { part, count: figures[part], says: text(`plan-lived-${part}`, { n: figures[part], of }) },
  );
}

/** The frozen plan beside what was lived, as the reader may see it; each figure opens what it counts. */
export async function planDifference(work: Work, actor: Actor, planId: number): Promise<Message | Refused> {
  const opened = await openLived(work, actor, planId);
  if (isRefused(opened)) return opened;
  const { planned, lived } = opened;
  const figures = livedLines(lived);
  return details(
    [
      text('plan-lived-head', { year: String(planned.plan.year), count: lived.lines.length }),
      ...figures.map(({ says }) => says),
    ],
    [
      ...figures.map(
        ({ part, count }) =>
          count > 0 && {
            label: text(`button-plan-lived-${part}`, { count }),
            does: act('plan.lived', { id: planId, part, page: 0 }),
          },
      ),
      button('button-plan-open', act('plan.show', { id: planId })),
    ],
  );
}

/** What one figure counts, six a page, each opening its card, or its line while there is no inspection. */
export async function livedList(
  work: Work,
  actor: Actor,
  planId: number,
  part: LivedList,
  page: number,
): Promise<Message | Refused> {
  const opened = await openLived(work, actor, planId);
  if (isRefused(opened)) return opened;
  const { lived } = opened;
  const { shown, turns } = paged(rowsOf(lived, part), page, (to) =>
    act('plan.lived', { id: planId, part, page: to }),
  );
  return details(
    [
      livedLines(lived).find((one) => one.part === part)!.says,
      ...shown.map(({ item, n }) => listed(n, item.parts)),
    ],
    [
      ...shown.map(({ item, n }): Button => ({ label: text('button-plan-line', { n }), does: item.opens })),
      ...turns,
      button('button-plan-lived', act('plan.lived', { id: planId })),
    ],
  );
}

type Row = { parts: (Text | false)[]; opens: ActionData };

function rowsOf({ lines, outside }: LivedPlan, part: LivedList): Row[] {
  if (part === 'outside')
    return outside.map((made) => ({
      parts: [...madeParts(made), targetText(made), daysText(made)],
      opens: act('card', { id: made.id }),
    }));
  return lines
    .filter((line) => isOfPart(line, part))
    .map((line) => ({
      parts: [targetText(line.item), movedText(line), ...(line.made ? madeParts(line.made) : [])],
      opens: line.made ? act('card', { id: line.made.id }) : act('plan.item', { itemId: line.item.id }),
    }));
}

const madeParts = ({ code, id, state }: Made): Text[] => [codePart(code, id), text(`state-${state}`)];

const daysText = ({ windowFrom, windowTo }: { windowFrom: string; windowTo: string }): Text =>
  text('plan-window', { window: { days: [windowFrom, windowTo] } });

/** The days as they were planned, with those of the inspection where they are others. */
const movedText = (line: LivedItem): Text =>
  isOfPart(line, 'moved')
    ? text('plan-lived-days', { planned: daysText(line), now: daysText(line.made!) })
    : daysText(line);
