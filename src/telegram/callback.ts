import type { Composer } from 'grammy';
import type { BotContext } from './context.ts';

/** Callback data is "name.arg.arg"; Telegram takes 64 bytes. Throws RangeError on longer data: a bug, not input. */
export function action(name: string, ...args: (string | number)[]): string {
  const data = [name, ...args].join('.');
  if (Buffer.byteLength(data) > 64) throw new RangeError(`callback data over 64 bytes: ${name}`);
  return data;
}

/** Handles the buttons of one action; `ids` are its arguments, forged ones included: the use case must check them. */
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
