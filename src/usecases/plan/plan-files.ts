import { addDays } from '../../domain/calendar-day.ts';
import { MODES } from '../../domain/inspection.ts';
import { KIND_KEYS } from '../../domain/kinds.ts';
import type { Act } from '../../domain/permission.ts';
import {
  type LivedSheet,
  type PlanSheet,
  type PlanSheetLine,
  writePlanSheets,
} from '../../sheets/plan-sheet.ts';
import type { MakeFile } from '../compose/file.ts';
import { wordsIn } from '../plain-words.ts';
import { isRefused, message, text } from '../said.ts';
import type { Actor, Member, Work } from '../work.ts';
import { livedSheet } from './lived-sheet.ts';
import { type Planned, planFor } from './load-plan.ts';
import { type OpenTarget, planTargets } from './plan-targets.ts';
import { type ReadBackNames, readBackNames } from './read-back-names.ts';
import { type Item, visibleItems } from './visible-items.ts';

type Say = ReturnType<typeof wordsIn>;
type Opened = { planned: Planned; member: Member; open: OpenTarget[]; names: ReadBackNames };

async function openFor(work: Work, actor: Actor, planId: number, act: Act): Promise<Opened | undefined> {
  const allowed = await planFor(work, actor, planId, act);
  if (isRefused(allowed)) return undefined;
  const targets = await planTargets(work, actor, allowed.planned);
  const open = [...targets.values()].filter(({ endedOn }) => endedOn === null);
  return { ...allowed, open, names: readBackNames(allowed.planned, targets) };
}

/** An empty plan to fill in: its columns, and on a second sheet what may be chosen in them. Not protected: it is there to be saved. */
export const makePlanTemplate: MakeFile<'plan-template'> = async (work, actor, { ref }) => {
  const opened = await openFor(work, actor, ref.planId, 'plan.edit');
  if (!opened) return { skip: 'no longer theirs' };
  const say = wordsIn(actor.locale);
  const year = String(opened.planned.plan.year);
  return {
    message: message([text('plan-template-caption', { year })]),
    file: {
      name: `mau-ke-hoach-${year}.xlsx`,
      bytes: await write(actor, opened, [{ name: say(text('plan-sheet-name')), lines: [] }]),
    },
  };
};

/**
 * The plan as its reader sees it, in the template's columns: own lines first, so that the file can be read in again; then the other
 * side's once exchanged (R4), and joint ones, and of a frozen one what became of them. Not protected, as the caption says: a draft to be saved.
 */
export const makePlanXlsx: MakeFile<'plan-xlsx'> = async (work, actor, { ref }) => {
  const opened = await openFor(work, actor, ref.planId, 'plan.view');
  if (!opened) return { skip: 'no longer theirs' };
  const say = wordsIn(actor.locale);
  const items = await visibleItems(work, actor, opened.planned);
  const year = String(opened.planned.plan.year);
  return {
    message: message([text('plan-out-caption', { year, count: items.length })]),
    file: {
      name: `ke-hoach-${year}.xlsx`,
      bytes: await write(actor, opened, sheetsOf(items, opened, say), await livedOf(work, actor, opened)),
    },
  };
};

function sheetsOf(items: Item[], { member, names }: Opened, say: Say): PlanSheet[] {
  const linesOf = (side: Item['side']) =>
    items.filter((one) => one.side === side).map((one) => lineOf(one, names, say));
  const other = member.side === 'a' ? 'b' : 'a';
  return [
    { name: say(text('plan-sheet-name')), lines: linesOf(member.side) },
    { name: say(text('plan-sheet-other')), lines: linesOf(other) },
    { name: say(text('plan-sheet-joint')), lines: linesOf(null) },
  ].filter(({ lines }, at) => at === 0 || lines.length > 0);
}

/** Once the plan is frozen. */
const livedOf = async (work: Work, actor: Actor, { planned }: Opened): Promise<LivedSheet | undefined> =>
  planned.plan.state === 'frozen' ? livedSheet(work, actor, planned, wordsIn(actor.locale)) : undefined;

const lineOf = (item: Item, names: ReadBackNames, say: Say): PlanSheetLine => ({
  target: names.target(item) ?? say(text('plan-sheet-unnamed')),
  kind: say(text(`kind-${item.kind}`)),
  subject: item.subject ?? '',
  from: item.windowFrom,
  to: addDays(item.windowTo, -1),
  lead: names.lead(item.leadSide),
  mode: say(text(`mode-${item.mode}`)),
});

const COLUMNS = ['target', 'kind', 'subject', 'from', 'to', 'lead', 'mode'] as const;
const LISTS = ['key', 'target', 'kind', 'lead', 'mode'] as const;

async function write(
  actor: Actor,
  { planned, member, open, names }: Opened,
  sheets: PlanSheet[],
  lived?: LivedSheet,
): Promise<Uint8Array> {
  const say = wordsIn(actor.locale);
  return writePlanSheets(sheets, {
    mark: say(
      text('plan-sheet-mark', {
        year: String(planned.plan.year),
        committee: planned.committees[member.side].shortName,
      }),
    ),
    ...(lived && { lived }),
    headings: COLUMNS.map((one) => say(text(`plan-sheet-${one}`))),
    lists: {
      name: say(text('plan-sheet-lists')),
      headings: LISTS.map((one) => say(text(`plan-sheet-${one}`))),
      keys: open.map(({ key }) => key),
      targets: open.map(({ name }) => name),
      kinds: KIND_KEYS.map((key) => say(text(`kind-${key}`))),
      leads: [names.lead('a'), names.lead('b')],
      modes: MODES.map((key) => say(text(`mode-${key}`))),
    },
  });
}
