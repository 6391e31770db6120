/** Telegram's side of a run and what people did, in wall ms; business ms where the name says so. */
export type Said = {
  chatId: number;
  messageId: number;
  at: number;
  businessAt: number;
  /** As it was sent, and as it stands at the end. */
  text: string;
  finalText: string;
  buttons: { label: string; data: string }[];
};

/** A tap, and what the person was told at once; `toldAt` undefined: nothing. */
export type Tapped = { chatId: number; data: string; at: number; toast?: string; toldAt?: number };

/** A message that a person wrote. */
export type Typed = { chatId: number; text: string; at: number };

/** Somebody asked something, by the tables; all instants in business ms. */
export type Asked = {
  requestId: number;
  inspectionId: number;
  kind: string;
  code: string;
  pairId: number;
  side: 'a' | 'b';
  chatId: number;
  name: string;
  askedAt: number;
  dueAt: number;
  answeredAt: number | undefined;
  settledAt: number | undefined;
  closedAt: number | undefined;
  state: string;
};

/** A step that was done, by the tables: of everybody who was asked, or of one. Business ms. */
export type Step = { requestId: number; kind: string; chatId: number | undefined; doneAt: number };

/** An entry of the ledger that went to the other side, by the tables. Business ms. */
export type Entry = {
  exchangeId: number;
  code: string;
  pairId: number;
  toSide: 'a' | 'b';
  byChatId: number;
  crossedAt: number;
  receivedAt: number | undefined;
};

export type EntryStep = { exchangeId: number; kind: string; of: string; doneAt: number };
export type Digest = { chatId: number; kind: string; toldAt: number };
export type Member = { chatId: number; pairId: number; side: 'a' | 'b'; role: string; name: string };

/** What the tables of the business say there was to be said; nothing of how it was delivered. */
export type Owed = {
  asked: Asked[];
  steps: Step[];
  entries: Entry[];
  entrySteps: EntryStep[];
  digests: Digest[];
  members: Member[];
  /** What was due and was neither done nor left out, in words. */
  overdue: string[];
  /** "request chat" of each answer that is kept. */
  answers: Set<string>;
};

/** All that the judge gets. */
export type History = {
  said: Said[];
  tapped: Tapped[];
  typed: Typed[];
  /** Wall ms, from and to: in between at some instant no message was in anybody's hands. */
  quiet: { from: number; to: number }[];
  /** Business ms at which nothing that was due waited to go out, the end of the run among them. */
  calm: number[];
  owed: Owed;
};
