import { and, eq, ne } from 'drizzle-orm';
import { planItem } from '../../../db/schema/index.ts';
import type { Button, Message, Text } from '../../domain/message.ts';
import { mayDo } from '../../domain/permission.ts';
import { shortNames } from '../../domain/short-names.ts';
import { otherSide } from '../../domain/side.ts';
import { act } from '../actions/index.ts';
import { button, details, type Refused, refuse, strong, text } from '../said.ts';
import { item, type Page, pagedRead, plain } from '../view/paged.ts';
import { type Actor, type Member, memberIn, type Work } from '../work.ts';
import { countFindings, type FindingCounts } from './count-findings.ts';
import {
  aboutName,
  aboutText,
  findingLine,
  heldText,
  itemText,
  settlementText,
  statePart,
  whyText,
} from './finding-lines.ts';
import { finding as findings } from './finding-sight.ts';
import {
  answering,
  couldJoin,
  type Found,
  type Opened,
  openFinding,
  type SettlementRow,
  visibleFindings,
} from './load-finding.ts';
import { loadPlan, type Planned } from './load-plan.ts';
import { figuresLine, planFigures } from './plan-figures.ts';
import { isMovable } from './propose-settlement.ts';
import { quotasButton } from './quota-lines.ts';

/** With its title and the line about the whole plan a page stays within seven lines a message. */
const PAGE = 5;

/** The findings of a plan, open ones first, five a page, each a button; gaps together can be kept with one reason. */
export async function findingList(
  work: Work,
  actor: Actor,
  planId: number,
  page: number,
): Promise<Message | Refused> {
  const planned = await loadPlan(work, planId);
  const member = planned && memberIn(actor, planned.plan.pairId);
  if (!planned || !member) return refuse('refused-not-found');
  if (planned.plan.state === 'drafting') return details([text('planfind-not-yet')], [backToPlan(planned)]);
  const range = { limit: PAGE + 1, offset: page * PAGE, where: shownFindings };
  const rows = await visibleFindings(work, actor, planned, range);
  const { shown, turns } = pagedRead(rows, page, (to) => act('planfind', { id: planId, page: to }), PAGE);
  const counts = await countFindings(work, actor, planned);
  const { side } = member;
  return details(
    [
      strong(titleOf(planned, counts)),
      figuresLine(await planFigures(work, actor, planned)),
      ...shown.map(({ item: found, n }) => item(n, [findingLine(planned, found, side)])),
    ],
    [
      ...openButtons(shown),
      ...gapButtons(member, planned, counts),
      ...turns,
      quotasButton(planned),
      backToPlan(planned),
    ],
  );
}

/** "1. … hình sự": the full names stand in the lines above, under the same numbers. */
function openButtons(shown: Page<Found>['shown']): Button[] {
  const named = [...new Set(shown.flatMap(({ item: found }) => aboutName(found) ?? []))];
  const short = new Map(shortNames(named).map((words, i) => [named[i], words]));
  return shown.map(({ item: found, n }) => {
    const words = short.get(aboutName(found) ?? undefined);
    return {
      label: item(n, [words === undefined ? aboutText(found) : plain(words)]),
      does: act('planone.show', { findingId: found.finding.id }),
    };
  });
}

const backToPlan = ({ plan }: Planned): Button =>
  button('button-planfind-plan', act('plan.show', { id: plan.id }));

/** What is gone is history: it stands in no list. */
const shownFindings = ne(findings.state, 'gone');

function titleOf({ plan }: Planned, { open, total, settled }: FindingCounts): Text {
  const year = String(plan.year);
  if (total === 0) return text('planfind-none', { year });
  return open === 0
    ? text('planfind-title-done', { year, settled, total })
    : text('planfind-title', { year, open, settled, total });
}

function gapButtons(member: Member, { plan }: Planned, { bare, askedGaps }: FindingCounts): Button[] {
  if (plan.state !== 'comparing' || !mayDo(member, 'plan.settle')) return [];
  return [
    ...(askedGaps > 1
      ? [
          button('button-planfind-gaps-yes', act('planone.gapsyes', { planId: plan.id }), 'success'),
          button('button-planfind-gaps-no', act('planone.gapsno', { planId: plan.id })),
        ]
      : []),
    ...(bare > 1 ? [button('button-planfind-gaps', act('planone.gaps', { planId: plan.id }))] : []),
  ];
}

