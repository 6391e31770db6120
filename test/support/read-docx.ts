import { strFromU8, unzipSync } from 'fflate';

/** What a DOCX says and how its page is set; throws when it is no DOCX. Measures in mm, rounded. */
export function readDocx(bytes: Uint8Array) {
  const parts = unzipSync(bytes);
  const part = (name: string): string => {
    const found = parts[name];
    if (!found) throw new Error(`the file has no ${name}`);
    return strFromU8(found);
  };
  const document = part('word/document.xml');
  const headers = Object.keys(parts).filter((name) => /^word\/header\d+\.xml$/.test(name));
  return {
    document,
    lines: linesOf(document),
    headers: headers.map((name) => linesOf(part(name)).join(' ')),
    fonts: [...new Set([...document.matchAll(/w:rFonts w:ascii="([^"]+)"/g)].map((match) => match[1]!))],
    page: measures(document, 'pgSz', ['w', 'h']),
    margins: measures(document, 'pgMar', ['top', 'bottom', 'left', 'right']),
  };
}

/** The texts of the paragraphs, a line break as a space; empty ones left out. */
function linesOf(xml: string): string[] {
  const paragraphs = xml.match(/<w:p[ >].*?<\/w:p>/gs) ?? [];
  return paragraphs
    .map((one) =>
      [...one.matchAll(/<w:br\/>|<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
        .map((match) => unescaped(match[1] ?? ' '))
        .join(''),
    )
    .filter((line) => line !== '');
}

const unescaped = (xml: string): string =>
  xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

const TWIPS_A_MM = 1440 / 25.4;

function measures(xml: string, element: string, names: string[]): number[] {
  const [found = ''] = new RegExp(`<w:${element} [^>]*>`).exec(xml) ?? [];
  return names.map((name) =>
    Math.round(Number(new RegExp(` w:${name}="(\\d+)"`).exec(found)?.[1]) / TWIPS_A_MM),
  );
}
