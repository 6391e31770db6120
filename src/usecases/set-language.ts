import { eq } from 'drizzle-orm';
import { person } from '../../db/schema/index.ts';
import { audit } from './audit.ts';
import type { Actor, Work } from './work.ts';

/** The language of all that the person reads from now on, audited in the system's chain; the same one again changes nothing. */
export async function setLanguage(work: Work, actor: Actor, locale: Actor['locale']): Promise<void> {
  const { personId } = actor;
  const [before] = await work.tx
    .select({ locale: person.locale })
    .from(person)
    .where(eq(person.id, personId))
    .for('update');
  if (before?.locale === locale) return;
  await work.tx.update(person).set({ locale }).where(eq(person.id, personId));
  await audit(work, {
    pairId: null,
    type: 'person.language',
    by: personId,
    facts: { person: personId, locale },
  });
}
