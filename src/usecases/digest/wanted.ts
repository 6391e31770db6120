import { type SQL, sql } from 'drizzle-orm';
import { kindsOf } from '../../domain/digest.ts';
import type { Role } from '../../domain/side.ts';
import type { Work } from '../work.ts';

const ROLES: readonly Role[] = ['secretary', 'member', 'chair', 'vice', 'observer'];

const BY_ROLE = sql.join(
  ROLES.flatMap((role) => kindsOf(role).map((kind) => sql`(${role}::text, ${kind}::text)`)),
  sql`, `,
);

/**
 * People with an active account and the kinds of digests they get, as a subquery (person_id, kind): what they turned on or off
 * themselves, else what their roles in any pair bring today.
 */
export const wantedDigests = (work: Work): SQL => sql`(
  select distinct account.person_id, kinds.kind
  from telegram_account account
  join membership on membership.person_id = account.person_id and membership.from_day <= ${work.now.toISODate()}
    and (membership.to_day is null or membership.to_day > ${work.now.toISODate()})
  cross join (values ('daily'), ('weekly'), ('monthly')) as kinds (kind)
  left join digest_setting setting on setting.person_id = account.person_id and setting.kind = kinds.kind
  left join (values ${BY_ROLE}) as usual (role, kind) on usual.role = membership.role and usual.kind = kinds.kind
  where account.state = 'active' and account.unreachable_at is null
    and coalesce(setting.is_on, usual.kind is not null))`;
