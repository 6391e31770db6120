import { coverTargets, type PlanCoverage, turnsByYear } from '../../domain/plan-cover.ts';
import { yearWindow } from '../../domain/plan-policy.ts';
import { showShare } from '../../domain/report.ts';
import { type CoverPicture, coverPages } from '../../pictures/plan-cover.ts';
import { pictureToPng } from '../../pictures/png.ts';
import type { MakeFile } from '../compose/file.ts';
import { wordsIn } from '../plain-words.ts';
import { details, isRefused, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { targetsFor, turnsFor } from './held-turns.ts';
import { type Planned, planFor } from './load-plan.ts';
import { pictureTitles } from './picture-titles.ts';
import { figuresLine, planFigures } from './plan-figures.ts';
import { pictureButtons } from './send-picture.ts';
import { type Item, visibleItems } from './visible-items.ts';

/** Years shown, the plan's the last. */
const YEARS = 6;

/** The coverage as one person may see it: turns of each target in six years, the lines they see among them (R3). */
export async function coverPictureFor(
  work: Work,
  actor: Actor,
  planned: Planned,
  items: Item[],
  say: ReturnType<typeof wordsIn>,
): Promise<{ picture: CoverPicture; coverage: PlanCoverage }> {
  const { plan } = planned;
  const today = work.now.toISODate()!;
  const years = Array.from({ length: YEARS }, (_, at) => plan.year - YEARS + 1 + at);
  const [from, to] = [yearWindow(years[0]!)[0], yearWindow(plan.year)[1]];
  const targets = await targetsFor(work, actor, plan.pairId);
  const turns = await turnsFor(work, actor, plan.pairId, items, from);
  const names = new Map(targets.map(({ id, name }) => [id, name]));
  const rows = turnsByYear(targets, turns, years, today);
  const picture = {
    ...pictureTitles(planned, 'cover', say),
    ...{ years, planYear: plan.year },
    words: {
      turns: say(text('plan-picture-turns')),
      none: say(text('plan-picture-no-turns')),
      plan: say(text('plan-picture-plan-year')),
    },
    rows: rows.map((row) => ({ name: names.get(row.targetId)!, turns: row.turns })),
  };
  return { picture, coverage: coverTargets(targets, turns, { from, to, today }) };
}

/** A page of the coverage, for who may still see the plan. */
export const makePlanCover: MakeFile<'plan-cover'> = async (work, actor, { ref, locale }) => {
  const allowed = await planFor(work, actor, ref.planId, 'plan.view');
  if (isRefused(allowed)) return { skip: 'no longer theirs' };
  const { year, id } = allowed.planned.plan;
  const items = await visibleItems(work, actor, allowed.planned);
  const { picture, coverage } = await coverPictureFor(work, actor, allowed.planned, items, wordsIn(locale));
  const pages = coverPages(picture);
  const page = Math.min(ref.page ?? 0, pages.length - 1);
  const whole = await planFigures(work, actor, allowed.planned, items);
  const years = { from: String(picture.years[0]), to: String(year) };
  const figures = { share: showShare(coverage.covered, locale), turns: coverage.turns };
  return {
    message: details(
      [
        text('plan-picture-cover-caption', { ...years, ...figures }),
        figuresLine(whole),
        whole.isOwnOnly && text('planquota-own-only'),
        pages.length > 1 && text('plan-picture-page', { page: page + 1, pages: pages.length }),
      ],
      pictureButtons(id, 'cover', page, pages.length),
    ),
    file: { name: `do-phu-${year}.png`, bytes: pictureToPng(pages[page]!), isPicture: true },
  };
};
