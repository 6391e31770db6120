import type { DateTime } from 'luxon';
import type { Agreement } from '../domain/agreement.ts';
import type { PlannedSession } from '../domain/change.ts';
import type { Covered } from '../domain/covered.ts';
import { type Inspected, twoDigits } from '../domain/inspected.ts';
import type { Mode, SubjectBody } from '../domain/inspection.ts';
import type { Kind } from '../domain/kinds.ts';
import { agreementWords } from './agreement-words.ts';
import type { Block, Letter } from './letter.ts';
import { shownHour } from './paper-day.ts';
import type { Sent } from './sent-people.ts';
import { issuerOf } from './wording.ts';

/** What an inspection is, in names: a version as a letter speaks of it. `windowTo` excluded. Never of a sensitive kind (C4). */
export type Content = Covered &
  Inspected & {
    /** The organisation alone, and with the members that are inspected. */
    organisation: string;
    target: string;
    kind: Kind;
    subject: string | null;
    subjectBody: SubjectBody;
    lead: string;
    partner: string;
    mode: Mode;
    windowFrom: string;
    windowTo: string;
    sessions: PlannedSession[];
    /** Whom the side that writes sends; empty: somebody, not named yet; absent: nobody. */
    sent?: readonly Sent[] | undefined;
  };

/** "Chi bộ Y và 02 đồng chí", "02 đồng chí thuộc Chi bộ Y". */
export function inspectedWords(organisation: string, { memberCount, isOfMembers }: Inspected): string {
  if (memberCount === 0) return organisation;
  const members = `${twoDigits(memberCount)} đồng chí`;
  return isOfMembers ? `${members} thuộc ${organisation}` : `${organisation} và ${members}`;
}

/** Who writes to whom, and how the relation of the agreement lets them speak. */
export type Parties = {
  /** Names of the committees as entered. */
  issuer: string;
  to: string;
  tone: 'peer' | 'up' | 'down';
  year: number;
  /** What both work by; its number and day stay open when unknown. */
  agreement?: Agreement;
};

/** Another document: its symbol and its day, 'YYYY-MM-DD'. */
export type Reference = { symbol: string; day: string };

/** Who signs for a committee until someone says otherwise. */
const SIGNER = { title: 'Chủ nhiệm' };

/** A letter between two committees; its day and place stay open until it is signed. */
export const letterOf = ({ issuer, to, year }: Parties, about: string, paragraphs: Block[]): Letter => ({
  issuer: issuerOf(issuer),
  year,
  about,
  to: [to],
  paragraphs,
  signer: SIGNER,
});

/** How a letter between two committees begins: by which agreement it is written. */
export const byAgreement = ({ agreement }: Parties): string => `Thực hiện ${agreementWords(agreement)}`;

export const text = (words: string): Block => ({ level: 'text', text: words });

/** "17 giờ 00 ngày 20/11/2026"; left open when nothing is set. */
export const byText = (due: DateTime | undefined, year: number): string =>
  due ? shownHour(due) : `ngày … tháng … năm ${year}`;
