import { fold, nfc, visible } from './fold.ts';

const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;

/**
 * The parts of a one-line command, split at `;` and new lines, each NFC and trimmed. Blank lines and a `;` at the end of
 * a line count for nothing; an empty part between two `;` stays as '' so that the parts after it keep their place.
 */
export function splitParts(text: string): string[] {
  return visible(text).split(LINE_BREAK).flatMap(splitLine);
}

function splitLine(line: string): string[] {
  const parts = line.split(/[;；]/u).map(nfc);
  if (parts.at(-1) === '') parts.pop();
  return parts.every((part) => part === '') ? [] : parts;
}

/** Parts by label, the parts that bear none of the labels in their order, and the labels that came more than once. */
export interface LabelledParts<Key extends string> {
  fields: Partial<Record<Key, string>>;
  rest: string[];
  repeated: Key[];
}

/** Sorts `label: value` parts by the labels given for each key, accents and case ignored; the first of a repeated label is kept. */
export function takeLabels<Key extends string>(
  parts: readonly string[],
  labels: Readonly<Record<Key, readonly string[]>>,
): LabelledParts<Key> {
  const taken: LabelledParts<Key> = { fields: {}, rest: [], repeated: [] };
  for (const part of parts) {
    const [key, value] = readLabel(part, labels);
    if (key === undefined) taken.rest.push(part);
    else if (taken.fields[key] === undefined) taken.fields[key] = value;
    else if (!taken.repeated.includes(key)) taken.repeated.push(key);
  }
  return taken;
}

function readLabel<Key extends string>(
  part: string,
  labels: Readonly<Record<Key, readonly string[]>>,
): [Key | undefined, string] {
  const colon = part.search(/[:：]/u);
  if (colon < 0) return [undefined, part];
  const label = fold(part.slice(0, colon));
  const keys = Object.keys(labels) as Key[];
  const key = keys.find((candidate) => labels[candidate].some((name) => fold(name) === label));
  return [key, part.slice(colon + 1).trim()];
}
