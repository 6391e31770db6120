import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

/** Files that put something of their own in a module's place, or weigh their own process. */
const APART = ['test/integration/forged-names.test.ts', 'test/unit/{relay,picture-memory}.test.ts'];

/** Globs, by commas: what another run has seen. vitest asks no project about its own --exclude. */
const LEFT_OUT = process.env.TESTS_LEFT_OUT?.split(',') ?? [];

export default defineConfig({
  test: {
    globalSetup: ['test/support/global-setup.ts'],
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 3, // many tests wait for a program of their own
    pool: 'forks',
    projects: [
      // A worker loads the program once for all its files, which takes it longer than most of them.
      {
        extends: true,
        test: {
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: [...APART, ...LEFT_OUT],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'apart', include: APART, exclude: LEFT_OUT } },
    ],
  },
});
