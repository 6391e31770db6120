import { isTransient, withoutValues } from '../../../db/client.ts';
import { findActorByPerson } from '../find-actor.ts';
import type { Claimed, ClaimedHead } from '../outbox/claim.ts';
import type { FileKind, FileRefOf } from '../outbox/refs.ts';
import { message, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import type { Composed } from './index.ts';
import type { Loaded } from './load-spoken-of.ts';

/**
 * Makes a file and its caption from the ids of a row. Looks again at whether the person may see what it speaks of: since the
 * tap they may have left. A bug may throw; nothing that it wrote stays.
 */
export type MakeFile<Kind extends FileKind = FileKind> = (
  work: Work,
  actor: Actor,
  row: FileRow<Kind>,
) => Promise<Composed>;

/** A row of a file, with what it is made of. */
export type FileRow<Kind extends FileKind = FileKind> = ClaimedHead & {
  kind: 'file';
  ref: FileRefOf<Kind>;
};

const reports = () => import('../report/report-files.ts');
const calendars = () => import('../feed/calendar-files.ts');
const plans = () => import('../plan/plan-files.ts');
const annexes = () => import('../plan/annex-files.ts');
const logs = () => import('../chain/log-files.ts');

/**
 * The kinds of files. A new one: its file, and its line here. Loaded when the first of them is made: what writes workbooks and charts
 * takes a second and tens of megabytes that most processes never need.
 */
const FILES = {
  letter: async () => (await import('../letter/letter-file.ts')).makeLetterFile,
  'exchange-letter': async () => (await import('../letter/exchange-letter.ts')).makeExchangeLetter,
  'log-csv': async () => (await logs()).makeLogCsv,
  'log-proof': async () => (await logs()).makeLogProof,
  weeks: async () => (await import('../digest/weeks-file.ts')).makeWeeks,
  calendar: async () => (await calendars()).makeCalendarFile,
  'card-calendar': async () => (await calendars()).makeCardCalendar,
  'plan-year': async () => (await import('../plan/year-file.ts')).makePlanYear,
  'plan-month': async () => (await import('../plan/month-file.ts')).makePlanMonth,
  'plan-cover': async () => (await import('../plan/cover-file.ts')).makePlanCover,
  'report-xlsx': async () => (await reports()).makeReportXlsx,
  'report-docx': async () => (await reports()).makeReportDocx,
  'report-csv': async () => (await reports()).makeReportCsv,
  'plan-template': async () => (await plans()).makePlanTemplate,
  'plan-xlsx': async () => (await plans()).makePlanXlsx,
  'plan-annex-docx': async () => (await annexes()).makeAnnexDocx,
  'plan-annex-xlsx': async () => (await annexes()).makeAnnexXlsx,
  'report-png': async () => (await reports()).makeReportPng,
} satisfies { [Kind in FileKind]: () => Promise<MakeFile<Kind>> };

/** A file for one person, made now; one that cannot be made is told to them instead, and holds up nobody else. */
export async function composeFile(_: Loaded, row: Claimed<'file'>, work: Work): Promise<Composed> {
  const { make } = row.ref;
  const actor = row.personId === null ? undefined : await findActorByPerson(work, row.personId);
  if (actor?.chatId !== row.chatId) return { skip: 'gone' };
  try {
    const makeFile = (await FILES[make]()) as MakeFile;
    return await work.tx.transaction((tx) => makeFile({ ...work, tx }, actor, row));
  } catch (fault) {
    if (isTransient(fault)) throw fault;
    return { message: message([text('file-not-made')]), fault: withoutValues(fault) };
  }
}
