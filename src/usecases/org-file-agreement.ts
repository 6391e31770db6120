import type { z } from 'zod';
import type { Agreement } from '../domain/agreement.ts';
import { insistedSymbol, parseSymbol } from '../domain/symbol.ts';
import type { Placed } from './org-file-issues.ts';
import type { Path } from './org-file-lines.ts';
import type { pairShape } from './org-file-shape.ts';
import { text } from './said.ts';

type Written = z.output<typeof pairShape>['agreement'];

const EXAMPLE = '05-QC/UBKTTU';

/** Regulations of coordination bear longer types than QC alone: "01-QCPH/UBKTTU-UBKTĐUCA". */
const LONGER_TYPE = /^\d{1,5}-QC\p{L}+\/\S+$/u;

/** Its symbol and its day stand together, and the symbol is one. `path` is of the pair. */
export function checkAgreement(path: Path, written: Written): Placed[] {
  const { symbol, day } = written;
  const place = (field: string) => [...path, 'agreement', field];
  if (symbol === undefined) {
    const alone = (['day', 'issuers'] as const).find((field) => written[field] !== undefined);
    return alone ? [{ path: place(alone), text: text('admin-org-agreement-halves') }] : [];
  }
  const read = readSymbol(symbol);
  const refused =
    'example' in read
      ? [{ path: place('symbol'), text: text('admin-org-agreement-symbol', { value: symbol, ...read }) }]
      : [];
  return day === undefined
    ? [...refused, { path: place('symbol'), text: text('admin-org-agreement-halves') }]
    : refused;
}

/** What was checked, as a document; undefined where the file does not say. */
export function agreementOf({ symbol, day, issuers }: Written): Agreement | undefined {
  if (symbol === undefined || day === undefined) return undefined;
  const read = readSymbol(symbol);
  if ('example' in read) throw new Error(`a symbol that was not checked: ${symbol}`);
  return { symbol: read.symbol, day, ...(issuers === undefined ? {} : { issuers }) };
}

function readSymbol(written: string): { symbol: string } | { example: string } {
  const read = parseSymbol(written);
  if (read.kind === 'ok') return { symbol: read.symbol };
  const longer = read.why === 'unknown-type' ? insistedSymbol(written) : undefined;
  if (longer !== undefined && LONGER_TYPE.test(longer)) return { symbol: longer };
  return { example: read.suggestion ?? EXAMPLE };
}
