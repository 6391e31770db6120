import { type Api, Composer, type Middleware, type MiddlewareFn } from 'grammy';
import type { Logger } from 'pino';
import { isTransient } from '../../db/client.ts';
import { cut } from '../domain/cut.ts';
import type { Text } from '../domain/message.ts';
import { type Locale, localeOfCode } from '../locales/index.ts';
import type { Metrics } from '../metrics.ts';
import { answerStranger } from '../usecases/answer-stranger.ts';
import type { Office } from '../usecases/begin-work.ts';
import { sayInChat } from '../usecases/enqueue.ts';
import { findActor } from '../usecases/find-actor.ts';
import { markSeen } from '../usecases/mark-seen.ts';
import { text } from '../usecases/said.ts';
import { countFailure, letGo } from '../usecases/take-updates.ts';
import { scopeTo, type Work } from '../usecases/work.ts';
import { bringsSecret } from './brought-words.ts';
import { classify } from './classify.ts';
import { type BotContext, topicOf } from './context.ts';
import { type Arrival, lookAtDoor } from './door.ts';
import { refuseSecret, takeSecretBack } from './refuse-secret.ts';
import { renderPlain } from './render.ts';
import { fetchSent } from './sent-file.ts';
import { type SetAsideDeps, setAside } from './set-aside.ts';
import { takeBack } from './take-back.ts';
import { openTurnstile, type Turnstile } from './turnstile.ts';

export type IngressDeps = {
  office: Office;
  log: Logger;
  /** The relay is told that the outbox holds something. */
  kick(): void;
  /** Under which people reach the program's web part; undefined: they cannot. */
  publicUrl?: string;
  metrics: Pick<Metrics, 'updates' | 'updateSeconds'>;
};

/** After this many failures by a bug an update is set aside, and the person is told that nothing was stored. */
const MAX_FAILURES = 3;
/** The same for what may pass, a deadlock among it: the database is there, for the failure could be counted in it. */
const MAX_PASSING = 10;
/** Half of the connections to the database: the others are for what goes out. */
const AT_ONCE = 8;

/**
 * Runs everything downstream in one transaction with the (bot, update_id) row: redelivery is neither lost nor doubled.
 * Answers are committed with the effect; the toast follows the commit. Rethrows, so that the update comes again.
 */
export function ingress(deps: IngressDeps, handlers: Middleware<BotContext>): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const turnstile = openTurnstile(AT_ONCE);
  const downstream = new Composer<BotContext>(handlers).middleware();
  composer.use(async (ctx) => {
    const end = deps.metrics.updateSeconds.startTimer();
    deps.metrics.updates.inc({ kind: kindOf(ctx) });
    try {
      await receive(deps, ctx, downstream, turnstile);
    } finally {
      end();
    }
  });
  return composer;
}

async function receive(
  deps: IngressDeps,
  ctx: BotContext,
  downstream: MiddlewareFn<BotContext>,
  turnstile: Turnstile,
) {
  const arrival = lookAtDoor(ctx.update);
  if (!arrival) return deps.log.warn('an update without a number that can be kept was left out');
  if (!arrival.isReadable) return setAside({ ...deps, api: ctx.api }, ctx.me.id, arrival);
  try {
    const run = await prepare(deps, ctx, downstream, turnstile);
    const fresh = await turnstile.through(!!ctx.callbackQuery, () => effect(deps, ctx, run));
    if (!fresh) ctx.answers = { send: [], toast: text('toast-recorded-already') };
  } catch (error) {
    if (await giveUp({ ...deps, api: ctx.api }, ctx.me.id, arrival, error)) return;
    throw error;
  }
  deps.kick();
  // It is committed: whatever fails from here on must not bring it back.
  await afterCommit(deps, ctx).catch((err: unknown) =>
    deps.log.error({ err, updateId: arrival.id }, 'what follows an update was not done'),
  );
}

/**
 * What the effect of an update is: what brings a secret reaches no command and no form. Before the transaction and its turnstile: they must
 * not wait for Telegram, nor for a file.
 */
async function prepare(
  deps: IngressDeps,
  ctx: BotContext,
  downstream: MiddlewareFn<BotContext>,
  turnstile: Turnstile,
): Promise<() => Promise<unknown>> {
  if (bringsSecret(ctx.update, ctx.me.username)) {
    const isGone = await takeSecretBack({ api: ctx.api, log: deps.log }, ctx);
    return () => refuseSecret(ctx, isGone);
  }
  ctx.sent = await fetchSent(deps.office, turnstile, ctx);
  return () => Promise.resolve(downstream(ctx, async () => {}));
}

