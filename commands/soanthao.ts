import { Composer } from 'grammy';
import type { BotContext } from '../src/telegram/context.ts';
import { act } from '../src/usecases/actions/index.ts';
import { draftLetter } from '../src/usecases/letter/draft-letter.ts';
import { button, isRefused, message, text } from '../src/usecases/said.ts';
import { codeText } from '../src/usecases/view/lines.ts';
import { onTap, refuseTap } from './respond.ts';

/** Drafts of official letters (soạn dự thảo) from the card of an inspection; the file comes as a new message. */
export const soanthao = new Composer<BotContext>();

onTap(soanthao, 'letter', async (ctx, actor, { id, kind }) => {
  const drafted = await draftLetter(ctx.work, actor, id, kind);
  if (isRefused(drafted)) return refuseTap(ctx, drafted);
  if (drafted.kind === 'sent') {
    ctx.answers.toast = text('toast-letter-coming');
    return;
  }
  const choices = drafted.letters.map((one) =>
    button(`button-letter-${one}`, act('letter', { id, kind: one })),
  );
  ctx.answers.send.push(message([text('letter-which', { code: codeText(drafted.found) })], choices));
});
