import { Composer } from 'grammy';
import type { Message } from '../src/domain/message.ts';
import { mayDo } from '../src/domain/permission.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { act } from '../src/usecases/actions/index.ts';
import {
  type Invited,
  invitePerson,
  listInvitable,
  revokeInvitation,
} from '../src/usecases/link/invite-person.ts';
import { onlyPair, pairChoice, unusedName } from '../src/usecases/link/pair-choice.ts';
import { button, instantArg, isRefused, message, type Refused, refuse, text } from '../src/usecases/said.ts';
import { PEOPLE_PAGE, paged } from '../src/usecases/view/paged.ts';
import type { Actor } from '../src/usecases/work.ts';
import { activeActor, noteUnused, onTaps, refuseTap, say, showEdit } from './respond.ts';

/** /moi: invitations for people of one's own side (C6); a secretary's. */
export const moi = new Composer<BotContext>();

moi.chatType('private').command(['moi', 'invite'], async (ctx) => {
  const actor = activeActor(ctx);
  if (actor) say(ctx, await begin(ctx, actor, 0, ctx.match.trim()));
});

onTaps(moi, 'moi', {
  pairs: async (ctx, actor, { page }) => showEdit(ctx, await begin(ctx, actor, page)),
  list: async (ctx, actor, { pairId, page }) => showEdit(ctx, await listPeople(ctx, actor, pairId, page)),
  pick: (ctx, actor, { pairId, personId }) => invite(ctx, actor, pairId, personId, false),
  again: (ctx, actor, { pairId, personId }) => invite(ctx, actor, pairId, personId, true),
  undo: async (ctx, actor, { invitationId }) => {
    const undone = await revokeInvitation(ctx.work, actor, invitationId);
    showEdit(ctx, isRefused(undone) ? undone : message([text('member-link-revoked')]));
  },
});

async function begin(ctx: BotContext, actor: Actor, page: number, typed = ''): Promise<Message | Refused> {
  const pairs = actor.members.filter((member) => mayDo(member, 'member.invite'));
  if (pairs.length === 0) return refuse('member-not-secretary');
  noteUnused(ctx, unusedName(pairs, typed));
  const only = onlyPair(pairs, typed);
  if (only) return listPeople(ctx, actor, only.pairId, page);
  return pairChoice('moi', 'member-choose-pair', pairs, page, typed);
}

async function listPeople(
  ctx: BotContext,
  actor: Actor,
  pairId: number,
  page: number,
): Promise<Message | Refused> {
  const people = await listInvitable(ctx.work, actor, pairId);
  if (isRefused(people)) return people;
  if (people.length === 0) return message([text('member-none-to-invite')]);
  const { shown, turns } = paged(people, page, (to) => act('moi.list', { pairId, page: to }), PEOPLE_PAGE);
  const choices = shown.map(({ item: { name, personId, standing } }) => ({
    label: standing === 'invited' ? text('button-invited', { name }) : text('plain', { text: name }),
    does: act('moi.pick', { pairId, personId }),
  }));
  return message([text('member-invite-whom', { count: people.length })], [...choices, ...turns]);
}

async function invite(
  ctx: BotContext,
  actor: Actor,
  pairId: number,
  personId: number,
  again: boolean,
): Promise<void> {
  const invited = await invitePerson(ctx.work, actor, { pairId, personId, again });
  if (isRefused(invited)) return refuseTap(ctx, invited);
  if (invited.kind === 'open') return showEdit(ctx, openMessage(invited, pairId, personId));
  const list = await listPeople(ctx, actor, pairId, 0);
  if (!isRefused(list)) ctx.answers.edit = list;
  say(ctx, linkMessage(ctx, invited));
}

/** Not protected: it is there to be handed over. */
const linkMessage = (ctx: BotContext, made: Extract<Invited, { kind: 'made' }>): Message =>
  message(
    [
      text('member-link', { name: made.name, until: instantArg(made.expiresAt) }),
      text('plain', { text: `https://t.me/${ctx.me.username}?start=${made.token}` }),
      made.isForSecond && text('member-link-second'),
    ],
    [button('button-link-undo', act('moi.undo', { invitationId: made.invitationId }))],
  );

const openMessage = (open: Extract<Invited, { kind: 'open' }>, pairId: number, personId: number): Message =>
  message(
    [text('member-link-open', { name: open.name, until: instantArg(open.expiresAt) })],
    [
      button('button-link-again', act('moi.again', { pairId, personId })),
      button('button-link-undo', act('moi.undo', { invitationId: open.invitationId })),
      button('button-back', act('moi.list', { pairId, page: 0 })),
    ],
  );
