import type { Button, Message, Text } from '../../domain/message.ts';
import { wholePeriodName } from '../../domain/window-words.ts';
import type { Locale } from '../../locales/index.ts';
import { type YearBar, type YearPicture, type YearRow, yearPages } from '../../pictures/plan-year.ts';
import { pictureToPng } from '../../pictures/png.ts';
import type { MakeFile } from '../compose/file.ts';
import type { Composed } from '../compose/index.ts';
import { wordsIn } from '../plain-words.ts';
import { details, isRefused, text } from '../said.ts';
import type { Actor, Member, Work } from '../work.ts';
import { type Planned, planFor } from './load-plan.ts';
import { type OpenFindings, openFindingsFor } from './picture-findings.ts';
import { pictureTitles } from './picture-titles.ts';
import { pictureButtons } from './send-picture.ts';
import { type Item, visibleItems } from './visible-items.ts';

/** `ahead`: of the lines, those that are not over. */
export type YearCounts = { lines: number; ahead: number; clashes: number; gaps: number };

type Say = ReturnType<typeof wordsIn>;

/** The year as one person may see it: the lines, and the overlaps and gaps that are still open. */
export async function yearPictureFor(
  work: Work,
  actor: Actor,
  member: Member,
  planned: Planned,
  locale: Locale,
): Promise<{ picture: YearPicture; counts: YearCounts }> {
  const say = wordsIn(locale);
  const items = await visibleItems(work, actor, planned);
  const findings = await openFindingsFor(work, actor, planned, items);
  const picture = {
    ...pictureTitles(planned, 'year', say),
    year: planned.plan.year,
    today: work.now.toISODate()!,
    words: { ...pictureWords(say), ...(isCompared(planned) ? {} : notCompared(say)) },
    rows: rowsOf(items, findings, member, locale),
  };
  const counts = {
    lines: items.length,
    ahead: items.filter((item) => item.windowTo > picture.today).length,
    clashes: findings.overlaps.length,
    gaps: findings.gaps.length,
  };
  return { picture, counts };
}

/** A page of the year as a timeline, for who may still see the plan. */
export const makePlanYear: MakeFile<'plan-year'> = async (work, actor, { ref, locale }) => {
  const allowed = await planFor(work, actor, ref.planId, 'plan.view');
  if (isRefused(allowed)) return { skip: 'no longer theirs' };
  const { member, planned } = allowed;
  const { year, id } = planned.plan;
  const { picture, counts } = await yearPictureFor(work, actor, member, planned, locale);
  return yearPage(picture, ref.page ?? 0, id, [
    isCompared(planned)
      ? text('plan-picture-year-caption', { year: String(year), ...counts })
      : text('plan-picture-year-bare', { year: String(year), lines: counts.lines }),
  ]);
};

/** One page as a picture with its caption, the way to the next and to the other picture; a page after the last is the last. */
export function yearPage(
  picture: YearPicture,
  wanted: number,
  planId: number,
  caption: (Text | false)[],
  more: Button[] = [],
): Extract<Composed, { message: Message }> {
  const pages = yearPages(picture);
  const page = Math.min(wanted, pages.length - 1);
  return {
    message: details(
      [...caption, pages.length > 1 && text('plan-picture-page', { page: page + 1, pages: pages.length })],
      [...pictureButtons(planId, 'year', page, pages.length), ...more],
    ),
    file: { name: `ke-hoach-${picture.year}.png`, bytes: pictureToPng(pages[page]!), isPicture: true },
  };
}

/** Before both parts have crossed nothing was looked for: that nothing was found says nothing. */
const isCompared = ({ plan }: Planned): boolean => plan.state !== 'drafting';
const notCompared = (say: Say) => ({ notCompared: say(text('plan-picture-not-compared')) });

const pictureWords = (say: Say) => ({
  ownLead: say(text('plan-picture-own-lead')),
  otherLead: say(text('plan-picture-other-lead')),
  joint: say(text('plan-picture-joint')),
  clash: say(text('plan-picture-clash')),
  gap: say(text('plan-picture-gap')),
  today: say(text('weeks-today')),
  months: say(text('plan-picture-months')).split(' '),
});

/** A row a target in order of its first window, those without a name together after them, then the gaps. */
function rowsOf(items: Item[], { overlaps, gaps }: OpenFindings, member: Member, locale: Locale): YearRow[] {
  const say = wordsIn(locale);
  const rows = new Map<number, YearRow>();
  const unnamed: YearRow = { name: say(text('plan-picture-unnamed')), bars: [], gap: null };
  for (const item of items) {
    const bars = barsOf(rows, item) ?? unnamed.bars;
    bars.push(barOf(item, overlaps, member, locale));
  }
  const missing = gaps
    .filter(({ targetId }) => !rows.has(targetId))
    .map(({ name, reason }) => ({ name, bars: [], gap: say(text(`plan-picture-${reason}`)) }));
  return [...rows.values(), ...(unnamed.bars.length > 0 ? [unnamed] : []), ...missing];
}

/** The bars of a named line's row, which is made when it is the first; undefined: not named for this reader. */
function barsOf(rows: Map<number, YearRow>, { targetId, targetName }: Item): YearBar[] | undefined {
  if (targetName === null) return undefined;
  const row = rows.get(targetId) ?? { name: targetName, bars: [], gap: null };
  rows.set(targetId, row);
  return row.bars;
}

const barOf = (item: Item, overlaps: OpenFindings['overlaps'], member: Member, locale: Locale): YearBar => ({
  from: item.windowFrom,
  to: item.windowTo,
  name: wholePeriodName(item.windowFrom, item.windowTo, locale),
  isOwnLead: item.leadSide === member.side,
  isJoint: item.side === null,
  clashes: overlaps.flatMap((one, at) => (one.itemId === item.id || one.otherId === item.id ? [at + 1] : [])),
});
