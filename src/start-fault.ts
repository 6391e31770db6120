import { MigrationError, OwnerNotReached } from '../db/migrate.ts';
import type { Config } from './config.ts';
import { cutSecrets } from './log.ts';
import { QueueNotMade } from './queue/postgres-backend.ts';
import { TelegramRefused } from './telegram/reach.ts';

/** One plain line about a start that failed; `isKnown` false: nobody foresaw it, and the log should have the rest. */
export type StartFault = { line: string; isKnown: boolean };

type Settings = Pick<
  Config,
  'databaseUrl' | 'databaseOwnerUrl' | 'dataDir' | 'host' | 'port' | 'metricsHost' | 'metricsPort'
>;

const AWAY = [
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'],
  ...['CONNECT_TIMEOUT', 'CONNECTION_CLOSED', 'CONNECTION_ENDED', 'CONNECTION_DESTROYED', '57P03', '53300'],
];
const NOT_LET_IN = ['28P01', '28000', '42501'];
const FILE = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT', 'ENOSPC', 'EDQUOT'];

/** Says what an operator can do about it, by the name of the setting; no secret of a setting comes into it. */
export function explainStart(error: unknown, settings: Settings): StartFault {
  const line = knownLine(error, settings);
  if (line !== undefined) return { line: cutSecrets(line), isKnown: true };
  const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return { line: cutSecrets(`The program could not start: ${first}`), isKnown: false };
}

function knownLine(error: unknown, settings: Settings): string | undefined {
  if ([TelegramRefused, MigrationError, QueueNotMade].some((known) => error instanceof known))
    return (error as Error).message;
  const { code = '', syscall, port, address } = partsOf(error);
  if (syscall === 'listen') return listenLine(code, settings, port, address);
  const where = whereOf(settings, error instanceof OwnerNotReached);
  if (AWAY.includes(code)) return `${where} cannot be reached (${code}). Is Postgres running there?`;
  if (NOT_LET_IN.includes(code))
    return `${where} does not let this user in (${code}). Look at the user and the password.`;
  if (code === '3D000') return `${where} has no database of this name (${code}). Make it with createdb.`;
  if (FILE.includes(code) && settings.databaseUrl === undefined)
    return `DATA_DIR: ${settings.dataDir} cannot be written (${code}). Name a folder that this user may write.`;
  return undefined;
}

/** The error of a free port, 0, bears none. */
function listenLine(code: string, settings: Settings, port = 0, address?: string): string {
  const isMetrics = port === settings.metricsPort && (port !== 0 || address === settings.metricsHost);
  const door = isMetrics ? 'METRICS_' : '';
  if (code === 'EADDRNOTAVAIL') return `${door}HOST: this machine has no address ${address} (${code}).`;
  const where = `${port} on ${(isMetrics ? settings.metricsHost : settings.host) ?? 'all addresses'}`;
  if (code === 'EADDRINUSE')
    return `${door}PORT: ${where} is taken by another program. Example: ${door}PORT=${port + 10}`;
  return `${door}PORT: this user may not listen on ${where} (${code}).`;
}

/** Without user and password. */
function whereOf({ databaseUrl, databaseOwnerUrl, dataDir }: Settings, isOwner: boolean): string {
  if (databaseUrl === undefined) return `The Postgres of DATA_DIR (${dataDir})`;
  const { hostname, port, pathname } = new URL((isOwner && databaseOwnerUrl) || databaseUrl);
  return `DATABASE_${isOwner ? 'OWNER_' : ''}URL: ${hostname || 'the local socket'}:${port || 5432}${pathname}`;
}

type Parts = { code?: string; syscall?: string; port?: number; address?: string };

/** A driver may wrap the error that says it. */
function partsOf(error: unknown): Parts {
  if (!(error instanceof Error)) return {};
  if ('code' in error && typeof error.code === 'string') return error as Parts;
  return partsOf(error.cause);
}
