const INVISIBLE = /(?![\t\n\v\f\r\u0085])[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;
const BLANK = /[\s\u0085\u2800]+/gu;

/** The text in NFC without zero-width, bidirectional, control and other invisible characters; white space is kept. */
export function visible(text: string): string {
  // Stripped before composing: a zero-width character between a letter and its accent hides the pair from NFC.
  return text.replace(INVISIBLE, '').normalize('NFC');
}

/** The text as stored for names (R12): visible NFC, white space collapsed to single spaces and trimmed. */
export function nfc(text: string): string {
  return visible(text).replace(BLANK, ' ').trim();
}

/** The text as searched (R12): lower case words without accents or punctuation; Trung ương is `tw`, Tỉnh uỷ is `tu`. */
export function fold(text: string): string {
  const lower = visible(text).normalize('NFKC').toLowerCase().normalize('NFC');
  return joinBodies(stripAccents(markCentral(lower)));
}

/** What to search for, or that the person has to say which of Trung ương and Tỉnh uỷ a bare "tu" means (R12). */
export type FoldedQuery = { kind: 'ok'; terms: string[] } | { kind: 'ask'; part: 'tu' };

/** The distinct folded terms of a query, or `ask` when it holds a "tu" that may be Trung ương as well as Tỉnh uỷ (R12). */
export function foldQuery(text: string): FoldedQuery {
  if (hasOpenTu(text)) return { kind: 'ask', part: 'tu' };
  const folded = fold(text);
  return { kind: 'ok', terms: folded === '' ? [] : [...new Set(folded.split(' '))] };
}

/** Whether two texts, folded, are a slip of the finger apart ("did you mean"); Trung ương is never like Tỉnh uỷ. */
export function similar(a: string, b: string): boolean {
  return similarFolded(fold(a), fold(b));
}

/** The same of texts that are folded already. */
export function similarFolded(left: string, right: string): boolean {
  if (left === right) return true;
  if (hasCentral(left) !== hasCentral(right)) return false;
  const allowed = slipsAllowed(Math.min(left.length, right.length));
  return Math.abs(left.length - right.length) <= allowed && editDistance(left, right) <= allowed;
}

const EDGE_BEFORE = '(?<![\\p{L}\\p{N}])';
const EDGE_AFTER = '(?![\\p{L}\\p{N}])';
const DOTTED = new RegExp(`${EDGE_BEFORE}t ?\\. ?([ưwu])${EDGE_AFTER}`, 'gu');
const GLUED = new RegExp(`([\\p{L}\\p{N}])tư${EDGE_AFTER}`, 'gu');
const ALONE = new RegExp(`${EDGE_BEFORE}tư${EDGE_AFTER}`, 'gu');
// "tư" is also a word and a name: thứ tư, đầu tư, tư pháp, Nguyễn Văn Tư.
const WORD_BEFORE = /(?:thứ|đầu|tháng|quý|vật|tâm|vô|riêng|đời|văn|thị|gia|mục) $/u;
const WORD_AFTER =
  /^ (?:pháp|tưởng|vấn|nhân|cách|liệu|thục|duy|thế|lệnh|sản|trang|bản|thương|thù|lợi|hữu|vị|túi)(?!\p{L})/u;

function markCentral(lower: string): string {
  return lower
    .replace(DOTTED, (_, last: string) => (last === 'u' ? 'tu' : 'tw'))
    .replace(GLUED, '$1tw')
    .replace(ALONE, (word, at: number) =>
      WORD_BEFORE.test(lower.slice(Math.max(0, at - 8), at)) || WORD_AFTER.test(lower.slice(at + 2))
        ? word
        : 'tw',
    );
}

function stripAccents(lower: string): string {
  return lower
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đðɖ]/gu, 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function joinBodies(words: string): string {
  return words
    .replace(/(?<![\p{L}\p{N}])(?<!tap )trung uong(?![\p{L}\p{N}])/gu, 'tw')
    .replace(/(?<![\p{L}\p{N}])tinh uy(?![\p{L}\p{N}])/gu, 'tu');
}

const BODIES = new Set(['ubkt', 'tra', 'btv', 'vu', 'vp', 'phong', 'bch', 'ban', 'ca', 'an', 'du', 'btc']);

function hasOpenTu(text: string): boolean {
  const written = visible(text).normalize('NFKC').trim();
  if (/^t ?\.? ?u\.?$/iu.test(written)) return true;
  // Capitals among other words are the official abbreviation of Tỉnh uỷ; after a slash it is a document symbol.
  return [...written.matchAll(/([\p{L}\p{M}]+) [Tt]u(?![\p{L}\p{M}\p{N}])/gu)].some((match) =>
    BODIES.has(fold(match[1] ?? '')),
  );
}

function hasCentral(folded: string): boolean {
  return /(?:^| )\S*tw(?: |$)/u.test(folded);
}

function slipsAllowed(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + cost);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) best = Math.min(best, before[j - 2]! + 1);
      next.push(best);
    }
    [before, row] = [row, next];
  }
  return row[b.length]!;
}
