import { setTimeout as sleep } from 'node:timers/promises';
import { Queue, Worker } from 'bullmq';
import { Bot } from 'grammy';
import { Redis } from 'ioredis';
import postgres, { type Sql } from 'postgres';
import { answerCalls } from './child.ts';
import type { Sample } from './sim-child.ts';

type Start = { apiRoot: string; token: string; redisUrl: string; databaseUrl: string; concurrency: number };

const QUEUE = 'plain';
const FIRST_ID = 10_000;
/** The same time-out as the program's, so that both set up their calls alike. */
const TIMEOUT_SECONDS = 30;

let bot: Bot;
let redis: Redis;
let queue: Queue;
let worker: Worker;
let sql: Sql;
let polling: Promise<void> | undefined;
let sample: Sample;

/** Plain BullMQ, one job a message and no storage; and a bare grammY handler with one INSERT. */
const calls = {
  start: async ({ apiRoot, token, redisUrl, databaseUrl, concurrency }: Start) => {
    bot = new Bot(token, { client: { apiRoot, timeoutSeconds: TIMEOUT_SECONDS } });
    redis = new Redis(redisUrl, { maxRetriesPerRequest: null });
    queue = new Queue(QUEUE, { connection: redis });
    worker = new Worker(QUEUE, (job) => sendOne(job.data.chatId), {
      connection: redis,
      concurrency,
      autorun: false,
    });
    sql = postgres(databaseUrl, { max: 16, onnotice: () => {} });
    await sql`create table if not exists plain_tap (update_id bigint primary key, data text, at timestamptz)`;
    await worker.waitUntilReady();
    void worker.run();
  },
  /** Puts a job a chat into the queue while the worker pauses, lets it go, and gives the wall ms of that. */
  broadcast: async (given: { chats: number; sample: Sample }) => {
    sample = given.sample;
    await worker.pause();
    const jobs = Array.from({ length: given.chats }, (_, n) => ({
      name: 'send',
      data: { chatId: FIRST_ID + n },
      opts: { removeOnComplete: true, removeOnFail: true },
    }));
    await queue.addBulk(jobs);
    const startedAt = Date.now();
    worker.resume();
    return { startedAt };
  },
  /** Answers taps as grammY does by itself: long polling, one update after the other. */
  answerTaps: async () => {
    bot.on('callback_query:data', async (ctx) => {
      await sql`
        insert into plain_tap (update_id, data, at) values (${ctx.update.update_id}, ${ctx.callbackQuery.data}, now())
        on conflict do nothing`;
      await ctx.answerCallbackQuery({ text: 'Đã ghi nhận.' });
    });
    await new Promise<void>((resolve) => {
      polling = bot.start({ onStart: () => resolve() });
    });
  },
  memory: () => process.memoryUsage(),
  stop: async () => {
    await bot.stop();
    await polling;
    await worker.close();
    await queue.close();
    redis.disconnect();
    await sql.end({ timeout: 1 });
    await sleep(0);
  },
};

async function sendOne(chatId: number): Promise<void> {
  await bot.api.sendMessage(chatId, sample.html, {
    parse_mode: 'HTML',
    disable_notification: sample.silent,
    protect_content: false,
    link_preview_options: { is_disabled: true },
    reply_markup: sample.keyboard as never,
  });
}

export type BaselineCalls = typeof calls;

answerCalls(calls);
