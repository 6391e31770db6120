import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseHtml } from '../simulator/html-entities.ts';

describe('HTML that parses', () => {
  test.each([
    ['<b>a</b><strong>b</strong>', ['bold', 'bold']],
    ['<i>a</i><em>b</em><u>c</u><ins>d</ins>', ['italic', 'italic', 'underline', 'underline']],
    ['<s>a</s><strike>b</strike><del>c</del>', ['strikethrough', 'strikethrough', 'strikethrough']],
    ['<span class="tg-spoiler">a</span><tg-spoiler>b</tg-spoiler>', ['spoiler', 'spoiler']],
    ['<code>a</code><pre>b</pre>', ['code', 'pre']],
    [
      '<blockquote>a</blockquote><blockquote expandable>b</blockquote>',
      ['blockquote', 'expandable_blockquote'],
    ],
  ])('%s', (html, types) => {
    expect(parseHtml(html).entities.map(({ type }) => type)).toEqual(types);
  });

  test('offsets count UTF-16 units, outer entities come first', () => {
    expect(parseHtml('🏟 <b>x <i>y</i></b>')).toEqual({
      text: '🏟 x y',
      entities: [
        { type: 'bold', offset: 3, length: 3 },
        { type: 'italic', offset: 5, length: 1 },
      ],
    });
  });

  test('links, times and programming languages carry their attributes', () => {
    expect(parseHtml('<a href="https://t.me/bot?start=a&amp;b=1">mở</a>').entities).toEqual([
      { type: 'text_link', offset: 0, length: 2, url: 'https://t.me/bot?start=a&b=1' },
    ]);
    expect(parseHtml('<tg-time unix="1647531900" format="wDT">17h00</tg-time>').entities).toEqual([
      { type: 'date_time', offset: 0, length: 5, unix_time: 1647531900, date_time_format: 'wDT' },
    ]);
    expect(parseHtml('<pre><code class="language-ts">x</code></pre>').entities).toEqual([
      { type: 'pre', offset: 0, length: 1, language: 'ts' },
    ]);
  });

  test('the four named references and numbers are read; a lone ampersand stands', () => {
    expect(parseHtml('&lt;&gt;&amp;&quot;&#272;&#x1EA1; A & B').text).toBe('<>&"Đạ A & B');
  });
});

describe('HTML that does not', () => {
  test.each([
    ['<p>a</p>', 'Unsupported start tag "p" at byte offset 0'],
    ['a < b', 'Unsupported start tag "" at byte offset 2'],
    ['ạ<i', 'Unclosed start tag at byte offset 3'],
    ['<b>a', 'Can\'t find end tag corresponding to start tag "b"'],
    ['a</b>', 'Unexpected end tag at byte offset 1'],
    ['<b>a</b', 'Unclosed end tag at byte offset 4'],
    ['<b><i>a</b></i>', 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'],
    ['<span>a</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['<a href="x>a</a>', 'Unclosed start tag at byte offset 0'],
    ['<a ="x">a</a>', 'Empty attribute name in the tag "a" at byte offset 0'],
    ['<tg-time unix="mai">a</tg-time>', 'Invalid date specified'],
    ['a&nbsp;b', 'Unsupported entity "&nbsp;" at byte offset 1'],
    ['&#xD800;', 'Unsupported entity "&#xD800;" at byte offset 0'],
  ])('%s', (html, why) => {
    expect(() => parseHtml(html)).toThrow(`Bad Request: can't parse entities: ${why}`);
  });
});

test('any text, escaped, comes back as it was and without entities', () => {
  const escaped = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(parseHtml(escaped(text))).toEqual({ text, entities: [] });
    }),
  );
});
