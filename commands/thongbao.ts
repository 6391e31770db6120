import { Composer } from 'grammy';
import type { BotContext } from '../src/telegram/context.ts';
import { openForm } from '../src/usecases/form/open-form.ts';
import { opinionForm } from '../src/usecases/form/opinion-form.ts';
import { answerNotice } from '../src/usecases/inspection/answer-notice.ts';
import { noticeMessage, openNotice } from '../src/usecases/inspection/open-notice.ts';
import { isRefused, text } from '../src/usecases/said.ts';
import { onTap, opened, refuseTap, say, showEdit } from './respond.ts';

/** Notices (thông báo): open in the tapped message, answer with one tap. */
export const thongbao = new Composer<BotContext>();

onTap(thongbao, 'open', async (ctx, actor, { requestId }) =>
  // A new message and not an edit: an edit cannot be protected, the details must be (C7).
  opened(ctx, await openNotice(ctx.work, actor, requestId)),
);

onTap(thongbao, 'ack', async (ctx, actor, { requestId, answer }) => {
  const answered = await answerNotice(ctx.work, actor, requestId, { answer });
  if (isRefused(answered)) return refuseTap(ctx, answered);
  if (answered.kind === 'overtaken') {
    ctx.answers.toast = text('notice-overtaken');
    return showEdit(ctx, await openNotice(ctx.work, actor, requestId));
  }
  ctx.answers.toast = text('toast-recorded');
  ctx.answers.edit = await noticeMessage(ctx.work, answered.found, answered.request, answered.mine);
});

onTap(thongbao, 'opinion', async (ctx, actor, { requestId }) => {
  const notice = await openNotice(ctx.work, actor, requestId);
  if (isRefused(notice)) return refuseTap(ctx, notice);
  say(ctx, await openForm(ctx.work, actor, opinionForm, { requestId }, { pairId: null }));
});
