import { DateTime } from 'luxon';
import { beginClock } from '../../src/usecases/begin-clock.ts';
import { type Office, openOffice } from '../../src/usecases/begin-work.ts';
import type { TestDatabase } from './database.ts';

/** Where business time begins in every test that names no day of its own: a plain Monday of a year whose days off are announced. */
export const START = '2026-11-23T09:00:00+07:00';

/** Business time of a database in which nothing has happened begins at START; throws when something has. */
export async function beginAtStart(office: Office): Promise<void> {
  if (!(await beginClock(office, DateTime.fromISO(START)))) throw new Error('something has happened already');
}

/** An office on a new test database, its business time begun at START and going on with the wall's. */
export async function openOfficeAtStart({ db }: Pick<TestDatabase, 'db'>): Promise<Office> {
  const office = openOffice(db);
  await beginAtStart(office);
  return office;
}
