/**
 * A value inside a text: rendered in the reader's language. Instants are ISO texts with offset; windows half-open;
 * `near` says hôm nay and ngày mai, for what is read at once; `dated` does not, for what may be read tomorrow;
 * `days` and `date` go without weekdays, `lower` begins with a small letter, as within a sentence; `strong` is seen first.
 */
export type Arg =
  | string
  | number
  | Text
  | { instant: string }
  | { near: string }
  | { dated: string }
  | { day: string }
  | { window: [from: string, toExcluded: string] }
  | { days: [from: string, toExcluded: string] }
  | { date: string }
  | { lower: Text }
  | { strong: Arg };

/** A sentence as data: a key of the locales and its arguments; `isStrong`: it is seen first. */
export type Text = { key: string; args?: Record<string, Arg>; isStrong?: true };

declare const isActionData: unique symbol;
/** Callback data, "name.arg.arg", at most 64 bytes; made by `act` alone, which knows what each action takes. */
export type ActionData = string & { readonly [isActionData]: true };

/** A button does an action, opens an address, or copies a text (at most 256 characters). `startsRow`: it stands beside none before it. */
export type Button =
  | { label: Text; does: ActionData; style?: 'primary' | 'success' | 'danger'; startsRow?: true }
  | { label: Text; opens: string }
  | { label: Text; copies: string };

/**
 * What is said, free of any channel. `more`: lines that are folded away where a client can; `others`: what shows the buttons that do not
 * stand in the first five rows; `protect`: details, not to be forwarded or saved (C7).
 */
export type Message = {
  lines: Text[];
  more?: Text[];
  buttons: Button[];
  others?: ActionData;
  protect?: boolean;
};
