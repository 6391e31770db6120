import { z } from 'zod';
import type { ActionData } from '../../domain/message.ts';
import { INSPECTION, NOTICE, OUTCOME } from './inspection.ts';
import { LEDGER } from './ledger.ts';
import { PEOPLE } from './people.ts';
import { PLAN } from './plan.ts';
import { READING } from './reading.ts';

/**
 * Every action that a button does, with its arguments in the order in which its data bears them: "name.arg.arg". The name is what
 * stands in the chats: one that changes leaves buttons behind that answer nothing.
 */
export const ACTIONS = { ...INSPECTION, ...NOTICE, ...OUTCOME, ...LEDGER, ...PLAN, ...READING, ...PEOPLE };

export type ActionName = keyof typeof ACTIONS;
export type ArgsOf<Name extends ActionName> = z.output<z.ZodObject<(typeof ACTIONS)[Name]>>;

/** The verbs of a room: "show" and "keep" of "clash.show" and "clash.keep". */
export type VerbOf<Room extends string> = ActionName extends infer Name
  ? Name extends `${Room}.${infer Verb}`
    ? Verb
    : never
  : never;

/** Bytes that Telegram keeps with a button. */
export const MOST_BYTES = 64;

const SCHEMAS = new Map<string, z.ZodObject>(
  Object.entries(ACTIONS).map(([name, shape]) => [name, z.object(shape)]),
);

type Given<Name extends ActionName> = keyof (typeof ACTIONS)[Name] extends never ? [] : [args: ArgsOf<Name>];

/** The data of a button. Throws a RangeError for more than 64 bytes, and what zod throws for arguments that nobody could read back. */
export function act<Name extends ActionName>(name: Name, ...[args]: Given<Name>): ActionData {
  const encoded = z.encode(SCHEMAS.get(name)!, args ?? {});
  const given = Object.keys(ACTIONS[name]).map((key) => encoded[key] as string | undefined);
  const last = given.findLastIndex((value) => value !== undefined);
  const data = [name, ...given.slice(0, last + 1).map((value) => value ?? '')].join('.');
  if (Buffer.byteLength(data) > MOST_BYTES) throw new RangeError(`the data of ${name} are too long`);
  return data as ActionData;
}

/** The arguments of a tap on this action; undefined: it is another, or its data are forged. The last one takes what is left. */
export function argsOf<Name extends ActionName>(name: Name, data: string): ArgsOf<Name> | undefined {
  if (data !== name && !data.startsWith(`${name}.`)) return undefined;
  const keys = Object.keys(ACTIONS[name]);
  const parts = data === name ? [] : data.slice(name.length + 1).split('.');
  if (keys.length === 0) return parts.length === 0 ? ({} as ArgsOf<Name>) : undefined;
  const given = [...parts.slice(0, keys.length - 1), parts.slice(keys.length - 1).join('.')];
  const named = keys.slice(0, parts.length).map((key, at) => [key, given[at]]);
  const read = SCHEMAS.get(name)!.safeParse(Object.fromEntries(named));
  return read.success ? (read.data as ArgsOf<Name>) : undefined;
}
