import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import { render } from '../../src/telegram/render.ts';
import { act } from '../../src/usecases/actions/index.ts';
import { button, strong, text } from '../../src/usecases/said.ts';

const now = DateTime.fromISO('2026-11-23T09:00:00+07:00');
const plain = (words: string) => text('plain', { text: words });
const buttons = (count: number) =>
  Array.from({ length: count }, () => button('button-substitute', act('substitute', { requestId: 1 })));
const labels = (message: Parameters<typeof render>[1]) =>
  render('vi', message, now).keyboard.map((row) => row.map((one) => one.text).join(' | '));

test('what is seen first is bold, what was typed never is', () => {
  const { text: html } = render(
    'vi',
    {
      lines: [strong(plain('<b>x</b>')), text('plain', { text: { strong: '1 < 2' } })],
      buttons: [],
    },
    now,
  );
  expect(html.split('\n')).toEqual(['<b>&lt;b&gt;x&lt;/b&gt;</b>', '<b>1 &lt; 2</b>']);
});

test('further lines are folded away under the others', () => {
  const { text: html } = render(
    'vi',
    { lines: [plain('a')], more: [plain('b'), plain('c')], buttons: [] },
    now,
  );
  expect(html).toBe('a\n<blockquote expandable>b\nc</blockquote>');
});

test('of more than five rows the last shows the others; where nothing shows them all stand', () => {
  const others = act('card', { id: 1, part: 'all' });
  expect(labels({ lines: [], buttons: buttons(5), others })).toHaveLength(5);
  expect(labels({ lines: [], buttons: buttons(8), others })).toHaveLength(5);
  expect(labels({ lines: [], buttons: buttons(8), others }).at(-1)).toBe('Việc khác');
  expect(labels({ lines: [], buttons: buttons(8) })).toHaveLength(8);
});
