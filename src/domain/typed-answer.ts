import { fold } from './fold.ts';

/** What people write where a button waits for them. */
const ANSWERS = new Set([
  ...['ok', 'oke', 'okie', 'okay', 'da', 'vang', 'vang a', 'dong y', 'nhat tri', 'ro', 'da ro', 'yes'],
  ...[
    'nhan',
    'da nhan',
    'da nhan duoc',
    'nhan duoc',
    'da nhan thong bao',
    'da tiep nhan',
    'received',
    'got it',
  ],
  ...['tham gia', 'tham du', 'du', 'se tham gia', 'se du', 'attending', 'i will attend', 'xac nhan'],
]);

const POLITE = /^(?:(?:toi|em|minh|i) )|(?: (?:a|nhe|dong chi|roi))$/gu;

/** Whether a text answers a notice in words, as "đã nhận" or "tôi tham gia" do. It counts for nothing: a button does. */
export const isTypedAnswer = (text: string): boolean => {
  const folded = fold(text);
  return ANSWERS.has(folded) || ANSWERS.has(folded.replace(POLITE, ''));
};

/** Whether a text asks to leave what is being filled in. */
export const isTypedCancel = (text: string): boolean => ['huy', 'huy bo', 'cancel'].includes(fold(text));

/** So long a text was written elsewhere and brought here. */
const LONG = 80;

/** Whether a text looks like one that was pasted: of several lines, or long. */
export const isPasted = (text: string): boolean => text.trim().length > LONG || /\S\s*\n\s*\S/u.test(text);
