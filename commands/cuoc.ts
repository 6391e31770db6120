import { Composer } from 'grammy';
import { isLeader, mayDo } from '../src/domain/permission.ts';
import { idOf, onAction } from '../src/telegram/callback.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { decideForm } from '../src/usecases/form/decide-form.ts';
import { openForm } from '../src/usecases/form/open-form.ts';
import { proposedMessage } from '../src/usecases/form/propose-preview.ts';
import { symbolForm } from '../src/usecases/form/symbol-form.ts';
import { authorise } from '../src/usecases/inspection/access.ts';
import { passToLeader, receiveProposal, talkDirectly } from '../src/usecases/inspection/answer-proposal.ts';
import { approveCrossing } from '../src/usecases/inspection/approve-crossing.ts';
import { loadCase } from '../src/usecases/inspection/load-case.ts';
import {
  proposeInspection,
  recallProposal,
  sendProposalNow,
} from '../src/usecases/inspection/propose-inspection.ts';
import { lockRequest } from '../src/usecases/request/load-request.ts';
import { lockCrossed } from '../src/usecases/request/mark-crossed.ts';
import { button, details, instantArg, isRefused, refuse, text } from '../src/usecases/said.ts';
import { codeText, isDownward } from '../src/usecases/view/lines.ts';
import { readCard } from '../src/usecases/view/read-card.ts';
import { memberIn } from '../src/usecases/work.ts';
import { activeActor, refuseTap, showEdit } from './respond.ts';

/** The card of an inspection (cuộc kiểm tra, giám sát) and the way of a proposal between the two sides. */
export const cuoc = new Composer<BotContext>();

onAction(cuoc, 'card', async (ctx, [id]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const card = await readCard(ctx.work, actor, idOf(id));
  if (isRefused(card)) refuseTap(ctx, card);
  else ctx.answers.send.push(card);
});

onAction(cuoc, 'propose', async (ctx, [id]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const proposed = await proposeInspection(ctx.work, actor, idOf(id));
  if (isRefused(proposed)) return refuseTap(ctx, proposed);
  ctx.answers.edit = proposedMessage(proposed);
});

onAction(cuoc, 'recall', async (ctx, [id]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const recalled = await recallProposal(ctx.work, actor, idOf(id));
  if (isRefused(recalled)) return refuseTap(ctx, recalled);
  ctx.answers.edit = details(
    [text('propose-recalled', { code: codeText(recalled.found) })],
    [button('button-card', `card.${idOf(id)}`)],
  );
});

onAction(cuoc, 'sendnow', async (ctx, [id]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const sent = await sendProposalNow(ctx.work, actor, idOf(id));
  if (isRefused(sent)) return refuseTap(ctx, sent);
  ctx.answers.edit = details(
    [text('propose-sent-now', { code: codeText(sent.found) })],
    [button('button-card', `card.${idOf(id)}`)],
  );
});

/** A leader's own tap on the request, or the đầu mối's way to record the word. */
onAction(cuoc, 'approval', async (ctx, [id]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const found = await loadCase(ctx.work, idOf(id));
  const allowed = authorise(found, actor, 'inspection.approve', ctx.work.now.toMillis());
  if (isRefused(allowed)) return refuseTap(ctx, allowed);
  const card = await readCard(ctx.work, actor, idOf(id));
  if (isRefused(card)) return refuseTap(ctx, card);
  ctx.answers.send.push({
    ...card,
    buttons: approvalButtons(idOf(id), isLeader(allowed.member.role)),
  });
});

const approvalButtons = (id: number, isOwnWord: boolean) =>
  isOwnWord
    ? [
        button('button-approve', `word.${id}.yes.tap`, 'success'),
        button('button-not-approve', `word.${id}.no.tap`),
      ]
    : [
        button('button-approved-in-person', `word.${id}.yes.in_person`),
        button('button-approved-phone', `word.${id}.yes.phone`),
        button('button-approved-note', `word.${id}.yes.note`),
        button('button-not-approved', `word.${id}.no.in_person`),
      ];

/** From the leader's own request message. */
onAction(cuoc, 'approve', async (ctx, [requestId, word]) => {
  const locked = await lockRequest(ctx.work, idOf(requestId));
  await approval(ctx, locked?.found.inspection.id ?? 0, word === 'yes', 'tap');
});

onAction(cuoc, 'word', async (ctx, [id, word, via]) => approval(ctx, idOf(id), word === 'yes', via));

async function approval(
  ctx: BotContext,
  id: number,
  isApproved: boolean,
  via: string | undefined,
): Promise<void> {
  const actor = activeActor(ctx);
  if (!actor) return;
  const how = (['in_person', 'phone', 'note'] as const).find((one) => one === via);
  const approved = await approveCrossing(ctx.work, actor, id, isApproved, how);
  if (isRefused(approved)) return refuseTap(ctx, approved);
  if (approved.kind === 'not_approved')
    ctx.answers.edit = details(
      [text('approval-refused', { code: codeText(approved.found) })],
      [button('button-card', `card.${id}`)],
    );
  else if (approved.kind === 'crossing' && how) ctx.answers.edit = proposedMessage(approved);
  else
    ctx.answers.edit = details(
      [
        text('approval-given', {
          code: approved.kind === 'crossing' ? approved.code : codeText(approved.found),
        }),
      ],
      [button('button-card', `card.${id}`)],
    );
}

const ANSWERS = { receive: receiveProposal, leader: passToLeader, talk: talkDirectly } as const;

for (const [name, answer] of Object.entries(ANSWERS))
  onAction(cuoc, name, async (ctx, [requestId]) => {
    const actor = activeActor(ctx);
    if (!actor) return;
    const answered = await answer(ctx.work, actor, idOf(requestId));
    if (isRefused(answered)) return refuseTap(ctx, answered);
    ctx.answers.edit = details(
      [
        text(`proposal-${name as keyof typeof ANSWERS}-done`, {
          code: codeText(answered.found),
          due: instantArg(answered.request.dueAt),
        }),
      ],
      [
        name === 'receive' && button('button-to-leader', `leader.${answered.request.id}`),
        button('button-record-decision', `decide.${answered.request.id}.ask`),
        button('button-card', `card.${answered.found.inspection.id}`),
      ].filter((one) => one !== false),
    );
  });

onAction(cuoc, 'decide', async (ctx, [requestId, decision]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const locked = await lockCrossed(ctx.work, idOf(requestId));
  const member = locked && memberIn(actor, locked.request.pairId);
  if (!locked || !member) return refuseTap(ctx, refuse('refused-not-found'));
  if (!mayDo(member, 'proposal.decide', { asked: locked.request.side ?? undefined }))
    return refuseTap(ctx, refuse('refused-not-allowed'));
  if (locked.request.state !== 'open') return refuseTap(ctx, refuse('refused-answered-already'));
  const chosen = (['agreed', 'countered', 'declined'] as const).find((one) => one === decision);
  const data = {
    requestId: locked.request.id,
    isRecording: !isLeader(member.role),
    isDownward: isDownward(locked.found),
    decision: chosen,
  };
  showEdit(ctx, await openForm(ctx.work, actor, decideForm, data, { pairId: member.pairId }));
});

onAction(cuoc, 'symbol', async (ctx, [id]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const found = await loadCase(ctx.work, idOf(id));
  const allowed = authorise(found, actor, 'symbol.attach', ctx.work.now.toMillis());
  if (isRefused(allowed)) return refuseTap(ctx, allowed);
  ctx.answers.send.push(
    await openForm(ctx.work, actor, symbolForm, { inspectionId: idOf(id) }, { pairId: null }),
  );
});
