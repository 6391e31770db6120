import { DateTime } from 'luxon';
import { isSensitiveKind } from '../../domain/kinds.ts';
import { otherSide } from '../../domain/side.ts';
import { ZONE } from '../../domain/working-time.ts';
import { addItems } from '../plan/write-items.ts';
import { button, details, isRefused, text } from '../said.ts';
import { listTargets } from '../view/find-target.ts';
import { fitLines } from '../view/lines.ts';
import { loadPair } from '../view/load-pair.ts';
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
import { planWindowEcho, typedPlanWindow } from './plan-window-text.ts';
import { contentOf, dataOf, firstOpen, type ProposeData } from './propose-data.ts';
import { proposeForm } from './propose-form.ts';
import { secretStep } from './secret-step.ts';

/** What the form of a line gathers: as a proposal, without a team. */
export type PlanLineData = ProposeData & { planId: number; year: number };

const of = (raw: FormData): PlanLineData => raw as PlanLineData;
const { kind, target, subject, lead, mode } = proposeForm.steps;

const windowStep: Step = {
  ask: async (_work, _actor, raw) => ({
    lines: [text('plan-form-window', { year: String(of(raw).year) })],
    choices: ([1, 2, 3, 4] as const).map((n) => ({
      label: text('plan-form-quarter', { n, year: String(of(raw).year) }),
      value: String(n),
    })),
  }),
  take: async (_work, _actor, raw, typed) => {
    const window = typedPlanWindow(typed, of(raw).year);
    return 'error' in window ? wrong(window.error) : next({ ...raw, ...window }, 'preview');
  },
  choose: async (_work, _actor, raw, value) => {
    const quarter = ['1', '2', '3', '4'].indexOf(value);
    if (quarter < 0) return wrong(text('form-choose'));
    const from = DateTime.fromObject({ year: of(raw).year, month: quarter * 3 + 1 }, { zone: ZONE });
    const window = { windowFrom: from.toISODate()!, windowTo: from.plus({ months: 3 }).toISODate()! };
    return next({ ...raw, ...window }, 'preview');
  },
  back: () => 'mode',
};

const previewStep: Step = {
  ask: async (work, _actor, raw) => preview(work, of(raw)),
  choose: async (work, actor, raw, value) =>
    value === 'keep' ? keep(work, actor, of(raw)) : wrong(text('form-choose')),
  back: () => 'window',
};

async function preview(work: Work, data: PlanLineData): Promise<Question> {
  const { committees } = await loadPair(work, data.pairId);
  const content = contentOf(data);
  const found = (await listTargets(work, data.pairId)).find((one) => one.id === content.targetId);
  return {
    protect: true,
    lines: fitLines([
      text('plan-form-preview', { year: String(data.year) }),
      text('card-what', { kind: text(`kind-${content.kind}`), target: found?.name ?? '' }),
      ...(content.subject ? [text('card-subject', { subject: content.subject })] : []),
      text('card-lead-planned', {
        lead: committees[content.leadSide].shortName,
        partner: committees[otherSide(content.leadSide)].shortName,
      }),
      text('plan-line-mode', { mode: text(`mode-${content.mode}`) }),
      planWindowEcho(content),
    ]),
    choices: [{ label: text('button-plan-keep-line'), value: 'keep', style: 'success' }],
  };
}

async function keep(work: Work, actor: Actor, data: PlanLineData): Promise<Taken> {
  const {
    targetId,
    kind: ofKind,
    subject: words,
    leadSide,
    mode: ofMode,
    windowFrom,
    windowTo,
  } = contentOf(data);
  const added = await addItems(work, actor, data.planId, [
    {
      ...{ targetId, leadSide, windowFrom, windowTo, kind: ofKind, mode: ofMode },
      subject: isSensitiveKind(ofKind) || words === '' ? null : words,
      source: 'typed',
    },
  ]);
  if (isRefused(added)) return wrong(added.refused);
  return done(
    details(
      [text(added.ids.length > 0 ? 'plan-line-kept' : 'plan-line-double')],
      [
        button('button-plan-add-more', `plan.add.${data.planId}`),
        button('button-plan-open', `plan.show.${data.planId}`),
      ],
    ),
  );
}

/** "Thêm dòng": as a proposal is written, with a window of the plan's year and no team. */
export const planLineForm: FormKind = {
  name: 'plan_line',
  first: () => 'secret',
  steps: {
    secret: secretStep((data) => firstOpen(dataOf(data))),
    kind: kind!,
    target: target!,
    subject: subject!,
    lead: lead!,
    mode: mode!,
    window: windowStep,
    preview: previewStep,
  },
};
