import { backup } from './backup.ts';
import { confirm } from './confirm.ts';
import type { Subcommand } from './desk.ts';
import { erase } from './erase-person.ts';
import { exportData } from './export-person.ts';
import { help } from './help.ts';
import { importFile } from './import.ts';
import { invite } from './invite.ts';
import { people } from './people.ts';
import { restore } from './restore.ts';
import { verify } from './verify.ts';

/** The subcommands, in the order of the help. */
export const subcommands: Subcommand[] = [
  importFile,
  people,
  invite,
  confirm,
  verify,
  backup,
  restore,
  exportData,
  erase,
  help,
];