async function afterCommit(deps: IngressDeps, ctx: BotContext): Promise<void> {
  await toast(deps, ctx);
  if (ctx.answers.deleteIncoming) await forgetIncoming(deps, ctx);
  await ctx.answers.after?.().catch((err: unknown) => deps.log.warn({ err }, 'a menu was not set'));
}

function kindOf(ctx: BotContext): string {
  if (ctx.callbackQuery) return 'tap';
  return ctx.myChatMember ? 'membership' : 'message';
}

async function effect(deps: IngressDeps, ctx: BotContext, run: () => Promise<unknown>): Promise<boolean> {
  return deps.office.work({ pairs: [] }, async (work) => {
    ctx.work = work;
    ctx.publicUrl = deps.publicUrl;
    ctx.answers = { send: [] };
    ctx.actor = ctx.from ? await findActor(work, ctx.from.id) : undefined;
    const isFresh = await markSeen(work, ctx.me.id, ctx.update.update_id);
    await letGo(work, ctx.me.id, ctx.update.update_id);
    if (!isFresh) return false;
    await scopeTo(work.tx, ctx.actor?.members.map((member) => member.pairId) ?? []);
    await run();
    await commitAnswers(work, ctx);
    return true;
  });
}

async function commitAnswers(work: Work, ctx: BotContext): Promise<void> {
  const chatId = ctx.chat?.id;
  if (chatId === undefined) return;
  const isGroup = ctx.chat!.type !== 'private';
  const chat = {
    chatId,
    isGroup,
    threadId: isGroup ? topicOf(ctx) : undefined,
    locale: isGroup ? undefined : localeOf(ctx),
  };
  const { edit, send } = ctx.answers;
  if (!ctx.actor) {
    for (const message of edit ? [edit, ...send] : send) await answerStranger(work, chat, message);
    return;
  }
  const { personId } = ctx.actor;
  const tapped = ctx.callbackQuery?.message?.message_id;
  const said = edit ? [await sayInChat(work, { ...chat, personId }, edit, tapped)] : [];
  for (const message of send) said.push(await sayInChat(work, { ...chat, personId }, message));
  if (said.includes(false)) ctx.answers.toast ??= text('too-many-at-once');
}

/** Counts the failure; true: it was the last one that is put up with, and the update is set aside. Rejects while the database is away. */
async function giveUp(deps: SetAsideDeps, botId: number, arrival: Arrival, error: unknown): Promise<boolean> {
  const mayPass = isTransient(error);
  if (!mayPass) deps.log.error({ err: error, updateId: arrival.id }, 'an update failed');
  const times = await deps.office.work({ pairs: [] }, (work) => countFailure(work, botId, arrival.id));
  if (times < (mayPass ? MAX_PASSING : MAX_FAILURES)) return false;
  await setAside(deps, botId, arrival);
  return true;
}

async function toast(deps: IngressDeps, ctx: BotContext): Promise<void> {
  if (!ctx.callbackQuery) return;
  const say = ctx.answers.toast;
  const plain = say ? toastText(ctx, say) : undefined;
  await answer(ctx.api, ctx.callbackQuery.id, plain, ctx.answers.isAlert ?? false).catch((error: unknown) => {
    // An expired query: the action still counts, and its result is in the message.
    const failure = classify(error);
    if (failure.kind !== 'expired') deps.log.warn({ failure }, 'a toast was not shown');
  });
}

/** In private chats a bot may delete what people write; elsewhere the refusal says that it could not. */
async function forgetIncoming({ log }: IngressDeps, { api, message: incoming }: BotContext): Promise<void> {
  if (incoming) await takeBack({ api, log }, incoming.chat.id, incoming.message_id);
}

const answer = (api: Api, id: string, plain: string | undefined, isAlert: boolean) =>
  api.answerCallbackQuery(id, plain ? { text: plain, show_alert: isAlert } : {});

const localeOf = (ctx: BotContext): Locale => ctx.actor?.locale ?? localeOfCode(ctx.from?.language_code);

/** Telegram shows at most 200 characters. */
const toastText = (ctx: BotContext, say: Text): string =>
  cut(renderPlain(localeOf(ctx), say, ctx.work.now), 200);
