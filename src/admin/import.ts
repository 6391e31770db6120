import { replanDigests } from '../usecases/digest/plan-digests.ts';
import { recomputeExchangeDue } from '../usecases/exchange/recompute-exchange-due.ts';
import { importOrg } from '../usecases/import-org.ts';
import type { OrgChange } from '../usecases/import-org-change.ts';
import type { OrgProblem } from '../usecases/org-file.ts';
import { recomputeDue } from '../usecases/request/recompute-due.ts';
import { text } from '../usecases/said.ts';
import type { Desk, ExitCode, Subcommand } from './desk.ts';
import { loadOrgFile } from './read-org-file.ts';
import { describeChange } from './say-change.ts';

/** Checks the organisation file and, when nothing is wrong with it, makes the database say the same. */
export const importFile: Subcommand = {
  name: 'import',
  about: 'admin-about-import',
  usage: 'import FILE [--dry-run]',
  example: 'import examples/org.yaml',
  words: [1, 1],
  options: { 'dry-run': { type: 'boolean' } },
  async run(desk, { positionals, options }) {
    const path = positionals[0]!;
    const read = await loadOrgFile(path);
    if ('problems' in read) return refuse(desk, path, read.problems);
    const dryRun = options['dry-run'] === true;
    const office = await desk.office();
    const result = await office
      .work({ pairs: 'all' }, async (work) => {
        const done = await importOrg(work, read.org);
        if ('calendarChanged' in done && done.calendarChanged) {
          await recomputeDue(work);
          await recomputeExchangeDue(work);
          await replanDigests(work);
        }
        if (dryRun) throw new NotKept(done);
        return done;
      })
      .catch((error: unknown) => {
        if (error instanceof NotKept) return error.result;
        throw error;
      });
    if ('problems' in result) return refuse(desk, path, result.problems);
    tell(desk, result.changes, dryRun);
    return 0;
  },
};

/** Takes a dry run's result out of its transaction, which it rolls back. */
class NotKept extends Error {
  readonly result: Awaited<ReturnType<typeof importOrg>>;

  constructor(result: Awaited<ReturnType<typeof importOrg>>) {
    super('dry run');
    this.result = result;
  }
}

function refuse({ complain, say }: Desk, file: string, problems: OrgProblem[]): ExitCode {
  for (const { line, text: problem } of problems)
    complain(say(text('admin-org-problem', { file, line: String(line), problem })));
  complain(say(text('admin-org-refused', { count: problems.length })));
  return 1;
}

function tell({ print, say }: Desk, changes: OrgChange[], dryRun: boolean): void {
  if (changes.length === 0) {
    print(say(text('admin-import-nothing')));
    return;
  }
  print(...changes.map((change) => say(describeChange(change))));
  const count = (kind: OrgChange['kind']) => changes.filter((change) => change.kind === kind).length;
  const counts = { added: count('added'), changed: count('changed'), ended: count('ended') };
  print(say(text(dryRun ? 'admin-import-would' : 'admin-import-done', counts)));
}
