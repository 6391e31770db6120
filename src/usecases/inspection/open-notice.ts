import { and, eq, isNull } from 'drizzle-orm';
import { recipient } from '../../../db/schema/index.ts';
import type { Message, Text } from '../../domain/message.ts';
import { act } from '../actions/index.ts';
import { answeredBefore } from '../request/answered-before.ts';
import { lockRequest, type Recipient, type Request, recipientOf } from '../request/load-request.ts';
import { button, details, instantArg, type Refused, refuse, text } from '../said.ts';
import { changeLines } from '../view/change-lines.ts';
import { codeText, foldedLines, mainLines, restLines } from '../view/lines.ts';
import { type Actor, memberIn, type Work } from '../work.ts';
import { openNoticeOf } from './current-notice.ts';
import { type Case, loadSessions } from './load-case.ts';
import { roleOnTeam } from './write-team.ts';

/**
 * "Xem nội dung": the notice in private chat, protected (C7), with the buttons of this person; opening is recorded apart
 * from answering (R5). An old button leads to the notice of the new version.
 */
export async function openNotice(work: Work, actor: Actor, requestId: number): Promise<Message | Refused> {
  const locked = await lockRequest(work, requestId);
  const mine = locked && (await recipientOf(work, requestId, actor.personId));
  if (!locked || !mine || !memberIn(actor, locked.request.pairId)) return refuse('refused-not-found');
  if (locked.request.state === 'void') return openNewer(work, actor, locked.found);
  await work.tx
    .update(recipient)
    .set({ openedAt: work.now })
    .where(and(eq(recipient.id, mine.id), isNull(recipient.openedAt)));
  return noticeMessage(work, locked.found, locked.request, mine);
}

async function openNewer(work: Work, actor: Actor, found: Case): Promise<Message | Refused> {
  const newer = await openNoticeOf(work, found.inspection.id, actor.personId);
  if (newer) return openNotice(work, actor, newer);
  return details([
    text('notice-void', { code: codeText(found), state: text(`state-${found.inspection.state}`) }),
  ]);
}

/** The notice's details and the answer buttons of this person's capacity. */
export async function noticeMessage(
  work: Work,
  found: Case,
  request: Request,
  mine: Recipient,
): Promise<Message> {
  const sessions = await loadSessions(work, found.version.id);
  const role = (await roleOnTeam(work, found.inspection.id, mine.personId)) ?? 'member';
  return {
    ...foldedLines([
      text('notice-head', { code: { strong: codeText(found) } }),
      ...mainLines(found),
      // Who is out of it is asked for nothing.
      ...(mine.replacedBy === null
        ? [
            text('notice-close', {
              you: text(`capacity-${mine.capacity}`, { role }),
              ask: await answerLine(work, found, request, mine),
            }),
          ]
        : []),
      ...(await changeLines(work, found, request.versionId)),
      ...restLines(found, sessions),
    ]),
    buttons: answerButtons(request, mine),
    protect: true,
  };
}

/** Whoever never answered is not asked to answer again. */
async function answerLine(work: Work, found: Case, request: Request, mine: Recipient): Promise<Text> {
  if (mine.answer) return text('notice-answered', { answer: text(`answer-${mine.answer}`) });
  const isAgain = found.version.n > 0 && (await answeredBefore(work, [mine.id])).size > 0;
  return text(isAgain ? 'notice-answer-again' : 'notice-answer-by', {
    due: { strong: instantArg(request.dueAt) },
  });
}

function answerButtons(request: Request, mine: Recipient) {
  if (mine.replacedBy !== null) return [];
  const isTeam = mine.capacity === 'team' || mine.capacity === 'substitute';
  return [
    isTeam
      ? button('button-attend', act('ack', { requestId: request.id, answer: 'attending' }), 'success')
      : button('button-got-it', act('ack', { requestId: request.id, answer: 'received' }), 'success'),
    isTeam &&
      (mine.answer === 'substitute_asked'
        ? button('button-leave-reason', act('leave', { requestId: request.id }))
        : button('button-substitute', act('substitute', { requestId: request.id }))),
    button('button-opinion', act('opinion', { requestId: request.id })),
    button('button-why', act('why', { id: request.inspectionId })),
  ].filter((one) => one !== false);
}
