import { Composer } from 'grammy';
import { cut } from '../src/domain/cut.ts';
import type { ActionData, Button, Message } from '../src/domain/message.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { act } from '../src/usecases/actions/index.ts';
import { leaveForm } from '../src/usecases/form/leave-form.ts';
import { openForm } from '../src/usecases/form/open-form.ts';
import { substituteForm } from '../src/usecases/form/substitute-form.ts';
import { noticeMessage, openNotice } from '../src/usecases/inspection/open-notice.ts';
import { askSubstitute, mayAskSubstitute } from '../src/usecases/request/ask-substitute.ts';
import { openSubstitution } from '../src/usecases/request/assign-substitute.ts';
import { codeOf } from '../src/usecases/request/own-notice.ts';
import { listLeaving, listOnTeam } from '../src/usecases/request/substitutions.ts';
import { button, isRefused, message, type Refused, refuse, text } from '../src/usecases/said.ts';
import { paged } from '../src/usecases/view/paged.ts';
import type { Actor } from '../src/usecases/work.ts';
import { activeActor, onTap, refuseTap, say, showEdit } from './respond.ts';

/** Substitutes (cử người thay): a member of the team asks, a leader names one, the đầu mối records the leader's word. */
export const uyquyen = new Composer<BotContext>();

uyquyen.chatType('private').command(['uyquyen', 'substitute'], async (ctx) => {
  const actor = activeActor(ctx);
  if (actor) say(ctx, await begin(ctx, actor, ctx.match.trim()));
});

/** With a code: the question for that one; without: what waits for a name, else one's own places on teams. */
async function begin(ctx: BotContext, actor: Actor, typed: string, page = 0): Promise<Message | Refused> {
  const isAsking = typed === '' || typed === '?';
  const code = isAsking ? undefined : codeOf(typed);
  if (!isAsking && !code) return refuse('substitute-unknown', { part: cut(typed, 40) });
  const turn = (to: number) => act('subs', { page: to, code });
  const leaving = await listLeaving(ctx.work, actor, code);
  if (leaving.length > 0) return message([text('substitute-to-name')], buttonsAt(leaving, page, turn));
  const mine = await listOnTeam(ctx.work, actor, code);
  const [only] = mine;
  if (!only)
    return isAsking ? refuse('substitute-none') : refuse('substitute-unknown', { part: cut(typed, 40) });
  if (mine.length > 1)
    return message(
      [text('substitute-choose')],
      buttonsAt(
        mine.map((one) => one.button),
        page,
        turn,
      ),
    );
  return message(
    [text('substitute-ask', { code: only.code })],
    [button('button-ask-substitute', act('substitute', { requestId: only.requestId }))],
  );
}

function buttonsAt(all: Button[], page: number, turn: (page: number) => ActionData): Button[] {
  const { shown, turns } = paged(all, page, turn);
  return [...shown.map(({ item }) => item), ...turns];
}

onTap(uyquyen, 'subs', async (ctx, actor, { page, code = '' }) =>
  showEdit(ctx, await begin(ctx, actor, code, page)),
);

onTap(uyquyen, 'substitute', async (ctx, actor, { requestId }) => {
  const asked = await askSubstitute(ctx.work, actor, requestId);
  if (isRefused(asked)) return refuseTap(ctx, asked);
  if (asked.kind === 'overtaken') {
    ctx.answers.toast = text('notice-overtaken');
    return showEdit(ctx, await openNotice(ctx.work, actor, requestId));
  }
  ctx.answers.toast = text('substitute-asked-toast');
  ctx.answers.edit = await noticeMessage(ctx.work, asked.found, asked.request, asked.mine);
});

onTap(uyquyen, 'leave', async (ctx, actor, { requestId }) => {
  const may = await mayAskSubstitute(ctx.work, actor, requestId);
  if (isRefused(may)) return refuseTap(ctx, may);
  if (may.kind === 'overtaken') return showEdit(ctx, await openNotice(ctx.work, actor, requestId));
  say(ctx, await openForm(ctx.work, actor, leaveForm, { requestId }, { pairId: null }));
});

onTap(uyquyen, 'assign', async (ctx, actor, { recipientId }) => {
  const open = await openSubstitution(ctx.work, actor, recipientId);
  if (isRefused(open)) return refuseTap(ctx, open);
  if (open.eligible.length === 0) return refuseTap(ctx, refuse('substitute-nobody'));
  const { pairId } = open.request;
  say(ctx, await openForm(ctx.work, actor, substituteForm, { recipientId: open.asker.id }, { pairId }));
});
