import type { Table } from 'docx';
import { centred, twoColumns } from './letter-parts.ts';
import { type Issuer, upper } from './wording.ts';

const OPEN = '…';

export type Head = {
  issuer: Issuer;
  place?: string | undefined;
  day?: string | undefined;
  year: number;
  /** The letters of its symbol: "CV", "BC". */
  docType: string;
  /** What follows "V/v"; a report has its title below instead. */
  about?: string;
};

/** The issuer with its star, number and subject at the left; the Party's name, place and date at the right. */
export function headTable({ issuer, place, day, year, docType, about }: Head): Table {
  const superior = issuer.superior ? [centred(upper(issuer.superior))] : [];
  return twoColumns([
    [
      [...superior, centred(upper(issuer.body), { bold: true }), centred('*')],
      [centred('ĐẢNG CỘNG SẢN VIỆT NAM', { bold: true, underline: true })],
    ],
    [
      // No colon after "Số": the number is given by the office that registers the document.
      [
        centred(`Số ${OPEN}-${docType}/${OPEN}`),
        ...(about === undefined ? [] : [centred(`V/v ${about}`, { italics: true, small: true })]),
      ],
      [centred(dateLine(place, day, year), { italics: true })],
    ],
  ]);
}

/** "[Địa danh], ngày 05 tháng 02 năm 2026"; what is not known stays open. */
export function dateLine(place: string | undefined, day: string | undefined, year: number): string {
  const [ofYear = String(year), month = OPEN, date = OPEN] = day?.split('-') ?? [];
  return `${place ?? '[Địa danh]'}, ngày ${date} tháng ${month} năm ${ofYear}`;
}
