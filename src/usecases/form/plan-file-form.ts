import { loadPlan, type Planned } from '../plan/load-plan.ts';
import { ownDraft } from '../plan/own-draft.ts';
import { readPlanFile } from '../plan/read-plan-file.ts';
import { settlePlanFile } from '../plan/settle-plan-file.ts';
import { addItems } from '../plan/write-items.ts';
import { button, isRefused, message, text } from '../said.ts';
import { sendFile } from '../send-file.ts';
import type { Actor, Work } from '../work.ts';
import { done, type FormKind, next, type Step, type Taken, wrong } from './form.ts';
import {
  askBad,
  askPreview,
  askTarget,
  dataOf,
  firstOpen,
  type PlanFileData,
  rowsOf,
} from './plan-file-questions.ts';
import { secretStep } from './secret-step.ts';

type Inside = (planned: Planned, data: PlanFileData) => Promise<Taken>;

async function within(work: Work, actor: Actor, raw: Record<string, unknown>, go: Inside): Promise<Taken> {
  const data = dataOf(raw);
  const planned = await ownDraft(work, actor, data.planId);
  return isRefused(planned) ? done(message([planned.refused])) : go(planned, data);
}

/** From the question for it on, a file may be sent at any step: a mended one takes the place of the last. */
const takeFile: NonNullable<Step['file']> = async (work, actor, raw, given) => {
  let isSecret = false;
  const taken = await within(work, actor, raw, async (planned, data) => {
    if ('fault' in given) return wrong(text(`plan-file-sent-${given.fault}`));
    const read = await readPlanFile(work, actor, planned, given.read);
    isSecret = 'error' in read ? read.isSecret === true : read.bad.some(isSecretRow);
    if ('error' in read) return wrong(read.error);
    const filled = { ...data, ...read };
    return next(filled, firstOpen(filled));
  });
  return { taken, isSecret };
};

const fileStep: Step = {
  ask: async (work, _actor, raw) => {
    const planned = await loadPlan(work, dataOf(raw).planId);
    return {
      lines: [
        text('plan-file-ask', { year: String(planned?.plan.year ?? '') }),
        text('plan-file-ask-columns'),
      ],
      choices: [{ label: text('button-plan-template'), value: 'template' }],
    };
  },
  take: async () => wrong(text('plan-file-not-typed')),
  choose: (work, actor, raw) =>
    within(work, actor, raw, async ({ plan }, data) => {
      await sendFile(work, actor, plan.pairId, { make: 'plan-template', planId: plan.id });
      return next(data, 'file');
    }),
  file: takeFile,
};

const isSecretRow = ({ faults }: { faults: { why: string }[] }): boolean =>
  faults.some(({ why }) => why === 'secret');

const targetStep: Step = {
  ask: (work, actor, raw) => askTarget(work, actor, dataOf(raw)),
  choose: async (_work, _actor, raw, value) => {
    const data = dataOf(raw);
    const at = data.asked.findIndex(({ answer }) => answer === undefined);
    const chosen = data.asked[at]?.ids.find((id) => String(id) === value);
    if (chosen === undefined && value !== 'none') return wrong(text('form-choose'));
    const asked = data.asked.map((one, i) => (i === at ? { ...one, answer: chosen ?? null } : one));
    const filled = { ...data, asked };
    return next(filled, firstOpen(filled));
  },
  file: takeFile,
  back: () => 'file',
};

const previewStep: Step = {
  ask: (work, actor, raw) => askPreview(work, actor, dataOf(raw)),
  choose: async (work, actor, raw, value) => {
    if (value === 'bad') return next(raw, 'bad');
    if (value !== 'store') return wrong(text('form-choose'));
    return within(work, actor, raw, (planned, data) => store(work, actor, planned, data));
  },
  file: takeFile,
  back: () => 'file',
};

async function store(work: Work, actor: Actor, planned: Planned, data: PlanFileData): Promise<Taken> {
  const settled = await settlePlanFile(work, actor, planned, data);
  const written = await addItems(
    work,
    actor,
    data.planId,
    settled.fresh.map(({ line }) => line),
  );
  if (isRefused(written)) return wrong(written.refused);
  const year = String(planned.plan.year);
  return done(
    message(
      [
        text('plan-file-stored', { count: written.ids.length, year }),
        settled.bad.length > 0 && text('plan-file-stored-bad', { rows: rowsOf(settled.bad) }),
        text('plan-file-stored-next'),
      ],
      [button('button-plan-open', `plan.show.${data.planId}`)],
    ),
  );
}

const badStep: Step = {
  ask: (work, actor, raw) => askBad(work, actor, dataOf(raw)),
  file: takeFile,
  back: () => 'preview',
};

/** The secrecy question, the file, what is unsure, the preview; nothing is stored before its button. */
export const planFileForm: FormKind = {
  name: 'plan-file',
  first: () => 'secret',
  steps: {
    secret: secretStep(() => 'file'),
    file: fileStep,
    target: targetStep,
    preview: previewStep,
    bad: badStep,
  },
};
