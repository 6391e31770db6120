import { Composer } from 'grammy';
import { cut } from '../src/domain/cut.ts';
import type { Message } from '../src/domain/message.ts';
import { mayDo } from '../src/domain/permission.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { act } from '../src/usecases/actions/index.ts';
import { openForm } from '../src/usecases/form/open-form.ts';
import { namesOf } from '../src/usecases/form/people-list.ts';
import { recordForm } from '../src/usecases/form/record-form.ts';
import { codeOf, listNotices, noticeButtons, ownNotice } from '../src/usecases/request/own-notice.ts';
import { recordable } from '../src/usecases/request/record-answer.ts';
import { settleOpinion } from '../src/usecases/request/settle-opinion.ts';
import { button, details, isRefused, message, type Refused, refuse, text } from '../src/usecases/said.ts';
import { codeText } from '../src/usecases/view/lines.ts';
import type { Actor } from '../src/usecases/work.ts';
import { activeActor, onTap, opened, refuseTap, say, showEdit } from './respond.ts';

/** Answers that the đầu mối records for someone (ghi nhận hộ), and opinions that they settle. */
export const ghinhan = new Composer<BotContext>();

ghinhan.chatType('private').command(['ghinhan', 'xacnhan', 'record'], async (ctx) => {
  const actor = activeActor(ctx);
  if (actor) say(ctx, await recordByCode(ctx, actor, ctx.match.trim()));
});

async function recordByCode(
  ctx: BotContext,
  actor: Actor,
  typed: string,
  page = 0,
): Promise<Message | Refused> {
  const pairs = actor.members.filter((member) => mayDo(member, 'notice.record')).map((one) => one.pairId);
  if (pairs.length === 0) return refuse('refused-not-allowed');
  const isAsking = typed === '' || typed === '?';
  const code = isAsking ? undefined : codeOf(typed);
  const listed = isAsking || code ? await listNotices(ctx.work, pairs, { code }) : [];
  const [only] = listed;
  if (!only)
    return isAsking ? refuse('remind-none-open') : refuse('record-unknown', { part: cut(typed, 40) });
  if (!isAsking && listed.length === 1) return openRecord(ctx, actor, only.requestId);
  return message(
    [text('record-choose')],
    noticeButtons(actor, listed, page, {
      pick: (id) => act('record', { requestId: id }),
      turn: (to) => act('records', { page: to, code }),
    }),
  );
}

onTap(ghinhan, 'records', async (ctx, actor, { page, code = '' }) =>
  showEdit(ctx, await recordByCode(ctx, actor, code, page)),
);

async function openRecord(ctx: BotContext, actor: Actor, requestId: number): Promise<Message | Refused> {
  const notice = await ownNotice(ctx.work, actor, requestId, 'notice.record');
  if (isRefused(notice)) return notice;
  if (recordable(notice, actor).length === 0) return refuse('record-nobody');
  return openForm(ctx.work, actor, recordForm, { requestId }, { pairId: notice.request.pairId });
}

onTap(ghinhan, 'record', async (ctx, actor, { requestId }) =>
  opened(ctx, await openRecord(ctx, actor, requestId)),
);

onTap(ghinhan, 'settle', async (ctx, actor, { recipientId }) => {
  const settled = await settleOpinion(ctx.work, actor, recipientId);
  if (isRefused(settled)) return refuseTap(ctx, settled);
  const name = (await namesOf(ctx.work, [settled.row.personId])).get(settled.row.personId) ?? '';
  showEdit(
    ctx,
    details(
      [text('opinion-settled', { code: codeText(settled.found), name })],
      [button('button-card', act('card', { id: settled.found.inspection.id }))],
    ),
    'toast-recorded',
  );
});
