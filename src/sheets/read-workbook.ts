import type { ReadSheet } from '../domain/table-cells.ts';
import { readFormats } from './read-formats.ts';
import { TABLE_LIMITS, TableRefused } from './read-limits.ts';
import { readSheet } from './read-sheet.ts';
import { readTexts } from './read-texts.ts';
import { openXml, type XmlHandlers } from './read-xml.ts';
import { type Archive, openArchive } from './read-zip.ts';

/**
 * The sheets of an XLSX in their order, the hidden ones too; throws TableRefused. Formulas give what was last reckoned, or nothing;
 * pictures, remarks, drop-downs, names, colours and links stay behind.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadSheet[]> {
  const archive = await openArchive(bytes);
  await refuseMacros(archive);
  const { sheets, is1904 } = await readBook(archive);
  const targets = await readTargets(archive);
  const texts = await readTexts(partReader(archive, [...targets.values()], 'sharedStrings'));
  const formats = await readFormats(partReader(archive, [...targets.values()], 'styles'));
  const read: ReadSheet[] = [];
  const left = { letters: TABLE_LIMITS.letters };
  for (const { name, id, isHidden } of sheets) {
    const target = targets.get(id);
    if (target?.kind !== 'worksheet') continue;
    const rows = await readSheet(partReader(archive, [target], 'worksheet'), {
      texts,
      formats,
      is1904,
      left,
    });
    read.push({ name, rows, ...(isHidden && { isHidden: true as const }) });
  }
  return read;
}

/** Reads a part with handlers; false: there is none. */
export type ReadPart = (handlers: XmlHandlers) => Promise<boolean>;

type Target = { kind: string; part: string };

function partReader(archive: Archive, targets: readonly Target[], kind: string): ReadPart {
  const target = targets.find((one) => one.kind === kind);
  return async (handlers) => {
    if (!target) return false;
    await readXml(archive, target.part, handlers);
    return true;
  };
}

async function readXml(archive: Archive, part: string, handlers: XmlHandlers): Promise<void> {
  const xml = openXml(handlers);
  await archive.pour(part, xml.write);
  xml.end();
}

async function refuseMacros(archive: Archive): Promise<void> {
  await readXml(archive, '[Content_Types].xml', {
    open: ({ attributes }) => {
      if (attributes.get('ContentType')?.includes('macroEnabled'))
        throw new TableRefused({ fault: 'macros' });
    },
  });
}

type NamedSheet = { name: string; id: string; isHidden: boolean };

async function readBook(archive: Archive): Promise<{ sheets: NamedSheet[]; is1904: boolean }> {
  const sheets: NamedSheet[] = [];
  let is1904 = false;
  await readXml(archive, 'xl/workbook.xml', {
    open: ({ name, attributes }, within) => {
      if (name === 'workbookPr') is1904 = /^(?:1|true|on)$/.test(attributes.get('date1904') ?? '');
      if (name !== 'sheet' || within.at(-1) !== 'sheets') return;
      sheets.push({
        name: attributes.get('name') ?? '',
        id: attributes.get('id') ?? '',
        isHidden: (attributes.get('state') ?? 'visible') !== 'visible',
      });
      if (sheets.length > TABLE_LIMITS.sheets)
        throw new TableRefused({ fault: 'sheets', count: sheets.length });
    },
  });
  if (sheets.length === 0) throw new TableRefused({ fault: 'broken' });
  return { sheets, is1904 };
}

/** The parts that the workbook names, by the ids it names them with; each is read as what it says it is, and never leads further. */
async function readTargets(archive: Archive): Promise<Map<string, Target>> {
  const targets = new Map<string, Target>();
  await readXml(archive, 'xl/_rels/workbook.xml.rels', {
    open: ({ name, attributes }) => {
      if (name !== 'Relationship' || attributes.get('TargetMode') === 'External') return;
      if (targets.size >= TABLE_LIMITS.parts) throw new TableRefused({ fault: 'broken' });
      const kind = (attributes.get('Type') ?? '').split('/').at(-1)!;
      targets.set(attributes.get('Id') ?? '', { kind, part: partOf(attributes.get('Target') ?? '') });
    },
  });
  return targets;
}

const partOf = (target: string): string =>
  target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^(?:\.\/)+/, '')}`;
