import { Composer } from 'grammy';
import { mayDo } from '../src/domain/permission.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { act } from '../src/usecases/actions/index.ts';
import { button, message, text } from '../src/usecases/said.ts';
import { activeActor, noteUnused, say } from './respond.ts';

/** /quanly: the way to invitations, members and the group; each checks again who asks. */
export const quanly = new Composer<BotContext>();

quanly.chatType('private').command(['quanly', 'manage'], async (ctx) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const mayInvite = actor.members.some((member) => mayDo(member, 'member.invite'));
  const mayRead = actor.members.some((member) => mayDo(member, 'log.view'));
  const mayClose = actor.members.some((member) => mayDo(member, 'chain.close'));
  const mayList = actor.members.some((member) => mayDo(member, 'member.list'));
  if (!mayList) return say(ctx, message([text('refused-not-allowed')]));
  noteUnused(ctx, ctx.match);
  say(
    ctx,
    message(
      [text('manage-head'), text('manage-group')],
      [
        ...(mayInvite ? [button('button-manage-invite', act('moi.pairs', { page: 0 }))] : []),
        button('button-manage-members', act('members.pairs', { page: 0 })),
        mayRead && button('button-log', act('log.pairs', { page: 0 })),
        mayClose && button('button-head-close', act('chotso.pairs', { page: 0 })),
      ],
    ),
  );
});
