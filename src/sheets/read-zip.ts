import JSZip from 'jszip';
import { TABLE_LIMITS, TableRefused } from './read-limits.ts';

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/i;
const MACROS = /vbaProject|macrosheets\//i;

/** The parts of a workbook by their names, which differ in more than their case; what is poured out is counted over all. */
export type Archive = {
  has(name: string): boolean;
  /** Gives the text of a part piece by piece, each handled before the next is inflated. Throws TableRefused, and what `take` throws. */
  pour(name: string, take: (text: string) => void): Promise<void>;
};

/** Opens the archive of a workbook, inflating nothing yet; throws TableRefused for macros, too many parts and what is no workbook. */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const zip = await JSZip.loadAsync(bytes).catch(() => {
    throw new TableRefused({ fault: 'broken' });
  });
  const entries = new Map<string, JSZip.JSZipObject>();
  for (const entry of Object.values(zip.files)) if (!entry.dir) entries.set(keyOf(entry.name), entry);
  checkNames([...entries.keys()]);
  await countPictures(entries);
  let left: number = TABLE_LIMITS.inflatedBytes;
  return {
    has: (name) => entries.has(keyOf(name)),
    pour: async (name, take) => {
      const entry = entries.get(keyOf(name));
      if (!entry) throw new TableRefused({ fault: 'broken' });
      const decoder = new TextDecoder('utf-8');
      left -= await inflate(entry, left, (chunk) => take(decoder.decode(chunk, { stream: true })));
      take(decoder.decode());
    },
  };
}

const keyOf = (name: string): string => name.replace(/^\//, '').toLowerCase();

function checkNames(names: readonly string[]): void {
  if (names.some((name) => MACROS.test(name))) throw new TableRefused({ fault: 'macros' });
  if (!names.includes('xl/workbook.xml'))
    throw new TableRefused({
      fault: names.some((name) => name.startsWith('xl/')) ? 'broken' : 'not-a-table',
    });
  const sheets = names.filter((name) => SHEET.test(name)).length;
  if (sheets > TABLE_LIMITS.sheets) throw new TableRefused({ fault: 'sheets', count: sheets });
  if (names.length > TABLE_LIMITS.parts) throw new TableRefused({ fault: 'broken' });
}

/** What is not read is inflated all the same, and thrown away: a file that is a bomb anywhere is not read at all. */
async function countPictures(entries: ReadonlyMap<string, JSZip.JSZipObject>): Promise<void> {
  let left: number = TABLE_LIMITS.inflatedBytes;
  for (const [name, entry] of entries)
    if (!/\.(?:xml|rels)$/.test(name)) left -= await inflate(entry, left, () => {});
}

/** Bytes that came out. Counts them, not what the archive says would come: its sizes may lie. */
function inflate(entry: JSZip.JSZipObject, left: number, take: (chunk: Uint8Array) => void): Promise<number> {
  return new Promise((resolve, reject) => {
    let size = 0;
    let isOver = false;
    const stream = (entry as JSZip.JSZipObject & Streamed).internalStream('uint8array');
    const stop = (why: unknown) => {
      isOver = true;
      stream.pause();
      reject(why);
    };
    stream
      .on('data', (chunk) => {
        if (isOver) return;
        size += chunk.length;
        if (size > left)
          return stop(new TableRefused({ fault: 'inflated', count: TABLE_LIMITS.inflatedBytes }));
        try {
          take(chunk);
        } catch (error) {
          stop(error);
        }
      })
      .on('error', () => reject(new TableRefused({ fault: 'broken' })))
      .on('end', () => resolve(size))
      .resume();
  });
}

/** The library has it, its types do not. */
type Streamed = { internalStream(type: 'uint8array'): JSZip.JSZipStreamHelper<Uint8Array> };
