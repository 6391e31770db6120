import type { Api } from 'grammy';
import type { Logger } from 'pino';
import { isTransient } from '../../db/client.ts';
import { type Locale, localeOfCode, say } from '../locales/index.ts';
import { answerStranger } from '../usecases/answer-stranger.ts';
import type { Office } from '../usecases/begin-work.ts';
import { sayInChat } from '../usecases/enqueue.ts';
import { findActor } from '../usecases/find-actor.ts';
import { markSeen } from '../usecases/mark-seen.ts';
import { message, text } from '../usecases/said.ts';
import { letGo } from '../usecases/take-updates.ts';
import type { Work } from '../usecases/work.ts';
import type { Arrival, Caller } from './door.ts';

export type SetAsideDeps = {
  office: Office;
  log: Logger;
  api: Pick<Api, 'answerCallbackQuery'>;
  kick(): void;
};

/**
 * Settles an update that cannot be handled: whoever waits for it hears that nothing was stored, the operator its number alone. Rejects only
 * while the database is away; when not even the number can be kept it is given up, so that nothing comes back for ever.
 */
export async function setAside(deps: SetAsideDeps, botId: number, arrival: Arrival): Promise<void> {
  const { office, log, kick } = deps;
  const { id: updateId, caller } = arrival;
  log.warn({ updateId }, 'an update was set aside');
  const withWords = (work: Work) => settle(work, botId, arrival, true);
  const wordless = (work: Work) => settle(work, botId, arrival, false);
  let locale = localeOfCode(caller.language);
  for (const how of [withWords, wordless]) {
    try {
      locale = await office.work({ pairs: [] }, how);
      break;
    } catch (err) {
      if (isTransient(err)) throw err;
      log.error({ err, updateId }, 'what an update set aside leaves behind was not kept');
    }
  }
  kick();
  await answerTap(deps, caller, locale);
}

/** Gives the language in which its sender is spoken to. */
async function settle(work: Work, botId: number, arrival: Arrival, withWords: boolean): Promise<Locale> {
  const { caller, id } = arrival;
  const isFirst = await markSeen(work, botId, id, 'failed');
  await letGo(work, botId, id);
  const actor = withWords && caller.userId !== undefined ? await findActor(work, caller.userId) : undefined;
  const locale = actor?.locale ?? localeOfCode(caller.language);
  const { chatId, isGroup, threadId } = caller;
  if (isFirst && withWords && caller.isWaiting && chatId !== undefined) {
    const chat = { chatId, isGroup, threadId, locale: isGroup ? undefined : locale };
    const said = message([text('error-not-saved')]);
    if (actor) await sayInChat(work, { ...chat, personId: actor.personId }, said);
    else await answerStranger(work, chat, said);
  }
  return locale;
}

async function answerTap({ api, log }: SetAsideDeps, { tapId }: Caller, locale: Locale): Promise<void> {
  if (tapId === undefined) return;
  try {
    await api.answerCallbackQuery(tapId, { text: say(locale, 'error-not-saved') });
  } catch (err) {
    log.warn({ err }, 'a toast was not shown');
  }
}
