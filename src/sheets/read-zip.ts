import JSZip from 'jszip';
import { TABLE_LIMITS, TableRefused } from './read-limits.ts';

/** The parts a plain table needs; pictures, remarks, pivots and links stay behind. */
const WANTED =
  /^\/?(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|styles|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/sheet\d+\.xml)$/;
const SHEET = /^\/?xl\/worksheets\/[^/]+\.xml$/;
const MACROS = /vbaProject|macrosheets\//i;

/**
 * The parts of a workbook that are needed, inflated under a limit that counts every part; throws TableRefused for what is
 * too much, for macros and for what is no workbook.
 */
export async function openParts(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = await JSZip.loadAsync(bytes).catch(() => {
    throw new TableRefused({ fault: 'broken' });
  });
  const entries = Object.values(zip.files).filter((entry) => !entry.dir);
  if (entries.some(({ name }) => MACROS.test(name))) throw new TableRefused({ fault: 'macros' });
  if (!entries.some(({ name }) => /^\/?xl\/workbook\.xml$/.test(name)))
    throw new TableRefused({
      fault: entries.some(({ name }) => name.startsWith('xl/')) ? 'broken' : 'not-a-table',
    });
  const sheets = entries.filter(({ name }) => SHEET.test(name)).length;
  if (sheets > TABLE_LIMITS.sheets) throw new TableRefused({ fault: 'sheets', count: sheets });
  if (entries.length > TABLE_LIMITS.parts) throw new TableRefused({ fault: 'broken' });
  const parts = new Map<string, string>();
  let left: number = TABLE_LIMITS.inflatedBytes;
  for (const entry of entries) {
    const inflated = await inflate(entry, left);
    left -= inflated.length;
    if (WANTED.test(entry.name)) parts.set(entry.name.replace(/^\//, ''), inflated.toString('utf8'));
  }
  return parts;
}

/** Counts what comes out, not what the archive says would come: its sizes may lie. */
function inflate(entry: JSZip.JSZipObject, left: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    const stream = (entry as JSZip.JSZipObject & Streamed).internalStream('uint8array');
    stream
      .on('data', (chunk) => {
        size += chunk.length;
        if (size <= left) return void chunks.push(chunk);
        stream.pause();
        reject(new TableRefused({ fault: 'inflated', count: TABLE_LIMITS.inflatedBytes }));
      })
      .on('error', () => reject(new TableRefused({ fault: 'broken' })))
      .on('end', () => resolve(Buffer.concat(chunks)))
      .resume();
  });
}

/** The library has it, its types do not. */
type Streamed = { internalStream(type: 'uint8array'): JSZip.JSZipStreamHelper<Uint8Array> };

/** A small archive of the parts again, uncompressed: the reader of workbooks sees nothing that was not measured. */
export async function packParts(parts: ReadonlyMap<string, string>): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [name, content] of parts) zip.file(name, content);
  return zip.generateAsync({ type: 'uint8array', compression: 'STORE' });
}
