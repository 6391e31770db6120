/** Forms of discipline of party organisations and of members, in the order of the rules. */
export const ORGANISATION_FORMS = ['reprimand', 'warning', 'dissolution'] as const;
export const MEMBER_FORMS = ['reprimand', 'warning', 'dismissal', 'expulsion'] as const;
export type OrganisationForm = (typeof ORGANISATION_FORMS)[number];
export type MemberForm = (typeof MEMBER_FORMS)[number];

/** What was disciplined: counts only, by form, with the total as it was given (R10). */
export type Discipline = {
  organisations: { total: number } & Record<OrganisationForm, number>;
  members: { total: number } & Record<MemberForm, number>;
};

/** `through`: a result of this inspection; `apart`: known in a period, not caused by an inspection of the pair (R11). */
export const OUTCOME_ORIGINS = ['through', 'apart'] as const;
export type OutcomeOrigin = (typeof OUTCOME_ORIGINS)[number];

export const RECOMMENDATION_STATES = ['open', 'done'] as const;
