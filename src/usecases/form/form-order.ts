import type { Step } from './form.ts';

type StepRules<Data> = Pick<
  Step<Data>,
  'name' | 'fills' | 'when' | 'isAnswered' | 'resets' | 'isFixed' | 'isOnce' | 'isAside' | 'isHub' | 'isFree'
>;

/** Where a form is: its question, what was gathered, and the questions that led there, the last one last. */
export type Place<Data> = { step: string; data: Data; trail: readonly string[] };

/** A question that stands on the trail only to be asked after the one of now. */
const AHEAD = '>';

const isAllowed = <Data>(step: StepRules<Data>, data: Data): boolean => step.when?.(data) ?? true;

/** Whether the question has its answer; one that fills in nothing never has. */
export function isAnswered<Data>(step: StepRules<Data>, data: Data): boolean {
  if (step.fills.length === 0) return false;
  return step.isAnswered?.(data) ?? step.fills.every((key) => data[key] !== undefined);
}

/** The data without what the answers no longer allow: what only questions fill in that do not exist for them. */
export function settled<Data>(steps: readonly StepRules<Data>[], data: Data): Data {
  let left = data;
  // In order: what one question loses may take away a later one.
  for (const step of steps) {
    if (step.isOnce || isAllowed(step, left)) continue;
    const kept = new Set(steps.filter((one) => isAllowed(one, left)).flatMap(({ fills }) => fills));
    const lost = step.fills.filter((key) => left[key] !== undefined && !kept.has(key));
    if (lost.length > 0) left = without(left, lost);
  }
  return left;
}

/** The data with an answer in it. One that differs from what was there takes away what it makes void. */
export function answered<Data>(step: StepRules<Data>, data: Data, given: Partial<Data>): Data {
  const isOther = step.fills.some((key) => key in given && !isSame(given[key], data[key]));
  const before = isOther && step.resets ? without(data, step.resets) : data;
  return { ...before, ...given };
}

/** What forms gather is JSON. */
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function without<Data>(data: Data, keys: readonly (keyof Data)[]): Data {
  const left = { ...data };
  for (const key of keys) delete left[key];
  return left;
}

/** The first question that is allowed and open; the last of the form when all are answered. */
export function firstOpen<Data>(steps: readonly StepRules<Data>[], data: Data): string {
  const inOrder = steps.filter((step) => !step.isAside && isAllowed(step, data));
  return (inOrder.find((step) => !isAnswered(step, data)) ?? inOrder.at(-1)!).name;
}

/** A place without a trail gets the one that answering in order would have left: of a form that is opened, or of before there were any. */
export function placed<Data>(steps: readonly StepRules<Data>[], step: string, data: Data): Place<Data> {
  const at = steps.findIndex(({ name }) => name === step);
  const trail = steps
    .slice(0, at)
    .filter((one) => !one.isOnce && !one.isAside && !one.isFixed?.(data))
    .filter((one) => isAllowed(one, data) && (one.fills.length === 0 || isAnswered(one, data)))
    .map(({ name }) => name);
  return { step, data, trail };
}

/**
 * On after an answer: to what was put off, else to the first open question. Where the way comes to a question that led here, it is cut
 * there.
 */
export function onward<Data>(steps: readonly StepRules<Data>[], at: Place<Data>, data: Data): Place<Data> {
  const held = settled(steps, data);
  const last = at.trail.at(-1);
  if (last?.startsWith(AHEAD)) return { step: last.slice(1), data: held, trail: at.trail.slice(0, -1) };
  const step = firstOpen(steps, held);
  if (step === at.step) return { ...at, data: held };
  const trail = walked(steps, at);
  const cut = trail.indexOf(step);
  return { step, data: held, trail: cut < 0 ? trail : trail.slice(0, cut) };
}

/** To a question by its name, from which the way back leads here. The question of secrecy, if still open, comes before a free text (C1). */
export function aside<Data>(
  steps: readonly StepRules<Data>[],
  at: Place<Data>,
  data: Data,
  step: string,
): Place<Data> {
  const held = settled(steps, data);
  const trail = walked(steps, at);
  const once = steps.find((one) => one.isOnce && !isAnswered(one, held));
  const isFree = steps.some((one) => one.name === step && one.isFree);
  return once && isFree
    ? { step: once.name, data: held, trail: [...trail, `${AHEAD}${step}`] }
    : { step, data: held, trail };
}

/** The question that led here; undefined: this is the first one. */
export function questionBefore<Data>(
  steps: readonly StepRules<Data>[],
  at: Place<Data>,
): Place<Data> | undefined {
  for (let left = at.trail.length - 1; left >= 0; left -= 1) {
    const step = steps.find(({ name }) => name === at.trail[left]);
    if (step && step.name !== at.step && isAllowed(step, at.data) && isReady(steps, step, at.data))
      return { step: step.name, data: at.data, trail: at.trail.slice(0, left) };
  }
  return undefined;
}

/** The question of secrecy is asked where a text is about to be written, not before what is only shown. */
const withoutOnce = <Data>(steps: readonly StepRules<Data>[]) => steps.filter(({ isOnce }) => !isOnce);

/** What shows everything is not gone back to while another answer has left something open. */
const isReady = <Data>(steps: readonly StepRules<Data>[], step: StepRules<Data>, data: Data): boolean =>
  step.fills.length > 0 || step.isAside === true || firstOpen(withoutOnce(steps), data) === step.name;

/** The questions that led to where one goes from here. */
function walked<Data>(steps: readonly StepRules<Data>[], { step, trail }: Place<Data>): readonly string[] {
  const is = (name: string | undefined, what: 'isOnce' | 'isHub'): boolean =>
    steps.some((one) => one.name === name && one[what]);
  return is(step, 'isOnce') || is(trail.at(-1), 'isHub') ? trail : [...trail, step];
}
