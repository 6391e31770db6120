import type { Paragraph, Table } from 'docx';
import { HEAD_COLUMNS, ISSUER_SIGNS, SUBJECT_LINES, SUBJECT_SIGNS } from './letter-layout.ts';
import { centred, centredLines, twoColumns } from './letter-parts.ts';
import { partyTitle } from './letter-titles.ts';
import { balanced, balancedWithin } from './line-breaks.ts';
import { paperMonth } from './paper-day.ts';
import { type Issuer, upper } from './wording.ts';

const OPEN = '…';

export type Head = {
  issuer: Issuer;
  place?: string | undefined;
  day?: string | undefined;
  year: number;
  /** The letters of its symbol: "CV", "BC". */
  docType: string;
  /** What follows "về việc"; what has a title below has none here. */
  about?: string | undefined;
};

/** The issuer with its star, number and subject at the left; the Party's name, place and date at the right. */
export function headTable({ issuer, place, day, year, docType, about }: Head): Table {
  const superior = issuer.superior ? [issuerLines(issuer.superior)] : [];
  return twoColumns([
    [[...superior, issuerLines(issuer.body, true), centred('*')], partyTitle(HEAD_COLUMNS[1])],
    [
      // No colon after "Số": the number is given by the office that registers the document.
      [centred(`Số ${OPEN}-${docType}/${OPEN}`), ...(about === undefined ? [] : [subject(about)])],
      [centred(dateLine(place, day, year), { italics: true })],
    ],
  ]);
}

const issuerLines = (name: string, bold = false): Paragraph =>
  centredLines(balanced(upper(name), ISSUER_SIGNS), { bold });

const subject = (about: string): Paragraph =>
  centredLines(balancedWithin(`về việc ${about}`, SUBJECT_SIGNS, SUBJECT_LINES), {
    italics: true,
    small: true,
  });

/** "[Địa danh], ngày 05 tháng 02 năm 2026"; what is not known stays open. */
export function dateLine(place: string | undefined, day: string | undefined, year: number): string {
  const [ofYear = String(year), month, date = OPEN] = day?.split('-') ?? [];
  const ofMonth = month === undefined ? OPEN : paperMonth(Number(month));
  return `${place ?? '[Địa danh]'}, ngày ${date} tháng ${ofMonth} năm ${ofYear}`;
}
