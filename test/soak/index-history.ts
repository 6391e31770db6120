import { groupBy } from '../../src/usecases/group-by.ts';
import type { Asked, History, Member, Said } from './history.ts';
import { type About, aboutOf } from './read-said.ts';

export type Read = { said: Said; about: About[] };

/** A history as the judge looks things up in it. */
export type Index = {
  history: History;
  /** Messages of a chat in the order of their arrival. */
  of(chatId: number): Read[];
  all: Read[];
  askedOf(requestId: number): Asked[];
  asked(requestId: number, chatId: number): Asked | undefined;
  /** When what asks somebody first stood in their chat, and when its last copy came, in the order of arrival; undefined: never. */
  reached(requestId: number, chatId: number): { first: Said; last: Said } | undefined;
  memberOf(chatId: number): Member | undefined;
  /** Whom a code of somebody's pair asked, up to an instant of business. */
  askedBy(code: string, chatId: number, until: number): Asked[];
};

/** Reads every message once. */
export function indexHistory(history: History): Index {
  const all = history.said.map((said) => ({ said, about: aboutOf(said) }));
  const byChat = groupBy(all, ({ said }) => said.chatId);
  const byRequest = groupBy(history.owed.asked, ({ requestId }) => requestId);
  const of = (chatId: number) => byChat.get(chatId) ?? [];
  const askedOf = (requestId: number) => byRequest.get(requestId) ?? [];
  return {
    history,
    all,
    of,
    askedOf,
    asked: (requestId, chatId) => askedOf(requestId).find((one) => one.chatId === chatId),
    reached: (requestId, chatId) => {
      const copies = of(chatId).filter(({ about }) =>
        about.some((one) => one.is === 'asked' && one.requestId === requestId),
      );
      return copies.length === 0 ? undefined : { first: copies[0]!.said, last: copies.at(-1)!.said };
    },
    memberOf: (chatId) => history.owed.members.find((one) => one.chatId === chatId),
    askedBy: (code, chatId, until) => {
      const pairId = history.owed.members.find((one) => one.chatId === chatId)?.pairId;
      return history.owed.asked.filter(
        (one) => one.code === code && one.pairId === pairId && one.askedAt <= until,
      );
    },
  };
}
