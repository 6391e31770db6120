import { Composer } from 'grammy';
import { cut } from '../src/domain/cut.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { message, text } from '../src/usecases/said.ts';
import { answerLoose } from '../src/usecases/view/loose-text.ts';
import { activeActor, say } from './respond.ts';

/** What nothing before it took: files, forwards, edits, unknown commands and buttons, loose text. Each has its answer. */
export const cuoi = new Composer<BotContext>();

cuoi.on('edited_message', async (ctx) => {
  if (ctx.chat.type === 'private' && ctx.actor) say(ctx, message([text('input-edited')]));
});

cuoi.on('callback_query', async (ctx) => {
  ctx.answers.toast = text('toast-stale-button');
});

cuoi.on('message', async (ctx) => {
  if (ctx.chat.type !== 'private') return;
  const actor = activeActor(ctx);
  if (!actor) return;
  if (ctx.message.text === undefined || ctx.message.forward_origin) {
    ctx.answers.deleteIncoming = true;
    return say(ctx, message([text('input-file')]));
  }
  if (ctx.message.text.startsWith('/'))
    return say(
      ctx,
      message([text('input-unknown-command', { part: cut(ctx.message.text.split(/\s/)[0]!, 40) })]),
    );
  say(ctx, await answerLoose(ctx.work, actor, ctx.message.text));
});
