import { asc, eq, inArray } from 'drizzle-orm';
import { Bot, Composer } from 'grammy';
import { DateTime } from 'luxon';
import pino from 'pino';
import { dulieu } from '../../commands/dulieu.ts';
import { lenh } from '../../commands/lenh.ts';
import { moi } from '../../commands/moi.ts';
import { notActive, start } from '../../commands/start.ts';
import { thanhvien } from '../../commands/thanhvien.ts';
import { trongnhom } from '../../commands/trogiup.ts';
import { auditEntry, outbox, person, telegramAccount } from '../../db/schema/index.ts';
import { createMetrics } from '../../src/metrics.ts';
import type { BotContext } from '../../src/telegram/context.ts';
import { ingress } from '../../src/telegram/ingress.ts';
import { render } from '../../src/telegram/render.ts';
import { type Office, openOffice } from '../../src/usecases/begin-work.ts';
import { makeInvitation } from '../../src/usecases/make-invitation.ts';
import type { RefOf } from '../../src/usecases/outbox/kinds.ts';
import type { Work } from '../../src/usecases/work.ts';
import { makeTestDatabase, type TestDatabase } from './database.ts';
import { type SeededPair, type SeedOptions, seedPair } from './seed.ts';

/** What stands in a chat, in the reader's language; buttons as label → callback data or address. */
export type Said = {
  text: string;
  buttons: Record<string, string>;
  silent: boolean;
  isEdit: boolean;
  protect: boolean;
};

export type Phone = {
  id: number;
  first_name?: string;
  last_name?: string;
  username?: string;
  language_code?: string;
};

/** The commands of the first run behind the real ingress, on a real database, without a network. */
export type LinkDesk = {
  base: TestDatabase;
  office: Office;
  /** A new pair, each time with people of its own. */
  seed(options?: SeedOptions): Promise<SeededPair>;
  /** The person has no account any more. */
  unlink(personId: number): Promise<void>;
  invite(pairId: number, personId: number, invitedBy?: number | null): Promise<string>;
  write(phone: Phone, text: string): Promise<void>;
  /** Presses a button by its callback data; answers the toast. */
  tap(phone: Phone, data: string): Promise<string | undefined>;
  update(update: object): Promise<void>;
  /** The toasts since the last tap, and every method of Telegram that was called. */
  toasts: (string | undefined)[];
  calls: string[];
  /** What was said in a chat since the last look. */
  look(chatId: number): Promise<Said[]>;
  wait(days: number): void;
  work<T>(fn: (work: Work) => Promise<T>): Promise<T>;
  accounts(personId: number): Promise<(typeof telegramAccount.$inferSelect)[]>;
  /** Types of the audit entries written since the last look, sorted. */
  audited(): Promise<string[]>;
  close(): Promise<void>;
};

/** Telegram's word that a person blocked the bot (kicked) or took it back (member). */
export const memberUpdate = (
  id: number,
  status: 'kicked' | 'member',
  chat: object = { id, type: 'private' },
) => ({
  my_chat_member: {
    chat,
    from: { id, is_bot: false, first_name: 'Máy' },
    date: 0,
    old_chat_member: { user: BOT, status: 'left' },
    new_chat_member: { user: BOT, status, until_date: 0 },
  },
});

const BOT = { id: 1, is_bot: true, first_name: 'Phối Hợp', username: 'phoihop_bot' } as const;

/** Opens the desk; business time begins on a Monday morning. */
export async function openLinkDesk(): Promise<LinkDesk> {
  const base = await makeTestDatabase();
  let wall = DateTime.fromISO('2026-11-23T08:00:00+07:00').toMillis();
  const office = openOffice(base.db, () => wall);
  const toasts: (string | undefined)[] = [];
  const calls: string[] = [];
  const bot = makeBot(office, toasts, calls);
  const looked = { update: 0, pair: 0, outbox: new Map<number, number>(), audit: new Set<string>() };
  const work: LinkDesk['work'] = (fn) => office.work({ pairs: 'all' }, fn);
  const update = (given: object) =>
    bot.handleUpdate({ update_id: ++looked.update, ...given } as Parameters<typeof bot.handleUpdate>[0]);
  return {
    base,
    office,
    work,
    update,
    toasts,
    calls,
    ...phoneActions(update, toasts),
    ...rowActions(work),
    seed: (options) => {
      looked.pair += 1;
      return seedPair(office, { key: `p${looked.pair}`, firstUserId: looked.pair * 1000, ...options });
    },
    look: (chatId) => look(work, looked.outbox, chatId),
    wait: (days) => {
      wall += days * 86_400_000;
    },
    audited: () => freshTypes(work, looked.audit),
    close: () => base.close(),
  };
}

