import type { Role, Side } from './side.ts';

type Where = 'own' | 'other' | 'either' | 'lead' | 'asked';
type Rule = { roles: readonly Role[]; where: Where };

const secretary: readonly Role[] = ['secretary'];
const leaders: readonly Role[] = ['chair', 'vice'];
const deciders: readonly Role[] = ['chair', 'vice', 'secretary'];
const everyone: readonly Role[] = ['secretary', 'member', 'chair', 'vice', 'observer'];

/**
 * Who may do what (R4; only chair and vice decide, or the đầu mối recording their word). `own`: the side that owns the
 * entry; `other`: the one across; `asked`: the side a request asks; `lead`: the side that leads.
 */
export const PERMISSIONS = {
  'inspection.view': { roles: everyone, where: 'either' },
  'inspection.draft': { roles: secretary, where: 'own' },
  'inspection.approve': { roles: deciders, where: 'own' },
  'inspection.recall': { roles: secretary, where: 'own' },
  'inspection.repropose': { roles: secretary, where: 'own' },
  'proposal.receive': { roles: secretary, where: 'asked' },
  'proposal.decide': { roles: deciders, where: 'asked' },
  'symbol.attach': { roles: secretary, where: 'either' },
  'team.set': { roles: secretary, where: 'either' },
  'notice.who': { roles: deciders, where: 'either' },
  'notice.record': { roles: secretary, where: 'either' },
  'notice.remind': { roles: secretary, where: 'either' },
  'notice.urgent': { roles: secretary, where: 'lead' },
  'substitute.assign': { roles: deciders, where: 'either' },
  'change.propose': { roles: secretary, where: 'either' },
  'schedule.say': { roles: secretary, where: 'lead' },
  'change.confirm': { roles: deciders, where: 'asked' },
  'stop.propose': { roles: secretary, where: 'either' },
  'stop.confirm': { roles: deciders, where: 'asked' },
  'not_held.propose': { roles: secretary, where: 'either' },
  'not_held.confirm': { roles: deciders, where: 'asked' },
  'letter.draft': { roles: secretary, where: 'either' },
  'inspection.start': { roles: secretary, where: 'lead' },
  'inspection.conclude': { roles: secretary, where: 'lead' },
  'chain.read': { roles: deciders, where: 'either' },
  'chain.sign': { roles: secretary, where: 'either' },
  'chain.close': { roles: secretary, where: 'either' },
  'log.view': { roles: leaders, where: 'either' },
  'report.read': { roles: deciders, where: 'either' },
  'member.invite': { roles: secretary, where: 'either' },
  'account.confirm': { roles: deciders, where: 'either' },
  'member.list': { roles: deciders, where: 'either' },
  'handover.offer': { roles: deciders, where: 'either' },
  'absence.record': { roles: secretary, where: 'either' },
  'group.bind': { roles: secretary, where: 'either' },
  'exchange.view': { roles: everyone, where: 'either' },
  'exchange.log': { roles: secretary, where: 'either' },
  'exchange.recall': { roles: secretary, where: 'own' },
  'exchange.receive': { roles: secretary, where: 'asked' },
  'exchange.answer': { roles: secretary, where: 'asked' },
  'exchange.correct': { roles: secretary, where: 'own' },
  'duty.meet': { roles: secretary, where: 'own' },
  'duty.say': { roles: secretary, where: 'own' },
  'outcome.view': { roles: deciders, where: 'either' },
  'outcome.record': { roles: secretary, where: 'lead' },
  'outcome.apart': { roles: secretary, where: 'either' },
  'recommendation.view': { roles: everyone, where: 'either' },
  'recommendation.add': { roles: secretary, where: 'lead' },
  'recommendation.finish': { roles: secretary, where: 'lead' },
  'recommendation.withdraw': { roles: secretary, where: 'lead' },
  'plan.view': { roles: everyone, where: 'either' },
  'plan.edit': { roles: secretary, where: 'own' },
  'plan.exchange': { roles: secretary, where: 'own' },
  'plan.approve': { roles: deciders, where: 'own' },
  'plan.agree': { roles: deciders, where: 'own' },
  'plan.freeze': { roles: secretary, where: 'either' },
  'plan.settle': { roles: secretary, where: 'either' },
  'feed.own': { roles: everyone, where: 'either' },
  'feed.committee': { roles: secretary, where: 'either' },
} as const satisfies Record<string, Rule>;

export type Act = keyof typeof PERMISSIONS;

/** The sides an act is measured against: who owns the entry, who leads, who is asked (absent where it has no meaning). */
export type Sides = { owner?: Side; lead?: Side; asked?: Side };

/** Whether a member of a pair may do an act; isolation between pairs is the caller's lookup of the membership. */
export function mayDo(member: { role: Role; side: Side }, act: Act, sides: Sides = {}): boolean {
  const rule: Rule = PERMISSIONS[act];
  if (!rule.roles.includes(member.role)) return false;
  if (rule.where === 'either') return true;
  if (rule.where === 'own') return sides.owner === undefined || sides.owner === member.side;
  if (rule.where === 'other') return sides.owner !== undefined && sides.owner !== member.side;
  if (rule.where === 'lead') return sides.lead === member.side;
  return sides.asked === member.side;
}

/** Whether the person decides in their own right; a đầu mối only records a leader's word. */
export const isLeader = (role: Role): boolean => leaders.includes(role);
