import { Composer } from 'grammy';
import { isLeader, mayDo } from '../src/domain/permission.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { type ArgsOf, act } from '../src/usecases/actions/index.ts';
import { decideForm } from '../src/usecases/form/decide-form.ts';
import { openForm } from '../src/usecases/form/open-form.ts';
import { proposedMessage } from '../src/usecases/form/propose-preview.ts';
import { symbolForm } from '../src/usecases/form/symbol-form.ts';
import { caseFor } from '../src/usecases/inspection/access.ts';
import { passToLeader, receiveProposal, talkDirectly } from '../src/usecases/inspection/answer-proposal.ts';
import { approveCrossing } from '../src/usecases/inspection/approve-crossing.ts';
import type { Case } from '../src/usecases/inspection/load-case.ts';
import {
  proposeInspection,
  recallProposal,
  sendProposalNow,
} from '../src/usecases/inspection/propose-inspection.ts';
import { lockRequest } from '../src/usecases/request/load-request.ts';
import { lockCrossed } from '../src/usecases/request/mark-crossed.ts';
import { button, details, instantArg, isRefused, refuse, text } from '../src/usecases/said.ts';
import { codeText, fitLines, isDownward, otherName } from '../src/usecases/view/lines.ts';
import { readCard } from '../src/usecases/view/read-card.ts';
import { wordLines } from '../src/usecases/view/read-pending.ts';
import type { Actor } from '../src/usecases/work.ts';
import { memberIn } from '../src/usecases/work.ts';
import { onTap, refuseTap, say, showEdit, turned } from './respond.ts';

/** The card of an inspection (cuộc kiểm tra, giám sát) and the way of a proposal between the two sides. */
export const cuoc = new Composer<BotContext>();

onTap(cuoc, 'card', async (ctx, actor, { id, part }) =>
  turned(ctx, await readCard(ctx.work, actor, id, part === 'all'), part === 'all'),
);

onTap(cuoc, 'propose', async (ctx, actor, { id }) => {
  const proposed = await proposeInspection(ctx.work, actor, id);
  if (isRefused(proposed)) return refuseTap(ctx, proposed);
  ctx.answers.edit = proposedMessage(proposed);
});

onTap(cuoc, 'recall', async (ctx, actor, { id }) => {
  const recalled = await recallProposal(ctx.work, actor, id);
  if (isRefused(recalled)) return refuseTap(ctx, recalled);
  ctx.answers.edit = details(
    [text('propose-recalled', sentArgs(recalled.found))],
    [button('button-card', act('card', { id }))],
  );
});

onTap(cuoc, 'sendnow', async (ctx, actor, { id }) => {
  const sent = await sendProposalNow(ctx.work, actor, id);
  if (isRefused(sent)) return refuseTap(ctx, sent);
  ctx.answers.edit = details(
    [text('propose-sent-now', sentArgs(sent.found))],
    [button('button-card', act('card', { id }))],
  );
});

const sentArgs = (found: Case) => ({ code: codeText(found), other: otherName(found, found.inspection.side) });

/** A leader's own tap on the request, or the đầu mối's way to record the word. */
onTap(cuoc, 'approval', async (ctx, actor, { id }) => {
  const allowed = await caseFor(ctx.work, actor, id, 'inspection.approve');
  if (isRefused(allowed)) return refuseTap(ctx, allowed);
  const card = await readCard(ctx.work, actor, id);
  if (isRefused(card)) return refuseTap(ctx, card);
  const { role } = allowed.member;
  const lines = fitLines([...card.lines, ...wordLines(role)]);
  say(ctx, { ...card, lines, buttons: approvalButtons(id, isLeader(role)) });
});

const approvalButtons = (id: number, isOwnWord: boolean) =>
  isOwnWord
    ? [
        button('button-approve', act('word', { id, word: 'yes', via: 'tap' }), 'success'),
        button('button-not-approve', act('word', { id, word: 'no', via: 'tap' })),
      ]
    : [
        button('button-approved-in-person', act('word', { id, word: 'yes', via: 'in_person' })),
        button('button-approved-phone', act('word', { id, word: 'yes', via: 'phone' })),
        button('button-approved-note', act('word', { id, word: 'yes', via: 'note' })),
        button('button-not-approved', act('word', { id, word: 'no', via: 'in_person' })),
      ];

