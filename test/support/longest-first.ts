import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, in order: begun last, one of them would run on alone. */
const LONGEST = [
  'smoke/year',
  'integration/restored-life',
  'smoke/soak',
  'smoke/many-pairs',
  'smoke/playground-journey',
  'smoke/playground',
  'smoke/fuzz',
  'integration/form-walk',
  'smoke/telegram-away',
  'integration/outage',
  'integration/embedded-login',
  'unit/hostile-files',
  'smoke/start-faults',
  'smoke/npm-signals',
  'smoke/crash-points',
  'integration/role-table',
  'smoke/plan',
  'unit/noise-year',
  'unit/hostile-rows',
].map((name) => `/test/${name}.test.ts`);

/** The long files first, the rest as vitest has them: by what they took before, else by size. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(name));
      return at === -1 ? LONGEST.length : at;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}
