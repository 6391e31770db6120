import { Bot } from 'grammy';
import pino from 'pino';
import { handlers } from '../../commands/index.ts';
import { LANE } from '../../src/domain/lanes.ts';
import { say } from '../../src/locales/index.ts';
import type { TextKey } from '../../src/locales/keys.ts';
import { createMetrics } from '../../src/metrics.ts';
import type { BotContext } from '../../src/telegram/context.ts';
import { ingress } from '../../src/telegram/ingress.ts';
import type { Office } from '../../src/usecases/begin-work.ts';
import type { Work } from '../../src/usecases/work.ts';

/** What an update came to: done, or the key of the refusal that the person reads; `silence`: nothing was said or stored. */
export type Outcome = 'ok' | 'silence' | TextKey;

const BOT = { id: 1, is_bot: true as const, first_name: 'Phối Hợp', username: 'phoihop_bot' };

/** The refusals that the table tells apart. */
export const REFUSALS: TextKey[] = [
  'refused-not-found',
  'refused-not-allowed',
  'refused-not-active',
  'link-stranger',
  'refused-leader-only',
  'refused-secretary-only',
  'refused-answered-already',
  'refused-crossed-already',
  'exchange-crossed-already',
  'refused-state',
  'refused-not-team',
  'substitute-only-team',
  'urgent-lead-only',
  'toast-stale-button',
  'refused-letter-none',
  'refused-feed-draft',
  'refused-feed-none',
  'handover-open',
  'link-second-asked',
  'link-not-confirmer',
  'toast-report-refused',
  'toast-stale-step',
  'plan-not-exchanged',
  'plan-locked',
  'plan-asked-already',
  'plan-not-asked',
  'member-not-secretary',
  'member-not-lister',
  'member-gone',
  'data-nothing',
];

/** Sees a transaction at its end, before it is taken back. */
type Look = (work: Work) => Promise<void>;

/** Runs the real ingress and commands on forged raw updates; every transaction is rolled back, so cells do not meet. */
export function openRoleDesk(office: Office, refusals: TextKey[] = REFUSALS, look?: Look) {
  const seen: { said: string[]; rows: number } = { said: [], rows: 0 };
  const bot = new Bot<BotContext>('1:forged-forged-forged-forged', { botInfo: { ...BOT } as never });
  bot.api.config.use(async (_prev, method, payload) => {
    if (method === 'answerCallbackQuery' && 'text' in payload) seen.said.push(String(payload.text));
    return { ok: true, result: true } as never;
  });
  bot.use(
    ingress(
      {
        office: rolledBack(office, seen, look),
        log: pino({ level: 'silent' }),
        kick: () => {},
        metrics: createMetrics(),
        publicUrl: 'https://phoihop.example.org',
      },
      handlers,
    ),
  );
  let updateId = 1;
  return {
    async tap(userId: number, data: string): Promise<Outcome> {
      return judge(
        await run({
          callback_query: {
            id: String(updateId),
            from: { id: userId, is_bot: false, first_name: 'X' },
            chat_instance: '1',
            data,
            message: {
              message_id: 1,
              date: 1,
              chat: { id: userId, type: 'private', first_name: 'X' },
              text: 'x',
            },
          },
        }),
      );
    },
    async write(userId: number, text: string): Promise<Outcome> {
      const entities = text.startsWith('/')
        ? [{ type: 'bot_command', offset: 0, length: text.split(/\s/)[0]!.length }]
        : [];
      return judge(
        await run({
          message: {
            message_id: 2,
            date: 1,
            from: { id: userId, is_bot: false, first_name: 'X' },
            chat: { id: userId, type: 'private', first_name: 'X' },
            text,
            entities,
          },
        }),
      );
    },
  };

  async function run(update: object): Promise<string[]> {
    seen.said = [];
    seen.rows = 0;
    updateId += 1;
    await bot.handleUpdate({ update_id: updateId, ...update } as never);
    return seen.said;
  }

  function judge(said: string[]): Outcome {
    const refusal = refusals.find((key) => said.some((one) => one.startsWith(say('vi', key).slice(0, 60))));
    if (refusal) return refusal;
    return said.length > 0 || seen.rows > 0 ? 'ok' : 'silence';
  }
}

class Undo extends Error {
  readonly result: unknown;

  constructor(result: unknown) {
    super('undone on purpose');
    this.result = result;
  }
}

/** Lets a transaction run to its end, notes what it would say, and takes it back. */
function rolledBack(office: Office, seen: { said: string[]; rows: number }, look?: Look): Office {
  return {
    ...office,
    work: async (scope, fn) => {
      try {
        await office.work(scope, async (work) => {
          const result = await fn(work);
          const rows = await work.tx.execute<{
            ref: { message?: { lines: { key: string; args?: object }[] } };
            lane: number;
          }>(
            "select ref, lane from outbox where kind = 'said' and state = 'pending' and xmin::text = pg_current_xact_id()::text",
          );
          seen.rows += rows.length;
          // What others hear of it is no answer to whoever tapped.
          for (const row of rows.filter(({ lane }) => lane !== LANE.notice))
            for (const line of row.ref.message?.lines ?? [])
              if (!line.args) seen.said.push(say('vi', line.key as TextKey));
          await look?.(work);
          throw new Undo(result);
        });
        throw new Error('a rolled back transaction ended as if committed');
      } catch (error) {
        if (error instanceof Undo) return error.result as never;
        throw error;
      }
    },
  };
}
