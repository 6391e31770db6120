import { expect, test } from 'vitest';
import { fold } from '../../src/domain/fold.ts';
import { KIND_KEYS } from '../../src/domain/kinds.ts';
import { readKind } from '../../src/domain/plan-kind.ts';
import { say } from '../../src/locales/index.ts';

const kinds = new Map(
  KIND_KEYS.map((key) => [key, [say('vi', `kind-${key}`), say('en', `kind-${key}`)]] as const),
);
/** The quickest of some runs, in ms: others work on the machine too. */
function quickest(run: () => void): number {
  const times = Array.from({ length: 5 }, () => {
    const from = performance.now();
    run();
    return performance.now() - from;
  });
  return Math.min(...times);
}

test('2,000 differing kinds of a file cost what folding them costs: the names are folded once, not for each row', () => {
  const written = Array.from({ length: 2_000 }, (_, n) => `Giám sát theo yêu cầu số ${n} của Uỷ ban`);
  const folding = quickest(() => written.forEach((one) => void fold(one)));
  const reading = quickest(() => written.forEach((one) => void readKind(one, kinds)));
  // 1.7 on an idle machine; folding all names for each row would be some 19.
  expect(reading / folding).toBeLessThan(6);
}, 60_000);
