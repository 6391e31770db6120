/** Forms of discipline of party organisations and of members, in the order of the rules. */
export const ORGANISATION_FORMS = ['reprimand', 'warning', 'dissolution'] as const;
export const MEMBER_FORMS = ['reprimand', 'warning', 'dismissal', 'expulsion'] as const;
export type OrganisationForm = (typeof ORGANISATION_FORMS)[number];
export type MemberForm = (typeof MEMBER_FORMS)[number];

/** A total as it was given and its parts by form. */
export type Counts<Form extends string> = { total: number } & Record<Form, number>;

/** What was disciplined: counts only, by form, with the total as it was given (R10). */
export type Discipline = {
  organisations: Counts<OrganisationForm>;
  members: Counts<MemberForm>;
};

/** `through`: a result of this inspection; `apart`: known in a period, not caused by an inspection of the pair (R11). */
export const OUTCOME_ORIGINS = ['through', 'apart'] as const;
export type OutcomeOrigin = (typeof OUTCOME_ORIGINS)[number];

export const RECOMMENDATION_STATES = ['open', 'done', 'withdrawn'] as const;

/** Most that one count may be. */
export const LARGEST_COUNT = 100_000;

/** Why counts are refused. `short` and `over`: the parts do not sum to the total, and by how much (R10). */
export type CountFault =
  | { fault: 'range' }
  | { fault: 'short' | 'over'; total: number; sum: number; difference: number };

/** Whether parts are whole numbers in range and sum to their total (R10). */
export function checkCounts<Form extends string>(
  forms: readonly Form[],
  counts: Counts<Form>,
): CountFault | undefined {
  const parts = forms.map((form): number => counts[form]);
  const isCount = (value: number) => Number.isInteger(value) && value >= 0 && value <= LARGEST_COUNT;
  if (![counts.total, ...parts].every(isCount)) return { fault: 'range' };
  const sum = parts.reduce((all, part) => all + part, 0);
  if (sum === counts.total) return undefined;
  const fault = sum < counts.total ? 'short' : 'over';
  return { fault, total: counts.total, sum, difference: Math.abs(counts.total - sum) };
}

/** The first fault of what was disciplined, and whose count it is. */
export function checkDiscipline(
  given: Discipline,
): { of: 'organisations' | 'members'; fault: CountFault } | undefined {
  const organisations = checkCounts(ORGANISATION_FORMS, given.organisations);
  if (organisations) return { of: 'organisations', fault: organisations };
  const members = checkCounts(MEMBER_FORMS, given.members);
  return members && { of: 'members', fault: members };
}

/** A day is within its deadline to its end: overdue from the day after; days 'YYYY-MM-DD' (R13). */
export const isOverdue = (dueDay: string | null, today: string): boolean => dueDay !== null && dueDay < today;
