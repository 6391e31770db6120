import type { Api } from 'grammy';
import type { Logger } from 'pino';
import type { Office } from '../usecases/begin-work.ts';
import { resumeSending, takeProbe } from '../usecases/outbox/bot-pause.ts';

export type ProbeParts = { office: Office; api: Pick<Api, 'getMe'>; log: Logger };

/** While sending pauses: asks Telegram now and then whether it accepts the bot. True: it does again, and what waits may go. */
export async function probeBot({ office, api, log }: ProbeParts): Promise<boolean> {
  if (!(await office.work({ pairs: [] }, (work) => takeProbe(work, office.wallNow())))) return false;
  try {
    await api.getMe();
  } catch {
    log.error(
      'Telegram still does not accept the bot: nothing is sent. Is BOT_TOKEN the one that BotFather shows?',
    );
    return false;
  }
  const isNew = await office.work({ pairs: [] }, resumeSending);
  if (isNew) log.warn('Telegram accepts the bot again: sending goes on');
  return isNew;
}
