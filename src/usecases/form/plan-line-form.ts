import { DateTime } from 'luxon';
import { z } from 'zod';
import { isSensitiveKind } from '../../domain/kinds.ts';
import { otherSide } from '../../domain/side.ts';
import { ZONE } from '../../domain/working-time.ts';
import { act } from '../actions/index.ts';
import { addItems } from '../plan/write-items.ts';
import { button, details, isRefused, text } from '../said.ts';
import { listTargets } from '../view/find-target.ts';
import { fitLines } from '../view/lines.ts';
import { loadPair } from '../view/load-pair.ts';
import type { Actor, Work } from '../work.ts';
import { defineForm } from './define-form.ts';
import { done, filled, type Question, type Step, type Taken, wrong } from './form.ts';
import { kindStep, leadStep, modeStep, subjectStep } from './inspection-steps.ts';
import { chosenPlanWindow, planWindowEcho, typedPlanWindow } from './plan-window-text.ts';
import { contentOf, proposeData } from './propose-data.ts';
import { targetStep } from './propose-target.ts';
import { secretStep } from './secret-step.ts';

/** What the form of a line gathers: as a proposal, without a team. */
export const planLineData = proposeData.extend({ planId: z.number(), year: z.number() });
export type PlanLineData = z.infer<typeof planLineData>;

const QUARTERS = ['1', '2', '3', '4'];

const windowStep: Step<PlanLineData> = {
  name: 'window',
  fills: ['windowFrom', 'windowTo'],
  ask: async (_work, _actor, { year }) => ({
    lines: [text('plan-form-window', { year: String(year) })],
    choices: QUARTERS.map((n) => ({
      label: text('plan-form-quarter', { n: Number(n), year: String(year) }),
      value: n,
    })),
  }),
  take: async (_work, _actor, { year }, typed) => {
    const window = typedPlanWindow(typed, year);
    return 'error' in window ? wrong(window.error, window.choices) : filled(window);
  },
  choose: async (_work, _actor, { year }, value) => {
    const chosen = chosenPlanWindow(value, year);
    if (chosen) return filled(chosen);
    const quarter = QUARTERS.indexOf(value);
    if (quarter < 0) return wrong(text('form-choose'));
    const from = DateTime.fromObject({ year, month: quarter * 3 + 1 }, { zone: ZONE });
    return filled({ windowFrom: from.toISODate()!, windowTo: from.plus({ months: 3 }).toISODate()! });
  },
};

const previewStep: Step<PlanLineData> = {
  name: 'preview',
  fills: [],
  ask: async (work, _actor, data) => preview(work, data),
  choose: async (work, actor, data, value) =>
    value === 'keep' ? keep(work, actor, data) : wrong(text('form-choose')),
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

async function keep(work: Work, actor: Actor, data: PlanLineData): Promise<Taken<PlanLineData>> {
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
        button('button-plan-add-more', act('plan.add', { id: data.planId })),
        button('button-plan-open', act('plan.show', { id: data.planId })),
      ],
    ),
  );
}

/** "Thêm cuộc": as a proposal is written, with a window of the plan's year and no team. */
export const planLineForm = defineForm({
  name: 'plan_line',
  title: 'form-title-plan-line',
  schema: planLineData,
  steps: [secretStep, kindStep, targetStep, subjectStep, leadStep, modeStep, windowStep, previewStep],
});
