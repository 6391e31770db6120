import type { Message, Text } from '../../domain/message.ts';
import type { PlanRead } from '../../sheets/read-plan.ts';
import type { Actor, Work } from '../work.ts';

/** What a form has gathered; JSON only, since it is kept in a row. */
export type FormData = Record<string, unknown>;

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
 * Where a step leads: on with new data, an error that keeps what was gathered, several of the list to choose from, or the end with
 * what is said then.
 */
export type Taken =
  | { kind: 'several'; values: string[] }
  | { kind: 'next'; data: FormData; step: string }
  | { kind: 'wrong'; error: Text }
  | { kind: 'done'; message: Message }
  | { kind: 'cancelled'; message: Message };

/** What a file said that a person sent, or why it did not arrive; its bytes are read and forgotten (C2). */
export type SentFile = { read: PlanRead } | { fault: 'too-big' | 'wrong-kind' | 'not-fetched' };

export type Step = {
  /** A free text: it passes the filter for secrecy before anything else sees it (C1, C3). */
  isFree?: boolean;
  ask(work: Work, actor: Actor, data: FormData): Promise<Question>;
  take?(work: Work, actor: Actor, data: FormData, typed: string): Promise<Taken>;
  choose?(work: Work, actor: Actor, data: FormData, value: string): Promise<Taken>;
  /** The one place of a form that takes a file (C2); `isSecret`: what was sent must not stand in the chat (C1). */
  file?(
    work: Work,
    actor: Actor,
    data: FormData,
    given: SentFile,
  ): Promise<{ taken: Taken; isSecret: boolean }>;
  /** The step before this one; absent: the first. */
  back?(data: FormData): string;
};

/** A form: asks step by step, previews, and ends in one use case. */
export type FormKind = {
  name: string;
  first(data: FormData): string;
  steps: Record<string, Step>;
};

export const next = (data: FormData, step: string): Taken => ({ kind: 'next', data, step });
export const wrong = (error: Text): Taken => ({ kind: 'wrong', error });
export const done = (message: Message): Taken => ({ kind: 'done', message });
