import { isTransient, withoutValues } from '../../../db/client.ts';
import { makeLogCsv, makeLogProof } from '../chain/log-files.ts';
import { makeWeeks } from '../digest/weeks-file.ts';
import { makeCalendarFile, makeCardCalendar } from '../feed/calendar-files.ts';
import { findActorByPerson } from '../find-actor.ts';
import { makeExchangeLetter } from '../letter/exchange-letter.ts';
import { makeLetterFile } from '../letter/letter-file.ts';
import type { Claimed } from '../outbox/claim.ts';
import { makeReportCsv, makeReportDocx, makeReportPng, makeReportXlsx } from '../report/report-files.ts';
import { message, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import type { Facts } from './facts.ts';
import type { Composed } from './index.ts';

/**
 * Makes a file and its caption from the ids of a row. Looks again at whether the person may see what it speaks of: since the
 * tap they may have left. A bug may throw; nothing that it wrote stays.
 */
export type MakeFile = (work: Work, actor: Actor, row: Claimed) => Promise<Composed>;

/** The kinds of files. A new one: its file, and its line here. */
const FILES = {
  letter: makeLetterFile,
  'exchange-letter': makeExchangeLetter,
  'log-csv': makeLogCsv,
  'log-proof': makeLogProof,
  weeks: makeWeeks,
  calendar: makeCalendarFile,
  'card-calendar': makeCardCalendar,
  'report-xlsx': makeReportXlsx,
  'report-docx': makeReportDocx,
  'report-csv': makeReportCsv,
  'report-png': makeReportPng,
} satisfies Record<string, MakeFile>;

export type FileKind = keyof typeof FILES;

const isFileKind = (make: string | undefined): make is FileKind => make !== undefined && make in FILES;

/** A file for one person, made now; one that cannot be made is told to them instead, and holds up nobody else. */
export async function composeFile(_: Facts, row: Claimed, work: Work): Promise<Composed> {
  const { make } = row.ref;
  const actor = row.personId === null ? undefined : await findActorByPerson(work, row.personId);
  if (!isFileKind(make) || actor?.chatId !== row.chatId) return { skip: 'gone' };
  try {
    return await work.tx.transaction((tx) => FILES[make]({ ...work, tx }, actor, row));
  } catch (fault) {
    if (isTransient(fault)) throw fault;
    return { message: message([text('file-not-made')]), fault: withoutValues(fault) };
  }
}
