import { z } from 'zod';
import type { Arg, Text } from '../domain/message.ts';
import { ownEntry } from '../domain/own-entry.ts';
import type { TextKey } from '../locales/keys.ts';
import type { Path } from './org-file-lines.ts';
import { nearest } from './org-file-nearest.ts';
import { FORMS } from './org-file-shape.ts';
import { text } from './said.ts';

/** Something wrong at a place of the file. */
export type Placed = { path: Path; text: Text };

/** The end of a sentence that names the nearest candidate; nothing where none is near. */
export function nearTo(word: string, candidates: Iterable<string>): Arg {
  const near = nearest(word, candidates);
  return near === undefined ? '' : text('admin-org-near', { near });
}

/** Entries whose `field` another entry has already; told at the later one. */
export function findRepeated<F extends string>(
  entries: readonly { path: Path; value: Record<F, string> }[],
  field: F,
): Placed[] {
  const seen = new Set<string>();
  return entries.flatMap(({ path, value }) => {
    const given = value[field];
    const again = seen.has(given);
    seen.add(given);
    return again ? [{ path: [...path, field], text: text('admin-org-twice', { key: given }) }] : [];
  });
}

/** What zod found, in words; `path` is where the entry stands in the file. */
export function explain(issues: readonly z.core.$ZodIssue[], shape: z.ZodType, path: Path): Placed[] {
  return issues.flatMap((issue) => {
    const inner = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
    const place = [...path, ...inner];
    if (issue.code === 'unrecognized_keys') {
      const known = knownKeys(shape, inner);
      return issue.keys.map((key) => ({ path: [...place, key], text: unknownKey(key, known) }));
    }
    return [{ path: place, text: wordsFor(issue, labelOf(place)) }];
  });
}

function unknownKey(key: string, known: string[]): Text {
  return text('admin-org-unknown-key', { key, near: nearTo(key, known), known: known.join(', ') });
}

const labelOf = (path: Path): string => path.findLast((step) => typeof step === 'string') ?? 'org.yaml';

const forms = new Set<string>(Object.values(FORMS));

function wordsFor(issue: z.core.$ZodIssue, key: string): Text {
  if (forms.has(issue.message)) return text(issue.message as TextKey, { key, value: shown(issue.input) });
  if (issue.input === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value'))
    return text('admin-org-missing', { key });
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const near = nearTo(shown(issue.input), values);
    return text('admin-org-not-one-of', { key, value: shown(issue.input), values: values.join(', '), near });
  }
  if (issue.code === 'too_small') return tooFar(issue.origin, 'small', key, Number(issue.minimum));
  if (issue.code === 'too_big') return tooFar(issue.origin, 'big', key, Number(issue.maximum));
  const expected = issue.code === 'invalid_type' ? issue.expected : 'object';
  return text(ownEntry(TYPES, expected) ?? 'admin-org-not-map', { key });
}

const TYPES: Record<string, TextKey> = {
  string: 'admin-org-not-text',
  array: 'admin-org-not-list',
  boolean: 'admin-org-not-boolean',
  int: 'admin-org-not-whole',
  number: 'admin-org-not-whole',
};

function tooFar(origin: string, way: 'small' | 'big', key: string, limit: number): Text {
  if (origin === 'number' || origin === 'int')
    return text(way === 'small' ? 'admin-org-below' : 'admin-org-above', { key, limit });
  return way === 'small' ? text('admin-org-empty', { key }) : text('admin-org-long', { key, limit });
}

const shown = (value: unknown): string => {
  if (Array.isArray(value)) return value.flat().map(shown).join(', ');
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '…';
};

function knownKeys(shape: z.ZodType, path: Path): string[] {
  let at: unknown = shape;
  for (const step of [...path, undefined]) {
    while (at instanceof z.ZodDefault || at instanceof z.ZodOptional) at = at.unwrap();
    if (!(at instanceof z.ZodObject)) return [];
    if (step === undefined) return Object.keys(at.shape);
    at = at.shape[step];
  }
  return [];
}
