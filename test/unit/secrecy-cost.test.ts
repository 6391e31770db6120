import { expect, test } from 'vitest';
import { findSecret } from '../../src/domain/secrecy.ts';

// By the time of the processor, not of the wall: others work on the machine too. It was 3.3 s while one pattern laid out each case of each gap.
test('the first text that is looked at costs no second: nothing else is answered meanwhile, and a file is given three', () => {
  const before = process.cpuUsage();
  expect(findSecret('Mời dự họp ngày 09/12').kind).toBe('clean');
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1e6).toBeLessThan(1);
});
