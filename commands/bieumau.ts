import { Composer } from 'grammy';
import type { BotContext } from '../src/telegram/context.ts';
import { openFormOf } from '../src/usecases/form/open-form.ts';
import { cancelForm, giveFileToForm, tapForm, typeIntoForm } from '../src/usecases/form/run-form.ts';
import { text } from '../src/usecases/said.ts';
import { activeActor, noteUnused, onTap, say } from './respond.ts';

/** Forms (biểu mẫu): their buttons, what is typed into them, and /huy to leave one. */
export const bieumau = new Composer<BotContext>();

bieumau.command(['huy', 'boqua', 'cancel'], async (ctx) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const part = ctx.match.trim();
  const cancelled = await cancelForm(ctx.work, actor);
  // An inspection is stopped by another command, which asks for a reason and the other side's word.
  const isForStop = part !== '' || cancelled.lines[0]?.key === 'form-none';
  say(ctx, { ...cancelled, lines: [...cancelled.lines, ...(isForStop ? [text('cancel-not-stop')] : [])] });
  noteUnused(ctx, part);
});

onTap(bieumau, 'f', async (ctx, actor, { formId, step, value = '' }) => {
  const tapped = await tapForm(ctx.work, actor, formId, step, value);
  if ('stale' in tapped) ctx.answers.toast = text('toast-stale-step');
  else ctx.answers.edit = tapped.message;
});

/** Text that is no command goes to the open form; what is refused as secret is deleted where Telegram allows it (C1–C3). */
bieumau.on('message:text', async (ctx, next) => {
  if (ctx.chat.type !== 'private' || ctx.message.text.startsWith('/') || ctx.message.forward_origin)
    return next();
  const actor = activeActor(ctx);
  if (!actor) return;
  const row = await openFormOf(ctx.work, actor.personId);
  if (!row) return next();
  const typed = await typeIntoForm(ctx.work, actor, row, ctx.message.text);
  if (typed.isSecret) ctx.answers.deleteIncoming = true;
  ctx.answers.send.push(typed.message);
});

/** The one file that is taken: of a form that waits for it (C2). Words beside it are not read. */
bieumau.on('message:document', async (ctx, next) => {
  if (!ctx.sent) return next();
  const actor = activeActor(ctx);
  if (!actor) return;
  const row = await openFormOf(ctx.work, actor.personId);
  const given = row && (await giveFileToForm(ctx.work, actor, row, ctx.sent));
  if (!given) return next();
  if (given.isSecret) ctx.answers.deleteIncoming = true;
  say(ctx, given.message);
});
