import { Composer } from 'grammy';
import { ownEntry } from '../src/domain/own-entry.ts';
import { mayDo } from '../src/domain/permission.ts';
import { idOf, onAction } from '../src/telegram/callback.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { sendLog } from '../src/usecases/chain/log-files.ts';
import { filterOf, type LogFilter } from '../src/usecases/chain/log-filter.ts';
import { filterMessage, readLog } from '../src/usecases/chain/read-log.ts';
import { onlyPair, pairChoice } from '../src/usecases/link/pair-choice.ts';
import { isRefused, refuse, text } from '../src/usecases/said.ts';
import type { Actor } from '../src/usecases/work.ts';
import { activeActor, refuseTap, say, showEdit } from './respond.ts';

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
  const only = onlyPair(pairs, typed);
  if (!only) return say(ctx, pairChoice('log', 'log-which', pairs, page, typed));
  say(ctx, await readLog(ctx.work, actor, filterOf(only.pairId, 0, 0)));
}

type Tap = (ctx: BotContext, actor: Actor, filter: LogFilter, seq: number) => Promise<void>;

const TAPS: Record<string, Tap> = {
  list: async (ctx, actor, { pairId }) => {
    const shown = await readLog(ctx.work, actor, filterOf(pairId, 0, 0));
    if (isRefused(shown)) return refuseTap(ctx, shown);
    say(ctx, shown);
  },
  l: async (ctx, actor, filter, seq) =>
    showEdit(ctx, await readLog(ctx.work, actor, filter, seq > 0 ? seq : undefined)),
  f: async (ctx, actor, filter) => showEdit(ctx, await filterMessage(ctx.work, actor, filter)),
  csv: (ctx, actor, filter) => send(ctx, actor, filter, 'log-csv'),
  proof: (ctx, actor, filter) => send(ctx, actor, filter, 'log-proof'),
};

onAction(nhatky, 'log', async (ctx, [what, ...args]) => {
  const actor = activeActor(ctx);
  if (!actor) return;
  const [first = 0, group = 0, period = 0, seq = 0] = args.map(idOf);
  if (what === 'pairs') return begin(ctx, actor, first);
  const tap = ownEntry(TAPS, what);
  if (tap) return tap(ctx, actor, filterOf(first, group, period), seq);
  ctx.answers.toast = text('toast-stale-button');
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
