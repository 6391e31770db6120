import { KINDS } from '../../domain/kinds.ts';
import { planPolicyOf } from '../../domain/plan-policy.ts';
import { canMeasure, type PlanQuota, QUOTA_MEASURES, QUOTA_SPANS } from '../../domain/plan-quota.ts';
import { loadPlan } from '../plan/load-plan.ts';
import { planFigures } from '../plan/plan-figures.ts';
import { isWanted, proposeChange, proposeQuota } from '../plan/propose-quota.ts';
import { quotasButton, quotaText, stateText } from '../plan/quota-lines.ts';
import { button, details, isRefused, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import {
  done,
  type FormData,
  type FormKind,
  next,
  type Question,
  type Step,
  type Taken,
  wrong,
} from './form.ts';

/** What the form of a quota gathers; `quotaId`: of one that holds only the number changes, or it `isGoing`. */
export type QuotaData = { planId: number; quotaId?: number; isGoing?: boolean } & Partial<PlanQuota>;

const of = (raw: FormData): QuotaData => raw as QuotaData;
const ALL = 'all';

const kind: Step = {
  ask: async () => ({
    lines: [text('planquota-ask-kind')],
    choices: [
      { label: text('planquota-all-kinds'), value: ALL },
      ...KINDS.map(({ key }) => ({ label: text(`kind-${key}`), value: key })),
    ],
  }),
  choose: async (_work, _actor, raw, value) => {
    const chosen = KINDS.find(({ key }) => key === value)?.key;
    if (chosen === undefined && value !== ALL) return wrong(text('form-choose'));
    return next({ ...raw, kind: chosen ?? null }, 'span');
  },
};

const span: Step = {
  ask: async (work, _actor, raw) => {
    const isTermKnown = await knowsTerm(work, of(raw));
    return {
      lines: [text('planquota-ask-span'), ...(isTermKnown ? [] : [text('planquota-no-term-yet')])],
      choices: QUOTA_SPANS.filter((one) => one === 'year' || isTermKnown).map((one) => ({
        label: text(`planquota-span-${one}`),
        value: one,
      })),
    };
  },
  choose: async (_work, _actor, raw, value) => {
    const chosen = QUOTA_SPANS.find((one) => one === value);
    if (!chosen) return wrong(text('form-choose'));
    // Of a kind that names no organisation only turns can be counted.
    const canAsk = canMeasure(of(raw).kind ?? null, 'targets');
    return canAsk
      ? next({ ...raw, span: chosen }, 'measure')
      : next({ ...raw, span: chosen, measure: 'turns' }, 'least');
  },
  back: () => 'kind',
};

async function knowsTerm(work: Work, { planId }: QuotaData): Promise<boolean> {
  const planned = await loadPlan(work, planId);
  return planned !== undefined && planPolicyOf(planned.pair.policy).termFrom !== null;
}

const measure: Step = {
  ask: async () => ({
    lines: [text('planquota-ask-measure')],
    choices: QUOTA_MEASURES.map((one) => ({ label: text(`planquota-measure-${one}`), value: one })),
  }),
  choose: async (_work, _actor, raw, value) => {
    const chosen = QUOTA_MEASURES.find((one) => one === value);
    return chosen ? next({ ...raw, measure: chosen }, 'least') : wrong(text('form-choose'));
  },
  back: () => 'span',
};

const least: Step = {
  ask: async (_work, _actor, raw) => ({
    lines: [text(`planquota-ask-${of(raw).measure ?? 'turns'}`)],
    choices: USUAL.map((n) => ({ label: text('plain', { text: String(n) }), value: String(n) })),
  }),
  take: async (_work, _actor, raw, typed) => takeLeast(raw, typed),
  choose: async (_work, _actor, raw, value) => takeLeast(raw, value),
  back: (raw) => {
    if (of(raw).quotaId !== undefined) return 'least';
    return canMeasure(of(raw).kind ?? null, 'targets') ? 'measure' : 'span';
  },
};

const USUAL = [1, 2, 3, 5];

function takeLeast(raw: FormData, typed: string): Taken {
  const n = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0;
  return isWanted(n) ? next({ ...raw, least: n }, 'preview') : wrong(text('planquota-not-number'));
}

const preview: Step = {
  ask: async (work, actor, raw) => ask(work, actor, of(raw)),
  choose: async (work, actor, raw, value) =>
    value === 'yes' ? finish(work, actor, of(raw)) : wrong(text('form-choose')),
  back: (raw) => (of(raw).isGoing ? 'preview' : 'least'),
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

function wantedOf({ kind: of, span: over, measure: by, least: n }: QuotaData): PlanQuota | undefined {
  if (of === undefined || over === undefined || by === undefined || n === undefined) return undefined;
  return { kind: of, span: over, measure: by, least: n };
}

async function finish(work: Work, actor: Actor, data: QuotaData): Promise<Taken> {
  const { planId, quotaId } = data;
  const wanted = wantedOf(data);
  if (!wanted) return wrong(text('form-choose'));
  const proposed =
    quotaId === undefined
      ? await proposeQuota(work, actor, planId, wanted)
      : await proposeChange(work, actor, { planId, quotaId }, data.isGoing ? 0 : wanted.least);
  if (isRefused(proposed)) return wrong(proposed.refused);
  const { planned, seconds } = proposed;
  const recall = button('button-planfind-recall', `planq.recall.${planId}.${proposed.quotaId}`);
  return done(details([text('planfind-proposed', { seconds })], [recall, quotasButton(planned)]));
}

function first({ quotaId, isGoing }: QuotaData): string {
  if (quotaId === undefined) return 'kind';
  return isGoing ? 'preview' : 'least';
}

/** "Chỉ tiêu": which kind, over what, counted how, at least how many; one look, one button. */
export const planQuotaForm: FormKind = {
  name: 'plan-quota',
  first: (raw) => first(of(raw)),
  steps: { kind, span, measure, least, preview },
};
