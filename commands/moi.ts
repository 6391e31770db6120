import { Composer } from 'grammy';
import type { Message } from '../src/domain/message.ts';
import { ownEntry } from '../src/domain/own-entry.ts';
import { mayDo } from '../src/domain/permission.ts';
import { idOf, onAction } from '../src/telegram/callback.ts';
import type { BotContext } from '../src/telegram/context.ts';
import {
  type Invited,
  invitePerson,
  listInvitable,
  revokeInvitation,
} from '../src/usecases/link/invite-person.ts';
import { onlyPair, pairChoice } from '../src/usecases/link/pair-choice.ts';
import { button, instantArg, isRefused, message, type Refused, refuse, text } from '../src/usecases/said.ts';
import { PEOPLE_PAGE, paged } from '../src/usecases/view/paged.ts';
import type { Actor } from '../src/usecases/work.ts';
import { activeActor, refuseTap, say, showEdit } from './respond.ts';

/** /moi: invitations for people of one's own side (C6); a secretary's. */
export const moi = new Composer<BotContext>();

moi.chatType('private').command(['moi', 'invite'], async (ctx) => {
  const actor = activeActor(ctx);
  if (actor) say(ctx, await begin(ctx, actor, 0, ctx.match.trim()));
});

const TAPS: Record<string, (ctx: BotContext, actor: Actor, args: number[]) => Promise<void>> = {
  pairs: async (ctx, actor, [page]) => showEdit(ctx, await begin(ctx, actor, page ?? 0)),
  list: async (ctx, actor, [pairId, page]) =>
    showEdit(ctx, await listPeople(ctx, actor, pairId ?? 0, page ?? 0)),
  pick: (ctx, actor, [pairId, personId]) => invite(ctx, actor, pairId ?? 0, personId ?? 0, false),
  again: (ctx, actor, [pairId, personId]) => invite(ctx, actor, pairId ?? 0, personId ?? 0, true),
  undo: async (ctx, actor, [invitationId]) => {
    const undone = await revokeInvitation(ctx.work, actor, invitationId ?? 0);
    showEdit(ctx, isRefused(undone) ? undone : message([text('member-link-revoked')]));
  },
};

onAction(moi, 'moi', async (ctx, [what, ...args]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const tap = ownEntry(TAPS, what);
  if (tap) return tap(ctx, actor, args.map(idOf));
  ctx.answers.toast = text('toast-stale-button');
});

async function begin(ctx: BotContext, actor: Actor, page: number, typed = ''): Promise<Message | Refused> {
  const pairs = actor.members.filter((member) => mayDo(member, 'member.invite'));
  if (pairs.length === 0) return refuse('member-not-secretary');
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
  const { shown, turns } = paged(people, page, (to) => `moi.list.${pairId}.${to}`, PEOPLE_PAGE);
  const choices = shown.map(({ item: { name, personId, standing } }) => ({
    label: standing === 'invited' ? text('button-invited', { name }) : text('plain', { text: name }),
    does: `moi.pick.${pairId}.${personId}`,
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
    [button('button-link-undo', `moi.undo.${made.invitationId}`)],
  );

const openMessage = (open: Extract<Invited, { kind: 'open' }>, pairId: number, personId: number): Message =>
  message(
    [text('member-link-open', { name: open.name, until: instantArg(open.expiresAt) })],
    [
      button('button-link-again', `moi.again.${pairId}.${personId}`),
      button('button-link-undo', `moi.undo.${open.invitationId}`),
      button('button-back', `moi.list.${pairId}.0`),
    ],
  );
