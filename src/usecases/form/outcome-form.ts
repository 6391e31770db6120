import { MEMBER_FORMS, ORGANISATION_FORMS } from '../../domain/outcome.ts';
import { checkPeriod } from '../outcome/record-apart.ts';
import { text } from '../said.ts';
import { daysOf } from '../view/exchange-message.ts';
import type { Work } from '../work.ts';
import { defineForm } from './define-form.ts';
import { filled, type Question, type Step, type Taken, wrong } from './form.ts';
import { type OutcomeData, outcomeData, takeCounts } from './outcome-data.ts';
import { outcomePreview } from './outcome-preview.ts';

const OFFERED = ['month', 'quarter', 'year'] as const;

const periodStep: Step<OutcomeData> = {
  name: 'period',
  fills: ['periodFrom', 'periodTo'],
  when: ({ inspectionId }) => inspectionId === undefined,
  ask: async () => ({
    lines: [text('result-ask-period'), text('result-apart-caution')],
    choices: OFFERED.map((unit) => ({ label: text(`button-result-${unit}`), value: unit })),
  }),
  take: async (work, _actor, _data, typed) => takePeriod(work, daysOf(work, typed)),
  choose: async (work, _actor, _data, value) => {
    const unit = OFFERED.find((one) => one === value);
    return unit ? takePeriod(work, lastWhole(work, unit)) : wrong(text('form-choose'));
  },
};

/** The month or quarter before this one; the year so far, today included. */
function lastWhole({ now }: Work, unit: (typeof OFFERED)[number]): { from: string; to: string } {
  const start = now.startOf(unit);
  const [from, to] =
    unit === 'year' ? [start, now.plus({ days: 1 })] : [start.minus({ [`${unit}s`]: 1 }), start];
  return { from: from.toISODate()!, to: to.toISODate()! };
}

function takePeriod(work: Work, days: { from: string; to: string } | undefined): Taken<OutcomeData> {
  if (!days) return wrong(text('result-period-unclear'));
  const period = { periodFrom: days.from, periodTo: days.to };
  const ahead = checkPeriod(work, period);
  return ahead ? wrong(ahead.refused) : filled(period);
}

const askCounts = (of: 'organisations' | 'members') => async (): Promise<Question> => ({
  lines: [text(`result-ask-${of}`), text(`result-example-${of}`)],
  choices: [{ label: text('button-result-none'), value: 'none' }],
});

/** Numbers and names of forms are no free text, but the filter looks at them as at everything typed (C3). */
const organisationsStep: Step<OutcomeData> = {
  name: 'organisations',
  fills: ['organisations'],
  isFree: true,
  ask: askCounts('organisations'),
  take: async (_work, _actor, _data, typed) => takeOrganisations(typed),
  choose: async (_work, _actor, _data, value) =>
    value === 'none' ? takeOrganisations('0') : wrong(text('form-choose')),
};

function takeOrganisations(typed: string): Taken<OutcomeData> {
  const taken = takeCounts(ORGANISATION_FORMS, typed);
  return 'error' in taken ? wrong(taken.error) : filled({ organisations: taken.counts });
}

const membersStep: Step<OutcomeData> = {
  name: 'members',
  fills: ['members'],
  isFree: true,
  ask: askCounts('members'),
  take: async (_work, _actor, _data, typed) => takeMembers(typed),
  choose: async (_work, _actor, _data, value) =>
    value === 'none' ? takeMembers('0') : wrong(text('form-choose')),
};

function takeMembers(typed: string): Taken<OutcomeData> {
  const taken = takeCounts(MEMBER_FORMS, typed);
  return 'error' in taken ? wrong(taken.error) : filled({ members: taken.counts });
}

/** "Ghi kết quả": counts of organisations and members by form, of an inspection or of a period apart; then one look and one button. */
export const outcomeForm = defineForm({
  name: 'outcome',
  schema: outcomeData,
  steps: [periodStep, organisationsStep, membersStep, outcomePreview],
});
