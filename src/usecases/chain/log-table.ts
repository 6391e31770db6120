import { HISTORY, type HistoryText } from '../view/history-table.ts';

/** The groups of types by which the log is filtered, in the order of the buttons. */
export const LOG_GROUPS = ['all', 'case', 'exchange', 'people', 'book'] as const;
export type LogGroup = (typeof LOG_GROUPS)[number];

/** `isSealed`: its content names people of both sides and goes into no export; the words remain. */
export type LogText = HistoryText & { isSealed?: true };

/** Entries of no inspection, in words. Those of the system's chain stand here too: every type has words. */
const OFF_THE_CARD: Record<string, LogText> = {
  'org.imported': { text: 'log-org-imported', seen: 'both', isSealed: true },
  'invitation.made': { text: 'log-invitation-made', seen: 'own' },
  'invitation.revoked': { text: 'log-invitation-revoked', seen: 'own' },
  'account.offered': { text: 'log-account-offered', seen: 'own' },
  'account.waiting': { text: 'log-account-waiting', seen: 'own' },
  'account.confirmed': { text: 'log-account-confirmed', seen: 'own' },
  'account.dropped': { text: 'log-account-dropped', seen: 'own' },
  'account.revoked': { text: 'log-account-revoked', seen: 'own' },
  'account.unreachable': { text: 'log-account-unreachable', seen: 'own' },
  'account.returned': { text: 'log-account-returned', seen: 'own' },
  'consent.given': { text: 'log-consent-given', seen: 'own' },
  'handover.offered': { text: 'log-handover-offered', seen: 'own' },
  'handover.done': { text: 'log-handover-done', seen: 'own', across: 'log-handover-across' },
  'handover.refused': { text: 'log-handover-refused', seen: 'own' },
  'handover.withdrawn': { text: 'log-handover-withdrawn', seen: 'own' },
  'absence.recorded': { text: 'log-absence-recorded', seen: 'own' },
  'absence.ended': { text: 'log-absence-ended', seen: 'own' },
  'person.language': { text: 'log-person-language', seen: 'own' },
  'person.exported': { text: 'log-person-exported', seen: 'own' },
  'person.erased': { text: 'log-person-erased', seen: 'own' },
  'digest.set': { text: 'log-digest-set', seen: 'own' },
  'group.bound': { text: 'log-group-bound', seen: 'own' },
  'group.unbound': { text: 'log-group-unbound', seen: 'own' },
  'group.left': { text: 'log-group-left', seen: 'own' },
  'group.muted': { text: 'log-group-muted', seen: 'own' },
  'chain.shown': { text: 'log-chain-shown', seen: 'both' },
  'chain.exported': { text: 'log-chain-exported', seen: 'own' },
  'chain.signed': { text: 'log-chain-signed', seen: 'both' },
  'apart.recorded': { text: 'log-apart-recorded', seen: 'both' },
  'apart.corrected': { text: 'log-apart-corrected', seen: 'both' },
  'report.exported': { text: 'log-report-exported', seen: 'own' },
};

/** Entries of the exchange ledger and its duties. Its steps are told to the side whose people they spoke to (R6): `side` says whose. */
const EXCHANGES: Record<string, LogText> = {
  'exchange.logged': { text: 'log-exchange-logged', seen: 'own' },
  'exchange.recalled': { text: 'log-exchange-recalled', seen: 'own' },
  'exchange.crossed': { text: 'log-exchange-crossed', seen: 'both' },
  'exchange.joined': { text: 'log-exchange-joined', seen: 'both' },
  'exchange.received': { text: 'log-exchange-received', seen: 'both' },
  'exchange.not_received': { text: 'log-exchange-not-received', seen: 'both' },
  'exchange.wrong_addressee': { text: 'log-exchange-wrong-addressee', seen: 'both' },
  'exchange.answered': { text: 'log-exchange-answered', seen: 'both' },
  'exchange.superseded': { text: 'log-exchange-superseded', seen: 'both' },
  'exchange.recomputed': { text: 'history-recomputed', seen: 'both' },
  'duty.opened': { text: 'log-duty-opened', seen: 'both' },
  'duty.event-said': { text: 'log-duty-event-said', seen: 'both' },
  'duty.withdrawn': { text: 'log-duty-withdrawn', seen: 'both' },
  'duty.met': { text: 'log-duty-met', seen: 'both' },
  'duty.nothing': { text: 'log-duty-nothing', seen: 'both' },
  'duty.recomputed': { text: 'history-recomputed', seen: 'both' },
  'ledger-step.receipt': { text: 'log-step-reminded', seen: 'own' },
  'ledger-step.again': { text: 'log-step-reminded', seen: 'own' },
  'ledger-step.half': { text: 'log-step-reminded', seen: 'own' },
  'ledger-step.last_morning': { text: 'log-step-reminded', seen: 'own' },
  'ledger-step.own_leader': { text: 'log-step-own-leader', seen: 'own' },
  'ledger-step.across': { text: 'log-step-across', seen: 'own' },
};

