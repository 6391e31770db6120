import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitParts, takeLabels } from '../../src/domain/one-line.ts';

describe('splitParts', () => {
  it.each([
    ['05-BC/UBKTTU; Chi bộ Y; 07/12/2026', ['05-BC/UBKTTU', 'Chi bộ Y', '07/12/2026']],
    ['a\nb\r\nc', ['a', 'b', 'c']],
    ['a;\nb;\n\n  \nc;', ['a', 'b', 'c']],
    ['a;;c', ['a', '', 'c']],
    [';b', ['', 'b']],
    ['a；b', ['a', 'b']],
    ['  Chi   bộ\u200b ;\u00a0Y ', ['Chi bộ', 'Y']],
    ['chủ trì: UBKT Tỉnh uỷ; 08:30', ['chủ trì: UBKT Tỉnh uỷ', '08:30']],
    ['', []],
    [' ; ;; \n;', []],
  ])('%j has the parts %j', (text, parts) => {
    expect(splitParts(text)).toEqual(parts);
  });

  it('gives the same parts for composed and decomposed text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(splitParts(text.normalize('NFD'))).toEqual(splitParts(text.normalize('NFC')));
      }),
    );
  });

  it('gives its own parts back when they are joined again', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parts = splitParts(text);
        expect(splitParts(parts.join(';'))).toEqual(parts.at(-1) === '' ? parts.slice(0, -1) : parts);
      }),
    );
  });
});

describe('takeLabels', () => {
  const labels = { lead: ['chủ trì', 'lead'], mode: ['hình thức'] };

  it('sorts labelled parts by key and keeps the others in order', () => {
    const parts = ['Chi bộ Y', 'Chu tri: UBKT Tỉnh uỷ', 'Hình thức : phối hợp', '08:30'];
    expect(takeLabels(parts, labels)).toEqual({
      fields: { lead: 'UBKT Tỉnh uỷ', mode: 'phối hợp' },
      rest: ['Chi bộ Y', '08:30'],
      repeated: [],
    });
  });

  it('leaves a part with an unknown label whole', () => {
    expect(takeLabels(['ghi chú: a: b'], labels).rest).toEqual(['ghi chú: a: b']);
  });

  it.each([
    ['hạn 5 ngày làm việc', { due: '5 ngày làm việc' }],
    ['Hạn trả lời trước 30/11', { due: 'trước 30/11' }],
    ['han 30/11/2026', { due: '30/11/2026' }],
    ['Hạn chế, khuyết điểm quý III', {}],
    ['hạn', {}],
  ])('%j says %j without a colon', (part, fields) => {
    const due = { due: ['hạn', 'hạn trả lời'] };
    const taken = takeLabels([part], due, { due: /^(?:truoc )?\d/ });
    expect(taken.fields).toEqual(fields);
    expect(taken.rest).toEqual('due' in fields ? [] : [part]);
  });

  it('keeps the first of a repeated label and names the others whole', () => {
    const taken = takeLabels(['lead: A', 'chủ trì: B', 'CHỦ TRÌ: C'], labels);
    expect(taken.fields.lead).toBe('A');
    expect(taken.repeated).toEqual(['chủ trì: B', 'CHỦ TRÌ: C']);
  });
});
