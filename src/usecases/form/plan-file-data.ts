import { z } from 'zod';
import { MODES } from '../../domain/inspection.ts';
import { KIND_KEYS } from '../../domain/kinds.ts';
import { ROW_FAULTS } from '../../domain/plan-doubt.ts';
import { ASIDE_WHYS } from '../../domain/plan-layout.ts';
import { SIDES } from '../../domain/side.ts';

const written = z.string();
const doubt = z.discriminatedUnion('what', [
  z.object({ what: z.literal('target'), written, ids: z.array(z.number()) }),
  z.object({ what: z.literal('targets'), written, ids: z.array(z.number()) }),
  z.object({ what: z.literal('kind'), written, ids: z.array(z.enum(KIND_KEYS)) }),
  z.object({ what: z.literal('window'), written, ids: z.array(z.string()) }),
  z.object({ what: z.literal('lead'), written, ids: z.array(z.enum(SIDES)) }),
]);

const place = { row: z.number(), sheet: z.string().optional() };

const good = z.object({
  ...place,
  written,
  doubts: z.array(doubt),
  targetId: z.number().nullable(),
  kind: z.enum(KIND_KEYS).nullable(),
  subject: z.string().nullable(),
  dropped: z.boolean(),
  leadSide: z.enum(SIDES).nullable(),
  mode: z.enum(MODES),
  windowFrom: z.string().nullable(),
  windowTo: z.string().nullable(),
});

const bad = z.object({
  ...place,
  faults: z.array(z.object({ why: z.enum(ROW_FAULTS), part: z.string().optional() })),
});

const sheet = z.object({
  name: z.string(),
  lines: z.number().nullable(),
  isHidden: z.literal(true).optional(),
  unused: z.array(z.string()),
  aside: z.array(z.object({ row: z.number(), why: z.enum(ASIDE_WHYS) })),
  asideCount: z.number(),
});

const answer = z.union([z.number(), z.string()]).nullable().optional();

const gathered = z.object({
  planId: z.number(),
  pairId: z.number(),
  secretAsked: z.boolean().optional(),
  /** A file was read. */
  isRead: z.boolean().optional(),
  good: z.array(good),
  bad: z.array(bad),
  asked: z.array(z.intersection(doubt, z.object({ answer }))),
  sheets: z.array(sheet),
  font: z.enum(['TCVN3', 'VNI']).optional(),
});

/** What the form of an import has gathered: the rows of the file, never its bytes. */
export type PlanFileData = z.infer<typeof gathered>;

/** The same as forms that were opened by an older version keep it: only targets were in doubt, and a row bore its own. */
export const planFileData: z.ZodType<PlanFileData> = z.preprocess(fromOlder, gathered);

type Older = { good?: OlderRow[]; asked?: object[]; sheets?: unknown };
type OlderRow = { ask?: object; doubts?: unknown };

function fromOlder(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || 'sheets' in data) return data;
  const { good: rows = [], asked = [] } = data as Older;
  const target = (one: object) => ({ what: 'target', ...one });
  return {
    ...data,
    sheets: [],
    good: rows.map(({ ask, ...row }) => ({ written: '', doubts: ask ? [target(ask)] : [], ...row })),
    asked: asked.map(target),
  };
}
