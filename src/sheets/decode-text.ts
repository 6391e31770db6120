import { TableRefused } from './read-limits.ts';

const decode = (bytes: Uint8Array, encoding: string): string =>
  new TextDecoder(encoding).decode(bytes).normalize('NFC');

/**
 * The text of bytes as UTF-8, UTF-16 (with or without its mark) or Windows-1258, in NFC: the last writes tones as marks of their own.
 * Throws TableRefused for what holds no text.
 */
export function decodeText(bytes: Uint8Array): string {
  const text = decodeAs(bytes);
  // Tables hold tabs and line ends, and none of the other control characters.
  const controls = text.match(/(?![\t\n\v\f\r])[\p{Cc}\ufffd]/gu)?.length ?? 0;
  if (controls > 0 && controls > text.length / 1_000) throw new TableRefused({ fault: 'not-a-table' });
  return text;
}

function decodeAs(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decode(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return decode(bytes, 'utf-16be');
  const wide = wideOf(bytes.subarray(0, 4_000));
  if (wide) return decode(bytes, wide);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).normalize('NFC');
  } catch {
    return decode(bytes, 'windows-1258');
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
