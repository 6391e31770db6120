import { cut } from '../../domain/cut.ts';
import type { Text } from '../../domain/message.ts';
import { text } from '../said.ts';
import { listTargets, matchTargets, type TargetChoice } from '../view/find-target.ts';
import type { Work } from '../work.ts';
import { filled, type Step, wrong } from './form.ts';

export type TargetData = { pairId: number; targetId?: number };

/** The target: from a list, or by words without accents; ended ones are explained, with their successor (R9). */
export const targetStep: Step<TargetData> = {
  name: 'target',
  fills: ['targetId'],
  ask: async (work, _actor, { pairId }) => {
    const open = (await listTargets(work, pairId)).filter((one) => one.endedOn === null);
    const items = open.map(({ id, name }) => ({ name, value: String(id) }));
    return { lines: [text('form-target')], list: { items, isInFull: true }, choices: [] };
  },
  take: async (work, _actor, { pairId }, typed) => {
    const all = await listTargets(work, pairId);
    const open = openOnes(all, typed);
    if (open.length > 1) return { kind: 'several', values: open.map(({ id }) => String(id)) };
    return open[0] ? filled({ targetId: open[0].id }) : wrong(notFound(all, typed));
  },
  choose: async (work, _actor, { pairId }, value) => {
    const open = (await listTargets(work, pairId)).filter((one) => one.endedOn === null);
    const found = open.find((one) => String(one.id) === value);
    return found ? filled({ targetId: found.id }) : wrong(text('form-choose'));
  },
};

const openOnes = (all: TargetChoice[], typed: string): TargetChoice[] =>
  matchTargets(all, typed).filter((one) => one.endedOn === null);

/** So many names stand in the line that asks which one was meant. */
const MOST_NAMED = 4;

/** The one target that fits what was typed and can still be chosen; else why none was taken, with a line that works (R9, R12). */
export async function chooseTarget(
  work: Work,
  pairId: number,
  typed: string,
): Promise<TargetChoice | { error: Text }> {
  const all = await listTargets(work, pairId);
  const open = openOnes(all, typed);
  if (open.length === 1) return open[0]!;
  if (open.length === 0) return { error: notFound(all, typed) };
  const names = open.slice(0, MOST_NAMED).map((one) => one.name);
  if (open.length > MOST_NAMED) names.push('…');
  return { error: text('form-target-several', { names: names.join(' · ') }) };
}

/** Why no target was taken: unknown, or ended, with the successor that can be chosen. */
function notFound(all: TargetChoice[], typed: string): Text {
  const [ended] = matchTargets(all, typed);
  if (!ended) return text('form-target-unknown', { part: cut(typed, 80), example: all[0]?.name ?? '' });
  const successor = all.find((one) => one.id === ended.successorId);
  return successor
    ? text('target-ended-successor', {
        target: ended.name,
        day: { day: ended.endedOn! },
        successor: successor.name,
      })
    : text('refused-target-ended', { target: ended.name, day: { day: ended.endedOn! } });
}
