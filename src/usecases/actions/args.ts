import { z } from 'zod';

// What stands in a button's data, and what it is in the program. Data may be forged: what does not decode is no button of ours.

/** The number of a row. */
export const id = z.codec(z.string().regex(/^[1-9]\d{0,8}$/), z.int().positive(), {
  decode: Number,
  encode: String,
});

/** A page, a place in a list, a year, or the number of a row where 0 stands for none. */
export const count = z.codec(z.string().regex(/^\d{1,9}$/), z.int().nonnegative(), {
  decode: Number,
  encode: String,
});

/** Yes and no as 1 and 0. */
export const flag = z.codec(z.enum(['0', '1']), z.boolean(), {
  decode: (value) => value === '1',
  encode: (is) => (is ? '1' : '0'),
});

/** Words of a search, a code, a filter: whoever handles the tap reads them. The last argument of an action may hold points. */
export const words = z.string();

/** Yes or no, as a word. */
export const yesNo = z.enum(['yes', 'no']);
