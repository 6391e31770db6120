import type { Message } from '../../domain/message.ts';
import { act } from '../actions/index.ts';
import { button, message, type Refused, refuse, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { bindable, boundTo, type Committee } from './bind-group.ts';

/** What /nhom answers in a group: the question to bind it, or how it stands and the way to unbind it (C7: names of committees only). */
export async function groupMessage(work: Work, actor: Actor, chatId: number): Promise<Message | Refused> {
  const own = await bindable(work, actor);
  if (own.length === 0) return refuse('group-not-secretary');
  const bound = await boundTo(work, chatId);
  if (!bound) return bindQuestion(own);
  return own.some((one) => one.id === bound.id) ? boundMessage(bound) : refuse('group-bound-other');
}

function bindQuestion(own: Committee[]): Message {
  const later = button('button-group-not-now', act('group.later'));
  const [only] = own;
  if (own.length === 1)
    return message(
      [text('group-bind-ask', { committee: only!.name })],
      [button('button-group-bind', act('group.bind', { committeeId: only!.id }), 'primary'), later],
    );
  const choices = own.map(({ id, name }) => ({
    label: text('button-group-bind-to', { committee: name }),
    does: act('group.bind', { committeeId: id }),
  }));
  return message([text('group-bind-choose')], [...choices, later]);
}

const boundMessage = (bound: Committee): Message =>
  message(
    [text('group-bound-already', { committee: bound.name })],
    [
      button('button-group-keep', act('group.keep')),
      button('button-group-unbind', act('group.unbind'), 'danger'),
    ],
  );
