import { Composer } from 'grammy';
import { ownEntry } from '../src/domain/own-entry.ts';
import { periodFrom } from '../src/domain/report-period.ts';
import { idOf, onAction } from '../src/telegram/callback.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { askPeriod, askReport } from '../src/usecases/report/ask-report.ts';
import { choosePair, readReport } from '../src/usecases/report/report-message.ts';
import { FORMATS, sendReport } from '../src/usecases/report/send-report.ts';
import { isRefused, type Refused, refuse, text } from '../src/usecases/said.ts';
import type { Actor } from '../src/usecases/work.ts';
import { activeActor, refuseTap, say, showEdit } from './respond.ts';

/** /baocao: figures of a period for đầu mối, chair and vice, as a message and as files. */
export const baocao = new Composer<BotContext>();

baocao.chatType('private').command(['baocao', 'report', 'tonghop', 'summary'], async (ctx) => {
  const actor = activeActor(ctx);
  if (actor) say(ctx, await askReport(ctx.work, actor, ctx.match.trim()));
});

type Tap = (ctx: BotContext, actor: Actor, args: string[]) => Promise<void>;

/** The agreement and the period of a button; refused: forged, or of no period. */
function reportOf([choice, from, to]: string[]):
  | { choice: number; period: NonNullable<ReturnType<typeof periodFrom>> }
  | Refused {
  const period = periodFrom(from, to);
  if (choice === undefined || !/^\d{1,9}$/.test(choice) || !period) return refuse('toast-report-refused');
  return { choice: idOf(choice), period };
}

const TAPS: Record<string, Tap> = {
  pairs: async (ctx, actor, [page, from, to]) =>
    showEdit(ctx, choosePair(actor, idOf(page), periodFrom(from, to))),
  pair: async (ctx, actor, [choice]) => {
    const asked = await askPeriod(ctx.work, actor, idOf(choice));
    if (isRefused(asked)) refuseTap(ctx, asked);
    else say(ctx, asked);
  },
  // The question was not protected, and an edit cannot add that: the report is a new message (C7).
  s: async (ctx, actor, args) => {
    const read = await readPart(ctx, actor, args);
    if (isRefused(read)) refuseTap(ctx, read);
    else say(ctx, read);
  },
  f: async (ctx, actor, args) => {
    const report = reportOf(args);
    const format = FORMATS.find((one) => one === args[3]);
    if (!format) return refuseTap(ctx, refuse('toast-report-refused'));
    const sent = isRefused(report)
      ? report
      : await sendReport(ctx.work, actor, report.choice, report.period, format);
    if (isRefused(sent)) return refuseTap(ctx, sent);
    ctx.answers.toast = text('toast-report-coming');
  },
  t: async (ctx, actor, args) => showEdit(ctx, await readPart(ctx, actor, args)),
};

async function readPart(ctx: BotContext, actor: Actor, args: string[]) {
  const report = reportOf(args);
  if (isRefused(report)) return report;
  return readReport(ctx.work, actor, report.choice, report.period, idOf(args[3]));
}

onAction(baocao, 'bc', async (ctx, [what, ...args]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const tap = ownEntry(TAPS, what);
  if (tap) await tap(ctx, actor, args);
  else ctx.answers.toast = text('toast-stale-button');
});
