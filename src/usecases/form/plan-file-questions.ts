import { isSensitiveKind } from '../../domain/kinds.ts';
import type { Text } from '../../domain/message.ts';
import type { BadRow } from '../../domain/plan-rows.ts';
import { loadPlan, type Planned } from '../plan/load-plan.ts';
import { planTargets } from '../plan/plan-targets.ts';
import { ALL, type Asked, keyOf, listed } from '../plan/read-plan-file.ts';
import { type Fresh, type Settled, settlePlanFile } from '../plan/settle-plan-file.ts';
import { strong, text } from '../said.ts';
import { item, joined, plain } from '../view/paged.ts';
import type { Actor, Work } from '../work.ts';
import type { Choice, Question } from './form.ts';
import { accountLine, accountLines } from './plan-file-account.ts';
import type { PlanFileData } from './plan-file-data.ts';

/** Rows named together: "3, 7, 12 (Giám sát)". */
const MOST_NAMED = 12;
export function rowsOf(rows: { row: number; sheet?: string }[]): string {
  const named = rows.slice(0, MOST_NAMED).map(placeOf).join(', ');
  return rows.length > MOST_NAMED ? `${named}, …` : named;
}

const placeOf = ({ row, sheet }: { row: number; sheet?: string }): string =>
  sheet === undefined ? String(row) : `${row} (${sheet})`;

/** "[1] Chi bộ Y, …": what words that are unsure may mean, one question after the other, each once for all rows that say the same. */
export async function askDoubt(work: Work, actor: Actor, data: PlanFileData): Promise<Question> {
  const planned = await planOf(work, data);
  const open = data.asked.filter(({ answer }) => answer === undefined);
  const [first] = open;
  if (!first) return { lines: [], choices: [] };
  const rows = data.good.filter(({ doubts }) => doubts.some((one) => keyOf(one) === keyOf(first)));
  const args = { rows: rowsOf(rows), written: first.written, left: open.length };
  const { lines, choices } = await answersTo(work, actor, planned, first);
  return {
    lines: [text(WHICH[first.what], { ...args, count: first.ids.length }), ...lines],
    choices: [...choices, { label: text('button-plan-which-none'), value: 'none' }],
    protect: true,
  };
}

const WHICH = {
  target: 'plan-file-which',
  targets: 'plan-file-which-targets',
  kind: 'plan-file-which-kind',
  window: 'plan-file-which-window',
  lead: 'plan-file-which-lead',
} as const;

type Answers = { lines: Text[]; choices: Choice[] };

async function answersTo(work: Work, actor: Actor, planned: Planned, asked: Asked): Promise<Answers> {
  switch (asked.what) {
    case 'target':
    case 'targets':
      return targetAnswers(work, actor, planned, asked);
    case 'kind':
      return { lines: [], choices: asked.ids.map((key) => ({ label: text(`kind-${key}`), value: key })) };
    case 'window':
      return { lines: [], choices: asked.ids.map((value) => ({ label: windowText(value), value })) };
    case 'lead':
      return {
        lines: [],
        choices: asked.ids.map((side) => ({ label: plain(planned.committees[side].shortName), value: side })),
      };
  }
}

async function targetAnswers(
  work: Work,
  actor: Actor,
  planned: Planned,
  { what, ids }: { what: string; ids: number[] },
): Promise<Answers> {
  const targets = await planTargets(work, actor, planned);
  const lines = ids
    .flatMap((id) => targets.get(id)?.name ?? [])
    .map((name, at) => item(at + 1, [plain(name)]));
  if (what === 'targets')
    return { lines, choices: [{ label: text('button-plan-split', { count: ids.length }), value: ALL }] };
  const choices = ids.map((id, at) => ({
    label: text('button-plan-which', { n: at + 1 }),
    value: String(id),
  }));
  return { lines, choices };
}

const windowText = (value: string): Text => {
  const [from = '', to = ''] = value.split('/');
  return text('plain', { text: { days: [from, to] } });
};

/** Counts, the first good rows, the first bad ones with their reasons; at most seven lines. */
export async function askPreview(work: Work, actor: Actor, data: PlanFileData): Promise<Question> {
  const planned = await planOf(work, data);
  const settled = await settlePlanFile(work, actor, planned, data);
  const { fresh, bad, doubles, dropped } = settled;
  const choices: Choice[] = [];
  if (fresh.length > 0)
    choices.push({
      label: text('button-plan-store', { count: fresh.length }),
      value: 'store',
      style: 'primary',
    });
  if (bad.length > 0) choices.push({ label: text('button-plan-bad', { count: bad.length }), value: 'bad' });
  choices.push({ label: text('button-plan-read'), value: 'read' });
  const account = accountLine(data);
  const notes = [
    strong(
      text('plan-file-counts', { year: String(planned.plan.year), good: fresh.length, bad: bad.length }),
    ),
    ...(account ? [account] : []),
    ...(doubles > 0 ? [text('plan-file-doubles', { count: doubles })] : []),
    ...(dropped > 0 ? [text('plan-file-dropped', { count: dropped })] : []),
  ];
  const shownBad = bad.slice(0, 2).map(badLine);
  const room = MOST_LINES - notes.length - shownBad.length;
  const shown = fresh.slice(0, room).map((one) => goodLine(settled, planned, one));
  return { lines: [...notes, ...shown, ...shownBad], choices, protect: true };
}

const MOST_LINES = 7;

/** What was read of a row beside what was written; of a sensitive kind neither names whom it is about (C4). */
function goodLine({ targets }: Settled, { committees }: Planned, { line, written, ...place }: Fresh): Text {
  const isSealed = isSensitiveKind(line.kind);
  const what = joined([
    !isSealed && plain(targets.get(line.targetId)!.name),
    text(`kind-${line.kind}`),
    text('plain', { text: { days: [line.windowFrom, line.windowTo] } }),
    text('plan-file-lead', { lead: committees[line.leadSide].shortName }),
  ]);
  const args = { row: { strong: placeOf(place) }, what };
  return isSealed || written === ''
    ? text('plan-file-good', args)
    : text('plan-file-good-read', { ...args, written });
}

const badLine = ({ faults, ...place }: BadRow): Text =>
  text('plan-file-bad', {
    row: placeOf(place),
    why: listed(faults.map(({ why, part }) => text(`plan-row-${why}`, { part: part ?? '' }))),
  });

/** Every row that was left out, with all its reasons. */
export async function askBad(work: Work, actor: Actor, data: PlanFileData): Promise<Question> {
  const { bad } = await settlePlanFile(work, actor, await planOf(work, data), data);
  return {
    lines: [text('plan-file-bad-title', { count: bad.length })],
    list: { items: bad.map((row) => ({ name: placeOf(row), line: badLine(row) })) },
    choices: [],
    protect: true,
  };
}

/** What became of every sheet, column and row: how each line was read, and what is no line. */
export async function askRead(work: Work, actor: Actor, data: PlanFileData): Promise<Question> {
  const planned = await planOf(work, data);
  const settled = await settlePlanFile(work, actor, planned, data);
  const items = settled.fresh.map((one) => ({ name: placeOf(one), line: goodLine(settled, planned, one) }));
  return { lines: accountLines(data), list: { items }, choices: [], protect: true };
}

/** The plan of a form that is open: plans are never deleted. */
async function planOf(work: Work, { planId }: PlanFileData): Promise<Planned> {
  const planned = await loadPlan(work, planId);
  if (!planned) throw new Error(`no plan ${planId}`);
  return planned;
}
