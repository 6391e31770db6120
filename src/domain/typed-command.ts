import { fold } from './fold.ts';

/** A command as it is known, and where in the text its own words end. */
export type TypedCommand = { name: string; end: number };

/** "/trợ giúp", "/đề xuất": so many words may stand for one command. */
const MOST_WORDS = 2;

/**
 * The command that a text begins with, its case and accents aside: "/VIEC" and "/việc" are "viec", "/đề xuất …" is "dexuat". Undefined: it does not
 * begin with one. Several words count only where `known` has them joined.
 */
export function typedCommand(text: string, known: ReadonlySet<string>): TypedCommand | undefined {
  const words = [...text.matchAll(/\S+/gu)].slice(0, MOST_WORDS);
  const [first] = words;
  if (first?.index !== 0 || !text.startsWith('/')) return undefined;
  let name = '';
  for (const [i, found] of words.entries()) {
    // A bot's name behind the command is a part of it.
    const word = (i === 0 ? found[0].slice(1) : found[0]).replace(/@\w+$/u, '');
    if (!/^[\p{L}\p{M}\p{N}_]+$/u.test(word)) break;
    name += fold(word).replaceAll(' ', '');
    if (known.has(name)) return { name, end: found.index + found[0].length };
  }
  const alone = fold(first[0].slice(1).replace(/@\w+$/u, ''));
  return /^[a-z0-9]+$/.test(alone) ? { name: alone, end: first[0].length } : undefined;
}

/** A token as Telegram passes it with a link. */
const TOKEN = '[A-Za-z0-9_-]{1,64}';

/**
 * The token of a link to this bot that stands in a text: "https://t.me/Bot?start=TOKEN", "tg://resolve?domain=Bot&start=TOKEN". Links to other
 * bots are none.
 */
export function linkedToken(text: string, botName: string): string | undefined {
  const name = botName.replace(/\W/g, '');
  const link = new RegExp(
    `(?:(?:t|telegram)\\.(?:me|dog)/${name}/?\\?start=|tg://resolve\\?domain=${name}&start=)(${TOKEN})(?![A-Za-z0-9_-])`,
    'iu',
  );
  return link.exec(text)?.[1];
}
