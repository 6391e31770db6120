import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DateTime } from 'luxon';
import { openOffice } from '../../src/usecases/begin-work.ts';
import type { Past } from '../simulator/lay-out.ts';
import { startSimulator } from '../simulator/server.ts';
import { adminLine } from './admin-line.ts';
import { makeTestDatabase, type TestDatabase } from './database.ts';
import { startTestApp, type TestApp } from './start-test-app.ts';

const BACKUP = fileURLToPath(new URL('../fixtures/life/backup.jsonl.gz', import.meta.url));
const CHATS = new URL('../fixtures/life/chats.json', import.meta.url);
const EMPTY = 'template1';

/** What stood in the chats when the backup was made; `at`: business time then, `migration` its newest, `lastUpdate` the last it had seen. */
type Chats = Past & { commit: string; migration: string; at: string; lastUpdate: number };

/** `waited`: the ids of what had to be said when the backup was made, but for answers to taps and typing. */
export type RestoredLife = { t: TestApp; chats: Chats; restored: string[]; waited: number[] };

/** The kept life of an older commit, restored by the operator's command into a bare database and so brought up to today, and the program of today on it. */
export async function openRestoredLife(): Promise<RestoredLife> {
  const chats = JSON.parse(readFileSync(CHATS, 'utf8')) as Chats;
  const base = await makeTestDatabase(EMPTY);
  const { code, said } = await adminLine(['restore', BACKUP, '--plain'], base);
  if (code !== 0) throw new Error(said.join('\n'));
  await goBackTo(base, chats.at);
  const waiting = await base.ownerSql<{ id: number }[]>`
    select id::int as id from outbox where state = 'pending' order by id`;
  const sim = await startSimulator({ limits: false, firstUpdateId: chats.lastUpdate + 1 });
  sim.layOut(chats);
  const t = await startTestApp({ base, sim });
  return { t, chats, restored: said, waited: waiting.map((row) => row.id) };
}

/** Business time goes on where it stood, whatever today is; the program itself moves the clock forward only. */
async function goBackTo({ db, ownerSql: sql }: TestDatabase, iso: string): Promise<void> {
  const offsetMs = DateTime.fromISO(iso).toMillis() - openOffice(db).wallNow();
  await sql`alter table clock disable trigger user`;
  await sql`update clock set offset_ms = ${offsetMs}`;
  await sql`alter table clock enable trigger user`;
}
