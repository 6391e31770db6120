/** With its number before it a button's label has at most 24 characters. */
const MOST = 20;

/**
 * Names as short as buttons bear them, in the order given, of at most 20 characters: what follows a comma is left out, then the
 * words with which another one begins as well ("… hình sự"), then the end. Two may still be equal: a number tells them apart.
 */
export function shortNames(names: readonly string[]): string[] {
  const heads = names.map((name) => name.split(',')[0]!.trim());
  return heads.map((head) => {
    if (fits(head)) return head;
    const words = head.split(' ');
    const shared = Math.max(0, ...heads.map((other) => (other === head ? 0 : sharedWords(words, other))));
    return clipped(shared > 0 ? `… ${words.slice(shared).join(' ')}` : head);
  });
}

const lengthOf = (text: string): number => Array.from(text).length;
const fits = (text: string): boolean => lengthOf(text) <= MOST;

/** With how many words both begin, such that one at least is left of the first. */
function sharedWords(words: readonly string[], other: string): number {
  const others = other.split(' ');
  const differs = words.findIndex((word, at) => others[at] !== word);
  return differs < 0 ? words.length - 1 : differs;
}

const clipped = (text: string): string =>
  fits(text)
    ? text
    : `${Array.from(text)
        .slice(0, MOST - 1)
        .join('')
        .trimEnd()}…`;
