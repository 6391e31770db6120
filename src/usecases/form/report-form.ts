import { readPeriod, readReport } from '../report/report-message.ts';
import { isRefused, message, text } from '../said.ts';
import { done, type FormKind, wrong } from './form.ts';

/** The days of a report in words, after /baocao and the choice of the agreement. */
export const reportForm: FormKind = {
  name: 'report',
  first: () => 'period',
  steps: {
    period: {
      isFree: true,
      ask: async () => ({ lines: [text('report-period-typed')], choices: [] }),
      take: async (work, actor, data, typed) => {
        const period = readPeriod(work, typed);
        if (isRefused(period)) return wrong(period.refused);
        const read = await readReport(work, actor, Number(data.choice), period, 0);
        return done(isRefused(read) ? message([read.refused]) : read);
      },
    },
  },
};
