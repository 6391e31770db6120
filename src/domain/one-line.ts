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

/** Parts by label, the parts that bear none of the labels in their order, and the parts whose label had come before, whole. */
export interface LabelledParts<Key extends string> {
  fields: Partial<Record<Key, string>>;
  rest: string[];
  repeated: string[];
}

type Labels<Key extends string> = Readonly<Record<Key, readonly string[]>>;

/** What must follow a label, folded, for it to count without its colon: "hạn 5 ngày" is a deadline, "Hạn chế …" is not. */
export type Bare<Key extends string> = Readonly<Partial<Record<Key, RegExp>>>;

/**
 * Sorts `label: value` parts by the labels given for each key, accents and case ignored; the first of a repeated label is kept. `bare`:
 * labels that may stand without a colon.
 */
export function takeLabels<Key extends string>(
  parts: readonly string[],
  labels: Labels<Key>,
  bare?: Bare<Key>,
): LabelledParts<Key> {
  const taken: LabelledParts<Key> = { fields: {}, rest: [], repeated: [] };
  for (const part of parts) {
    const { key, value } = readLabel(part, labels) ??
      (bare && readBare(part, labels, bare)) ?? { value: part };
    if (key === undefined) taken.rest.push(part);
    else if (taken.fields[key] === undefined) taken.fields[key] = value;
    else taken.repeated.push(part);
  }
  return taken;
}

type Labelled<Key extends string> = { key?: Key; value: string };

function readLabel<Key extends string>(part: string, labels: Labels<Key>): Labelled<Key> | undefined {
  const colon = part.search(/[:：]/u);
  if (colon < 0) return undefined;
  const label = fold(part.slice(0, colon));
  const keys = Object.keys(labels) as Key[];
  const key = keys.find((candidate) => labels[candidate].some((name) => fold(name) === label));
  return key && { key, value: part.slice(colon + 1).trim() };
}

/** The longest label first: "hạn trả lời 5 ngày" is no "hạn" of "trả lời 5 ngày". */
function readBare<Key extends string>(
  part: string,
  labels: Labels<Key>,
  bare: Bare<Key>,
): Labelled<Key> | undefined {
  const words = part.split(' ');
  const names = (Object.keys(bare) as Key[])
    .flatMap((key) => labels[key].map((name) => ({ key, name: fold(name), length: name.split(' ').length })))
    .sort((a, b) => b.length - a.length);
  for (const { key, name, length } of names) {
    const value = words.slice(length).join(' ');
    if (fold(words.slice(0, length).join(' ')) === name && bare[key]!.test(fold(value)))
      return { key, value };
  }
  return undefined;
}
