import { z } from 'zod';
import { LETTER_KINDS } from '../../domain/letter.ts';
import { OVERLAP_KEEPS } from '../../domain/overlap.ts';
import { count, id, words, yesNo } from './args.ts';

/** How a leader's word came; `tap`: it is the leader's own. */
const via = z.enum(['tap', 'in_person', 'phone', 'note']);

/** The commands that ask which inspection is meant. */
const CHOOSING = ['doi', 'dung', 'ketthuc', 'doan'] as const;
export type ChoosingCommand = (typeof CHOOSING)[number];

/** An inspection: its card, its proposal, its changes, its end. */
export const INSPECTION = {
  card: { id, part: z.enum(['all']).optional() },
  history: { id, page: count.optional() },
  why: { id, page: count.optional() },
  letter: { id, kind: z.enum(LETTER_KINDS).optional() },
  ics: { id },
  newin: { pairId: id },
  'newin.pairs': { page: count },
  propose: { id },
  edit: { id },
  approval: { id },
  word: { id, word: yesNo, via },
  approve: { requestId: id, word: yesNo },
  recall: { id },
  sendnow: { id },
  asked: { requestId: id },
  receive: { requestId: id },
  leader: { requestId: id },
  talk: { requestId: id },
  decide: { requestId: id, decision: z.enum(['agreed', 'countered', 'declined', 'ask']) },
  accept: { id, via: via.optional() },
  symbol: { id },
  team: { id },
  change: { id },
  schedule: { id },
  stop: { id },
  nothold: { id },
  pending: { requestId: id },
  confirm: { requestId: id, via },
  refuse: { requestId: id },
  takeback: { requestId: id },
  crossnow: { requestId: id },
  cases: { command: z.enum(CHOOSING), page: count },
  begin: { id },
  conclude: { id },
  'clash.show': { id },
  'clash.keep': { id },
  'clash.why': { id, reason: z.enum(OVERLAP_KEEPS) },
};

/** A notice: reading, answering, reminding, recording, substitutes. `code`: part of one, as it was typed. */
export const NOTICE = {
  open: { requestId: id },
  gopen: { requestId: id },
  ack: { requestId: id, answer: z.enum(['received', 'attending']) },
  opinion: { requestId: id },
  later: { requestId: id },
  who: { requestId: id, page: count.optional() },
  remind: { requestId: id },
  reminds: { page: count, code: words.optional() },
  urgent: { requestId: id },
  record: { requestId: id },
  records: { page: count, code: words.optional() },
  settle: { recipientId: id },
  substitute: { requestId: id },
  leave: { requestId: id },
  subs: { page: count, code: words.optional() },
  assign: { recipientId: id },
};

/** What an inspection led to, and what was asked for. */
export const OUTCOME = {
  'outcome.record': { id },
  'outcome.show': { id, page: count },
  'outcome.apart': { pairId: id },
  'outcome.aparts': { pairId: id, page: count },
  'outcome.pairs': { page: count },
  'rec.list': { page: count },
  'rec.of': { id, page: count },
  'rec.show': { id },
  'rec.add': { id },
  'rec.done': { id },
  'rec.out': { id },
  'rec.gone': { id },
};
