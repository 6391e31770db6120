import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { inspection, inspectionVersion, target } from '../../../db/schema/index.ts';
import { cut } from '../../domain/cut.ts';
import { fold } from '../../domain/fold.ts';
import type { InspectionState } from '../../domain/inspection.ts';
import { isSensitiveKind, type Kind } from '../../domain/kinds.ts';
import type { Message } from '../../domain/message.ts';
import { type Act, mayDo } from '../../domain/permission.ts';
import type { TextKey } from '../../locales/keys.ts';
import { act } from '../actions/index.ts';
import type { ChoosingCommand } from '../actions/inspection.ts';
import { details, message, text } from '../said.ts';
import { codePart, item, paged, plain } from '../view/paged.ts';
import { shutTargets, visibleTo } from '../view/visible.ts';
import { type Actor, memberIn, type Work } from '../work.ts';

/** A command's choice: the inspections on which this person may do the act, each a button of the action. */
type ChoiceOf = {
  act: Act;
  states: InspectionState[];
  action: 'change' | 'stop' | 'conclude' | 'team';
  ask: TextKey;
};

const CHOICES = {
  doi: {
    act: 'change.propose',
    states: ['agreed', 'official', 'under_way'],
    action: 'change',
    ask: 'choice-change',
  },
  dung: {
    act: 'stop.propose',
    states: ['agreed', 'official', 'under_way'],
    action: 'stop',
    ask: 'choice-stop',
  },
  ketthuc: { act: 'inspection.conclude', states: ['under_way'], action: 'conclude', ask: 'choice-conclude' },
  doan: {
    act: 'team.set',
    states: ['proposed', 'agreed', 'official', 'under_way'],
    action: 'team',
    ask: 'choice-team',
  },
} as const satisfies Record<ChoosingCommand, ChoiceOf>;

/** The one that a typed code names, or a list to choose from; two examples for "?". */
export async function chooseCase(
  work: Work,
  actor: Actor,
  command: ChoosingCommand,
  typed: string,
): Promise<{ inspectionId: number } | Message> {
  if (typed === '?') return message([text('choice-examples', { command })]);
  const of = CHOICES[command];
  const wanted = fold(typed);
  const mine = await doable(work, actor, of);
  const named = mine.filter((one) => fold(one.code ?? '') === wanted);
  if (named.length === 1) return { inspectionId: named[0]!.id };
  if (wanted !== '' && named.length === 0 && mine.length > 0)
    return list(
      [text('choice-unknown', { part: cut(typed, 40), example: mine[0]!.code ?? '' })],
      mine,
      command,
    );
  const shown = named.length > 0 ? named : mine;
  if (shown.length > 0) return list([text(of.ask)], shown, command);
  const part = cut(typed, 40);
  return message([wanted !== '' && text('input-unused', { part }), text('choice-none')]);
}

/** Another page of what a command asks to choose from. */
export async function chooseCasePage(
  work: Work,
  actor: Actor,
  command: ChoosingCommand,
  page: number,
): Promise<Message> {
  const mine = await doable(work, actor, CHOICES[command]);
  if (mine.length === 0) return message([text('choice-none')]);
  return list([text(CHOICES[command].ask)], mine, command, page);
}

/** Of a kind that bears no text the code alone (C4). */
type Doable = { id: number; code: string | null; kind: Kind; target: string };

function list(lines: Message['lines'], rows: Doable[], command: ChoosingCommand, page = 0): Message {
  const { shown, turns } = paged(rows, page, (to) => act('cases', { command, page: to }));
  return details(
    [
      ...lines,
      ...shown.map(({ item: row, n }) =>
        item(n, [codePart(row.code, row.id), !isSensitiveKind(row.kind) && plain(row.target)]),
      ),
    ],
    [
      ...shown.map(({ item: row, n }) => ({
        label: item(n, [codePart(row.code, row.id)]),
        does: act(CHOICES[command].action, { id: row.id }),
      })),
      ...turns,
    ],
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
      kind: inspectionVersion.kind,
      target: target.name,
    })
    .from(inspection)
    .innerJoin(
      inspectionVersion,
      and(eq(inspectionVersion.pairId, inspection.pairId), eq(inspectionVersion.id, inspection.versionId)),
    )
    .innerJoin(target, and(eq(target.pairId, inspection.pairId), eq(target.id, inspectionVersion.targetId)))
    .where(
      and(
        visibleTo(work, actor),
        inArray(inspection.state, [...of.states]),
        sql`${inspectionVersion.targetId} not in ${shutTargets(actor)}`,
      ),
    )
    .orderBy(desc(inspection.changedAt));
  return rows.filter((row) => {
    const member = memberIn(actor, row.pairId);
    return member !== undefined && mayDo(member, of.act, { owner: row.side, lead: row.lead });
  });
}
