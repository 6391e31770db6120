import { loadConfig, systemLanguage } from '../config.ts';
import { explainStart } from '../start-fault.ts';
import { openDesk } from './open-desk.ts';
import { runAdmin } from './run.ts';

const closings: (() => Promise<void>)[] = [];

// `admin … | head` closes the pipe under us: what is being done is done all the same, and no more is said.
for (const output of [process.stdout, process.stderr])
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

try {
  process.exitCode = await runAdmin(
    process.argv.slice(2),
    (locale) => {
      const { desk, close } = openDesk(
        locale,
        loadConfig,
        (line) => process.stdout.write(`${line}\n`),
        complain,
      );
      closings.push(close);
      return desk;
    },
    systemLanguage(),
  );
} catch (error) {
  complain(lineOf(error));
  process.exitCode = 1;
} finally {
  for (const close of closings) await close();
}

/** What stops a start stops a line of this as well, and is said alike. */
function lineOf(error: unknown): string {
  const parsed = loadConfig();
  const fault = parsed.ok ? explainStart(error, parsed.config) : undefined;
  if (fault?.isKnown) return fault.line;
  return error instanceof Error ? error.message : String(error);
}

function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}
