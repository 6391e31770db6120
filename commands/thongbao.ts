import { Composer } from 'grammy';
import { idOf, onAction } from '../src/telegram/callback.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { openForm } from '../src/usecases/form/open-form.ts';
import { opinionForm } from '../src/usecases/form/opinion-form.ts';
import { answerNotice } from '../src/usecases/inspection/answer-notice.ts';
import { noticeMessage, openNotice } from '../src/usecases/inspection/open-notice.ts';
import { isRefused, text } from '../src/usecases/said.ts';
import { activeActor, refuseTap, showEdit } from './respond.ts';

/** Notices (thông báo): open in the tapped message, answer with one tap. */
export const thongbao = new Composer<BotContext>();

onAction(thongbao, 'open', async (ctx, [requestId]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  // A new message and not an edit: an edit cannot be protected, the details must be (C7).
  const opened = await openNotice(ctx.work, actor, idOf(requestId));
  if (isRefused(opened)) return refuseTap(ctx, opened);
  ctx.answers.send.push(opened);
});

onAction(thongbao, 'ack', async (ctx, [requestId, given]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const answer = given === 'attending' ? 'attending' : 'received';
  const answered = await answerNotice(ctx.work, actor, idOf(requestId), { answer });
  if (isRefused(answered)) return refuseTap(ctx, answered);
  if (answered.kind === 'overtaken') {
    ctx.answers.toast = text('notice-overtaken');
    return showEdit(ctx, await openNotice(ctx.work, actor, idOf(requestId)));
  }
  ctx.answers.toast = text('toast-recorded');
  ctx.answers.edit = await noticeMessage(ctx.work, answered.found, answered.request, answered.mine);
});

onAction(thongbao, 'opinion', async (ctx, [requestId]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const opened = await openNotice(ctx.work, actor, idOf(requestId));
  if (isRefused(opened)) return refuseTap(ctx, opened);
  ctx.answers.send.push(
    await openForm(ctx.work, actor, opinionForm, { requestId: idOf(requestId) }, { pairId: null }),
  );
});
