import type { PlanPolicy } from './plan-policy.ts';

/**
 * The settings of an agreement, frozen into each request when it is made. Ours, not law (R8); all can be set in org.yaml.
 * Units are in the names. `quorum`: all asked, a number, or the named capacities.
 */
export type Policy = {
  proposalAnswerWorkingDays: number;
  noticeBeforeWorkingDays: number;
  answerWorkingDays: number;
  confirmWorkingDays: number;
  remindAtHalf: boolean;
  remindOnLastMorning: boolean;
  /** After the deadline: own leader at once (0) or n working days later; the other side after that. */
  ownLeaderAfterWorkingDays: number;
  acrossAfterWorkingDays: number;
  dayBefore: boolean;
  noticeAt: 'agreed' | 'official';
  quorum: 'all' | { count: number } | { capacities: ('secretary' | 'in_charge' | 'team')[] };
  maxPushesADay: number;
  recallSeconds: number;
  /** Full notices in pushes for kinds that are not sensitive (C7). */
  fullNotices: boolean;
  /** ["07:30","11:30"] pairs, local time. */
  workingHours: [string, string][];
  /** Absent: the defaults of the year's plan; read by `planPolicyOf`. */
  plan?: Partial<PlanPolicy>;
};

export const DEFAULT_POLICY: Policy = {
  proposalAnswerWorkingDays: 5,
  noticeBeforeWorkingDays: 5,
  answerWorkingDays: 2,
  confirmWorkingDays: 2,
  remindAtHalf: true,
  remindOnLastMorning: true,
  ownLeaderAfterWorkingDays: 0,
  acrossAfterWorkingDays: 1,
  dayBefore: true,
  noticeAt: 'agreed',
  quorum: 'all',
  maxPushesADay: 2,
  recallSeconds: 60,
  fullNotices: false,
  workingHours: [
    ['07:30', '11:30'],
    ['13:30', '17:00'],
  ],
};
