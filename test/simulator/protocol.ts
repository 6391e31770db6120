import type {
  BotCommand,
  BotCommandScope,
  ForceReply,
  InlineKeyboardMarkup,
  Message,
  MessageEntity,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
  User,
} from '@grammyjs/types';

/** Any keyboard that a message may carry. */
export type ReplyMarkup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply;

/** What a message holds; `service` is a join, a migration, a pin. */
type SimMessageKind = 'text' | 'document' | 'photo' | 'voice' | 'sticker' | 'service';

/** A file as the chat shows it; its bytes are at GET /sim/file/<file_id>. */
export interface SimFileInfo {
  file_id: string;
  file_unique_id: string;
  file_name: string;
  file_size: number;
  mime_type: string;
}

/** One state a message has had: the first as sent, the last as it stands. `date` in Unix seconds. */
export interface SimVersion {
  text: string;
  entities: MessageEntity[];
  html?: string;
  reply_markup?: ReplyMarkup;
  date: number;
}

/**
 * A message as the chat shows it now. `text` is plain (the caption of a file), `html` what the bot sent, `date` and
 * `editDate` Unix seconds, `changeSeq` the number of the event that last touched it.
 */
export interface SimMessage {
  message_id: number;
  chatId: number;
  date: number;
  kind: SimMessageKind;
  from: User;
  fromBot: boolean;
  text: string;
  entities: MessageEntity[];
  html?: string;
  reply_markup?: ReplyMarkup;
  protect_content: boolean;
  silent: boolean;
  deleted: boolean;
  editDate?: number;
  editCount: number;
  versions: SimVersion[];
  replyTo?: number;
  threadId?: number;
  forwarded?: boolean;
  file?: SimFileInfo;
  service?: Partial<Message>;
  changeSeq: number;
}

/** What answerCallbackQuery said to the one who tapped. */
export interface SimToast {
  text: string;
  show_alert: boolean;
  url?: string;
}

/** A person as the playground lists them; `menu` is what the command menu of their private chat shows. */
export interface SimUserView {
  user: User;
  started: boolean;
  blocked: boolean;
  deactivated: boolean;
  menu: BotCommand[];
}

/** A chat with its messages, deleted ones included. */
export interface SimChatView {
  id: number;
  kind: 'private' | 'group' | 'supergroup';
  title: string;
  memberIds: number[];
  botStatus: BotStatus;
  migratedTo?: number;
  pinned: number[];
  messages: SimMessage[];
}

/** The bot's standing in a chat; `none` means that it has never been there. */
export type BotStatus = 'none' | 'member' | 'administrator' | 'left' | 'kicked';

/** One list of commands as the bot set it; an empty language holds for all. */
export interface SimCommandSet {
  scope: BotCommandScope;
  languageCode: string;
  commands: BotCommand[];
}

/** Answer of GET /sim/state. `seq` is the last event it contains: pass it to GET /sim/events?after=. */
export interface SimState {
  seq: number;
  bot: User;
  users: SimUserView[];
  groups: SimChatView[];
  chats: SimChatView[];
  commands: SimCommandSet[];
  name: string;
  description: string;
  shortDescription: string;
}

/** A change, as the programmatic API gives it and as GET /sim/events (SSE) streams it. `at` in wall ms. */
export type SimEvent = { seq: number; at: number } & SimChange;

/** What may change. */
export type SimChange =
  | { type: 'message' | 'edit' | 'delete'; chatId: number; message: SimMessage }
  | { type: 'toast'; chatId: number; userId: number; queryId: string; toast: SimToast }
  | { type: 'tap'; chatId: number; userId: number; queryId: string; messageId: number; data: string }
  | { type: 'action'; chatId: number; action: string }
  | { type: 'pin'; chatId: number; messageId: number }
  | { type: 'user'; userId: number }
  | { type: 'chat'; chatId: number }
  | { type: 'commands' }
  | { type: 'reset' };

/** Body of POST /sim/users; answers SimUserView. */
export interface AddUserRequest {
  id?: number;
  first_name: string;
  last_name?: string;
  username?: string;
  language_code?: string;
  /** Has pressed Start long ago: the bot may write, and gets no update of it. */
  started?: boolean;
}

/** Body of POST /sim/send; without chatId it goes to the private chat. Answers SimMessage. */
export interface SendRequest {
  userId: number;
  chatId?: number;
  text: string;
  replyTo?: number;
}

/** Body of POST /sim/document: a file that a person sends; `content` in base64. */
export interface DocumentRequest {
  userId: number;
  chatId?: number;
  name: string;
  content: string;
}

/** Body of POST /sim/tap; answers TapResponse, `toast` missing when the bot stayed silent for `timeoutMs`. */
export interface TapRequest {
  userId: number;
  chatId: number;
  messageId: number;
  data: string;
  timeoutMs?: number;
}

/** Answer of POST /sim/tap. */
export interface TapResponse {
  toast?: SimToast;
}

/** Body of POST /sim/start; answers SimMessage. */
export interface StartRequest {
  userId: number;
  payload?: string;
}

/** Body of POST /sim/block; `blocked: false` unblocks. Answers SimUserView. */
export interface BlockRequest {
  userId: number;
  blocked?: boolean;
}

/** Body of POST /sim/reset; answers SimState. Update and message numbers go on, commands and webhook stay. */
export interface ResetRequest {
  keepUsers?: boolean;
}

/** Answer of every /sim call that failed. */
export interface SimProblem {
  error: string;
}
