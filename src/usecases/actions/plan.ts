import { z } from 'zod';
import { COMMITTEE_REASONS } from '../../domain/inspection.ts';
import { LIVED_PARTS } from '../../domain/plan-lived.ts';
import type { Via } from '../../domain/request.ts';
import { count, id } from './args.ts';

/** The pictures of a plan: the year as a timeline, and the coverage by target. */
const PLAN_PICTURES = ['year', 'cover'] as const;
export type PlanPicture = (typeof PLAN_PICTURES)[number];

/** What a plan can be taken out as: its annex to be printed, or the table that can be read in again. */
export const PLAN_PAPERS = ['docx', 'xlsx', 'table'] as const;
export type PlanPaper = (typeof PLAN_PAPERS)[number];

/** How the word of a leader came, other than by their own tap. */
export const WORDS = ['in_person', 'phone', 'note'] as const satisfies Via[];
export type Word = (typeof WORDS)[number];

/** The lists of a plan as it was lived: parts of its lines, and what was held besides them. */
export const LIVED_LISTS = [...LIVED_PARTS, 'outside'] as const;
export type LivedList = (typeof LIVED_LISTS)[number];

/** The year's plan of a pair. */
export const PLAN = {
  'plan.mine': {},
  'plan.pairs': { page: count, year: count.optional() },
  'plan.list': { pairId: id, year: count.optional() },
  'plan.show': { id, part: z.enum(['all']).optional() },
  'plan.items': { id, page: count },
  'plan.item': { itemId: id },
  'plan.out': { itemId: id },
  'plan.propose': { itemId: id },
  'plan.add': { id },
  'plan.give': { id },
  'plan.recall': { id },
  'plan.now': { id },
  'plan.approve': { id },
  'plan.approved': { id, via: z.enum(WORDS) },
  'plan.return': { id },
  'plan.returned': { id, reason: z.enum(COMMITTEE_REASONS) },
  'plan.agree': { id },
  'plan.word': { id, via: z.enum(WORDS) },
  'plan.freeze': { id },
  'plan.lived': { id, part: z.enum(LIVED_LISTS).optional(), page: count.optional() },
  planfile: { id },
  planout: { id, as: z.enum(PLAN_PAPERS).optional() },
  planpic: { id, picture: z.enum(PLAN_PICTURES).optional(), page: count.optional() },
  planfind: { id, page: count.optional() },
  'planone.show': { findingId: id },
  'planone.merge': { findingId: id },
  'planone.shift': { findingId: id },
  'planone.keep': { findingId: id },
  'planone.fill': { findingId: id },
  'planone.recall': { findingId: id },
  'planone.now': { findingId: id },
  'planone.yes': { settlementId: id },
  'planone.no': { settlementId: id },
  'planone.gaps': { planId: id },
  'planone.gapsyes': { planId: id },
  'planone.gapsno': { planId: id },
  planquota: { id, page: count.optional() },
  'planq.add': { planId: id },
  'planq.show': { planId: id, quotaId: id },
  'planq.change': { planId: id, quotaId: id },
  'planq.drop': { planId: id, quotaId: id },
  'planq.yes': { planId: id, quotaId: id },
  'planq.no': { planId: id, quotaId: id },
  'planq.recall': { planId: id, quotaId: id },
};
