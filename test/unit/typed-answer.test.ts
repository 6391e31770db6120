import { describe, expect, it } from 'vitest';
import { isPasted, isTypedAnswer, isTypedCancel } from '../../src/domain/typed-answer.ts';

describe('isTypedAnswer', () => {
  it.each([
    'ok',
    'OK.',
    'da nhan',
    'Đã nhận',
    'đã nhận ạ',
    'toi tham gia',
    'Tôi tham gia',
    'tham gia',
    'vâng ạ',
  ])('%j answers', (text) => {
    expect(isTypedAnswer(text)).toBe(true);
  });

  it.each(['', 'không tham gia', 'chưa nhận', 'ok thì sao', 'tham gia ngày nào?', 'tôi bận'])(
    '%j does not',
    (text) => {
      expect(isTypedAnswer(text)).toBe(false);
    },
  );
});

describe('isTypedCancel', () => {
  it.each(['huy', 'hủy', 'Huỷ', 'HUỶ BỎ', 'cancel'])('%j cancels', (text) => {
    expect(isTypedCancel(text)).toBe(true);
  });

  it.each(['', 'huy động', 'Nguyễn Huy', 'bỏ qua nội dung'])('%j does not', (text) => {
    expect(isTypedCancel(text)).toBe(false);
  });
});

describe('isPasted', () => {
  it('is what has several lines or more than 80 letters', () => {
    expect(isPasted('một\nhai')).toBe(true);
    expect(isPasted('x'.repeat(81))).toBe(true);
    expect(isPasted('x'.repeat(80))).toBe(false);
    expect(isPasted('một dòng\n')).toBe(false);
  });
});
