import { Bot } from 'grammy';
import pino from 'pino';
import { handlers } from '../../commands/index.ts';
import { createMetrics } from '../../src/metrics.ts';
import type { BotContext } from '../../src/telegram/context.ts';
import { ingress } from '../../src/telegram/ingress.ts';
import { openOffice } from '../../src/usecases/begin-work.ts';
import type { TestDatabase } from './database.ts';

const BOT = { id: 1, is_bot: true as const, first_name: 'Phối Hợp', username: 'phoihop_bot' };

export type FormState = { id: number; kind: string; step: string; data: string };

/** The real ingress and commands on a database whose clock stands still; what would go to Telegram and to the log is noted. */
export function openDoorDesk(base: TestDatabase, wallMs: number) {
  const office = openOffice(base.db, () => wallMs);
  const calls: { method: string; payload: unknown }[] = [];
  const log: string[] = [];
  const telegram = { deletes: true };
  const bot = new Bot<BotContext>('1:forged-forged-forged-forged', { botInfo: { ...BOT } as never });
  bot.api.config.use(async (_prev, method, payload) => {
    calls.push({ method, payload });
    if (method === 'deleteMessage' && !telegram.deletes)
      return { ok: false, error_code: 400, description: "Bad Request: message can't be deleted" };
    return { ok: true, result: true } as never;
  });
  const deps = {
    office,
    log: pino({ level: 'trace' }, { write: (line: string) => void log.push(line) }),
    kick: () => {},
    metrics: createMetrics(),
  };
  bot.use(ingress(deps, handlers));
  let updateId = 1;
  let messageId = 10;
  const personIn = (userId: number, chat?: object) => ({
    from: { id: userId, is_bot: false, first_name: 'X' },
    chat: chat ?? { id: userId, type: 'private', first_name: 'X' },
    date: 1,
  });
  const update = async (content: object) => {
    updateId += 1;
    await bot.handleUpdate({ update_id: updateId, ...content } as never);
  };
  const commandOf = (text: string) =>
    text.startsWith('/')
      ? { entities: [{ type: 'bot_command', offset: 0, length: text.split(/\s/)[0]!.length }] }
      : {};
  return {
    office,
    calls,
    log,
    /** Whether Telegram allows that messages are deleted. */
    telegram,
    /** A message with whatever content, or an edited one; answers its id. */
    async send(userId: number, content: object, how: { chat?: object; isEdit?: boolean } = {}) {
      messageId += 1;
      const sent = { message_id: messageId, ...personIn(userId, how.chat), ...content };
      await update(how.isEdit ? { edited_message: { ...sent, edit_date: 2 } } : { message: sent });
      return messageId;
    },
    async write(userId: number, text: string, chat?: object) {
      return this.send(userId, { text, ...commandOf(text) }, { chat });
    },
    async tap(userId: number, data: string, chat?: object) {
      const shown = { message_id: 1, ...personIn(userId, chat), text: 'x' };
      const { from } = shown;
      await update({
        callback_query: { id: String(updateId), from, chat_instance: '1', data, message: shown },
      });
    },
    /** The open form of a Telegram user. */
    async formOf(userId: number): Promise<FormState | undefined> {
      const [row] = await base.ownerSql<FormState[]>`
        select id, kind, step, data::text as data from form
        where state = 'open' and person_id = (select person_id from telegram_account where user_id = ${userId})`;
      return row;
    },
    /** What was said in a chat since the last row `after`: callback data of the buttons, and keys of the lines. */
    async said(chatId: number, after = 0) {
      return base.ownerSql<{ id: number; keys: string[]; does: string[] }[]>`
        select id::int as id,
          array(select jsonb_path_query(ref, '$.message.lines[*].key')#>>'{}') as keys,
          array(select jsonb_path_query(ref, '$.message.buttons[*].does')#>>'{}') as does
        from outbox where chat_id = ${chatId} and id > ${after} and kind = 'said' order by id`;
    },
    lastRow: async () =>
      (await base.ownerSql<{ id: number }[]>`select coalesce(max(id), 0)::int as id from outbox`)[0]!.id,
    deleted: () => calls.filter(({ method }) => method === 'deleteMessage').map(({ payload }) => payload),
  };
}

export type DoorDesk = ReturnType<typeof openDoorDesk>;