/** One finding: both lines, why, what is proposed, and what its reader can do about it. */
export async function readFinding(work: Work, actor: Actor, findingId: number): Promise<Message | Refused> {
  const found = await openFinding(work, actor, findingId);
  return found ? findingMessage(work, found) : refuse('refused-not-found');
}

/** The same, of a finding that has been read. */
export async function findingMessage(work: Work, found: Opened, note?: Text): Promise<Message> {
  const { planned, member, finding, settlement } = found;
  const about = aboutName(found);
  return details(
    [
      note,
      strong(
        text(`planfind-head-${finding.kind}`, {
          target: aboutText(found),
          year: String(planned.plan.year),
        }),
      ),
      ...found.lines.map((line) => itemText(planned, line, about)),
      found.held && heldText(found.held, about),
      text('planfind-why', { why: whyText(found) }),
      settlement
        ? text(sentence(settlement, member), {
            other: planned.committees[otherSide(member.side)].shortName,
            how: settlementText(planned, found, settlement),
          })
        : await outcomeLine(work, found),
    ],
    [
      ...actions(found),
      ...cardButton(found),
      button('button-planfind-list', act('planfind', { id: planned.plan.id, page: 0 })),
    ],
  );
}

function sentence({ how, side }: SettlementRow, member: Member) {
  if (side !== member.side) return 'planfind-asked';
  return how === 'fill' ? 'planfind-filling' : 'planfind-sent';
}

/** Of what is closed: how it was settled and which line came of it. */
async function outcomeLine(work: Work, found: Found): Promise<Text | undefined> {
  const state = statePart(found, 'a');
  const next = found.lines.map((line) => line.replacedById).find((id) => id !== null);
  if (!next) return state;
  const [made] = await work.tx
    .select({ from: planItem.windowFrom, to: planItem.windowTo })
    .from(planItem)
    .where(and(eq(planItem.pairId, found.finding.pairId), eq(planItem.id, next)));
  return made ? text('planfind-now', { window: { window: [made.from, made.to] } }) : state;
}

const cardButton = ({ held }: Found): Button[] =>
  held?.isNamed ? [button('button-card', act('card', { id: held.inspectionId }))] : [];

function actions(found: Opened): Button[] {
  const { planned, member, finding, settlement } = found;
  const { id } = finding;
  if (finding.state !== 'open' || planned.plan.state !== 'comparing' || !mayDo(member, 'plan.settle'))
    return [];
  if (settlement && settlement.side === member.side) return sentButtons(id, settlement);
  if (settlement)
    return [
      button('button-planfind-yes', act('planone.yes', { settlementId: settlement.id }), 'success'),
      button('button-planfind-no', act('planone.no', { settlementId: settlement.id })),
    ];
  const hasOwn = found.lines.some((line) => isMovable(found, line));
  return [
    ...(couldJoin(found) || answering(found)
      ? [button('button-planfind-merge', act('planone.merge', { findingId: id }), 'primary')]
      : []),
    ...(hasOwn ? [button('button-planfind-shift', act('planone.shift', { findingId: id }))] : []),
    ...(finding.kind === 'gap'
      ? [button('button-planfind-fill', act('planone.fill', { findingId: id }), 'primary')]
      : []),
    button('button-planfind-keep', act('planone.keep', { findingId: id })),
  ];
}

/** Under what one's own side has put forward; a line for a gap asks nobody, so that it can go at once. */
export const sentButtons = (findingId: number, { how }: Pick<SettlementRow, 'how'>): Button[] => [
  button('button-planfind-recall', act('planone.recall', { findingId })),
  ...(how === 'fill' ? [button('button-send-now', act('planone.now', { findingId }))] : []),
];

/** The way to a plan's findings. */
export const findingsButton = ({ plan }: Planned): Button =>
  button('button-planfind-list', act('planfind', { id: plan.id, page: 0 }));
