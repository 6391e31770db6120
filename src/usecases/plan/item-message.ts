import type { Button, Message, Text } from '../../domain/message.ts';
import { mayDo } from '../../domain/permission.ts';
import { otherSide } from '../../domain/side.ts';
import { act } from '../actions/index.ts';
import { button, details, isRefused, type Refused, refuse, strong, text } from '../said.ts';
import { fitLines } from '../view/lines.ts';
import { item as listed, paged, plain } from '../view/paged.ts';
import { type Actor, type Member, memberIn, type Work } from '../work.ts';
import { findItem } from './find-item.ts';
import { isDraft, type Planned, planFor } from './load-plan.ts';
import { type Item, visibleItems } from './visible-items.ts';

/** The lines of a plan that the reader may see, six a page. */
export async function itemsMessage(
  work: Work,
  actor: Actor,
  planId: number,
  page: number,
): Promise<Message | Refused> {
  const allowed = await planFor(work, actor, planId, 'plan.view');
  if (isRefused(allowed)) return allowed;
  const { planned } = allowed;
  const items = await visibleItems(work, actor, planned);
  const { shown, turns } = paged(items, page, (to) => act('plan.items', { id: planId, page: to }));
  return details(
    [
      strong(text('plan-lines', { year: String(planned.plan.year), count: items.length })),
      ...shown.map(({ item, n }) =>
        listed(n, [
          targetText(item),
          text('plan-window', { window: { days: windowOf(item) } }),
          ownerText(planned, item),
        ]),
      ),
    ],
    [
      ...shown.map(
        ({ item, n }): Button => ({
          label: text('button-plan-line', { n }),
          does: act('plan.item', { itemId: item.id }),
        }),
      ),
      ...turns,
      button('button-plan-open', act('plan.show', { id: planId })),
    ],
  );
}

/** One line in full; its buttons by role and state. */
export async function itemMessage(work: Work, actor: Actor, itemId: number): Promise<Message | Refused> {
  const found = await findItem(work, actor, itemId);
  if (!found) return refuse('refused-not-found');
  const { planned, item } = found;
  const { committees } = planned;
  return details(
    fitLines([
      strong(text('card-what', { kind: text(`kind-${item.kind}`), target: targetText(item) })),
      ...(item.subject ? [text('card-subject', { subject: item.subject })] : []),
      text('card-lead-planned', {
        lead: committees[item.leadSide].shortName,
        partner: committees[otherSide(item.leadSide)].shortName,
      }),
      text('plan-line-mode', { mode: text(`mode-${item.mode}`) }),
      text('card-window', { window: { window: windowOf(item) } }),
      text('plan-line-owner', { owner: ownerText(planned, item) }),
      ...(item.inspectionId === null ? [] : [text('plan-line-made')]),
    ]),
    buttonsOf(planned, item, memberIn(actor, item.pairId)!),
  );
}

const windowOf = ({ windowFrom, windowTo }: Item): [string, string] => [windowFrom, windowTo];

/** The organisation, or that it is not named here (C4). */
export const targetText = ({ targetName }: Pick<Item, 'targetName'>): Text =>
  targetName === null ? text('plan-target-unnamed') : plain(targetName);

const ownerText = ({ committees }: Planned, { side }: Item): Text =>
  side === null ? text('plan-line-joint') : plain(committees[side].shortName);

function buttonsOf(planned: Planned, item: Item, member: Member): (Button | false)[] {
  const { plan } = planned;
  const isOwn = item.side === member.side;
  const isAgreed = plan.state === 'agreed' || plan.state === 'frozen';
  return [
    isOwn &&
      isDraft(planned, member.side) &&
      mayDo(member, 'plan.edit') &&
      button('button-plan-withdraw', act('plan.out', { itemId: item.id }), 'danger'),
    isOwn &&
      isAgreed &&
      item.inspectionId === null &&
      mayDo(member, 'inspection.draft') &&
      button('button-plan-propose', act('plan.propose', { itemId: item.id }), 'primary'),
    item.inspectionId !== null && button('button-card', act('card', { id: item.inspectionId })),
    button('button-plan-lines', act('plan.items', { id: plan.id, page: 0 })),
  ];
}

/** After a line was withdrawn. */
export const withdrawnMessage = ({ plan }: Planned): Message =>
  details(
    [text('plan-line-withdrawn')],
    [
      button('button-plan-lines', act('plan.items', { id: plan.id, page: 0 })),
      button('button-plan-open', act('plan.show', { id: plan.id })),
    ],
  );
