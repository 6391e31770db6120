import type { Agreement } from '../domain/agreement.ts';
import type { Kind } from '../domain/kinds.ts';
import type { StandingQuota } from '../domain/plan-quota.ts';
import { type Share, showDecimal, showShare } from '../domain/report.ts';
import type { Figures } from '../domain/report-figures.ts';
import type { Spelling } from './wording.ts';

/** What the first part of a report tells: figures, and names in full as they were entered. `kinds`: as within a sentence. */
export type Told = {
  /** Of the committee that reports and of the other one; of several agreements the other ones together. */
  parties: { own: string; other: string };
  /** How many agreements it is of. */
  agreements: number;
  /** The one that it is of, when its number and day are known. */
  agreement?: Agreement;
  figures: Figures;
  quotas: StandingQuota[];
  /** Organisations that nobody inspected, the first of them. */
  left: string[];
  /** Organisations that whoever made the report belongs to: in no figure. */
  hidden: number;
  kinds: Record<Kind, string>;
  spelling: Spelling;
};

/** "8/11 (72,7%)". */
export const shown = (share: Share): string => showShare(share, 'vi');

/** "1,5". */
export const decimal = (value: number): string => showDecimal(value, 'vi');
