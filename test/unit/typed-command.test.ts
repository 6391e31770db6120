import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkedToken, typedCommand } from '../../src/domain/typed-command.ts';

const KNOWN = new Set(['viec', 'lich', 'dexuat', 'trogiup', 'tim']);
const read = (text: string) => {
  const found = typedCommand(text, KNOWN);
  return found && [found.name, text.slice(found.end)];
};

describe('typedCommand', () => {
  it.each([
    ['/viec', ['viec', '']],
    ['/VIEC', ['viec', '']],
    ['/việc', ['viec', '']],
    ['/Lịch tuần', ['lich', ' tuần']],
    ['/đề xuất GS; CB PC02', ['dexuat', ' GS; CB PC02']],
    ['/Trợ giúp', ['trogiup', '']],
    ['/tim viec', ['tim', ' viec']],
    ['/viec@phoihop_bot x', ['viec', ' x']],
    ['/viec,', ['viec', '']],
    ['/không có', ['khong', ' có']],
    ['/viec\nx', ['viec', '\nx']],
  ])('%j is %j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each(['', 'viec', ' /viec', '/', '/ viec', '05-BC/UBKTTU', '/05-BC/UBKTTU', '//'])(
    '%j begins with no command',
    (text) => {
      expect(read(text)).toBeUndefined();
    },
  );

  it('never throws, and takes no more than the text has', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const found = typedCommand(`/${text}`, KNOWN);
        if (found) expect(found.end).toBeLessThanOrEqual(text.length + 1);
      }),
    );
  });
});

describe('linkedToken', () => {
  it.each([
    'https://t.me/phoihop_bot?start=AbC_-9',
    't.me/PhoiHop_bot?start=AbC_-9',
    'https://telegram.me/phoihop_bot/?start=AbC_-9',
    'tg://resolve?domain=phoihop_bot&start=AbC_-9',
    'Đường dẫn mời đồng chí A:\nhttps://t.me/phoihop_bot?start=AbC_-9\nĐề nghị chuyển trực tiếp.',
  ])('%j brings its token', (text) => {
    expect(linkedToken(text, 'phoihop_bot')).toBe('AbC_-9');
  });

  it.each([
    'https://t.me/other_bot?start=AbC_-9',
    'https://t.me/phoihop_bot2?start=AbC_-9',
    'https://t.me/phoihop_bot?startgroup=nhom',
    'https://t.me/phoihop_bot',
    `https://t.me/phoihop_bot?start=${'x'.repeat(65)}`,
    'AbC_-9',
  ])('%j brings none', (text) => {
    expect(linkedToken(text, 'phoihop_bot')).toBeUndefined();
  });
});
