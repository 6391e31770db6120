import { DateTime } from 'luxon';
import { z } from 'zod';
import { PRESET_NAMES } from '../domain/duty-presets.ts';
import { DUTY_EVENTS, DUTY_PERIODS } from '../domain/exchange.ts';
import { nfc } from '../domain/fold.ts';
import { areInOrder, planPolicyOf } from '../domain/plan-policy.ts';
import type { Policy } from '../domain/policy.ts';
import type { TextKey } from '../locales/keys.ts';

/** What a shape says of a value of the wrong form; every other issue is worded by its code. */
export const FORMS = {
  key: 'admin-org-form-key',
  day: 'admin-org-form-day',
  hours: 'admin-org-form-hours',
  hoursOrder: 'admin-org-form-hours-order',
  quorum: 'admin-org-form-quorum',
  monthDay: 'admin-org-form-month-day',
  planOrder: 'admin-org-form-plan-order',
  term: 'admin-org-form-term',
} as const satisfies Record<string, TextKey>;

const isDay = (value: string): boolean =>
  /^[12]\d{3}-\d\d-\d\d$/.test(value) && DateTime.fromISO(value, { zone: 'utc' }).isValid;

const key = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, FORMS.key);
const reference = z.string();
const name = z.string().transform(nfc).pipe(z.string().min(1).max(200));
const day = z.string().refine(isDay, FORMS.day);
const workingDays = z.int().min(0).max(60);

const hours = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d-(?:[01]\d|2[0-3]):[0-5]\d$/, FORMS.hours)
  .transform((span): [string, string] => [span.slice(0, 5), span.slice(6)]);

const ascends = (spans: [string, string][]): boolean =>
  spans.flat().every((clock, i, all) => i === 0 || all[i - 1]! < clock);

const quorum = z.union(
  [
    z.literal('all'),
    z
      .int()
      .min(1)
      .transform((count) => ({ count })),
    z
      .array(z.enum(['secretary', 'in_charge', 'team']))
      .min(1)
      .transform((capacities) => ({ capacities })),
  ],
  { error: FORMS.quorum },
);

/** A day of every year: 29/02 is none. */
const monthDay = z.string().refine((value) => isDay(`2027-${value}`), FORMS.monthDay);

const plan = z
  .strictObject({
    exchange_from: monthDay.optional(),
    exchange_by: monthDay.optional(),
    agree_by: monthDay.optional(),
    term_from: day.optional(),
    term_to: day.optional(),
    gap_years: z.int().min(1).max(20).optional(),
  })
  .refine((written) => areInOrder(planPolicyOf({ plan: camelled(written) })), FORMS.planOrder)
  .refine(({ term_from, term_to }) => term_to === undefined || (term_from ?? '9') < term_to, FORMS.term);

/** The settings of an agreement, as written: what is left out keeps its default. */
const policy = z.strictObject({
  proposal_answer_working_days: workingDays.min(1).optional(),
  notice_before_working_days: workingDays.optional(),
  answer_working_days: workingDays.min(1).optional(),
  confirm_working_days: workingDays.min(1).optional(),
  remind_at_half: z.boolean().optional(),
  remind_on_last_morning: z.boolean().optional(),
  own_leader_after_working_days: workingDays.optional(),
  across_after_working_days: workingDays.optional(),
  day_before: z.boolean().optional(),
  notice_at: z.enum(['agreed', 'official']).optional(),
  quorum: quorum.optional(),
  max_pushes_a_day: z.int().min(1).max(20).optional(),
  recall_seconds: z.int().min(0).max(3600).optional(),
  full_notices: z.boolean().optional(),
  working_hours: z.array(hours).min(1).refine(ascends, FORMS.hoursOrder).optional(),
  plan: plan.optional(),
});

const side = z.strictObject({ committee: reference, leader_approves: z.boolean().default(true) });

/** The whole file; entries are read one by one, so that one wrong entry hides no other. */
export const fileShape = z.strictObject({
  committees: z.array(z.unknown()).min(1),
  pairs: z.array(z.unknown()).min(1),
  people: z.array(z.unknown()).min(1),
  calendar: z.array(z.unknown()).optional(),
});

export const committeeShape = z.strictObject({ key, name, short: name });

export const personShape = z.strictObject({
  key,
  name,
  title: name.default(''),
  locale: z.enum(['vi', 'en']).default('vi'),
  memberships: z.array(z.unknown()).default([]),
});

export const membershipShape = z.strictObject({
  pair: reference,
  committee: reference,
  role: z.enum(['chair', 'vice', 'secretary', 'member', 'observer']),
});

export const pairShape = z.strictObject({
  key,
  name,
  agreement: z.strictObject({
    relation: z.enum(['peers', 'a_above', 'b_above']),
    symbol: name.optional(),
    day: day.optional(),
    issuers: name.optional(),
    policy: policy.default({}),
    duties: z.array(z.unknown()).default([]),
  }),
  a: side,
  b: side,
  targets: z.array(z.unknown()).default([]),
});

/** Who owes a duty and since when. */
const owed = { side: z.enum(['a', 'b']).optional(), from: day.optional() };

/** `due_working_days` after the end of each period; 0 is the closing of its last day. */
export const dutyShape = z.strictObject({
  key,
  name,
  period: z.enum(DUTY_PERIODS),
  side: owed.side,
  due_working_days: workingDays,
  from: owed.from,
  source: name.optional(),
});

/** What follows "kể từ khi", with or without these words. */
const since = name.transform((words) => words.replace(/^\s*kể từ khi\s+/iu, '')).pipe(z.string().min(1));

/** Counted from an event: one of the two deadlines is written. */
export const eventDutyShape = z.strictObject({
  key,
  name,
  event: z.enum(DUTY_EVENTS),
  since,
  due_days: z.int().min(0).max(366).optional(),
  due_working_days: workingDays.optional(),
  source: name.optional(),
  ...owed,
});

/** A public period by its name; key and name are the preset's where none are written. */
export const presetDutyShape = z.strictObject({
  preset: z.enum(PRESET_NAMES),
  key: key.optional(),
  name: name.optional(),
  ...owed,
});

export const targetShape = z.strictObject({
  key,
  name,
  aliases: z.array(name).default([]),
  parent: reference.optional(),
  successor: reference.optional(),
  from: day.optional(),
  to: day.optional(),
  in_charge: z.array(reference).default([]),
  belongs: z.array(reference).default([]),
});

export const calendarShape = z.strictObject({
  day,
  kind: z.enum(['off', 'work']),
  label: name,
  provisional: z.boolean().default(false),
});

/** Settings as the domain names them; only those that were written. */
export function policyOf({ plan, ...rest }: z.output<typeof policy>): Partial<Policy> {
  return { ...camelled(rest), ...(plan && { plan: camelled(plan) }) };
}

function camelled(written: Record<string, unknown>): Record<string, unknown> {
  const renamed = Object.entries(written).map(([name, value]) => [
    name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    value,
  ]);
  return Object.fromEntries(renamed);
}
