import { readFile } from 'node:fs/promises';
import { type Refused, refuse } from '../usecases/said.ts';

/** What BACKUP_PASSPHRASE and BACKUP_RECIPIENTS say. */
export type BackupSettings = { passphrase: string | undefined; recipients: string[] };

/** What a backup is sealed with; `plain`: nothing, because the operator said so. */
export type SealingKey =
  | { kind: 'plain' }
  | { kind: 'passphrase'; passphrase: string }
  | { kind: 'recipients'; recipients: string[] };

/** What a sealed backup is opened with: the passphrases and identities are all tried. */
export type OpeningKeys = { passphrases: string[]; identities: string[] };

type Options = Record<string, string | boolean | undefined>;

/** A weaker one is guessed in an afternoon, however slow a guess is made. */
const SHORTEST_PASSPHRASE = 12;

/** The key for a new backup: --plain, else --passphrase-file, else the recipients or the passphrase of the settings; with none of them it is refused. */
export async function sealingKey(options: Options, settings: BackupSettings): Promise<SealingKey | Refused> {
  const path = options['passphrase-file'];
  if (options.plain && path !== undefined) return refuse('admin-backup-two-keys');
  if (options.plain) return { kind: 'plain' };
  if (typeof path === 'string') {
    const passphrase = await readPassphrase(path);
    return typeof passphrase === 'string' ? { kind: 'passphrase', passphrase } : passphrase;
  }
  if (settings.recipients.length > 0) return { kind: 'recipients', recipients: settings.recipients };
  if (settings.passphrase !== undefined) return { kind: 'passphrase', passphrase: settings.passphrase };
  return refuse('admin-backup-no-key');
}

/** The keys to open a backup with: --passphrase-file and --identity, else the passphrase of the settings. */
export async function openingKeys(
  options: Options,
  settings: BackupSettings,
): Promise<OpeningKeys | Refused> {
  const [path, identity] = [options['passphrase-file'], options.identity];
  const keys: OpeningKeys = { passphrases: [], identities: [] };
  if (typeof path === 'string') {
    const passphrase = await readPassphrase(path);
    if (typeof passphrase !== 'string') return passphrase;
    keys.passphrases.push(passphrase);
  }
  if (typeof identity === 'string') {
    const identities = await readIdentities(identity);
    if (!Array.isArray(identities)) return identities;
    keys.identities.push(...identities);
  }
  const isGiven = keys.passphrases.length + keys.identities.length > 0;
  if (!isGiven && settings.passphrase !== undefined) keys.passphrases.push(settings.passphrase);
  return keys;
}

/** The first line of a file. */
async function readPassphrase(path: string): Promise<string | Refused> {
  const source = await readText(path);
  if (typeof source !== 'string') return source;
  const [first = ''] = source.split(/\r?\n/);
  return first.length < SHORTEST_PASSPHRASE
    ? refuse('admin-backup-passphrase-short', { count: SHORTEST_PASSPHRASE })
    : first;
}

/** The secret keys of a file as age-keygen writes it; lines with # are comments. */
async function readIdentities(path: string): Promise<string[] | Refused> {
  const source = await readText(path);
  if (typeof source !== 'string') return source;
  const found = source.split(/\r?\n/).filter((line) => /^AGE-SECRET-KEY-(PQ-)?1/.test(line));
  return found.length === 0 ? refuse('admin-backup-no-identity') : found.map((line) => line.trim());
}

async function readText(path: string): Promise<string | Refused> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'EIO';
    return refuse('admin-file-unreadable', { code });
  }
}
