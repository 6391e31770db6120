import { expect, test } from 'vitest';
import { fileSize } from '../simulator/playground/page/file-size.ts';

test.each([
  [512, '512 B', '512 B'],
  [1024, '1,0 KB', '1.0 KB'],
  [9_626, '9,4 KB', '9.4 KB'],
  [1_258_291, '1,2 MB', '1.2 MB'],
])('%d bytes are shown as %s, in English %s', (bytes, vi, en) => {
  expect([fileSize(bytes, 'vi'), fileSize(bytes, 'en')]).toEqual([vi, en]);
});
