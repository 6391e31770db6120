/**
 * A value inside a text: rendered in the reader's language. Instants are ISO texts with offset; windows half-open;
 * `days` and `date` go without weekdays, `lower` begins with a small letter, as within a sentence.
 */
export type Arg =
  | string
  | number
  | Text
  | { instant: string }
  | { near: string }
  | { day: string }
  | { window: [from: string, toExcluded: string] }
  | { days: [from: string, toExcluded: string] }
  | { date: string }
  | { lower: Text };

/** A sentence as data: a key of the locales and its arguments. */
export type Text = { key: string; args?: Record<string, Arg> };

/** A button does an action (callback data "name.id.id", at most 64 bytes), opens an address, or copies a text (at most 256 characters). */
export type Button =
  | { label: Text; does: string; style?: 'primary' | 'success' | 'danger' }
  | { label: Text; opens: string }
  | { label: Text; copies: string };

/** What is said, free of any channel. `protect`: details, not to be forwarded or saved (C7). */
export type Message = { lines: Text[]; buttons: Button[]; protect?: boolean };