/** Entries of the year's plan. What a side does to its part before it exchanges is its own (R4). */
const PLANS: Record<string, LogText> = {
  'plan.opened': { text: 'log-plan-opened', seen: 'both' },
  'plan.lines-added': { text: 'log-plan-lines-added', seen: 'own' },
  'plan.line-withdrawn': { text: 'log-plan-line-withdrawn', seen: 'own' },
  'plan.line-proposed': { text: 'log-plan-line-proposed', seen: 'own' },
  'plan.exchanged': { text: 'log-plan-exchanged', seen: 'own' },
  'plan.leader-asked': { text: 'log-plan-leader-asked', seen: 'own' },
  'plan.approved': { text: 'log-plan-approved', seen: 'own' },
  'plan.returned': { text: 'log-plan-returned', seen: 'own' },
  'plan.sent-now': { text: 'log-plan-sent-now', seen: 'own' },
  'plan.recalled': { text: 'log-plan-recalled', seen: 'own' },
  'plan.compared': { text: 'log-plan-compared', seen: 'both' },
  'plan.side-agreed': { text: 'log-plan-side-agreed', seen: 'both' },
  'plan.agreed': { text: 'log-plan-agreed', seen: 'both' },
  'plan.frozen': { text: 'log-plan-frozen', seen: 'both' },
};

/** Quotas: what is put forward is its side's own until it is answered. */
const QUOTAS: Record<string, LogText> = {
  'plan.quota-proposed': { text: 'log-plan-quota-proposed', seen: 'own' },
  'plan.quota-recalled': { text: 'log-plan-quota-recalled', seen: 'own' },
  'plan.quota-confirmed': { text: 'log-plan-quota-confirmed', seen: 'both' },
  'plan.quota-refused': { text: 'log-plan-quota-refused', seen: 'both' },
};

/** What comparing found and how it is settled. What is put forward is its side's own; the answer is known to both. */
const FINDINGS: Record<string, LogText> = {
  'plan.found-anew': { text: 'log-plan-found-anew', seen: 'both' },
  'plan.settlement-proposed': { text: 'log-plan-settlement-proposed', seen: 'own' },
  'plan.settlement-recalled': { text: 'log-plan-settlement-recalled', seen: 'own' },
  'plan.settlement-confirmed': { text: 'log-plan-settlement-confirmed', seen: 'both' },
  'plan.settlement-refused': { text: 'log-plan-settlement-refused', seen: 'both' },
  'plan.gaps-kept': { text: 'log-plan-settlement-proposed', seen: 'own' },
  'plan.gaps-confirmed': { text: 'log-plan-settlement-confirmed', seen: 'both' },
  'plan.gaps-refused': { text: 'log-plan-settlement-refused', seen: 'both' },
  'plan.gap-filled': { text: 'log-plan-gap-filled', seen: 'both' },
};

/** Every type of audit entry in words. There is no text for what is not here: a test finds it. */
export const LOG: Record<string, LogText> = {
  ...HISTORY,
  ...OFF_THE_CARD,
  ...EXCHANGES,
  ...PLANS,
  ...FINDINGS,
  ...QUOTAS,
};

/** First words of types that are not of inspections; figures recorded apart from them stand with theirs. */
const PREFIXES: Record<Exclude<LogGroup, 'all' | 'case'>, readonly string[]> = {
  exchange: ['exchange', 'duty', 'ledger-step'],
  people: ['org', 'invitation', 'account', 'consent', 'person', 'group', 'absence', 'handover'],
  book: ['chain', 'report'],
};

/** The first words of the types of a group; `not`: of inspections is what is of no other group. */
export function prefixesOf(group: LogGroup): { only?: readonly string[]; not?: readonly string[] } {
  if (group === 'all') return {};
  return group === 'case' ? { not: Object.values(PREFIXES).flat() } : { only: PREFIXES[group] };
}
