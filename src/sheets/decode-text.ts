import { type LegacyFont, readLegacy } from './legacy-fonts.ts';
import { TableRefused } from './read-limits.ts';

const decode = (bytes: Uint8Array, encoding: string): string =>
  new TextDecoder(encoding).decode(bytes).normalize('NFC');

/**
 * The text of bytes as UTF-8, UTF-16 (with or without its mark), Windows-1258, which writes tones as marks of their own, or typed in a
 * legacy font, in NFC. Throws TableRefused for what holds no text.
 */
export function decodeText(bytes: Uint8Array): { text: string; font?: LegacyFont } {
  const read = decodeAs(bytes);
  const { text } = read;
  // Tables hold tabs and line ends, and none of the other control characters.
  const controls = text.match(/(?![\t\n\v\f\r])[\p{Cc}\ufffd]/gu)?.length ?? 0;
  if (controls > 0 && controls > text.length / 1_000) throw new TableRefused({ fault: 'not-a-table' });
  return read;
}

function decodeAs(bytes: Uint8Array): { text: string; font?: LegacyFont } {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: decode(bytes, 'utf-16le') };
  if (first === 0xfe && second === 0xff) return { text: decode(bytes, 'utf-16be') };
  const wide = wideOf(bytes.subarray(0, 4_000));
  if (wide) return { text: decode(bytes, wide) };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes).normalize('NFC') };
  } catch {
    return readLegacy(decode(bytes, 'windows-1252'), decode(bytes, 'windows-1258'));
  }
}

/** UTF-16 without its mark: of the plain letters every other byte is zero. */
function wideOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const zeros = [0, 0] as [number, number];
  for (const [at, byte] of bytes.entries()) if (byte === 0) zeros[(at % 2) as 0 | 1] += 1;
  if (Math.max(...zeros) < bytes.length / 5) return undefined;
  if (zeros[1] > 20 * zeros[0]) return 'utf-16le';
  return zeros[0] > 20 * zeros[1] ? 'utf-16be' : undefined;
}
