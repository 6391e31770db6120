import { badRequest } from './api-failure.ts';

/** A start tag; the name in lower case, an attribute without a value is ''. */
export interface HtmlTag {
  name: string;
  attributes: Map<string, string>;
}

const TAGS = new Set(
  'a b strong i em u ins s strike del span tg-spoiler code pre blockquote tg-emoji tg-time'.split(' '),
);

/** Reads the start tag at `at`; `end` is the position after its '>'. Throws the 400 of Telegram for a bad one. */
export function readTag(html: string, at: number): { tag: HtmlTag; end: number } {
  const where = `at byte offset ${byteOffset(html, at)}`;
  const name = /^[^\s>]*/.exec(html.slice(at + 1))![0].toLowerCase();
  let cursor = at + 1 + name.length;
  if (cursor >= html.length) throw unparsable(`Unclosed start tag ${where}`);
  if (!TAGS.has(name)) throw unparsable(`Unsupported start tag "${name}" ${where}`);
  const attributes = new Map<string, string>();
  for (;;) {
    cursor = skipSpace(html, cursor);
    if (cursor >= html.length) throw unparsable(`Unclosed start tag "${name}" ${where}`);
    if (html[cursor] === '>') break;
    cursor = readAttribute(html, cursor, attributes, name, where);
  }
  if (name === 'span' && attributes.get('class') !== 'tg-spoiler') {
    throw unparsable(`Tag "span" must have class "tg-spoiler" ${where}`);
  }
  return { tag: { name, attributes }, end: cursor + 1 };
}

function readAttribute(
  html: string,
  from: number,
  into: Map<string, string>,
  tag: string,
  where: string,
): number {
  const name = /^[^\s=>]*/.exec(html.slice(from))![0].toLowerCase();
  if (name === '') throw unparsable(`Empty attribute name in the tag "${tag}" ${where}`);
  let cursor = skipSpace(html, from + name.length);
  if (html[cursor] !== '=') {
    into.set(name, '');
    return cursor;
  }
  cursor = skipSpace(html, cursor + 1);
  const quote = html[cursor];
  if (quote === '"' || quote === "'") {
    const end = html.indexOf(quote, cursor + 1);
    if (end < 0) throw unparsable(`Unclosed start tag ${where}`);
    into.set(name, unescapeValue(html.slice(cursor + 1, end)));
    return end + 1;
  }
  const bare = /^[a-z0-9.-]*/i.exec(html.slice(cursor))![0];
  const end = cursor + bare.length;
  if (end >= html.length) throw unparsable(`Unclosed start tag "${tag}" ${where}`);
  if (!/[\s>]/.test(html[end]!)) {
    throw unparsable(`Unexpected end of name token at byte offset ${byteOffset(html, cursor)}`);
  }
  into.set(name, bare.toLowerCase());
  return end;
}

function unescapeValue(value: string): string {
  return value
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

function skipSpace(html: string, from: number): number {
  let at = from;
  while (at < html.length && /\s/.test(html[at]!)) at += 1;
  return at;
}

/** The 400 that Telegram gives for text it cannot read. */
export function unparsable(why: string): Error {
  return badRequest(`can't parse entities: ${why}`);
}

/** UTF-8 bytes before the UTF-16 position `at`, as Telegram counts in its messages. */
export function byteOffset(html: string, at: number): number {
  return Buffer.byteLength(html.slice(0, at));
}
