import type { Button, Message } from '../../domain/message.ts';
import { mayDo } from '../../domain/permission.ts';
import { isPasted, isTypedAnswer, isTypedCancel } from '../../domain/typed-answer.ts';
import { act } from '../actions/index.ts';
import { openNotice } from '../inspection/open-notice.ts';
import { button, isRefused, message, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { listTasks } from './list-tasks.ts';
import { tasksMessage } from './tasks-message.ts';

/**
 * What is said to words that no command and no form takes: "đã nhận" offers the buttons of the one notice that waits, everything else the ways to
 * what may have been meant. Nothing of it is stored, and nobody is taken to have answered.
 */
export async function answerLoose(work: Work, actor: Actor, typed: string): Promise<Message> {
  if (isTypedCancel(typed)) return message([text('form-none')]);
  const offered = isTypedAnswer(typed) ? await offerNotices(work, actor) : undefined;
  if (offered) return offered;
  return message([text(isPasted(typed) ? 'input-pasted' : 'input-loose-text')], ways(actor));
}

/** Of several notices each has to be opened: the words do not say which one they answer. */
async function offerNotices(work: Work, actor: Actor): Promise<Message | undefined> {
  const waiting = (await listTasks(work, actor)).filter((task) => task.kind === 'answer');
  const [first, ...more] = waiting;
  if (!first || !('requestId' in first) || first.requestId === null) return undefined;
  const shown =
    more.length > 0
      ? tasksMessage(actor, waiting, 0, work.now)
      : await openNotice(work, actor, first.requestId);
  return isRefused(shown) ? undefined : { ...shown, lines: [text('input-typed-answer'), ...shown.lines] };
}

function ways(actor: Actor): (Button | false)[] {
  const drafted = actor.members.filter((member) => mayDo(member, 'inspection.draft'));
  const mayLog = actor.members.some((member) => mayDo(member, 'exchange.log'));
  const [only, ...more] = drafted;
  return [
    only !== undefined &&
      button(
        'button-loose-propose',
        more.length > 0 ? act('newin.pairs', { page: 0 }) : act('newin', { pairId: only.pairId }),
      ),
    mayLog && button('button-exchange-log', act('xnew')),
    button('button-loose-tasks', act('viec', { page: 0 })),
    button('button-loose-help', act('trogiup.main')),
  ];
}
