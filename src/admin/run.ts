import { parseArgs } from 'node:util';
import type { Text } from '../domain/message.ts';
import { LOCALES, type Locale } from '../locales/index.ts';
import { nearest } from '../usecases/org-file-nearest.ts';
import { text } from '../usecases/said.ts';
import type { Desk, ExitCode, Given, Subcommand } from './desk.ts';
import { subcommands } from './index.ts';

/**
 * Runs one line of `npm run admin --`; answers the exit code. `openDesk` is asked for the rest of the desk in the language that the line
 * chooses, else in `usual`.
 */
export async function runAdmin(
  argv: string[],
  openDesk: (locale: Locale) => Desk,
  usual: Locale = 'vi',
): Promise<ExitCode> {
  const locale = languageOf(argv, usual);
  const desk = openDesk(locale ?? usual);
  const refuse = (...lines: Text[]): ExitCode => {
    desk.complain(...lines.map(desk.say));
    return 2;
  };
  if (!locale) return refuse(text('admin-bad-language'));
  const [name = 'help', ...rest] = withoutLanguage(argv);
  const found = subcommands.find((one) => one.name === (isHelp(name) ? 'help' : name));
  if (!found) {
    const near = nearest(
      name,
      subcommands.map((one) => one.name),
    );
    const example = subcommands.find((one) => one.name === near)?.example ?? 'help';
    return refuse(
      text('admin-no-subcommand', { name }),
      text('admin-working-line', { line: lineOf(example) }),
    );
  }
  if (rest.some(isHelp)) {
    desk.print(...usageOf(found).map(desk.say));
    return 0;
  }
  const given = readGiven(found, rest);
  return 'wrong' in given ? refuse(given.wrong, ...usageOf(found)) : found.run(desk, given);
}

/** The line as it is typed. */
export const lineOf = (words: string): string => `npm run admin -- ${words}`;

/** How a subcommand is used, and a line that works. */
export const usageOf = (one: Subcommand): Text[] => [
  text('admin-usage', { line: lineOf(one.usage) }),
  text('admin-working-line', { line: lineOf(one.example) }),
];

const isHelp = (word: string): boolean => ['help', '--help', '-h'].includes(word);

function languageOf(argv: string[], usual: Locale): Locale | undefined {
  const at = argv.indexOf('--lang');
  const written = at >= 0 ? argv[at + 1] : argv.find((word) => word.startsWith('--lang='))?.slice(7);
  return at < 0 && written === undefined ? usual : LOCALES.find((one) => one === written);
}

function withoutLanguage(argv: string[]): string[] {
  return argv.filter(
    (word, i) => word !== '--lang' && argv[i - 1] !== '--lang' && !word.startsWith('--lang='),
  );
}

function readGiven(subcommand: Subcommand, args: string[]): Given | { wrong: Text } {
  const { words, options } = subcommand;
  const { tokens } = parseArgs({ args, options, allowPositionals: true, strict: false, tokens: true });
  const given: Given = { positionals: [], options: {} };
  for (const token of tokens) {
    if (token.kind === 'positional') given.positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const option = options[token.name];
    if (!option) return { wrong: text('admin-no-option', { name: token.rawName }) };
    if (option.type === 'string' && !token.value)
      return { wrong: text('admin-option-needs-value', { name: token.rawName }) };
    given.options[token.name] = option.type === 'string' ? token.value : true;
  }
  const count = given.positionals.length;
  if (count < words[0]) return { wrong: text('admin-too-few-words') };
  return count > words[1]
    ? { wrong: text('admin-too-many-words', { word: given.positionals[words[1]]! }) }
    : given;
}