function phoneActions(
  update: LinkDesk['update'],
  toasts: (string | undefined)[],
): Pick<LinkDesk, 'write' | 'tap'> {
  const chatOf = ({ id, first_name = 'Máy' }: Phone) => ({ id, type: 'private', first_name });
  const from = (phone: Phone) => ({ is_bot: false, first_name: 'Máy', ...phone });
  return {
    write: (phone, text) => {
      const command = /^\/\w+/.exec(text)?.[0];
      const entities = command ? [{ type: 'bot_command', offset: 0, length: command.length }] : [];
      const message = { message_id: 6, date: 0, chat: chatOf(phone), from: from(phone), text, entities };
      return update({ message });
    },
    tap: async (phone, data) => {
      toasts.length = 0;
      const message = { message_id: 7, date: 0, chat: chatOf(phone), from: BOT, text: '…' };
      await update({ callback_query: { id: '1', from: from(phone), chat_instance: '1', message, data } });
      return toasts[0];
    },
  };
}

function rowActions(work: LinkDesk['work']): Pick<LinkDesk, 'unlink' | 'invite' | 'accounts'> {
  return {
    unlink: (personId) =>
      work(async ({ tx }) => {
        await tx.delete(telegramAccount).where(eq(telegramAccount.personId, personId));
      }),
    invite: (pairId, personId, invitedBy = null) =>
      work(async (one) => (await makeInvitation(one, { pairId, personId, invitedBy })).token),
    accounts: (personId) =>
      work(({ tx }) => tx.select().from(telegramAccount).where(eq(telegramAccount.personId, personId))),
  };
}

const freshTypes = (work: LinkDesk['work'], seen: Set<string>): Promise<string[]> =>
  work(async ({ tx }) => {
    const rows = await tx.select().from(auditEntry).orderBy(asc(auditEntry.chainId), asc(auditEntry.seq));
    const fresh = rows.filter((row) => !seen.has(row.hash));
    for (const row of fresh) seen.add(row.hash);
    return fresh.map((row) => row.type).sort();
  });

function makeBot(office: Office, toasts: (string | undefined)[], calls: string[]): Bot<BotContext> {
  const bot = new Bot<BotContext>('1:x', { botInfo: { ...BOT, can_join_groups: true } as Bot['botInfo'] });
  bot.api.config.use(async (_previous, method, payload) => {
    calls.push(method);
    if (method === 'answerCallbackQuery') toasts.push((payload as { text?: string }).text);
    return { ok: true, result: true as never };
  });
  const handlers = new Composer<BotContext>();
  handlers.use(lenh, trongnhom, start, dulieu, notActive, moi, thanhvien);
  const log = pino({ level: 'silent' });
  bot.use(ingress({ office, log, kick: () => {}, metrics: createMetrics() }, handlers));
  return bot;
}

async function look(work: LinkDesk['work'], seen: Map<number, number>, chatId: number): Promise<Said[]> {
  return work(async ({ tx, now }) => {
    const rows = await tx.select().from(outbox).where(eq(outbox.chatId, chatId)).orderBy(asc(outbox.id));
    const fresh = rows
      .filter((row) => row.id > (seen.get(chatId) ?? 0) && 'message' in row.ref)
      .map((row) => ({ ...row, ref: row.ref as RefOf<'said'> }));
    seen.set(chatId, rows.at(-1)?.id ?? 0);
    const readers = [...new Set(fresh.flatMap((row) => (row.personId === null ? [] : [row.personId])))];
    const people =
      readers.length > 0 ? await tx.select().from(person).where(inArray(person.id, readers)) : [];
    return fresh.map((row) => {
      const locale = people.find((one) => one.id === row.personId)?.locale ?? 'vi';
      const { text, keyboard, protect } = render(locale, row.ref.message, now);
      const buttons = keyboard
        .flat()
        .map((one) => [one.text, 'url' in one ? one.url : 'callback_data' in one ? one.callback_data : '']);
      return {
        text,
        protect,
        buttons: Object.fromEntries(buttons) as Record<string, string>,
        silent: row.silent,
        isEdit: row.editMessageId !== null,
      };
    });
  });
}
