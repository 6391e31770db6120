import { Composer } from 'grammy';
import { idOf, onAction } from '../src/telegram/callback.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { chooseCase, chooseCasePage } from '../src/usecases/form/change-choice.ts';
import { openAccept, openChange, openEdit, openRefusal } from '../src/usecases/form/change-open.ts';
import { acceptCounter } from '../src/usecases/inspection/accept-counter.ts';
import { answerAsked } from '../src/usecases/inspection/confirm-change-answer.ts';
import { recallAsked, sendAskedNow } from '../src/usecases/inspection/propose-change-recall.ts';
import { button, details, isRefused, text } from '../src/usecases/said.ts';
import { codeText } from '../src/usecases/view/lines.ts';
import { answeredMessage, readPending } from '../src/usecases/view/read-pending.ts';
import { activeActor, refuseTap, say, showEdit } from './respond.ts';

/** Changes after agreement (điều chỉnh): propose, recall, confirm; and a counter-proposal accepted, a draft edited. */
export const doi = new Composer<BotContext>();

doi.command(['doi', 'change'], async (ctx) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const chosen = await chooseCase(ctx.work, actor, 'doi', ctx.match.trim());
  say(ctx, 'inspectionId' in chosen ? await openChange(ctx.work, actor, chosen.inspectionId) : chosen);
});

/** Pages of what /doi, /dung, /doan and /ketthuc ask to choose from. */
onAction(doi, 'cases', async (ctx, [command, page]) => {
  const actor = activeActor(ctx);
  if (actor) showEdit(ctx, await chooseCasePage(ctx.work, actor, command, idOf(page)));
});

const FORMS = { change: openChange, edit: openEdit, refuse: openRefusal } as const;

for (const [name, open] of Object.entries(FORMS))
  onAction(doi, name, async (ctx, [id]) => {
    const actor = activeActor(ctx);
    if (!actor) return;
    const opened = await open(ctx.work, actor, idOf(id));
    if (isRefused(opened)) refuseTap(ctx, opened);
    else ctx.answers.send.push(opened);
  });

/** Details of what is asked: a new message, since an edit cannot be protected (C7). */
onAction(doi, 'pending', async (ctx, [requestId]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const pending = await readPending(ctx.work, actor, idOf(requestId));
  if (isRefused(pending)) refuseTap(ctx, pending);
  else ctx.answers.send.push(pending);
});

const viaOf = (via: string | undefined) =>
  (['in_person', 'phone', 'note'] as const).find((one) => one === via);

onAction(doi, 'confirm', async (ctx, [requestId, via]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const answered = await answerAsked(ctx.work, actor, idOf(requestId), {
    isConfirmed: true,
    via: viaOf(via),
  });
  showEdit(ctx, isRefused(answered) ? answered : answeredMessage(answered));
});

const BEFORE_CROSSING = { takeback: recallAsked, crossnow: sendAskedNow } as const;

for (const [name, act] of Object.entries(BEFORE_CROSSING))
  onAction(doi, name, async (ctx, [requestId]) => {
    const actor = activeActor(ctx);
    if (!actor) return;
    const acted = await act(ctx.work, actor, idOf(requestId));
    if (isRefused(acted)) return refuseTap(ctx, acted);
    const key = name === 'takeback' ? 'asked-recalled' : 'asked-sent-now';
    ctx.answers.edit = details(
      [text(key, { code: codeText(acted.found) })],
      [button('button-card', `card.${acted.found.inspection.id}`)],
    );
  });

/** What the other side proposed instead: the card again with the ways to say yes, then the word. */
onAction(doi, 'accept', async (ctx, [id, via]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  if (via === undefined) {
    const opened = await openAccept(ctx.work, actor, idOf(id));
    if (isRefused(opened)) return refuseTap(ctx, opened);
    ctx.answers.send.push(opened);
    return;
  }
  const accepted = await acceptCounter(ctx.work, actor, idOf(id), viaOf(via));
  if (isRefused(accepted)) return refuseTap(ctx, accepted);
  ctx.answers.edit = details(
    [text('counter-accepted', { code: codeText(accepted.found) })],
    [button('button-card', `card.${idOf(id)}`)],
  );
});
