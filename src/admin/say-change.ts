import type { Text } from '../domain/message.ts';
import type { Role } from '../domain/side.ts';
import type { TextKey } from '../locales/index.ts';
import type { OrgChange } from '../usecases/import-org-change.ts';
import { text } from '../usecases/said.ts';

const SIGNS = { added: '+', changed: '~', ended: '−' } as const;

const WHAT: Record<OrgChange['what'], TextKey> = {
  committee: 'admin-what-committee',
  pair: 'admin-what-pair',
  person: 'admin-what-person',
  member: 'admin-what-member',
  target: 'admin-what-target',
  duty: 'admin-what-duty',
  calendar: 'admin-what-calendar',
};

const ROLE: Record<Role, TextKey> = {
  chair: 'admin-role-chair',
  vice: 'admin-role-vice',
  secretary: 'admin-role-secretary',
  member: 'admin-role-member',
  observer: 'admin-role-observer',
};

/** A role in words. */
export const roleText = (role: Role): Text => text(ROLE[role]);

/** One line of what an import did: sign, what, name, and which fields. */
export function describeChange({ what, kind, name, pair, fields, facts }: OrgChange): Text {
  const role = what === 'member' && facts ? roleText(facts.role as Role) : '';
  return text('admin-change', {
    sign: SIGNS[kind],
    what: text(WHAT[what], { name, pair: pair ?? '', role }),
    fields: fields ? `: ${fields.join(', ')}` : '',
    ending: kind === 'ended' ? text('admin-change-ended') : '',
  });
}
