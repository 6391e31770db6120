/** What the command line asks for. `names` empty: the usual scenarios. */
export type BenchOptions = { json: boolean; names: string[]; rounds: number; chats: number | undefined };

/** The options, or what is wrong with them. */
export type ParsedOptions = { ok: true; options: BenchOptions } | { ok: false; error: string };

export const USAGE = 'npm run bench -- [--json] [--rounds N] [--chats N] [NAME …]';

/** Parses the arguments after the script's name; every name must be one of `known`. */
export function parseOptions(args: readonly string[], known: readonly string[]): ParsedOptions {
  const options: BenchOptions = { json: false, names: [], rounds: 3, chats: undefined };
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--json') options.json = true;
    else if (arg === '--rounds' || arg === '--chats') {
      const given = rest.shift() ?? '';
      if (!/^[1-9]\d{0,5}$/.test(given)) return wrong(`${arg} takes a whole number`);
      options[arg === '--rounds' ? 'rounds' : 'chats'] = Number(given);
    } else if (known.includes(arg)) options.names.push(arg);
    else return wrong(`${arg} is none of ${known.join(', ')}`);
  }
  return { ok: true, options };
}

const wrong = (what: string): ParsedOptions => ({ ok: false, error: `${what}\n${USAGE}` });
