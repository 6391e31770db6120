import { expect, test } from 'vitest';
import { z } from 'zod';
import { defineJob, parseJobData } from '../../src/queue/define-job.ts';

const loose = defineJob({
  name: 'remind',
  schema: z.object({ id: z.union([z.number(), z.string(), z.array(z.number())]) }),
  run: async () => {},
});

test('ids go through: numbers, short words, lists of numbers', () => {
  for (const id of [
    7,
    -1_001_234_567_890,
    'PH-2026-001',
    'd0f5a6e2-8d25-4d2b-9f36-0d5f1d7e9a11',
    [1, 2, 3],
  ]) {
    expect(parseJobData(loose, { id })).toEqual({ data: { id } });
  }
});

test.each([
  ['a long text', 'x'.repeat(65)],
  ['a sentence', 'please come'],
  ['a name with accents', 'Dũng'],
  ['a long list', Array.from({ length: 501 }, (_, index) => index)],
])('%s is refused even where the schema of the job allows it', (_, id) => {
  expect(parseJobData(loose, { id })).toMatchObject({ refused: [expect.stringMatching(/^id: /)] });
});

test('a refusal names the field and never quotes the value', () => {
  const refusal = JSON.stringify(parseJobData(loose, { id: 'a secret visit' }));
  expect(refusal).toContain('id: ');
  expect(refusal).not.toContain('secret');
});

test('a job runs one at a time with three attempts unless it says otherwise', () => {
  expect(loose).toMatchObject({ concurrency: 1, attempts: 3 });
  const eager = defineJob({
    name: 'sweep',
    schema: z.object({}),
    concurrency: 4,
    attempts: 1,
    run: async () => {},
  });
  expect(eager).toMatchObject({ concurrency: 4, attempts: 1 });
});

test.each(['send:message', '12', 'Send', ''])('a job cannot be named %j', (name) => {
  expect(() => defineJob({ name, schema: z.object({}), run: async () => {} })).toThrow('lower case');
});
