/** The names and values of a `.env` text, and what is wrong with it, by line; values never come into an error. */
export type DotEnv = { values: Map<string, string>; errors: string[] };

/**
 * Reads lines `NAME=value` (also `export NAME=value`), comments after #, values bare or in '…' or "…" (no escapes, one line).
 * A name that is not in `known` is an error that suggests the nearest one.
 */
export function parseDotEnv(source: string, known: readonly string[]): DotEnv {
  const values = new Map<string, string>();
  const errors: string[] = [];
  for (const [index, raw] of source
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const at = `.env, line ${index + 1}`;
    const [, name, rest] = /^(?:export\s+)?([A-Z_][A-Z0-9_]{0,39})\s*=\s*(.*)$/.exec(line) ?? [];
    const value = rest === undefined ? undefined : unquote(rest);
    if (name === undefined || value === undefined)
      errors.push(`${at}: is not NAME=value. Example: PORT=3000`);
    else if (!known.includes(name)) errors.push(`${at}: ${name} is not a setting.${suggest(name, known)}`);
    else if (values.has(name)) errors.push(`${at}: ${name} is there twice. Keep one of the lines.`);
    else values.set(name, value);
  }
  return { values, errors };
}

function unquote(rest: string): string | undefined {
  if (!/^['"]/.test(rest)) return rest.replace(/(^|\s+)#.*$/, '');
  const [, , inside] = /^(['"])(.*?)\1\s*(?:#.*)?$/.exec(rest) ?? [];
  return inside;
}

function suggest(name: string, known: readonly string[]): string {
  const [nearest] = known
    .map((other) => ({ other, distance: distance(name, other) }))
    .sort((a, b) => a.distance - b.distance);
  const isNear = nearest !== undefined && nearest.distance <= Math.max(2, name.length / 3);
  return isNear ? ` Did you mean ${nearest.other}?` : ` The settings are: ${known.join(', ')}.`;
}

/** Letters to change, add or leave out to make one word of the other. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...to].entries()) {
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return row[to.length]!;
}
