import type { Message, Text } from '../../domain/message.ts';
import type { PlanRead } from '../../sheets/read-plan.ts';
import type { Actor, Work } from '../work.ts';

export type Choice = { label: Text; value: string; style?: 'primary' | 'success' | 'danger' };

/**
 * One of what a question lists: found by its name, which its button bears unless it has a label. `line`: said above the buttons.
 * Without a value it is only read.
 */
export type Listed = { name: string; value?: string; label?: Text; line?: Text };

/** What of a question grows with the data. `isInFull`: names are long, so they stand above the buttons that bear their numbers. */
export type List = { items: Listed[]; isInFull?: boolean };

/** `list` is shown a page at a time, above the choices, which are few and always there. */
export type Question = { lines: Text[]; list?: List; choices: Choice[]; protect?: boolean };

/**
 * What an answer comes to. `filled`: these keys are filled in (undefined: emptied) and the form goes on at the first question that is
 * open. `stays`: the same, and the question is asked again. `goes`: to a question by its name, filled in or not. `wrong` keeps what was
 * gathered; `choices` stand before those of the question, and the question takes their values as it takes its own. `several`: of the list, to choose from. The others end the form.
 */
export type Taken<Data> =
  | { kind: 'filled'; given: Partial<Data> }
  | { kind: 'stays'; given: Partial<Data> }
  | { kind: 'goes'; step: string; given: Partial<Data> }
  | { kind: 'several'; values: string[] }
  | { kind: 'wrong'; error: Text; choices?: Choice[] }
  | { kind: 'done'; message: Message }
  | { kind: 'cancelled'; message: Message };

/** What a file said that a person sent, or why it did not arrive; its bytes are read and forgotten (C2). */
export type SentFile = { read: PlanRead } | { fault: 'too-big' | 'wrong-kind' | 'not-fetched' };

/** A question of a form. `Data` is as much of the form's data as the question knows, so that several forms may share it. */
export type Step<Data> = {
  name: string;
  /** Names that it had in forms that may still be open. */
  formerly?: readonly string[];
  /** What its answer fills in; nothing: it shows what was gathered, or is gone to by name only. */
  fills: readonly (keyof Data & string)[];
  /** Whether the answers given so far allow the question; absent: always. What it filled in goes when they no longer do. */
  when?(data: Data): boolean;
  /** Absent: when everything it fills in is there. */
  isAnswered?(data: Data): boolean;
  /** What another answer makes void: it is dropped, and asked for again. */
  resets?: readonly (keyof Data & string)[];
  /** Whether it was answered by what opened the form: not asked, and not gone back to. */
  isFixed?(data: Data): boolean;
  /** Asked once and not gone back to; its answer stays. */
  isOnce?: boolean;
  /** Reached only by its name: no answer leads to it in order. */
  isAside?: boolean;
  /** Questions are gone to from here, one at a time; the way back from what follows them leads here. */
  isHub?: boolean;
  /** A button of its own ends it, so that none is needed to keep the answer. */
  endsItself?: boolean;
  /** A free text: it passes the filter for secrecy before anything else sees it (C1, C3). */
  isFree?: boolean;
  ask(work: Work, actor: Actor, data: Data): Promise<Question>;
  take?(work: Work, actor: Actor, data: Data, typed: string): Promise<Taken<Data>>;
  choose?(work: Work, actor: Actor, data: Data, value: string): Promise<Taken<Data>>;
  /** The one place of a form that takes a file (C2); `isSecret`: what was sent must not stand in the chat (C1). */
  file?(work: Work, actor: Actor, data: Data, given: SentFile): Promise<FileTaken<Data>>;
};

export type FileTaken<Data> = { taken: Taken<Data>; isSecret: boolean };

export const filled = <Data>(given: Data): { kind: 'filled'; given: Data } => ({ kind: 'filled', given });
export const stays = <Data>(given: Data): { kind: 'stays'; given: Data } => ({ kind: 'stays', given });
export const goes = <Data>(step: string, given: Data): { kind: 'goes'; step: string; given: Data } => ({
  kind: 'goes',
  step,
  given,
});
export const wrong = (
  error: Text,
  choices: Choice[] = [],
): { kind: 'wrong'; error: Text; choices: Choice[] } => ({ kind: 'wrong', error, choices });
export const done = (message: Message): { kind: 'done'; message: Message } => ({ kind: 'done', message });
