import { Composer } from 'grammy';
import { cut } from '../src/domain/cut.ts';
import type { Message } from '../src/domain/message.ts';
import { mayDo } from '../src/domain/permission.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { act } from '../src/usecases/actions/index.ts';
import { openForm } from '../src/usecases/form/open-form.ts';
import { urgentForm } from '../src/usecases/form/urgent-form.ts';
import { urgentNotice } from '../src/usecases/request/mark-urgent.ts';
import { codeOf, listNotices, noticeButtons } from '../src/usecases/request/own-notice.ts';
import { remindLater } from '../src/usecases/request/remind-later.ts';
import { type RemindedNow, remindNow } from '../src/usecases/request/remind-now.ts';
import {
  button,
  details,
  instantArg,
  isRefused,
  message,
  type Refused,
  refuse,
  text,
} from '../src/usecases/said.ts';
import { codeText } from '../src/usecases/view/lines.ts';
import { someNames } from '../src/usecases/view/some-names.ts';
import type { Actor } from '../src/usecases/work.ts';
import { activeActor, onTap, opened, refuseTap, say, showEdit } from './respond.ts';

/** Reminding (nhắc): the đầu mối reminds the silent of their side; a member asks to be reminded later; Khẩn. */
export const nhac = new Composer<BotContext>();

nhac.chatType('private').command(['nhac', 'remind'], async (ctx) => {
  const actor = activeActor(ctx);
  if (actor) say(ctx, await remindByCode(ctx, actor, ctx.match.trim()));
});

async function remindByCode(
  ctx: BotContext,
  actor: Actor,
  typed: string,
  page = 0,
): Promise<Message | Refused> {
  const pairs = actor.members.filter((member) => mayDo(member, 'notice.remind')).map((one) => one.pairId);
  if (pairs.length === 0) return refuse('refused-not-allowed');
  const isAsking = typed === '' || typed === '?';
  const code = isAsking ? undefined : codeOf(typed);
  const listed = isAsking || code ? await listNotices(ctx.work, pairs, { code }) : [];
  const [only] = listed;
  if (!only)
    return isAsking ? refuse('remind-none-open') : refuse('remind-unknown', { part: cut(typed, 40) });
  if (!isAsking && listed.length === 1)
    return remindMessage(await remindNow(ctx.work, actor, only.requestId));
  return message(
    [text('remind-choose')],
    noticeButtons(actor, listed, page, {
      pick: (id) => act('remind', { requestId: id }),
      turn: (to) => act('reminds', { page: to, code }),
    }),
  );
}

onTap(nhac, 'reminds', async (ctx, actor, { page, code = '' }) =>
  showEdit(ctx, await remindByCode(ctx, actor, code, page)),
);

onTap(nhac, 'remind', async (ctx, actor, { requestId }) =>
  opened(ctx, remindMessage(await remindNow(ctx.work, actor, requestId))),
);

function remindMessage(reminded: RemindedNow): Message | Refused {
  if (isRefused(reminded)) return reminded;
  const code = codeText(reminded.found);
  const card = button('button-card', act('card', { id: reminded.found.inspection.id }));
  const { unread } = reminded;
  const unreadLine = unread.length > 0 && text('remind-unread', { names: someNames(unread) });
  if (reminded.kind === 'deferred')
    return details(
      [text('remind-held', { code, count: reminded.count, at: instantArg(reminded.at) }), unreadLine],
      [card],
    );
  const { told, left, away } = reminded;
  return details(
    [
      text(left > 0 ? 'remind-some' : 'remind-done', { code, told, ...(left > 0 ? { left } : {}) }),
      away > 0 && text('remind-away', { count: away }),
      unreadLine,
    ],
    [card],
  );
}

onTap(nhac, 'later', async (ctx, actor, { requestId }) => {
  const later = await remindLater(ctx.work, actor, requestId);
  if (isRefused(later)) return refuseTap(ctx, later);
  ctx.answers.toast = text('later-set', { at: instantArg(later.at) });
});

onTap(nhac, 'urgent', async (ctx, actor, { requestId }) => {
  const notice = await urgentNotice(ctx.work, actor, requestId);
  if (isRefused(notice)) return refuseTap(ctx, notice);
  const { id, pairId } = notice.request;
  say(ctx, await openForm(ctx.work, actor, urgentForm, { requestId: id }, { pairId }));
});
