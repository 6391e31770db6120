import type { SimEvent } from '../protocol.ts';

/** The languages of the page and of the story. */
export type Language = 'vi' | 'en';

/** A text in both languages. */
export type Both = Record<Language, string>;

/** A person whom a visitor may be: `key` is the story's name for them. */
export interface CastMember {
  key: string;
  userId: number;
  name: string;
  role: Both;
  committee: Both;
  side: 'a' | 'b';
}

/** A group that the cast has; `chatId` as Telegram gives it. */
export interface CastGroup {
  key: string;
  chatId: number;
}

/** Everyone on the page, and whom the two phones show first. */
export interface Cast {
  people: CastMember[];
  groups: CastGroup[];
  phones: [left: string, right: string];
}

/** Which phone. */
export type PhoneSide = 'left' | 'right';

/** What a phone shows: a person, and one of their chats. */
export interface Shown {
  userId: number;
  chatId: number;
}

/** Business time: ISO instants; `next` is when something is next due, null for never. */
export interface ClockView {
  now: string;
  next: string | null;
  isMoving: boolean;
}

/** The story as the page shows it; `chapter` counts from 0 and is -1 before the first. */
export interface StoryView {
  state: 'idle' | 'playing' | 'done' | 'stopped' | 'failed';
  chapter: number;
  captions: Both[];
}

/** Answer of GET /demo/state and of every POST to /demo. */
export interface DemoState {
  clock: ClockView;
  story: StoryView;
  cast: Cast;
  isResetting: boolean;
}

/** What a person of the story is about to do, so that the page can show the hand before the deed. */
export type Gesture =
  | { kind: 'type'; userId: number; chatId: number; text: string; ms: number }
  | { kind: 'file'; userId: number; chatId: number; name: string; ms: number }
  | { kind: 'tap'; userId: number; chatId: number; messageId: number; data: string; ms: number };

/** One event of GET /demo/events. */
export type PageEvent =
  | { type: 'sim'; event: SimEvent }
  | { type: 'state'; state: DemoState }
  | { type: 'show'; phones: Partial<Record<PhoneSide, Shown>> }
  | { type: 'gesture'; gesture: Gesture };

/** Bodies of POST /demo/clock, /demo/language, /demo/reset and /demo/story; POST /demo/next takes none. */
export interface DemoRequests {
  '/demo/clock': { advance: string };
  '/demo/next': Record<string, never>;
  '/demo/language': { language: Language };
  '/demo/reset': { language: Language };
  '/demo/story': { play: boolean; language: Language };
}
