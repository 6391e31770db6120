import { z } from 'zod';
import { readPeriod, readReport } from '../report/report-message.ts';
import { membersOf } from '../report/report-scope.ts';
import { isRefused, message, text } from '../said.ts';
import { defineForm } from './define-form.ts';
import { done, type Step, wrong } from './form.ts';

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
    if (isRefused(period)) return wrong(period.refused);
    const read = await readReport(work, actor, choice, period, 0);
    return done(isRefused(read) ? message([read.refused]) : read);
  },
};

/** The days of a report in words, after /baocao and the choice of the agreement. */
export const reportForm = defineForm({ name: 'report', schema: reportData, steps: [periodStep] });
