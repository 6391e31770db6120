/** What the command line asks for; `seed` undefined: drawn and printed. `days` are working days of the moved clock. */
export type SoakOptions = { seed: number | undefined; days: number };

/** The options, or what is wrong with them. */
export type ParsedOptions = { ok: true; options: SoakOptions } | { ok: false; error: string };

export const USAGE = 'npm run soak -- [--seed N] [--days N]';

/** Parses the arguments after the script's name: whole numbers, two weeks of working days when nothing else is said. */
export function parseOptions(args: readonly string[]): ParsedOptions {
  const options: SoakOptions = { seed: undefined, days: 10 };
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg !== '--seed' && arg !== '--days') return wrong(`${arg} is no option`);
    const given = rest.shift() ?? '';
    if (!/^\d{1,9}$/.test(given)) return wrong(`${arg} takes a whole number`);
    options[arg === '--seed' ? 'seed' : 'days'] = Number(given);
  }
  return options.days < LEAST_DAYS
    ? wrong(`--days takes ${LEAST_DAYS} or more: reminders come after days`)
    : { ok: true, options };
}

/** A notice is reminded of on the next day, and counts against somebody on the one after. */
const LEAST_DAYS = 3;

const wrong = (what: string): ParsedOptions => ({ ok: false, error: `${what}\n${USAGE}` });
