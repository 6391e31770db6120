import { z } from 'zod';
import { isPeriod, type Period } from '../../domain/report-period.ts';
import { readPeriod, readReport } from '../report/report-message.ts';
import { membersOf } from '../report/report-scope.ts';
import { isRefused, message, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { defineForm } from './define-form.ts';
import { done, type Step, type Taken, wrong } from './form.ts';
import { windowChoice, windowFrom } from './read-window.ts';

const reportData = z.object({ choice: z.coerce.number() });

const periodStep: Step<z.infer<typeof reportData>> = {
  name: 'period',
  fills: [],
  isFree: true,
  ask: async () => ({ lines: [text('report-period-typed')], choices: [] }),
  take: async (work, actor, { choice }, typed) => {
    const members = membersOf(actor, choice);
    if (isRefused(members)) return done(message([members.refused]));
    const period = await readPeriod(work, members, typed);
    if (isRefused(period))
      return wrong(
        period.refused,
        period.choices.map(({ from, to }) => windowChoice({ windowFrom: from, windowTo: to })),
      );
    return show(work, actor, choice, period);
  },
  choose: async (work, actor, { choice }, value) => {
    const window = windowFrom(value);
    const period = window && { from: window.windowFrom, to: window.windowTo };
    return period && isPeriod(period) ? show(work, actor, choice, period) : wrong(text('form-choose'));
  },
};

async function show(
  work: Work,
  actor: Actor,
  choice: number,
  period: Period,
): Promise<Taken<z.infer<typeof reportData>>> {
  const read = await readReport(work, actor, choice, period, 0);
  return done(isRefused(read) ? message([read.refused]) : read);
}

/** The days of a report in words, after /baocao and the choice of the agreement. */
export const reportForm = defineForm({ name: 'report', schema: reportData, steps: [periodStep] });
