import { pageAhead } from '../../pictures/plan-year.ts';
import { act } from '../actions/index.ts';
import type { MakeFile } from '../compose/file.ts';
import { button, isRefused, text } from '../said.ts';
import { countFindings } from './count-findings.ts';
import { planFor } from './load-plan.ts';
import { planAhead } from './months-plan.ts';
import { yearPage, yearPictureFor } from './year-file.ts';

/** The year's picture that comes with a month's digest: of the one plan that has most ahead, the page where that begins. */
export const makePlanMonth: MakeFile<'plan-month'> = async (work, actor, { locale }) => {
  const found = await planAhead(work, actor);
  if (!found) return { skip: 'nothing ahead' };
  const allowed = await planFor(work, actor, found.planId, 'plan.view');
  if (isRefused(allowed)) return { skip: 'no longer theirs' };
  const { member, planned } = allowed;
  const { picture, counts } = await yearPictureFor(work, actor, member, planned, locale);
  const { settled, total } = await countFindings(work, actor, planned);
  const hasOthers = found.plans > 1;
  return yearPage(
    picture,
    pageAhead(picture),
    found.planId,
    [
      text('plan-picture-month-caption', {
        year: String(planned.plan.year),
        pair: planned.pair.name,
        ahead: counts.ahead,
        lines: counts.lines,
      }),
      total > 0 && text('plan-picture-month-settled', { settled, total }),
      hasOthers && text('plan-picture-month-others', { count: found.plans }),
    ],
    hasOthers ? [button('button-plan-year', act('plan.mine'))] : [],
  );
};
