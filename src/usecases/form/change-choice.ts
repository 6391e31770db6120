import { and, desc, eq, inArray } from 'drizzle-orm';
import { inspection, inspectionVersion, target } from '../../../db/schema/index.ts';
import { fold } from '../../domain/fold.ts';
import type { InspectionState } from '../../domain/inspection.ts';
import type { Message } from '../../domain/message.ts';
import { type Act, mayDo } from '../../domain/permission.ts';
import type { TextKey } from '../../locales/keys.ts';
import { details, message, text } from '../said.ts';
import { codePart, item, plain } from '../view/paged.ts';
import { visibleTo } from '../view/visible.ts';
import { type Actor, memberIn, type Work } from '../work.ts';

/** A command's choice: the inspections on which this person may do the act, each a button of the action. */
export type ChoiceOf = { act: Act; states: InspectionState[]; action: string; command: string; ask: TextKey };

const SHOWN = 6;

/** The one that a typed code names, or a list to choose from; two examples for "?". */
export async function chooseCase(
  work: Work,
  actor: Actor,
  of: ChoiceOf,
  typed: string,
): Promise<{ inspectionId: number } | Message> {
  if (typed === '?') return message([text('choice-examples', { command: of.command })]);
  const wanted = fold(typed);
  const mine = await doable(work, actor, of);
  const named = mine.filter((one) => fold(one.code ?? '') === wanted);
  if (named.length === 1) return { inspectionId: named[0]!.id };
  if (wanted !== '' && named.length === 0 && mine.length > 0)
    return list(
      [text('choice-unknown', { part: typed.slice(0, 40), example: mine[0]!.code ?? '' })],
      mine,
      of,
    );
  const shown = named.length > 0 ? named : mine;
  return shown.length === 0 ? message([text('choice-none')]) : list([text(of.ask)], shown, of);
}

type Doable = { id: number; code: string | null; target: string };

function list(lines: Message['lines'], rows: Doable[], of: ChoiceOf): Message {
  const shown = rows.slice(0, SHOWN);
  return details(
    [...lines, ...shown.map((row, i) => item(i + 1, [codePart(row.code, row.id), plain(row.target)]))],
    shown.map((row, i) => ({
      label: text('view-item', { n: i + 1, text: codePart(row.code, row.id) }),
      does: `${of.action}.${row.id}`,
    })),
  );
}

async function doable(work: Work, actor: Actor, of: ChoiceOf): Promise<Doable[]> {
  const rows = await work.tx
    .select({
      id: inspection.id,
      code: inspection.code,
      pairId: inspection.pairId,
      side: inspection.side,
      lead: inspectionVersion.leadSide,
      target: target.name,
    })
    .from(inspection)
    .innerJoin(
      inspectionVersion,
      and(eq(inspectionVersion.pairId, inspection.pairId), eq(inspectionVersion.id, inspection.versionId)),
    )
    .innerJoin(target, and(eq(target.pairId, inspection.pairId), eq(target.id, inspectionVersion.targetId)))
    .where(and(visibleTo(work, actor), inArray(inspection.state, of.states)))
    .orderBy(desc(inspection.changedAt));
  return rows.filter((row) => {
    const member = memberIn(actor, row.pairId);
    return member !== undefined && mayDo(member, of.act, { owner: row.side, lead: row.lead });
  });
}
