import { z } from 'zod';
import { KIND_KEYS, KINDS } from '../../domain/kinds.ts';
import { planPolicyOf } from '../../domain/plan-policy.ts';
import { canMeasure, type PlanQuota, QUOTA_MEASURES, QUOTA_SPANS } from '../../domain/plan-quota.ts';
import { act } from '../actions/index.ts';
import { loadPlan } from '../plan/load-plan.ts';
import { planFigures } from '../plan/plan-figures.ts';
import { isWanted, proposeChange, proposeQuota } from '../plan/propose-quota.ts';
import { quotasButton, quotaText, stateText } from '../plan/quota-lines.ts';
import { button, details, isRefused, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { defineForm } from './define-form.ts';
import { done, filled, type Question, type Step, type Taken, wrong } from './form.ts';

/** What the form of a quota gathers; `quotaId`: of one that holds only the number changes, or it `isGoing`. `kind` null: all. */
const quotaData = z.object({
  planId: z.number(),
  quotaId: z.number().optional(),
  isGoing: z.boolean().optional(),
  kind: z.enum(KIND_KEYS).nullable().optional(),
  span: z.enum(QUOTA_SPANS).optional(),
  measure: z.enum(QUOTA_MEASURES).optional(),
  least: z.number().optional(),
});
export type QuotaData = z.infer<typeof quotaData>;

const ALL = 'all';
const isStanding = ({ quotaId }: QuotaData): boolean => quotaId !== undefined;

const kind: Step<QuotaData> = {
  name: 'kind',
  fills: ['kind'],
  isFixed: isStanding,
  ask: async () => ({
    lines: [text('planquota-ask-kind')],
    choices: [
      { label: text('planquota-all-kinds'), value: ALL },
      ...KINDS.map(({ key }) => ({ label: text(`kind-${key}`), value: key })),
    ],
  }),
  choose: async (_work, _actor, _data, value) => {
    const chosen = KINDS.find(({ key }) => key === value)?.key;
    return chosen !== undefined || value === ALL
      ? filled({ kind: chosen ?? null })
      : wrong(text('form-choose'));
  },
};

const span: Step<QuotaData> = {
  name: 'span',
  fills: ['span'],
  isFixed: isStanding,
  ask: async (work, _actor, data) => {
    const isTermKnown = await knowsTerm(work, data);
    return {
      lines: [text('planquota-ask-span'), ...(isTermKnown ? [] : [text('planquota-no-term-yet')])],
      choices: QUOTA_SPANS.filter((one) => one === 'year' || isTermKnown).map((one) => ({
        label: text(`planquota-span-${one}`),
        value: one,
      })),
    };
  },
  choose: async (_work, _actor, _data, value) => {
    const chosen = QUOTA_SPANS.find((one) => one === value);
    return chosen ? filled({ span: chosen }) : wrong(text('form-choose'));
  },
};

async function knowsTerm(work: Work, { planId }: QuotaData): Promise<boolean> {
  const planned = await loadPlan(work, planId);
  return planned !== undefined && planPolicyOf(planned.pair.policy).termFrom !== null;
}

/** Of a kind that names no organisation only turns can be counted. */
const asksMeasure = (data: QuotaData): boolean => canMeasure(data.kind ?? null, 'targets');
const measureOf = (data: QuotaData) => (asksMeasure(data) ? data.measure : 'turns');

const measure: Step<QuotaData> = {
  name: 'measure',
  fills: ['measure'],
  when: asksMeasure,
  isFixed: isStanding,
  ask: async () => ({
    lines: [text('planquota-ask-measure')],
    choices: QUOTA_MEASURES.map((one) => ({ label: text(`planquota-measure-${one}`), value: one })),
  }),
  choose: async (_work, _actor, _data, value) => {
    const chosen = QUOTA_MEASURES.find((one) => one === value);
    return chosen ? filled({ measure: chosen }) : wrong(text('form-choose'));
  },
};

const least: Step<QuotaData> = {
  name: 'least',
  fills: ['least'],
  isFixed: ({ isGoing }) => isGoing === true,
  ask: async (_work, _actor, data) => ({
    lines: [text(`planquota-ask-${measureOf(data) ?? 'turns'}`)],
    choices: USUAL.map((n) => ({ label: text('plain', { text: String(n) }), value: String(n) })),
  }),
  take: async (_work, _actor, _data, typed) => takeLeast(typed),
  choose: async (_work, _actor, _data, value) => takeLeast(value),
};

const USUAL = [1, 2, 3, 5];

function takeLeast(typed: string): Taken<QuotaData> {
  const n = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0;
  return isWanted(n) ? filled({ least: n }) : wrong(text('planquota-not-number'));
}

const preview: Step<QuotaData> = {
  name: 'preview',
  fills: [],
  ask,
  choose: async (work, actor, data, value) =>
    value === 'yes' ? finish(work, actor, data) : wrong(text('form-choose')),
};

/** What is wanted and where it stands now; the other side is asked. */
async function ask(work: Work, actor: Actor, data: QuotaData): Promise<Question> {
  const planned = await loadPlan(work, data.planId);
  const wanted = wantedOf(data);
  if (!planned || !wanted) return { lines: [text('planquota-closed')], choices: [] };
  const { check } = await planFigures(work, actor, planned);
  const what = quotaText(wanted);
  return {
    protect: true,
    lines: [
      data.isGoing ? text('planquota-what-goes', { what }) : text('planquota-what', { what }),
      text('planquota-now', { state: stateText(wanted, check(wanted)) }),
      text('planfind-preview-note'),
    ],
    choices: [{ label: text('button-planfind-send'), value: 'yes', style: 'success' }],
  };
}

function wantedOf(data: QuotaData): PlanQuota | undefined {
  const { kind: of, span: over, least: n } = data;
  const by = measureOf(data);
  if (of === undefined || over === undefined || by === undefined || n === undefined) return undefined;
  return { kind: of, span: over, measure: by, least: n };
}

async function finish(work: Work, actor: Actor, data: QuotaData): Promise<Taken<QuotaData>> {
  const { planId, quotaId } = data;
  const wanted = wantedOf(data);
  if (!wanted) return wrong(text('form-choose'));
  const proposed =
    quotaId === undefined
      ? await proposeQuota(work, actor, planId, wanted)
      : await proposeChange(work, actor, { planId, quotaId }, data.isGoing ? 0 : wanted.least);
  if (isRefused(proposed)) return wrong(proposed.refused);
  const { planned, seconds } = proposed;
  const recall = button('button-planfind-recall', act('planq.recall', { planId, quotaId: proposed.quotaId }));
  return done(details([text('planfind-proposed', { seconds })], [recall, quotasButton(planned)]));
}

/** "Chỉ tiêu": which kind, over what, counted how, at least how many; one look, one button. */
export const planQuotaForm = defineForm({
  name: 'plan-quota',
  schema: quotaData,
  steps: [kind, span, measure, least, preview],
});
