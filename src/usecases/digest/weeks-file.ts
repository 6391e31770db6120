import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { inspection, inspectionVersion, recipient, request } from '../../../db/schema/index.ts';
import { isLive } from '../../domain/inspection.ts';
import { otherSide, type Side } from '../../domain/side.ts';
import { pictureToPng } from '../../pictures/png.ts';
import { WEEKS, type WeekRow, weeksPicture } from '../../pictures/weeks.ts';
import type { MakeFile } from '../compose/file.ts';
import { wordsIn } from '../plain-words.ts';
import { details, text } from '../said.ts';
import { type CalendarEntry, listAhead } from '../view/list-calendar.ts';
import { type Actor, memberIn, type Work } from '../work.ts';

/** More would not be legible on a phone. */
const MOST_ROWS = 20;

/** The next eight weeks as a picture: codes only, who leads, and how many of each side have answered. Nothing ahead: no picture. */
export const makeWeeks: MakeFile<'weeks'> = async (work, actor, { locale }) => {
  const monday = work.now.startOf('week');
  const entries = await casesAhead(work, actor, monday.plus({ weeks: WEEKS }).toISODate()!);
  if (entries.length === 0) return { skip: 'nothing ahead' };
  const shown = entries.slice(0, MOST_ROWS);
  const counts = await countsOf(
    work,
    shown.map((entry) => entry.inspectionId),
  );
  const words = wordsIn(locale);
  const picture = weeksPicture({
    title: words(text('weeks-title', { from: { date: monday.toISODate()! } })),
    from: monday.toISODate()!,
    today: work.now.toISODate()!,
    words: {
      ownLead: words(text('weeks-own-lead')),
      otherLead: words(text('weeks-other-lead')),
      today: words(text('weeks-today')),
    },
    rows: shown.map((entry) => rowOf(actor, entry, counts.get(entry.inspectionId)!, words)),
  });
  const args = { count: entries.length, shown: shown.length };
  return {
    message: details([text(entries.length > shown.length ? 'weeks-caption-cut' : 'weeks-caption', args)]),
    file: { name: 'tam-tuan.png', bytes: pictureToPng(picture), isPicture: true },
  };
};

/** Agreed inspections whose window is not over before the end of the weeks, one entry each. */
async function casesAhead(work: Work, actor: Actor, until: string): Promise<CalendarEntry[]> {
  const ahead = (await listAhead(work, actor)).filter(
    (entry) => isLive(entry.state) && entry.window.from < until,
  );
  return [...new Map(ahead.map((entry) => [entry.inspectionId, entry])).values()].sort((a, b) =>
    a.window.from.localeCompare(b.window.from),
  );
}

type Count = { answered: number; asked: number };
type CaseCounts = { leadSide: Side; counts: Partial<Record<Side, Count>> };

/** Who leads, and how many of each side have answered the notice of the version that holds. */
async function countsOf(work: Work, ids: number[]): Promise<Map<number, CaseCounts>> {
  const rows = await work.tx
    .select({
      id: inspection.id,
      leadSide: inspectionVersion.leadSide,
      side: recipient.side,
      asked: sql<number>`count(${recipient.id})::int`,
      answered: sql<number>`count(${recipient.answeredAt})::int`,
    })
    .from(inspection)
    .innerJoin(inspectionVersion, eq(inspectionVersion.id, inspection.versionId))
    .leftJoin(
      request,
      and(
        eq(request.inspectionId, inspection.id),
        eq(request.versionId, inspection.versionId),
        eq(request.kind, 'notice'),
        inArray(request.state, ['open', 'met']),
      ),
    )
    .leftJoin(recipient, and(eq(recipient.requestId, request.id), isNull(recipient.replacedBy)))
    .where(inArray(inspection.id, ids))
    .groupBy(inspection.id, inspectionVersion.leadSide, recipient.side);
  const counts = new Map<number, CaseCounts>();
  for (const { id, leadSide, side, asked, answered } of rows) {
    const own = counts.get(id) ?? { leadSide, counts: {} };
    counts.set(id, side === null ? own : { ...own, counts: { ...own.counts, [side]: { asked, answered } } });
  }
  return counts;
}

function rowOf(
  actor: Actor,
  { code, pairId, window }: CalendarEntry,
  { leadSide, counts }: CaseCounts,
  words: ReturnType<typeof wordsIn>,
): WeekRow {
  const { side } = memberIn(actor, pairId)!;
  const countOf = (of: Side) => `${counts[of]?.answered ?? 0}/${counts[of]?.asked ?? 0}`;
  const isAsked = counts.a !== undefined || counts.b !== undefined;
  const answers = text('weeks-answers', { own: countOf(side), other: countOf(otherSide(side)) });
  return {
    code: code ?? '',
    from: window.from,
    to: window.to,
    isOwnLead: leadSide === side,
    note: words(isAsked ? answers : text('weeks-not-asked')),
  };
}
