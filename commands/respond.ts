import type { Message } from '../src/domain/message.ts';
import type { BotContext } from '../src/telegram/context.ts';
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
