import { expect, test } from 'vitest';
import { captionOf } from '../../src/telegram/put-on-wire.ts';

test('a caption within Telegram’s limit stays whole', () => {
  const text = ['<b>PH-2026-001</b>', 'x'.repeat(1000)].join('\n');
  expect(captionOf(text)).toBe(text);
});

test('a longer one keeps the whole lines that fit, so that no tag is cut', () => {
  const lines = ['PH-2026-001', 'a'.repeat(600), `<b>${'b'.repeat(600)}</b>`, 'c'];
  expect(captionOf(lines.join('\n'))).toBe(lines.slice(0, 2).join('\n'));
});
