import { Composer } from 'grammy';
import { mayDo } from '../src/domain/permission.ts';
import type { BotContext } from '../src/telegram/context.ts';
import type { ArgsOf } from '../src/usecases/actions/index.ts';
import { sendLog } from '../src/usecases/chain/log-files.ts';
import { filterOf, type LogFilter } from '../src/usecases/chain/log-filter.ts';
import { filterMessage, readLog } from '../src/usecases/chain/read-log.ts';
import { onlyPair, pairChoice, unusedName } from '../src/usecases/link/pair-choice.ts';
import { isRefused, refuse, text } from '../src/usecases/said.ts';
import type { Actor } from '../src/usecases/work.ts';
import { activeActor, noteUnused, onTaps, opened, refuseTap, say, showEdit } from './respond.ts';

/** /nhatky: the pair's log for chairs and vices, with filters and exports. */
export const nhatky = new Composer<BotContext>();

nhatky.chatType('private').command(['nhatky', 'log'], async (ctx) => {
  const actor = activeActor(ctx);
  if (actor) await begin(ctx, actor, 0, ctx.match.trim());
});

/** The log itself is a message of its own and protected; the question which pair is not (C7). */
async function begin(ctx: BotContext, actor: Actor, page: number, typed = ''): Promise<void> {
  const pairs = actor.members.filter((member) => mayDo(member, 'log.view'));
  if (pairs.length === 0) return say(ctx, refuse('refused-not-allowed'));
  noteUnused(ctx, unusedName(pairs, typed));
  const only = onlyPair(pairs, typed);
  if (!only) return say(ctx, pairChoice('log', 'log-which', pairs, page, typed));
  say(ctx, await readLog(ctx.work, actor, filterOf(only.pairId, 0, 0)));
}

const filterIn = ({ pairId, group, period }: ArgsOf<'log.f'>) => filterOf(pairId, group, period);

onTaps(nhatky, 'log', {
  pairs: (ctx, actor, { page }) => begin(ctx, actor, page),
  list: async (ctx, actor, { pairId }) => opened(ctx, await readLog(ctx.work, actor, filterOf(pairId, 0, 0))),
  l: async (ctx, actor, { before = 0, ...filter }) =>
    showEdit(ctx, await readLog(ctx.work, actor, filterIn(filter), before > 0 ? before : undefined)),
  f: async (ctx, actor, filter) => showEdit(ctx, await filterMessage(ctx.work, actor, filterIn(filter))),
  csv: (ctx, actor, filter) => send(ctx, actor, filterIn(filter), 'log-csv'),
  proof: (ctx, actor, filter) => send(ctx, actor, filterIn(filter), 'log-proof'),
});

async function send(
  ctx: BotContext,
  actor: Actor,
  filter: LogFilter,
  make: 'log-csv' | 'log-proof',
): Promise<void> {
  const sent = await sendLog(ctx.work, actor, filter, make);
  if (isRefused(sent)) return refuseTap(ctx, sent);
  ctx.answers.toast = text('toast-log-coming');
}
