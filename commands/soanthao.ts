import { Composer } from 'grammy';
import { LETTER_KINDS } from '../src/domain/letter.ts';
import { idOf, onAction } from '../src/telegram/callback.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { draftLetter } from '../src/usecases/letter/draft-letter.ts';
import { button, isRefused, message, text } from '../src/usecases/said.ts';
import { codeText } from '../src/usecases/view/lines.ts';
import { activeActor, refuseTap } from './respond.ts';

/** Drafts of official letters (soạn dự thảo) from the card of an inspection; the file comes as a new message. */
export const soanthao = new Composer<BotContext>();

onAction(soanthao, 'letter', async (ctx, [id, wanted]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const kind = LETTER_KINDS.find((one) => one === wanted);
  if (wanted !== undefined && kind === undefined) {
    ctx.answers.toast = text('toast-stale-button');
    return;
  }
  const drafted = await draftLetter(ctx.work, actor, idOf(id), kind);
  if (isRefused(drafted)) return refuseTap(ctx, drafted);
  if (drafted.kind === 'sent') {
    ctx.answers.toast = text('toast-letter-coming');
    return;
  }
  const choices = drafted.letters.map((one) => button(`button-letter-${one}`, `letter.${idOf(id)}.${one}`));
  ctx.answers.send.push(message([text('letter-which', { code: codeText(drafted.found) })], choices));
});
