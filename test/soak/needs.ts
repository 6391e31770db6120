import { spawnSync } from 'node:child_process';
import { chooseAccount } from '../../db/embedded-account.ts';
import { findBinaries } from '../../db/embedded-binaries.ts';
import { realClockEnv } from '../support/real-clock-env.ts';

/** What a soak wants and this machine does not have, in one line; undefined: nothing. */
export function missingForSoak(): string | undefined {
  if (spawnSync('redis-server', ['--version'], { env: realClockEnv() }).status !== 0)
    return 'The soak wants redis-server in the PATH: install Redis 6.2 or newer.';
  try {
    findBinaries(chooseAccount());
    return undefined;
  } catch (error) {
    return `The soak wants the packaged Postgres: ${(error as Error).message}`;
  }
}
