import { Composer } from 'grammy';
import type { BotContext } from '../src/telegram/context.ts';
import { act } from '../src/usecases/actions/index.ts';
import { chooseCase, chooseCasePage } from '../src/usecases/form/change-choice.ts';
import {
  openAccept,
  openChange,
  openEdit,
  openRefusal,
  openSchedule,
} from '../src/usecases/form/change-open.ts';
import { acceptCounter } from '../src/usecases/inspection/accept-counter.ts';
import { answerAsked } from '../src/usecases/inspection/confirm-change-answer.ts';
import type { Case } from '../src/usecases/inspection/load-case.ts';
import { recallAsked, sendAskedNow } from '../src/usecases/inspection/propose-change-recall.ts';
import { button, details, isRefused, text } from '../src/usecases/said.ts';
import { codeText, otherName } from '../src/usecases/view/lines.ts';
import { answeredMessage, readPending } from '../src/usecases/view/read-pending.ts';
import { type Actor, memberIn } from '../src/usecases/work.ts';
import { activeActor, onTap, opened, refuseTap, say, showEdit } from './respond.ts';

/** Changes after agreement (điều chỉnh): propose, recall, confirm; and a counter-proposal accepted, a draft edited. */
export const doi = new Composer<BotContext>();

doi.command(['doi', 'change'], async (ctx) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const chosen = await chooseCase(ctx.work, actor, 'doi', ctx.match.trim());
  say(ctx, 'inspectionId' in chosen ? await openChange(ctx.work, actor, chosen.inspectionId) : chosen);
});

/** Pages of what /doi, /dung, /doan and /ketthuc ask to choose from. */
onTap(doi, 'cases', async (ctx, actor, { command, page }) =>
  showEdit(ctx, await chooseCasePage(ctx.work, actor, command, page)),
);

onTap(doi, 'change', async (ctx, actor, { id }) => opened(ctx, await openChange(ctx.work, actor, id)));
onTap(doi, 'schedule', async (ctx, actor, { id }) => opened(ctx, await openSchedule(ctx.work, actor, id)));
onTap(doi, 'edit', async (ctx, actor, { id }) => opened(ctx, await openEdit(ctx.work, actor, id)));
onTap(doi, 'refuse', async (ctx, actor, { requestId }) =>
  opened(ctx, await openRefusal(ctx.work, actor, requestId)),
);

/** Details of what is asked: a new message, since an edit cannot be protected (C7). */
onTap(doi, 'pending', async (ctx, actor, { requestId }) =>
  opened(ctx, await readPending(ctx.work, actor, requestId)),
);

onTap(doi, 'confirm', async (ctx, actor, { requestId, via }) => {
  const given = { isConfirmed: true, via: via === 'tap' ? undefined : via };
  const answered = await answerAsked(ctx.work, actor, requestId, given);
  showEdit(ctx, isRefused(answered) ? answered : answeredMessage(actor, answered));
});

onTap(doi, 'takeback', async (ctx, actor, { requestId }) =>
  beforeCrossing(ctx, actor, await recallAsked(ctx.work, actor, requestId), 'asked-recalled'),
);
onTap(doi, 'crossnow', async (ctx, actor, { requestId }) =>
  beforeCrossing(ctx, actor, await sendAskedNow(ctx.work, actor, requestId), 'asked-sent-now'),
);

const otherOf = (actor: Actor, found: Case): string =>
  otherName(found, memberIn(actor, found.inspection.pairId)!.side);

function beforeCrossing(
  ctx: BotContext,
  actor: Actor,
  acted: Awaited<ReturnType<typeof recallAsked | typeof sendAskedNow>>,
  key: 'asked-recalled' | 'asked-sent-now',
): void {
  if (isRefused(acted)) {
    refuseTap(ctx, acted);
    return;
  }
  ctx.answers.edit = details(
    [text(key, { code: codeText(acted.found), other: otherOf(actor, acted.found) })],
    [button('button-card', act('card', { id: acted.found.inspection.id }))],
  );
}

/** What the other side proposed instead: the card again with the ways to say yes, then the word. */
onTap(doi, 'accept', async (ctx, actor, { id, via }) => {
  if (via === undefined) return opened(ctx, await openAccept(ctx.work, actor, id));
  const accepted = await acceptCounter(ctx.work, actor, id, via === 'tap' ? undefined : via);
  if (isRefused(accepted)) return refuseTap(ctx, accepted);
  ctx.answers.edit = details(
    [text('counter-accepted', { code: codeText(accepted.found), other: otherOf(actor, accepted.found) })],
    [button('button-card', act('card', { id }))],
  );
});
