import { z } from 'zod';
import { RECEIPTS } from '../../domain/exchange.ts';
import { count, id, words } from './args.ts';

/** Which entries are shown: all, without a receipt, waiting for an answer, overdue. */
export const STATE_FILTERS = ['a', 'r', 'w', 'o'] as const;
/** Which way: all, of one's own side, of the other. */
export const SIDE_FILTERS = ['a', 'm', 't'] as const;

/** The exchange ledger and its periodic duties. */
export const LEDGER = {
  x: { id },
  xnew: {},
  xin: { pairId: id },
  xpairs: { page: count },
  /** `days`: "20260101-20260131" or nothing; `after`: "20260115-12", the entry before the page. */
  xl: {
    state: z.enum(STATE_FILTERS),
    side: z.enum(SIDE_FILTERS),
    days: words.optional(),
    after: words.optional(),
  },
  xack: { id, receipt: z.enum(RECEIPTS) },
  xans: { id },
  xfix: { id },
  xhist: { id, page: count.optional() },
  xletter: { id },
  xrecall: { id },
  xnow: { id },
  xduty: { slotId: id },
  xmeet: { slotId: id },
  xnothing: { slotId: id },
  xwithdraw: { slotId: id },
  xduties: { page: count },
  xevent: { dutyId: id },
};