/** From the leader's own request message. */
onTap(cuoc, 'approve', async (ctx, actor, { requestId, word }) => {
  const locked = await lockRequest(ctx.work, requestId);
  await approval(ctx, actor, { id: locked?.found.inspection.id ?? 0, word, via: 'tap' });
});

onTap(cuoc, 'word', approval);

async function approval(ctx: BotContext, actor: Actor, { id, word, via }: ArgsOf<'word'>): Promise<void> {
  const how = via === 'tap' ? undefined : via;
  const isApproved = word === 'yes';
  const approved = await approveCrossing(ctx.work, actor, id, isApproved, how);
  if (isRefused(approved)) return refuseTap(ctx, approved);
  if (approved.kind === 'not_approved')
    ctx.answers.edit = details(
      [text('approval-refused', { code: codeText(approved.found) })],
      [button('button-card', act('card', { id }))],
    );
  else if (approved.kind === 'crossing' && how) ctx.answers.edit = proposedMessage(approved);
  else
    ctx.answers.edit = details(
      [
        text('approval-given', {
          code: approved.kind === 'crossing' ? approved.code : codeText(approved.found),
        }),
      ],
      [button('button-card', act('card', { id }))],
    );
}

type Answered = Awaited<ReturnType<typeof receiveProposal>>;

function answered(ctx: BotContext, how: 'receive' | 'leader' | 'talk', outcome: Answered): void {
  if (isRefused(outcome)) {
    refuseTap(ctx, outcome);
    return;
  }
  const { found, request } = outcome;
  ctx.answers.edit = details(
    [text(`proposal-${how}-done`, { code: codeText(found), due: instantArg(request.dueAt) })],
    [
      how === 'receive' && button('button-to-leader', act('leader', { requestId: request.id })),
      button('button-record-decision', act('decide', { requestId: request.id, decision: 'ask' })),
      button('button-card', act('card', { id: found.inspection.id })),
    ],
  );
}

onTap(cuoc, 'receive', async (ctx, actor, { requestId }) =>
  answered(ctx, 'receive', await receiveProposal(ctx.work, actor, requestId)),
);
onTap(cuoc, 'leader', async (ctx, actor, { requestId }) =>
  answered(ctx, 'leader', await passToLeader(ctx.work, actor, requestId)),
);
onTap(cuoc, 'talk', async (ctx, actor, { requestId }) =>
  answered(ctx, 'talk', await talkDirectly(ctx.work, actor, requestId)),
);

onTap(cuoc, 'decide', async (ctx, actor, { requestId, decision }) => {
  const locked = await lockCrossed(ctx.work, requestId);
  const member = locked && memberIn(actor, locked.request.pairId);
  if (!locked || !member) return refuseTap(ctx, refuse('refused-not-found'));
  if (!mayDo(member, 'proposal.decide', { asked: locked.request.side ?? undefined }))
    return refuseTap(ctx, refuse('refused-not-allowed'));
  if (locked.request.state !== 'open') return refuseTap(ctx, refuse('refused-answered-already'));
  const data = {
    requestId: locked.request.id,
    isRecording: !isLeader(member.role),
    isDownward: isDownward(locked.found),
    decision: decision === 'ask' ? undefined : decision,
  };
  showEdit(ctx, await openForm(ctx.work, actor, decideForm, data, { pairId: member.pairId }));
});

onTap(cuoc, 'symbol', async (ctx, actor, { id }) => {
  const allowed = await caseFor(ctx.work, actor, id, 'symbol.attach');
  if (isRefused(allowed)) return refuseTap(ctx, allowed);
  say(ctx, await openForm(ctx.work, actor, symbolForm, { inspectionId: id }, { pairId: null }));
});
