import { Composer } from 'grammy';
import type { Message } from '../src/domain/message.ts';
import { mayDo } from '../src/domain/permission.ts';
import type { BotContext } from '../src/telegram/context.ts';
import { endAbsence } from '../src/usecases/absence/end-absence.ts';
import { absencesMessage } from '../src/usecases/absence/read-absences.ts';
import { type AbsenceData, absenceForm } from '../src/usecases/form/absence-form.ts';
import { type Opening, openForm } from '../src/usecases/form/open-form.ts';
import { readWindow } from '../src/usecases/form/read-window.ts';
import { isRefused, message, type Refused, refuse, text } from '../src/usecases/said.ts';
import type { Actor } from '../src/usecases/work.ts';
import { activeActor, onTaps, refuseTap, say } from './respond.ts';

/** /vangmat: when one is away, held or told to a colleague; with days typed it begins at once. */
export const vangmat = new Composer<BotContext>();

vangmat.chatType('private').command(['vangmat', 'away'], async (ctx) => {
  const actor = activeActor(ctx);
  if (actor) say(ctx, await begin(ctx, actor, ctx.match.trim()));
});

async function begin(ctx: BotContext, actor: Actor, typed: string): Promise<Message | Refused> {
  if (actor.members.length === 0) return refuse('refused-not-allowed');
  if (typed === '?') return message([text('away-example')]);
  if (typed === '') return absencesMessage(ctx.work, actor, 0);
  const window = readWindow(ctx.work, typed);
  if (!('error' in window))
    return askAbsence(ctx, actor, { fromDay: window.windowFrom, toDay: window.windowTo });
  if (window.choices.length === 0) return message([window.error, text('away-example')]);
  return askAbsence(ctx, actor, {}, { step: 'days', again: window });
}

/** Only a đầu mối is asked for whom. */
function askAbsence(
  ctx: BotContext,
  actor: Actor,
  days: Pick<AbsenceData, 'fromDay' | 'toDay'>,
  opening: Pick<Opening, 'step' | 'again'> = {},
): Promise<Message> {
  const isForOthers = actor.members.some((member) => mayDo(member, 'absence.record'));
  const self = isForOthers ? {} : { personId: actor.personId, name: actor.name, isOwn: true };
  return openForm(ctx.work, actor, absenceForm, { ...self, ...days }, { ...opening, pairId: null });
}

/** Only of whoever belongs to an agreement. */
function isMember(ctx: BotContext, actor: Actor): boolean {
  if (actor.members.length > 0) return true;
  refuseTap(ctx, refuse('refused-not-allowed'));
  return false;
}

onTaps(vangmat, 'away', {
  new: async (ctx, actor) => {
    if (isMember(ctx, actor)) say(ctx, await askAbsence(ctx, actor, {}));
  },
  list: async (ctx, actor, { page }) => {
    if (isMember(ctx, actor)) ctx.answers.edit = await absencesMessage(ctx.work, actor, page);
  },
  end: async (ctx, actor, { id }) => {
    if (isMember(ctx, actor)) await end(ctx, actor, id);
  },
});

async function end(ctx: BotContext, actor: Actor, absenceId: number): Promise<void> {
  const ended = await endAbsence(ctx.work, actor, absenceId);
  if (isRefused(ended)) return refuseTap(ctx, ended);
  ctx.answers.toast = text(ended.hasBegun ? 'away-ended' : 'away-taken-back');
  ctx.answers.edit = await absencesMessage(ctx.work, actor, 0);
}
