import type { Text } from '../../domain/message.ts';
import type { Discipline } from '../../domain/outcome.ts';
import { act } from '../actions/index.ts';
import { loadCase } from '../inspection/load-case.ts';
import { disciplineOf, liveOutcome, type OutcomeRow } from '../outcome/outcome-row.ts';
import { apartOf, apartOverlapping, type Period, recordApart } from '../outcome/record-apart.ts';
import { recordOutcome } from '../outcome/record-outcome.ts';
import { button, details, isRefused, text } from '../said.ts';
import { codeText } from '../view/lines.ts';
import { disciplineLines } from '../view/outcome-lines.ts';
import { joined } from '../view/paged.ts';
import { type Actor, memberIn, type Work } from '../work.ts';
import { done, goes, type Step, type Taken, wrong } from './form.ts';
import type { OutcomeData } from './outcome-data.ts';

const EDITS = ['organisations', 'members', 'period'] as const;

/** The counts as they will be read, with what they replace; each part can be changed, one button records them. */
export const outcomePreview: Step<OutcomeData> = {
  name: 'preview',
  fills: [],
  ask: async (work, actor, data) => ({
    protect: true,
    lines: await previewLines(work, actor, data),
    choices: [
      { label: text('button-result-save'), value: 'record', style: 'success' },
      ...editsOf(data).map((edit) => ({ label: text(`button-result-edit-${edit}`), value: edit })),
    ],
  }),
  choose: async (work, actor, data, value) => {
    if (value === 'record') return save(work, actor, data);
    const edit = editsOf(data).find((one) => one === value);
    return edit ? goes(edit, {}) : wrong(text('form-choose'));
  },
};

const editsOf = ({ inspectionId }: OutcomeData) =>
  EDITS.filter((edit) => edit !== 'period' || inspectionId === undefined);

/** What the use cases take; throws when a question is still open: a bug. */
function complete(data: OutcomeData): { discipline: Discipline; period: Period } {
  const { organisations, members } = data;
  if (!organisations || !members) throw new Error('the form is not complete');
  return {
    discipline: { organisations, members },
    period: { periodFrom: data.periodFrom ?? '', periodTo: data.periodTo ?? '' },
  };
}

async function previewLines(work: Work, actor: Actor, data: OutcomeData): Promise<Text[]> {
  const { discipline, period } = complete(data);
  if (data.inspectionId !== undefined) {
    const found = await loadCase(work, data.inspectionId);
    const before = await liveOutcome(work, data.inspectionId);
    return [
      text('result-preview', { code: found ? codeText(found) : '' }),
      ...disciplineLines(discipline),
      ...replacedLines(before),
    ];
  }
  const { side } = memberIn(actor, data.pairId)!;
  const before = await apartOf(work, data.pairId, side, period);
  const shared = await apartOverlapping(work, data.pairId, side, period);
  return [
    text('result-preview-apart', { period: { window: [period.periodFrom, period.periodTo] } }),
    ...disciplineLines(discipline),
    ...replacedLines(before),
    ...(shared
      ? [text('result-overlapping', { period: { days: [shared.periodFrom, shared.periodTo] } })]
      : []),
    text('result-apart-caution'),
  ];
}

const replacedLines = (before: OutcomeRow | undefined): Text[] =>
  before ? [text('result-replaces', { before: joined(disciplineLines(disciplineOf(before))) })] : [];

async function save(work: Work, actor: Actor, data: OutcomeData): Promise<Taken<OutcomeData>> {
  const { discipline, period } = complete(data);
  if (data.inspectionId === undefined) {
    const recorded = await recordApart(work, actor, data.pairId, period, discipline);
    if (isRefused(recorded)) return wrong(recorded.refused);
    return done(
      details(
        [
          text(recorded.isCorrection ? 'result-apart-corrected' : 'result-apart-saved', {
            period: { window: [period.periodFrom, period.periodTo] },
          }),
          text('result-apart-caution'),
        ],
        [button('button-result-aparts', act('outcome.aparts', { pairId: data.pairId, page: 0 }))],
      ),
    );
  }
  const { inspectionId } = data;
  const recorded = await recordOutcome(work, actor, inspectionId, discipline);
  if (isRefused(recorded)) return wrong(recorded.refused);
  const key = recorded.isCorrection ? 'result-corrected' : 'result-saved';
  return done(
    details(
      [text(key, { code: codeText(recorded.found) })],
      [
        button('button-rec-add', act('rec.add', { id: inspectionId })),
        button('button-card', act('card', { id: inspectionId })),
      ],
    ),
  );
}
