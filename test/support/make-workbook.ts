import JSZip from 'jszip';
import writeExcelFile, { type SheetData } from 'write-excel-file/node';

/** An XLSX of sheets by name. */
export async function makeWorkbook(sheets: Record<string, SheetData>): Promise<Uint8Array> {
  const written = Object.entries(sheets).map(([sheet, data]) => ({ sheet, data }));
  return new Uint8Array(await writeExcelFile(written, {}).toBuffer());
}

/** The same file with parts of its archive changed or added. */
export async function changeParts(
  bytes: Uint8Array,
  change: (zip: JSZip) => Promise<void> | void,
): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  await change(zip);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

/** Vietnamese in Windows-1258: the tones are marks after their letters. */
export function inWindows1258(text: string): Uint8Array {
  const byChar = new Map<string, number>();
  const decoder = new TextDecoder('windows-1258');
  for (let byte = 255; byte >= 0; byte--) byChar.set(decoder.decode(Uint8Array.of(byte)), byte);
  const bytes = [...text.normalize('NFC')].flatMap((char) => {
    const whole = byChar.get(char);
    if (whole !== undefined) return [whole];
    const marks = [...char.normalize('NFD')];
    const tone = marks.find((mark) => /[\u0300\u0301\u0303\u0309\u0323]/u.test(mark)) ?? '';
    const letter = marks
      .filter((mark) => mark !== tone)
      .join('')
      .normalize('NFC');
    return [letter, tone].map((part) => byChar.get(part)!);
  });
  if (bytes.includes(undefined as never)) throw new Error('a character is not in Windows-1258');
  return Uint8Array.from(bytes);
}
