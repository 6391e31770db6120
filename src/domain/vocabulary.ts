import { fold } from './fold.ts';

/**
 * What officials shorten, each a word of its own after folding. What stands for several things is not here: KL is kết luận and
 * kỷ luật; TU and TW are left as `fold` writes them (R12).
 */
const SHORT_WORDS: ReadonlyMap<string, string> = new Map([
  ['cb', 'chi bo'],
  ['db', 'dang bo'],
  ['du', 'dang uy'],
  ['tcd', 'to chuc dang'],
  ['ca', 'cong an'],
  ['cat', 'cong an tinh'],
  ['catp', 'cong an thanh pho'],
  ['cax', 'cong an xa'],
  ['catw', 'cong an tw'],
  ['duca', 'dang uy cong an'],
  ['ducat', 'dang uy cong an tinh'],
  ['ducatw', 'dang uy cong an tw'],
  ['btv', 'ban thuong vu'],
  ['ubkt', 'uy ban kiem tra'],
  ['ubkttu', 'uy ban kiem tra tu'],
  ['ubkttw', 'uy ban kiem tra tw'],
  ['kt', 'kiem tra'],
  ['gs', 'giam sat'],
  ['ktch', 'kiem tra chap hanh'],
  ['gscd', 'giam sat chuyen de'],
  ['gstx', 'giam sat thuong xuyen'],
  ['dhvp', 'dau hieu vi pham'],
  ['thkl', 'thi hanh ky luat'],
  ['cscd', 'canh sat co dong'],
  ['csdt', 'canh sat dieu tra'],
  ['csgt', 'canh sat giao thong'],
  ['cshs', 'canh sat hinh su'],
  ['pccc', 'phong chay chua chay'],
  ['qlhc', 'quan ly hanh chinh'],
]);

/**
 * The text as searched, its abbreviations written out: "UBKT ĐU CAT" and "Uỷ ban Kiểm tra Đảng uỷ Công an tỉnh" are one. By whole words
 * only. Both sides of a comparison have to be written out, since "Cát Hải" becomes other words as well.
 */
export const writtenOut = (text: string): string => spelledOut(fold(text));

/** The same of words that are folded already. */
const spelledOut = (folded: string): string =>
  folded
    .split(' ')
    .map((word) => SHORT_WORDS.get(word) ?? word)
    .join(' ');

/** The same of an organisation's name, in which the committee stands for its organisation: "Đảng uỷ Công an" is "Đảng bộ Công an". */
export const organisationWords = (text: string): string => foldedOrganisation(fold(text));

/** The same of a name that is folded already. */
export const foldedOrganisation = (folded: string): string =>
  spelledOut(folded).replace(/(?<!\S)dang uy(?!\S)/gu, 'dang bo');
