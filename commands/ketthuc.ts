import { Composer } from 'grammy';
import type { BotContext } from '../src/telegram/context.ts';
import { act } from '../src/usecases/actions/index.ts';
import { beginApart } from '../src/usecases/form/apart-begin.ts';
import { isApart } from '../src/usecases/form/apart-line.ts';
import { chooseCase } from '../src/usecases/form/change-choice.ts';
import { openConclude } from '../src/usecases/form/change-open.ts';
import { startInspection } from '../src/usecases/inspection/start-inspection.ts';
import { button, details, isRefused, text } from '../src/usecases/said.ts';
import { codeText } from '../src/usecases/view/lines.ts';
import { activeActor, onTap, opened, refuseTap, say } from './respond.ts';

/** An inspection begins (tiến hành) and is concluded (kết thúc): the lead's đầu mối. */
export const ketthuc = new Composer<BotContext>();

ketthuc.command(['ketthuc', 'conclude'], async (ctx) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  if (isApart(ctx.match)) return say(ctx, await beginApart(ctx.work, actor, ctx.match));
  const chosen = await chooseCase(ctx.work, actor, 'ketthuc', ctx.match.trim());
  say(ctx, 'inspectionId' in chosen ? await openConclude(ctx.work, actor, chosen.inspectionId) : chosen);
});

onTap(ketthuc, 'begin', async (ctx, actor, { id }) => {
  const started = await startInspection(ctx.work, actor, id);
  if (isRefused(started)) return refuseTap(ctx, started);
  ctx.answers.edit = details(
    [text('started', { code: codeText(started.found) })],
    [button('button-card', act('card', { id }))],
  );
});

onTap(ketthuc, 'conclude', async (ctx, actor, { id }) =>
  opened(ctx, await openConclude(ctx.work, actor, id)),
);
