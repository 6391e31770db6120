import { Composer } from 'grammy';
import type { Button, Message, Text } from '../src/domain/message.ts';
import { mayDo } from '../src/domain/permission.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { type ArgsOf, act } from '../src/usecases/actions/index.ts';
import { askAgain, confirmable } from '../src/usecases/link/ask-to-confirm.ts';
import { countAcross, type SideMember, sideMembers } from '../src/usecases/link/members.ts';
import { roleText } from '../src/usecases/link/messages.ts';
import { onlyPair, pairChoice, unusedName } from '../src/usecases/link/pair-choice.ts';
import { revocable, revokeAccount } from '../src/usecases/link/revoke-account.ts';
import { button, details, isRefused, message, type Refused, refuse, text } from '../src/usecases/said.ts';
import { paged, SHORT_PAGE } from '../src/usecases/view/paged.ts';
import { type Actor, memberIn } from '../src/usecases/work.ts';
import { activeActor, noteUnused, onTaps, opened, say, showEdit } from './respond.ts';

/** /thanhvien: who of one's own side is in; of the other side only how many. */
export const thanhvien = new Composer<BotContext>();

thanhvien.chatType('private').command(['thanhvien', 'members'], async (ctx) => {
  const actor = activeActor(ctx);
  if (actor) say(ctx, await begin(ctx, actor, 0, ctx.match.trim()));
});

onTaps(thanhvien, 'members', {
  pairs: async (ctx, actor, { page }) => showEdit(ctx, await begin(ctx, actor, page)),
  list: async (ctx, actor, { pairId, page }) => showEdit(ctx, await listMembers(ctx, actor, pairId, page)),
  // A message of its own: where the button stood it would not be protected (C7).
  who: async (ctx, actor, { accountId }) => opened(ctx, await askAgain(ctx.work, actor, accountId)),
  out: async (ctx, actor, one) => showEdit(ctx, await askToRevoke(ctx, actor, one)),
  yes: async (ctx, actor, one) => showEdit(ctx, await revoke(ctx, actor, one)),
});

async function begin(ctx: BotContext, actor: Actor, page: number, typed = ''): Promise<Message | Refused> {
  const pairs = actor.members.filter((member) => mayDo(member, 'member.list'));
  if (pairs.length === 0) return refuse('member-not-lister');
  noteUnused(ctx, unusedName(pairs, typed));
  const only = onlyPair(pairs, typed);
  if (only) return listMembers(ctx, actor, only.pairId, page);
  return pairChoice('members', 'member-choose-pair', pairs, page, typed);
}

async function listMembers(
  ctx: BotContext,
  actor: Actor,
  pairId: number,
  page: number,
): Promise<Message | Refused> {
  const member = memberIn(actor, pairId);
  if (!member || !mayDo(member, 'member.list')) return refuse('member-not-lister');
  const people = await sideMembers(ctx.work, pairId, member.side);
  const across = await countAcross(ctx.work, pairId, member.side);
  const { shown, turns } = paged(people, page, (to) => act('members.list', { pairId, page: to }), SHORT_PAGE);
  const isSecretary = mayDo(member, 'member.invite');
  return details(
    [
      text('member-title', { pair: member.pairName, count: people.length }),
      ...shown.map(({ item }) => memberLine(item)),
      text('member-across', { count: across }),
    ],
    [
      ...(await confirmButtons(
        ctx,
        actor,
        shown.map(({ item }) => item),
      )),
      ...(isSecretary ? shown.flatMap(({ item }) => revokeButton(actor, pairId, item)) : []),
      ...turns,
    ],
  );
}

function memberLine({ name, role, standing, away }: SideMember): Text {
  const member = text('member-line', { name, role: roleText(role), standing: text(`member-${standing}`) });
  return away ? text('away-member', { member, days: { days: [away.fromDay, away.toDay] } }) : member;
}

/** For whoever confirms the account now, though another may have been asked when it began to wait. */
async function confirmButtons(ctx: BotContext, actor: Actor, people: SideMember[]): Promise<Button[]> {
  const waiting = await confirmable(
    ctx.work,
    actor,
    people.flatMap(({ standing, accountId }) => (standing === 'waiting' ? (accountId ?? []) : [])),
  );
  return people.flatMap(({ name, accountId }) =>
    accountId !== undefined && waiting.some(({ id }) => id === accountId)
      ? [{ label: text('button-confirm-account', { name }), does: act('members.who', { accountId }) }]
      : [],
  );
}

const revokeButton = (actor: Actor, pairId: number, one: SideMember): Button[] =>
  one.accountId === undefined || one.personId === actor.personId
    ? []
    : [
        {
          label: text('button-revoke-account', { name: one.name }),
          does: act('members.out', { pairId, personId: one.personId, accountId: one.accountId }),
        },
      ];

type One = ArgsOf<'members.out'>;

async function askToRevoke(ctx: BotContext, actor: Actor, one: One): Promise<Message | Refused> {
  const found = await revocable(ctx.work, actor, one);
  if (isRefused(found)) return found;
  return message(
    [text('member-revoke-ask', { name: found.name, shown: found.account.shownName })],
    [
      button('button-revoke-yes', act('members.yes', one), 'danger'),
      button('button-back', act('members.list', { pairId: one.pairId, page: 0 })),
    ],
  );
}

async function revoke(ctx: BotContext, actor: Actor, one: One): Promise<Message | Refused> {
  const revoked = await revokeAccount(ctx.work, actor, one);
  return isRefused(revoked) ? revoked : message([text('member-revoked', { name: revoked.name })]);
}
