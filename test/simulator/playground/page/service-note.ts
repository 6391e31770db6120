import type { SimMessage } from '../../protocol.ts';
import { el } from './elements.ts';
import { say } from './words.ts';

/** What happened to a group, in the middle of the chat; `joins` counts the people who came in one after another. */
export function serviceNote(message: SimMessage, joins: number): HTMLElement {
  return el('p', { class: 'service' }, words(message, joins));
}

/** Whether a message says that someone joined. */
export const isJoin = ({ service }: SimMessage): boolean => service?.new_chat_members !== undefined;

function words({ service }: SimMessage, joins: number): string {
  const who = (people: { first_name: string; last_name?: string }[]) =>
    people.map((one) => [one.first_name, one.last_name].filter(Boolean).join(' ')).join(', ');
  const joined = service?.new_chat_members;
  if (joined && joins > 1) return say('joinedToo', { who: who(joined), n: joins - 1 });
  if (joined) return say('joined', { who: who(joined) });
  if (service?.left_chat_member) return say('gone', { who: who([service.left_chat_member]) });
  if (service?.migrate_to_chat_id || service?.migrate_from_chat_id) return say('migrated');
  return say('service');
}
