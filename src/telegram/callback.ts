import type { Composer } from 'grammy';
import { type ActionName, type ArgsOf, argsOf } from '../usecases/actions/index.ts';
import type { BotContext } from './context.ts';

/**
 * Handles the taps of one action, with its arguments read. Data that are forged are nobody's and go on to whoever answers what
 * is left; numbers that decode may still be forged: the use case must check them.
 */
export function onAction<Name extends ActionName>(
  composer: Composer<BotContext>,
  name: Name,
  handle: (ctx: BotContext, args: ArgsOf<Name>) => Promise<void>,
): void {
  composer.on('callback_query:data', (ctx, next) => {
    const args = argsOf(name, ctx.callbackQuery.data);
    return args ? handle(ctx, args) : next();
  });
}
