import { and, count, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm';
import {
  calendarFeed,
  dutySlot,
  exchange,
  groupChat,
  inspection,
  membership,
  telegramAccount,
} from '../../../db/schema/index.ts';
import { otherSide } from '../../domain/side.ts';
import { inForceOn } from '../link/own-side.ts';
import type { Member, Work } from '../work.ts';

/** What passes with the duties of a side, in figures. */
export type Duties = {
  drafts: number;
  cases: number;
  ledger: number;
  groups: number;
  feeds: number;
  confirmations: number;
};

/** Counts what a successor takes over: drafts, what is under way, the ledger's open entries and slots, groups, feeds, accounts that wait. */
export async function countDuties(work: Work, member: Member): Promise<Duties> {
  return {
    drafts: await drafts(work, member),
    cases: await underWay(work, member),
    ledger: (await openEntries(work, member)) + (await openSlots(work, member)),
    groups: await groups(work, member),
    feeds: await feeds(work, member),
    confirmations: (await waitingAccounts(work, member)).length,
  };
}

const figure = async (rows: Promise<{ n: number }[]>): Promise<number> => (await rows)[0]!.n;

const drafts = ({ tx }: Work, { pairId, side }: Member) =>
  figure(
    tx
      .select({ n: count() })
      .from(inspection)
      .where(
        and(
          eq(inspection.pairId, pairId),
          eq(inspection.side, side),
          inArray(inspection.state, ['draft', 'awaiting_leader']),
        ),
      ),
  );

/** What the other side drafts is not this side's to know of. */
const underWay = ({ tx }: Work, { pairId }: Member) =>
  figure(
    tx
      .select({ n: count() })
      .from(inspection)
      .where(
        and(
          eq(inspection.pairId, pairId),
          inArray(inspection.state, ['proposed', 'countered', 'agreed', 'official', 'under_way']),
        ),
      ),
  );

const openEntries = ({ tx }: Work, { pairId, side }: Member) =>
  figure(
    tx
      .select({ n: count() })
      .from(exchange)
      .where(
        and(
          eq(exchange.pairId, pairId),
          eq(exchange.state, 'open'),
          eq(exchange.fromSide, otherSide(side)),
          or(isNull(exchange.receipt), and(isNotNull(exchange.answerDueAt), isNull(exchange.answeredAt))),
        ),
      ),
  );

const openSlots = ({ tx }: Work, { pairId, side }: Member) =>
  figure(
    tx
      .select({ n: count() })
      .from(dutySlot)
      .where(and(eq(dutySlot.pairId, pairId), eq(dutySlot.side, side), eq(dutySlot.state, 'open'))),
  );

const groups = ({ tx }: Work, { committeeId }: Member) =>
  figure(
    tx
      .select({ n: count() })
      .from(groupChat)
      .where(and(eq(groupChat.committeeId, committeeId), isNull(groupChat.leftAt))),
  );

const feeds = ({ tx }: Work, { committeeId }: Member) =>
  figure(
    tx
      .select({ n: count() })
      .from(calendarFeed)
      .where(and(eq(calendarFeed.committeeId, committeeId), isNull(calendarFeed.revokedAt))),
  );

/** Accounts of people of the side that wait to be confirmed. */
export async function waitingAccounts({ tx, now }: Work, { pairId, side }: Pick<Member, 'pairId' | 'side'>) {
  const rows = await tx
    .select({ account: telegramAccount })
    .from(telegramAccount)
    .innerJoin(membership, eq(membership.personId, telegramAccount.personId))
    .where(
      and(
        eq(telegramAccount.state, 'pending'),
        eq(membership.pairId, pairId),
        eq(membership.side, side),
        inForceOn(membership, now.toISODate()!),
      ),
    )
    .orderBy(telegramAccount.id);
  return rows.map((row) => row.account);
}
