/** What the command line asks for; `seed` undefined: drawn and printed. */
export type FuzzOptions = { seed: number | undefined; updates: number };

/** The options, or what is wrong with them. */
export type ParsedOptions = { ok: true; options: FuzzOptions } | { ok: false; error: string };

export const USAGE = 'npm run fuzz -- [--seed N] [--updates N]';

/** Parses the arguments after the script's name: whole numbers, 100,000 updates when nothing else is said. */
export function parseOptions(args: readonly string[]): ParsedOptions {
  const options: FuzzOptions = { seed: undefined, updates: 100_000 };
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg !== '--seed' && arg !== '--updates') return wrong(`${arg} is no option`);
    const given = rest.shift() ?? '';
    if (!/^\d{1,9}$/.test(given)) return wrong(`${arg} takes a whole number`);
    options[arg === '--seed' ? 'seed' : 'updates'] = Number(given);
  }
  return { ok: true, options };
}

const wrong = (what: string): ParsedOptions => ({ ok: false, error: `${what}\n${USAGE}` });
