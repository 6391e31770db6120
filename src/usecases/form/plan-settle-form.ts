import type { Text } from '../../domain/message.ts';
import { aboutText, settlementText } from '../plan/finding-lines.ts';
import { findingsButton, sentButtons } from '../plan/finding-message.ts';
import { keepGaps } from '../plan/keep-gaps.ts';
import type { Opened } from '../plan/load-finding.ts';
import { loadPlan } from '../plan/load-plan.ts';
import { proposeSettlement } from '../plan/propose-settlement.ts';
import { details, isRefused, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { defineForm } from './define-form.ts';
import { done, type Step, type Taken, wrong } from './form.ts';
import { findingOf, type SettleData, settleData, settlementOf } from './plan-settle-data.ts';
import { settleSteps } from './plan-settle-steps.ts';
import { planWindowEcho } from './plan-window-text.ts';

const preview: Step<SettleData> = {
  name: 'preview',
  fills: [],
  ask: async (work, actor, data) => {
    const found = data.how === 'gaps' ? undefined : await findingOf(work, actor, data);
    return {
      protect: true,
      lines: [
        await previewLine(work, data, found),
        ...(data.windowFrom && data.windowTo
          ? [planWindowEcho({ windowFrom: data.windowFrom, windowTo: data.windowTo })]
          : []),
        text(crossNote(data)),
      ],
      choices: [
        {
          label: text(data.how === 'fill' ? 'button-planfind-add' : 'button-planfind-send'),
          value: 'yes',
          style: 'success',
        },
      ],
    };
  },
  choose: async (work, actor, data, value) =>
    value === 'yes' ? finish(work, actor, data) : wrong(text('form-choose')),
};

const crossNote = ({ how }: SettleData) =>
  how === 'fill' ? 'planfind-preview-fill' : 'planfind-preview-note';

async function previewLine(work: Work, data: SettleData, found: Opened | undefined): Promise<Text> {
  if (data.how === 'gaps') {
    const year = String((await loadPlan(work, data.planId!))?.plan.year ?? '');
    return text('planfind-preview-gaps', { year, reason: reasonOf(data) });
  }
  if (!found) return text('planfind-closed');
  const how = settlementText(found.planned, found, settlementOf(data));
  return text('planfind-preview', { target: aboutText(found), how });
}

const reasonOf = ({ reason, reasonText }: SettleData) => reasonText || text(`reason-${reason!}`);

async function finish(work: Work, actor: Actor, data: SettleData): Promise<Taken<SettleData>> {
  if (data.how === 'gaps') return finishGaps(work, actor, data);
  const proposed = await proposeSettlement(work, actor, data.findingId, settlementOf(data));
  if (isRefused(proposed)) return wrong(proposed.refused);
  const { found, seconds } = proposed;
  const key = data.how === 'fill' ? 'planfind-filling-sent' : 'planfind-proposed';
  return done(
    details(
      [text(key, { seconds })],
      [...sentButtons(found.finding.id, settlementOf(data)), findingsButton(found.planned)],
    ),
  );
}

async function finishGaps(work: Work, actor: Actor, data: SettleData): Promise<Taken<SettleData>> {
  const kept = await keepGaps(work, actor, data.planId!, {
    reason: data.reason!,
    reasonText: data.reasonText || undefined,
  });
  if (isRefused(kept)) return wrong(kept.refused);
  const { count, seconds } = kept;
  return done(details([text('planfind-gaps-proposed', { count, seconds })], [findingsButton(kept.planned)]));
}

/** How a finding of the plan be settled: as many questions as it takes, one look, one button. */
export const planSettleForm = defineForm({
  name: 'plan-settle',
  schema: settleData,
  steps: [...settleSteps, preview],
});
