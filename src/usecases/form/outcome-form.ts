import { MEMBER_FORMS, ORGANISATION_FORMS } from '../../domain/outcome.ts';
import { readCounts } from '../../domain/read-counts.ts';
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

const nothing = () => ({ label: text('button-result-none'), value: 'none' });

/** Numbers and names of forms are no free text, but the filter looks at them as at everything typed (C3). */
const organisationsStep: Step = {
  isFree: true,
  ask: async () => ({
    lines: [text('result-ask-organisations'), text('result-example-organisations')],
    choices: [nothing()],
  }),
  take: async (_work, _actor, raw, typed) => {
    const taken = takeCounts(ORGANISATION_FORMS, typed);
    return 'error' in taken
      ? wrong(taken.error)
      : advance({ ...outcomeOf(raw), organisations: taken.counts });
  },
  choose: async (_work, _actor, raw) =>
    advance({ ...outcomeOf(raw), organisations: noneOf(ORGANISATION_FORMS) }),
  back: (raw) => (outcomeOf(raw).inspectionId === undefined ? 'period' : 'organisations'),
};

const membersStep: Step = {
  isFree: true,
  ask: async () => ({
    lines: [text('result-ask-members'), text('result-example-members')],
    choices: [nothing()],
  }),
  take: async (_work, _actor, raw, typed) => {
    const taken = takeCounts(MEMBER_FORMS, typed);
    return 'error' in taken ? wrong(taken.error) : advance({ ...outcomeOf(raw), members: taken.counts });
  },
  choose: async (_work, _actor, raw) => advance({ ...outcomeOf(raw), members: noneOf(MEMBER_FORMS) }),
  back: () => 'organisations',
};

const noneOf = <Form extends string>(forms: readonly Form[]) => {
  const read = readCounts(forms, '0');
  if (!('counts' in read)) throw new Error('none is not read as none');
  return read.counts;
};

/** "Ghi kết quả": counts of organisations and members by form, of an inspection or of a period apart; then one look and one button. */
export const outcomeForm: FormKind = {
  name: 'outcome',
  first: onward,
  steps: {
    period: periodStep,
    organisations: organisationsStep,
    members: membersStep,
    preview: outcomePreview,
  },
};
