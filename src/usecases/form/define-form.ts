import type { z } from 'zod';
import type { Message, Text } from '../../domain/message.ts';
import type { TextKey } from '../../locales/keys.ts';
import { strong, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import type { Choice, Question, SentFile, Step, Taken } from './form.ts';
import {
  answered,
  aside,
  firstOpen,
  isAnswered,
  onward,
  type Place,
  placed,
  questionBefore,
  settled,
} from './form-order.ts';

/** What a form has gathered, as its row keeps it. */
export type Gathered = Record<string, unknown>;

/** Where an answer led. `wrong`: asked again. */
export type Led =
  | { kind: 'at'; at: At; isSame: boolean }
  | { kind: 'wrong'; error: Text; choices: Choice[]; at: At }
  | { kind: 'several'; values: string[] }
  | { kind: 'done' | 'cancelled'; message: Message };

/** A form at one of its questions, its data parsed. What it does not take is undefined. */
export type At = {
  place: Place<Gathered>;
  isFree: boolean;
  ask(work: Work, actor: Actor): Promise<Question>;
  take?(work: Work, actor: Actor, typed: string): Promise<Led>;
  choose?(work: Work, actor: Actor, value: string): Promise<Led>;
  file?(work: Work, actor: Actor, given: SentFile): Promise<{ led: Led; isSecret: boolean }>;
  /** The question before this one; undefined: this is the first. */
  back(): At | undefined;
  /** On with the answer that was given before; undefined: there is none. */
  keep?(): At;
};

/** A form as its rows know it: by its name, with the names of its questions. */
export type FormKind = {
  name: string;
  steps: readonly Pick<Step<never>, 'name' | 'isFree' | 'isAside' | 'isOnce'>[];
  /** Undefined: the row was written by another version and cannot be read. */
  at(row: { step: string; data: Gathered; trail: readonly string[] | null }): At | undefined;
};

/** A form that can be opened: at the question that is named, else at the first that `data` leaves open. */
export type Form<Data extends Gathered> = FormKind & { open(data: Data, step?: string): At };

type Spec<Data extends Gathered> = {
  name: string;
  /** What is being filled in, said above the question of secrecy, which every such form begins with in the same words. */
  title?: TextKey;
  schema: z.ZodType<Data>;
  /** In their order. The last one that is not aside shows everything and ends the form. */
  steps: readonly Step<NoInfer<Data>>[];
};

/** A form: the shape of what it gathers and its questions in their order; from these come the ways on and back. */
export function defineForm<Data extends Gathered>({ name, title, schema, steps }: Spec<Data>): Form<Data> {
  const stepOf = (given: string): Step<Data> | undefined =>
    steps.find((step) => step.name === given || step.formerly?.includes(given));

  function at(place: Place<Data>): At {
    const step = stepOf(place.step);
    if (!step) throw new Error(`form ${name} has no question ${place.step}`);
    const { data } = place;
    const led = (taken: Taken<Data>): Led => lead(step, place, taken);
    const { take, choose, file } = step;
    const keeps = isAnswered(step, data) && !step.endsItself;
    return {
      place,
      isFree: step.isFree ?? false,
      ask: async (work, actor) => titled(step, await step.ask(work, actor, data)),
      ...(take && {
        take: async (work, actor, typed) => led(await take.call(step, work, actor, data, typed)),
      }),
      ...(choose && {
        choose: async (work, actor, value) => led(await choose.call(step, work, actor, data, value)),
      }),
      ...(file && {
        file: async (work, actor, given) => {
          const { taken, isSecret } = await file.call(step, work, actor, data, given);
          return { led: led(taken), isSecret };
        },
      }),
      back: () => {
        const previous = questionBefore(steps, place);
        return previous && at(previous);
      },
      ...(keeps && { keep: () => at(onward(steps, place, data)) }),
    };
  }

  function lead(step: Step<Data>, place: Place<Data>, taken: Taken<Data>): Led {
    const { data } = place;
    switch (taken.kind) {
      case 'filled':
        return moved(place, onward(steps, place, answered(step, data, taken.given)));
      case 'stays':
        return moved(place, { ...place, data: settled(steps, answered(step, data, taken.given)) });
      case 'goes':
        return moved(place, aside(steps, place, answered(step, data, taken.given), taken.step));
      case 'wrong':
        return { kind: 'wrong', error: taken.error, choices: taken.choices ?? [], at: at(place) };
      default:
        return taken;
    }
  }

  const titled = ({ isOnce }: Step<Data>, question: Question): Question =>
    isOnce && title ? { ...question, lines: [strong(text(title)), ...question.lines] } : question;

  const moved = (from: Place<Data>, to: Place<Data>): Led => ({
    kind: 'at',
    at: at(to),
    isSame: to.step === from.step,
  });

  return {
    name,
    steps,
    open: (data, step) => {
      const held = settled(steps, data);
      return at(placed(steps, step ?? firstOpen(steps, held), held));
    },
    at: (row) => {
      const step = stepOf(row.step);
      const parsed = schema.safeParse(row.data);
      if (!step || !parsed.success) return undefined;
      const { data } = parsed;
      return at(row.trail ? { step: step.name, data, trail: row.trail } : placed(steps, step.name, data));
    },
  };
}
