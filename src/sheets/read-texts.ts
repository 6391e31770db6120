import { TABLE_LIMITS, unreadable } from './read-limits.ts';
import type { ReadPart } from './read-workbook.ts';
import type { XmlHandlers } from './read-xml.ts';

/** The texts that cells share, by their numbers. */
export async function readTexts(read: ReadPart): Promise<string[]> {
  const texts: string[] = [];
  const current = collectText();
  await read({
    open: ({ name }) => {
      if (name === 'si') current.clear();
    },
    text: current.text,
    close: (name) => {
      if (name !== 'si') return;
      if (texts.length >= TABLE_LIMITS.texts) throw unreadable();
      texts.push(current.get());
    },
  });
  return texts;
}

/** Collects the text of `t` elements, not that which says how to pronounce them, as long as a cell may be. */
export function collectText(): { clear(): void; get(): string; text: NonNullable<XmlHandlers['text']> } {
  let collected = '';
  return {
    clear: () => {
      collected = '';
    },
    get: () => unescapeText(collected),
    text: (text, within) => {
      if (within.at(-1) !== 't' || within.includes('rPh')) return;
      if (collected.length < TABLE_LIMITS.cellLetters)
        collected += text.slice(0, TABLE_LIMITS.cellLetters - collected.length);
    },
  };
}

/** Control characters stand in workbooks as "_x000D_". */
export const unescapeText = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
