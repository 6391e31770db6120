import type { Both, PhoneSide } from './playground/playground-protocol.ts';

/** A person's key and the chat to open: 'bot', or the key of a group. */
export type View = { who: string; chat?: string };

/** Which button: the beginning of its callback data, part by part ("decide.*.agreed"); never its place. */
export type ButtonPattern = string;

/**
 * One deed of the story. `send` types a text; `file` sends one by the paper-clip, made as it is sent; `tap` waits for the button and taps it, `isFresh` only in a message that came or
 * changed since this person's last tap; `clock` moves business time by an ISO
 * duration or to the 'next' due; `await` waits until the newest message that has the button, or says the words, is there;
 * `pause` lets people read, in ms; `together` plays each list at once, a phone each. In a text or a file, {3w1} is the Monday of
 * the third week from now.
 */
export type StoryAct =
  | { act: 'send'; who: string; what: string | Both; chat?: string }
  | { act: 'file'; who: string; name: string; what: Both }
  | { act: 'tap'; who: string; what: ButtonPattern; chat?: string; isQuick?: boolean; isFresh?: boolean }
  | { act: 'await'; who: string; what: ButtonPattern; chat?: string }
  | { act: 'await'; who: string; says: string; chat?: string }
  | { act: 'clock'; what: string }
  | { act: 'show'; focus: Partial<Record<PhoneSide, View>> }
  | { act: 'pause'; ms: number }
  | { act: 'together'; lists: StoryAct[][] };

/** A caption and what happens under it. */
export interface StoryChapter {
  caption: Both;
  focus?: Partial<Record<PhoneSide, View>>;
  acts: StoryAct[];
}

/** The story; `onFailure` hears why it could not go on. */
export interface Story {
  chapters: StoryChapter[];
  onFailure?: (cause: unknown) => void;
}
