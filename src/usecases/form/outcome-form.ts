import { MEMBER_FORMS, ORGANISATION_FORMS } from '../../domain/outcome.ts';
import { checkPeriod } from '../outcome/record-apart.ts';
import { text } from '../said.ts';
import { daysOf } from '../view/exchange-message.ts';
import type { Work } from '../work.ts';
import { type FormData, type FormKind, next, type Step, type Taken, wrong } from './form.ts';
import { type OutcomeData, openOutcomeStep, outcomeOf, takeCounts } from './outcome-data.ts';
import { outcomePreview } from './outcome-preview.ts';

const advance = (data: OutcomeData): Taken => next(data, openOutcomeStep(data));
const onward = (raw: FormData): string => openOutcomeStep(outcomeOf(raw));

const OFFERED = ['month', 'quarter', 'year'] as const;

const periodStep: Step = {
  ask: async () => ({
    lines: [text('result-ask-period'), text('result-apart-caution')],
    choices: OFFERED.map((unit) => ({ label: text(`button-result-${unit}`), value: unit })),
  }),
  take: async (work, _actor, raw, typed) => takePeriod(work, outcomeOf(raw), daysOf(work, typed)),
  choose: async (work, _actor, raw, value) => {
    const unit = OFFERED.find((one) => one === value);
    return unit ? takePeriod(work, outcomeOf(raw), lastWhole(work, unit)) : wrong(text('form-choose'));
  },
};

/** The month or quarter before this one; the year so far, today included. */
function lastWhole({ now }: Work, unit: (typeof OFFERED)[number]): { from: string; to: string } {
  const start = now.startOf(unit);
  const [from, to] =
    unit === 'year' ? [start, now.plus({ days: 1 })] : [start.minus({ [`${unit}s`]: 1 }), start];
  return { from: from.toISODate()!, to: to.toISODate()! };
}

function takePeriod(work: Work, data: OutcomeData, days: { from: string; to: string } | undefined): Taken {
  if (!days) return wrong(text('result-period-unclear'));
  const period = { periodFrom: days.from, periodTo: days.to };
  const ahead = checkPeriod(work, period);
  return ahead ? wrong(ahead.refused) : advance({ ...data, ...period });
}

type Asked = 'organisations' | 'members';

/** Numbers and names of forms are no free text, but the filter looks at them as at everything typed (C3). */
const countsStep = (of: Asked, forms: readonly string[]): Step => ({
  isFree: true,
  ask: async () => ({
    lines: [text(`result-ask-${of}`), text(`result-example-${of}`)],
    choices: [{ label: text('button-result-none'), value: 'none' }],
  }),
  take: async (_work, _actor, raw, typed) => takeInto(of, forms, raw, typed),
  choose: async (_work, _actor, raw, value) =>
    value === 'none' ? takeInto(of, forms, raw, '0') : wrong(text('form-choose')),
  back: (raw) =>
    of === 'organisations' && outcomeOf(raw).inspectionId === undefined ? 'period' : 'organisations',
});

function takeInto(of: Asked, forms: readonly string[], raw: FormData, typed: string): Taken {
  const taken = takeCounts(forms, typed);
  return 'error' in taken ? wrong(taken.error) : advance({ ...outcomeOf(raw), [of]: taken.counts });
}

/** "Ghi kết quả": counts of organisations and members by form, of an inspection or of a period apart; then one look and one button. */
export const outcomeForm: FormKind = {
  name: 'outcome',
  first: onward,
  steps: {
    period: periodStep,
    organisations: countsStep('organisations', ORGANISATION_FORMS),
    members: countsStep('members', MEMBER_FORMS),
    preview: outcomePreview,
  },
};
