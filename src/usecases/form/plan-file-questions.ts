import { z } from 'zod';
import { MODES } from '../../domain/inspection.ts';
import { isSensitiveKind, KIND_KEYS } from '../../domain/kinds.ts';
import type { Text } from '../../domain/message.ts';
import { type BadRow, ROW_FAULTS } from '../../domain/plan-rows.ts';
import { SIDES } from '../../domain/side.ts';
import { loadPlan, type Planned } from '../plan/load-plan.ts';
import { planTargets } from '../plan/plan-targets.ts';
import { listed } from '../plan/read-plan-file.ts';
import { type Settled, settlePlanFile } from '../plan/settle-plan-file.ts';
import { text } from '../said.ts';
import { item, joined, plain } from '../view/paged.ts';
import type { Actor, Work } from '../work.ts';
import type { Choice, Question } from './form.ts';

const asked = z.object({ written: z.string(), ids: z.array(z.number()) });

/** What the form of an import has gathered: the rows of the file, never its bytes. */
export const planFileData = z.object({
  planId: z.number(),
  pairId: z.number(),
  secretAsked: z.boolean().optional(),
  /** A file was read. */
  isRead: z.boolean().optional(),
  good: z.array(
    z.object({
      row: z.number(),
      targetId: z.number().nullable(),
      ask: asked.optional(),
      kind: z.enum(KIND_KEYS),
      subject: z.string().nullable(),
      dropped: z.boolean(),
      leadSide: z.enum(SIDES),
      mode: z.enum(MODES),
      windowFrom: z.string(),
      windowTo: z.string(),
    }),
  ),
  bad: z.array(
    z.object({
      row: z.number(),
      faults: z.array(z.object({ why: z.enum(ROW_FAULTS), part: z.string().optional() })),
    }),
  ),
  asked: z.array(asked.extend({ answer: z.number().nullable().optional() })),
});
export type PlanFileData = z.infer<typeof planFileData>;

/** Rows named together: "3, 7, 12". */
const MOST_NAMED = 12;
export function rowsOf(bad: { row: number }[]): string {
  const named = bad
    .slice(0, MOST_NAMED)
    .map(({ row }) => row)
    .join(', ');
  return bad.length > MOST_NAMED ? `${named}, …` : named;
}

/** "[1] Chi bộ Y, …": the candidates for words that are unsure, one question after the other. */
export async function askTarget(work: Work, actor: Actor, data: PlanFileData): Promise<Question> {
  const planned = await planOf(work, data);
  const targets = await planTargets(work, actor, planned);
  const open = data.asked.filter(({ answer }) => answer === undefined);
  const { written = '', ids = [] } = open[0] ?? {};
  const names = ids.flatMap((id) => targets.get(id)?.name ?? []);
  const rows = data.good.filter(({ ask }) => ask?.written === written);
  return {
    lines: [
      text('plan-file-which', { rows: rowsOf(rows), written, left: open.length }),
      ...names.map((name, i) => item(i + 1, [plain(name)])),
    ],
    choices: [
      ...ids.map((id, i): Choice => ({ label: text('button-plan-which', { n: i + 1 }), value: String(id) })),
      { label: text('button-plan-which-none'), value: 'none' },
    ],
    protect: true,
  };
}

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
  const notes = [
    text('plan-file-counts', { year: String(planned.plan.year), good: fresh.length, bad: bad.length }),
    ...(doubles > 0 ? [text('plan-file-doubles', { count: doubles })] : []),
    ...(dropped > 0 ? [text('plan-file-dropped', { count: dropped })] : []),
  ];
  const shownBad = bad.slice(0, 2).map(badLine);
  const room = MOST_LINES - notes.length - shownBad.length;
  const shown = fresh.slice(0, room).map((one) => goodLine(settled, planned, one));
  return { lines: [...notes, ...shown, ...shownBad], choices, protect: true };
}

const MOST_LINES = 7;

function goodLine(
  { targets }: Settled,
  { committees }: Planned,
  { row, line }: Settled['fresh'][number],
): Text {
  const name = isSensitiveKind(line.kind) ? undefined : targets.get(line.targetId)!.name;
  return text('plan-file-good', {
    row,
    what: joined([
      name !== undefined && plain(name),
      text(`kind-${line.kind}`),
      text('plain', { text: { days: [line.windowFrom, line.windowTo] } }),
      text('plan-file-lead', { lead: committees[line.leadSide].shortName }),
    ]),
  });
}

const badLine = ({ row, faults }: BadRow): Text =>
  text('plan-file-bad', {
    row,
    why: listed(faults.map(({ why, part }) => text(`plan-row-${why}`, { part: part ?? '' }))),
  });

/** Every row that was left out, with all its reasons. */
export async function askBad(work: Work, actor: Actor, data: PlanFileData): Promise<Question> {
  const { bad } = await settlePlanFile(work, actor, await planOf(work, data), data);
  return {
    lines: [text('plan-file-bad-title', { count: bad.length })],
    list: { items: bad.map((row) => ({ name: String(row.row), line: badLine(row) })) },
    choices: [],
    protect: true,
  };
}

/** The plan of a form that is open: plans are never deleted. */
async function planOf(work: Work, { planId }: PlanFileData): Promise<Planned> {
  const planned = await loadPlan(work, planId);
  if (!planned) throw new Error(`no plan ${planId}`);
  return planned;
}
