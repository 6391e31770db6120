import type { DocumentType } from '../domain/symbol.ts';
import { writeDraft } from './draft-document.ts';
import { bodyParagraphs } from './letter-body.ts';
import { endTable } from './letter-end.ts';
import { headTable } from './letter-head.ts';
import { gap } from './letter-parts.ts';
import { titleBlock } from './letter-titles.ts';
import type { Issuer } from './wording.ts';

/**
 * A part of the text. `section` (I-), `point` (1.), `letter` (a) and `dash` (-) are numbered here; `text` is a paragraph. `isTitle`: of what
 * follows, bold as a section is.
 */
export type Block = {
  level: 'text' | 'section' | 'point' | 'letter' | 'dash';
  text: string;
  isTitle?: boolean;
};

/** An official letter (công văn) as data, of no channel; Vietnamese always, names as they were entered. */
export type Letter = {
  issuer: Issuer;
  /** Where it is signed; left open when unknown. */
  place?: string;
  /** 'YYYY-MM-DD'; day and month stay open without it. */
  day?: string;
  year: number;
  /** What follows "về việc" beside the number, or stands whole below a title. */
  about: string;
  /** Whom "Kính gửi" names; nobody in what has a title. */
  to: string[];
  paragraphs: Block[];
  /** The title under "T/M"; the name stays open when unknown. */
  signer: { title: string; name?: string };
  /** Of a document that says its name, "THÔNG BÁO" of the type "TB": whom it goes to is said below "Nơi nhận" only. */
  titled?: { name: string; docType: DocumentType; copies: string[] };
};

/** The letter as DOCX in the layout of party documents, every page marked "DỰ THẢO". */
export const writeLetter = (letter: Letter): Promise<Buffer> =>
  letter.titled
    ? writeTitled(letter, letter.titled)
    : writeDraft(`công văn: ${letter.about}`, [
        headTable({ ...letter, docType: 'CV' }),
        ...bodyParagraphs(letter),
        gap(),
        endTable(letter),
      ]);

const writeTitled = (
  letter: Letter,
  { name, docType, copies }: NonNullable<Letter['titled']>,
): Promise<Buffer> =>
  writeDraft(`${name.toLocaleLowerCase('vi')}: ${letter.about}`, [
    headTable({ ...letter, about: undefined, docType }),
    ...titleBlock(name, letter.about),
    ...bodyParagraphs(letter),
    gap(),
    endTable(letter, copies),
  ]);
