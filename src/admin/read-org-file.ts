import { readFile } from 'node:fs/promises';
import type { Text } from '../domain/message.ts';
import type { OrgProblem } from '../usecases/org-file.ts';
import { type OrgFile, readOrgFile } from '../usecases/org-file.ts';
import { text } from '../usecases/said.ts';

const LARGEST_BYTES = 20_000_000;

/** The organisation file at a path; a file that is not there, too large or not UTF-8 is a problem of its first line. */
export async function loadOrgFile(path: string): Promise<{ org: OrgFile } | { problems: OrgProblem[] }> {
  const only = (words: Text) => ({ problems: [{ line: 1, text: words }] });
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => error.code ?? 'EIO');
  if (typeof bytes === 'string') return only(text('admin-file-unreadable', { code: bytes }));
  if (bytes.length > LARGEST_BYTES) return only(text('admin-file-large'));
  try {
    return readOrgFile(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof TypeError) return only(text('admin-file-not-utf8'));
    throw error;
  }
}
