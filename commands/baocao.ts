import { Composer } from 'grammy';
import type { Period } from '../src/domain/report-period.ts';
import { periodFrom } from '../src/domain/report-period.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { askPeriod, askReport } from '../src/usecases/report/ask-report.ts';
import { choosePair, readReport } from '../src/usecases/report/report-message.ts';
import { sendReport } from '../src/usecases/report/send-report.ts';
import { isRefused, type Refused, refuse, text } from '../src/usecases/said.ts';
import type { Actor } from '../src/usecases/work.ts';
import { activeActor, onTaps, opened, refuseTap, say, showEdit } from './respond.ts';

/** /baocao: figures of a period for đầu mối, chair and vice, as a message and as files. */
export const baocao = new Composer<BotContext>();

baocao.chatType('private').command(['baocao', 'report', 'tonghop', 'summary'], async (ctx) => {
  const actor = activeActor(ctx);
  if (actor) say(ctx, await askReport(ctx.work, actor, ctx.match.trim()));
});

type Asked = { choice: number; from: string; to: string };

/** The period of a button; refused: of no period. */
function periodOf({ from, to }: Asked): Period | Refused {
  return periodFrom(from, to) ?? refuse('toast-report-refused');
}

async function readPart(ctx: BotContext, actor: Actor, asked: Asked & { part: number }) {
  const period = periodOf(asked);
  return isRefused(period) ? period : readReport(ctx.work, actor, asked.choice, period, asked.part);
}

onTaps(baocao, 'bc', {
  pairs: async (ctx, actor, { page, from, to }) =>
    showEdit(ctx, choosePair(actor, page, periodFrom(from, to))),
  pair: async (ctx, actor, { choice }) => opened(ctx, await askPeriod(ctx.work, actor, choice)),
  // The question was not protected, and an edit cannot add that: the report is a new message (C7).
  s: async (ctx, actor, asked) => opened(ctx, await readPart(ctx, actor, asked)),
  t: async (ctx, actor, asked) => showEdit(ctx, await readPart(ctx, actor, asked)),
  f: async (ctx, actor, asked) => {
    const period = periodOf(asked);
    const sent = isRefused(period)
      ? period
      : await sendReport(ctx.work, actor, asked.choice, period, asked.format);
    if (isRefused(sent)) return refuseTap(ctx, sent);
    ctx.answers.toast = text('toast-report-coming');
  },
});
