import type { Agreement } from '../domain/agreement.ts';
import { DOCUMENT_NAMES, isDocumentType } from '../domain/symbol.ts';
import { shownDay } from './paper-day.ts';

/**
 * "Quy chế số 05-QC/UBKTTU, ngày 12/3/2026 của … về phối hợp công tác kiểm tra, giám sát"; blanks where the number is not known. A
 * symbol of another type is that of the document that it was issued with.
 */
export function agreementWords(agreement: Agreement | undefined): string {
  if (!agreement) return 'Quy chế phối hợp số …-QC/…, ngày …/…/…';
  const { symbol, day, issuers } = agreement;
  const numbered = `số ${symbol}, ngày ${shownDay(day)}`;
  const by = issuers === undefined ? '' : ` của ${issuers}`;
  const [, type = ''] = /^\d+-([^/]+)\//u.exec(symbol) ?? [];
  if (!type.startsWith('QC') && isDocumentType(type))
    return `Quy chế phối hợp ban hành kèm theo ${DOCUMENT_NAMES[type]} ${numbered}${by}`;
  if (issuers === undefined) return `Quy chế phối hợp ${numbered}`;
  return `Quy chế ${numbered}${by} về phối hợp công tác kiểm tra, giám sát`;
}
