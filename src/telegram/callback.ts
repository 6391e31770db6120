import type { Composer } from 'grammy';
import type { BotContext } from './context.ts';

/**
 * Handles the buttons of one action. Callback data is "name.arg.arg", at most 64 bytes; `args` may be forged: the use case
 * must check them.
 */
export function onAction(
  composer: Composer<BotContext>,
  name: string,
  handle: (ctx: BotContext, args: string[]) => Promise<void>,
): void {
  composer.on('callback_query:data', (ctx, next) => {
    const [head, ...args] = ctx.callbackQuery.data.split('.');
    return head === name ? handle(ctx, args) : next();
  });
}

/** A whole positive number from callback data; 0 when forged, which no row bears. */
export const idOf = (arg: string | undefined): number =>
  arg !== undefined && /^\d{1,9}$/.test(arg) ? Number(arg) : 0;
