import type { Composer } from 'grammy';
import { nfc } from '../src/domain/fold.ts';
import type { Message } from '../src/domain/message.ts';
import { onAction } from '../src/telegram/callback.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { cutPlain } from '../src/telegram/fit.ts';
import type { ActionName, ArgsOf, VerbOf } from '../src/usecases/actions/index.ts';
import { isRefused, message, type Refused, text } from '../src/usecases/said.ts';
import type { Actor } from '../src/usecases/work.ts';

/** Commands and buttons of active people in private chats; others get one plain sentence. */
export function activeActor(ctx: BotContext): Actor | undefined {
  if (ctx.actor && ctx.chat?.type === 'private') return ctx.actor;
  if (ctx.chat?.type === 'private') ctx.answers.send.push(message([text('refused-not-active')]));
  return undefined;
}

/** A button's outcome: shown in the tapped message, or, when refused, as a window that keeps the message. */
export function showEdit(
  ctx: BotContext,
  outcome: Message | Refused,
  toast?: Parameters<typeof text>[0],
): void {
  if (isRefused(outcome)) {
    refuseTap(ctx, outcome);
    return;
  }
  ctx.answers.edit = outcome;
  if (toast) ctx.answers.toast = text(toast);
}

export function refuseTap(ctx: BotContext, outcome: Refused): void {
  ctx.answers.toast = outcome.refused;
  ctx.answers.isAlert = true;
}

/** A command's outcome as a new message. */
export function say(ctx: BotContext, outcome: Message | Refused): void {
  ctx.answers.send.push(isRefused(outcome) ? message([outcome.refused]) : outcome);
}

/** What was typed after a command that does not read it is named, so that nobody takes it for done. */
export function noteUnused(ctx: BotContext, typed: string): void {
  const part = nfc(typed);
  if (part !== '' && part !== '?') say(ctx, message([text('input-unused', { part: cutPlain(part, 80) })]));
}

type OnTap<Name extends ActionName> = (ctx: BotContext, actor: Actor, args: ArgsOf<Name>) => Promise<void>;

/** The taps of one action by active people in private chats; others get one plain sentence. */
export function onTap<Name extends ActionName>(
  composer: Composer<BotContext>,
  name: Name,
  run: OnTap<Name>,
): void {
  onAction(composer, name, async (ctx, args) => {
    const actor = activeActor(ctx);
    if (actor) await run(ctx, actor, args);
  });
}

/** The taps of a room of actions, each verb of which has its answer here. */
export function onTaps<Room extends string>(
  composer: Composer<BotContext>,
  room: Room,
  verbs: { [Verb in VerbOf<Room>]: OnTap<Extract<`${Room}.${Verb}`, ActionName>> },
): void {
  for (const [verb, run] of Object.entries(verbs))
    onTap(composer, `${room}.${verb}` as ActionName, run as OnTap<ActionName>);
}

/** What a button opens: a new message, or, when refused, a window over the one with the button. */
export function opened(ctx: BotContext, outcome: Message | Refused): void {
  if (isRefused(outcome)) refuseTap(ctx, outcome);
  else say(ctx, outcome);
}

/**
 * A page of a list. The first is a message of its own, since an edit cannot protect what was not protected (C7); those
 * after it are edits of that message.
 */
export function turned(ctx: BotContext, shown: Message | Refused, isTurn: boolean): void {
  if (isTurn) showEdit(ctx, shown);
  else opened(ctx, shown);
}
