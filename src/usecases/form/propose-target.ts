import type { Text } from '../../domain/message.ts';
import { shortNames } from '../../domain/short-names.ts';
import { text } from '../said.ts';
import { listTargets, matchTargets, type TargetChoice } from '../view/find-target.ts';
import { item, plain } from '../view/paged.ts';
import type { Work } from '../work.ts';
import { type Choice, next, type Step, type Taken, wrong } from './form.ts';
import { dataOf, firstOpen, type ProposeData } from './propose-data.ts';

/** With the question and an error, seven lines. */
const PAGE = 5;

const take = (data: ProposeData, found: TargetChoice): Taken => {
  const filled = { ...data, targetId: found.id, page: undefined };
  return next(filled, firstOpen(filled));
};

/** The target: from a paged list, or by words without accents; ended ones are explained, with their successor (R9). */
export const targetStep: Step = {
  ask: async (work, _actor, raw) => {
    const data = dataOf(raw);
    const open = (await listTargets(work, data.pairId)).filter((one) => one.endedOn === null);
    const from = (data.page ?? 0) * PAGE;
    const shown = open.slice(from, from + PAGE);
    const short = shortNames(shown.map(({ name }) => name));
    const choices: Choice[] = shown.map((one, i) => ({
      label: item(from + i + 1, [plain(short[i]!)]),
      value: String(one.id),
    }));
    if (open.length > PAGE) choices.push({ label: text('button-more'), value: 'more' });
    // Names are long and begin alike: they stand in full above the buttons that bear their numbers.
    const names = shown.map((one, i) => item(from + i + 1, [plain(one.name)]));
    return { lines: [text('form-target'), ...names], choices };
  },
  take: async (work, _actor, raw, typed) => {
    const data = dataOf(raw);
    const chosen = await chooseTarget(work, data.pairId, typed);
    return 'error' in chosen ? wrong(chosen.error) : take(data, chosen);
  },
  choose: async (work, _actor, raw, value) => {
    const data = dataOf(raw);
    const open = (await listTargets(work, data.pairId)).filter((one) => one.endedOn === null);
    if (value === 'more') {
      const pages = Math.ceil(open.length / PAGE);
      return next({ ...data, page: ((data.page ?? 0) + 1) % pages }, 'target');
    }
    const found = open.find((one) => String(one.id) === value);
    return found ? take(data, found) : wrong(text('form-choose'));
  },
  back: () => 'kind',
};

/** The one target that fits what was typed and can still be chosen; else why none was taken, with a line that works (R9, R12). */
export async function chooseTarget(
  work: Work,
  pairId: number,
  typed: string,
): Promise<TargetChoice | { error: Text }> {
  const all = await listTargets(work, pairId);
  const found = matchTargets(all, typed);
  const open = found.filter((one) => one.endedOn === null);
  if (open.length === 1) return open[0]!;
  if (open.length > 1)
    return { error: text('form-target-several', { names: open.map((one) => one.name).join(' · ') }) };
  return { error: notFound(all, found[0], typed) };
}

/** Why no target was taken: unknown, or ended, with the successor that can be chosen. */
function notFound(all: TargetChoice[], ended: TargetChoice | undefined, typed: string) {
  if (!ended) return text('form-target-unknown', { part: typed.slice(0, 80), example: all[0]?.name ?? '' });
  const successor = all.find((one) => one.id === ended.successorId);
  return successor
    ? text('target-ended-successor', {
        target: ended.name,
        day: { day: ended.endedOn! },
        successor: successor.name,
      })
    : text('refused-target-ended', { target: ended.name, day: { day: ended.endedOn! } });
}
