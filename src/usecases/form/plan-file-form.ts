import { act } from '../actions/index.ts';
import { loadPlan, type Planned } from '../plan/load-plan.ts';
import { ownDraft } from '../plan/own-draft.ts';
import { ALL, type Answer, type Asked, readPlanFile } from '../plan/read-plan-file.ts';
import { settlePlanFile } from '../plan/settle-plan-file.ts';
import { addItems } from '../plan/write-items.ts';
import { button, isRefused, message, text } from '../said.ts';
import { sendFile } from '../send-file.ts';
import type { Actor, Work } from '../work.ts';
import { defineForm } from './define-form.ts';
import { done, filled, goes, type Step, stays, type Taken, wrong } from './form.ts';
import { type PlanFileData, planFileData } from './plan-file-data.ts';
import { askBad, askDoubt, askPreview, askRead, rowsOf } from './plan-file-questions.ts';
import { secretStep } from './secret-step.ts';

type Inside = (planned: Planned) => Promise<Taken<PlanFileData>>;

async function within(
  work: Work,
  actor: Actor,
  { planId }: PlanFileData,
  go: Inside,
): Promise<Taken<PlanFileData>> {
  const planned = await ownDraft(work, actor, planId);
  return isRefused(planned) ? done(message([planned.refused])) : go(planned);
}

/** From the question for it on, a file may be sent at any step: a mended one takes the place of the last. */
const takeFile: NonNullable<Step<PlanFileData>['file']> = async (work, actor, data, given) => {
  let isSecret = false;
  const taken = await within(work, actor, data, async (planned) => {
    if ('fault' in given) return wrong(text(`plan-file-sent-${given.fault}`));
    const read = await readPlanFile(work, actor, planned, given.read);
    isSecret = 'error' in read ? read.isSecret === true : read.bad.some(isSecretRow);
    if ('error' in read) return wrong(read.error);
    return filled({ font: undefined, ...read, isRead: true });
  });
  return { taken, isSecret };
};

const fileStep: Step<PlanFileData> = {
  name: 'file',
  fills: ['isRead'],
  isAnswered: ({ isRead, good, bad }) => isRead === true || good.length + bad.length > 0,
  ask: async (work, _actor, data) => {
    const planned = await loadPlan(work, data.planId);
    return {
      lines: [
        text('plan-file-ask', { year: String(planned?.plan.year ?? '') }),
        text('plan-file-ask-columns'),
      ],
      choices: [{ label: text('button-plan-template'), value: 'template' }],
    };
  },
  take: async () => wrong(text('plan-file-not-typed')),
  choose: (work, actor, data) =>
    within(work, actor, data, async ({ plan }) => {
      await sendFile(work, actor, plan.pairId, { make: 'plan-template', planId: plan.id });
      return stays({});
    }),
  file: takeFile,
};

const isSecretRow = ({ faults }: { faults: { why: string }[] }): boolean =>
  faults.some(({ why }) => why === 'secret');

/** One question for each of the words that may mean several things. */
const doubtStep: Step<PlanFileData> = {
  name: 'target',
  fills: ['asked'],
  isFixed: ({ asked }) => asked.length === 0,
  isAnswered: ({ asked }) => asked.every(({ answer }) => answer !== undefined),
  ask: askDoubt,
  choose: async (_work, _actor, { asked }, value) => {
    const at = asked.findIndex(({ answer }) => answer === undefined);
    const answer = value === 'none' ? null : answerTo(asked[at], value);
    if (answer === undefined) return wrong(text('form-choose'));
    return filled({ asked: asked.map((one, i) => (i === at ? { ...one, answer } : one)) });
  },
  file: takeFile,
};

/** The answer that a value stands for; undefined: it is none of this question. */
function answerTo(asked: Asked | undefined, value: string): Answer | undefined {
  if (asked?.what === 'targets') return value === ALL ? ALL : undefined;
  return (asked?.ids as Answer[] | undefined)?.find((id) => String(id) === value);
}

const previewStep: Step<PlanFileData> = {
  name: 'preview',
  fills: [],
  ask: askPreview,
  choose: async (work, actor, data, value) => {
    if (value === 'bad' || value === 'read') return goes(value, {});
    if (value !== 'store') return wrong(text('form-choose'));
    return within(work, actor, data, (planned) => store(work, actor, planned, data));
  },
  file: takeFile,
};

async function store(
  work: Work,
  actor: Actor,
  planned: Planned,
  data: PlanFileData,
): Promise<Taken<PlanFileData>> {
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
      [button('button-plan-open', act('plan.show', { id: data.planId }))],
    ),
  );
}

const badStep: Step<PlanFileData> = { name: 'bad', fills: [], isAside: true, ask: askBad, file: takeFile };

const readStep: Step<PlanFileData> = {
  ...{ name: 'read', fills: [], isAside: true },
  ask: askRead,
  file: takeFile,
};

/** The secrecy question, the file, what is unsure, the preview; nothing is stored before its button. */
export const planFileForm = defineForm({
  name: 'plan-file',
  title: 'form-title-plan-file',
  schema: planFileData,
  steps: [secretStep, fileStep, doubtStep, previewStep, badStep, readStep],
});
