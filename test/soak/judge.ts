import type { Finding } from './finding.ts';
import type { History } from './history.ts';
import { type Index, indexHistory } from './index-history.ts';
import { findChased, findRemindedAfter } from './judge-chasing.ts';
import { findDoubled } from './judge-doubled.ts';
import { findLost } from './judge-lost.ts';

/** The four counts; each must be 0 of more than 0. */
export type Verdict = Record<
  'lost' | 'doubled unmarked' | 'reminded after answering' | 'chased for what never reached',
  Finding
>;

/**
 * Judges a run by what stood in the chats, what people did and what the tables of the business owed them; it knows nothing of how
 * messages are kept and sent. No judgement goes by how long anything took.
 */
export function judge(history: History): Verdict {
  const index: Index = indexHistory(history);
  return {
    lost: findLost(index),
    'doubled unmarked': findDoubled(index),
    'reminded after answering': findRemindedAfter(index),
    'chased for what never reached': findChased(index),
  };
}
