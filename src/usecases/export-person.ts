import { eq, or } from 'drizzle-orm';
import {
  absence,
  answer,
  auditValue,
  calendarFeed,
  consent,
  exchange,
  inspection,
  inspectionTeam,
  invitation,
  membership,
  outcome,
  pair,
  person,
  recipient,
  recommendation,
  target,
  targetPerson,
  telegramAccount,
} from '../../db/schema/index.ts';
import { audit } from './audit.ts';
import type { Work } from './work.ts';

/** Everything kept about one person and nothing about others (C8), as plain data for JSON; recorded in the system's chain. */
export async function exportPerson(
  work: Work,
  personId: number,
): Promise<Record<string, unknown> | undefined> {
  const { tx } = work;
  const [self] = await tx.select().from(person).where(eq(person.id, personId));
  if (!self) return undefined;
  await audit(work, { pairId: null, type: 'person.exported', facts: { person: personId } });
  return {
    exportedAt: work.now.toISO(),
    person: self,
    accounts: await tx.select().from(telegramAccount).where(eq(telegramAccount.personId, personId)),
    consents: await tx.select().from(consent).where(eq(consent.personId, personId)),
    invitations: await invitationsOf(work, personId),
    ...(await rolesOf(work, personId)),
    absences: await absencesOf(work, personId),
    ...(await workOf(work, personId)),
    namesInTheLog: await tx
      .select({
        chain: auditValue.chainId,
        entry: auditValue.seq,
        field: auditValue.field,
        value: auditValue.value,
      })
      .from(auditValue)
      .where(eq(auditValue.personId, personId)),
  };
}

async function invitationsOf({ tx }: Work, personId: number) {
  const { madeAt, expiresAt, usedAt, revokedAt } = invitation;
  return tx
    .select({ madeAt, expiresAt, usedAt, revokedAt })
    .from(invitation)
    .where(eq(invitation.personId, personId));
}

const absencesOf = ({ tx }: Work, personId: number) =>
  tx
    .select({ kind: absence.kind, from: absence.fromDay, to: absence.toDay, endedAt: absence.endedAt })
    .from(absence)
    .where(eq(absence.personId, personId));

async function rolesOf({ tx }: Work, personId: number) {
  return {
    memberships: await tx
      .select({
        pair: pair.name,
        side: membership.side,
        role: membership.role,
        from: membership.fromDay,
        to: membership.toDay,
      })
      .from(membership)
      .innerJoin(pair, eq(pair.id, membership.pairId))
      .where(eq(membership.personId, personId)),
    calendarAddresses: await tx
      .select({
        committee: calendarFeed.committeeId,
        details: calendarFeed.details,
        madeAt: calendarFeed.madeAt,
        revokedAt: calendarFeed.revokedAt,
      })
      .from(calendarFeed)
      .where(eq(calendarFeed.personId, personId)),
    targets: await tx
      .select({ target: target.name, tie: targetPerson.tie })
      .from(targetPerson)
      .innerJoin(target, eq(target.id, targetPerson.targetId))
      .where(eq(targetPerson.personId, personId)),
  };
}

async function workOf({ tx }: Work, personId: number) {
  return {
    teams: await tx
      .select({ inspection: inspection.code, role: inspectionTeam.role })
      .from(inspectionTeam)
      .innerJoin(inspection, eq(inspection.id, inspectionTeam.inspectionId))
      .where(eq(inspectionTeam.personId, personId)),
    asked: await tx.select().from(recipient).where(eq(recipient.personId, personId)),
    answers: await tx.select().from(answer).where(eq(answer.personId, personId)),
    exchangesLogged: await tx
      .select({ code: exchange.code, at: exchange.loggedAt })
      .from(exchange)
      .where(eq(exchange.loggedBy, personId)),
    exchangesConfirmed: await tx
      .select({ code: exchange.code, receipt: exchange.receipt, at: exchange.receiptAt })
      .from(exchange)
      .where(eq(exchange.receiptBy, personId)),
    outcomesRecorded: await tx
      .select({ origin: outcome.origin, inspection: inspection.code, at: outcome.at })
      .from(outcome)
      .leftJoin(inspection, eq(inspection.id, outcome.inspectionId))
      .where(eq(outcome.byPerson, personId)),
    recommendations: await recommendationsOf(tx, personId),
  };
}

/** Added or done by the person; when either, never by whom else. */
async function recommendationsOf(tx: Work['tx'], personId: number) {
  const { inspectionId, n, byPerson, doneBy, at, doneAt } = recommendation;
  const own = await tx
    .select({ inspection: inspection.code, n, byPerson, doneBy, at, doneAt })
    .from(recommendation)
    .innerJoin(inspection, eq(inspection.id, inspectionId))
    .where(or(eq(byPerson, personId), eq(doneBy, personId)));
  return own.map((row) => ({
    inspection: row.inspection,
    n: row.n,
    ...(row.byPerson === personId ? { addedAt: row.at } : {}),
    ...(row.doneBy === personId ? { doneAt: row.doneAt } : {}),
  }));
}
