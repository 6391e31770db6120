import { and, eq, inArray, lte } from 'drizzle-orm';
import { outbox } from '../../../db/schema/index.ts';
import { type Claimed, claimedAs } from '../outbox/claim.ts';
import { hasFlag, kindsWith, readTold, stepsOf, type Told } from '../outbox/kinds.ts';
import type { StepRef } from '../outbox/refs.ts';
import type { Work } from '../work.ts';

/** Of which one message may speak of several (R14). */
type StepKind = StepRef['kind'];
type Row = { id: number; chatId: number } & Told;

/**
 * After a time without Telegram several rows of a chat may say the same: each keeps what no later one of that chat says. Undefined: nothing
 * is left of it.
 */
export async function dropOvertaken(work: Work, rows: Claimed[]): Promise<Map<number, Claimed | undefined>> {
  const later = await waitingBehind(work, rows);
  return new Map(
    rows.map((row) => {
      const said = new Set(
        later.filter((one) => one.chatId === row.chatId && one.id > row.id).flatMap(thingsOf),
      );
      return [row.id, said.size === 0 ? row : without(row, said)];
    }),
  );
}

async function waitingBehind(work: Work, rows: Claimed[]): Promise<Row[]> {
  const chats = rows.filter(({ kind }) => hasFlag(kind, 'repeats')).map(({ chatId }) => chatId);
  if (chats.length === 0) return [];
  const found = await work.tx
    .select({ id: outbox.id, chatId: outbox.chatId, kind: outbox.kind, ref: outbox.ref })
    .from(outbox)
    .where(
      and(
        inArray(outbox.chatId, chats),
        eq(outbox.state, 'pending'),
        inArray(outbox.kind, kindsWith('repeats')),
        lte(outbox.notBefore, work.now),
      ),
    );
  return found.flatMap(({ id, chatId, kind, ref }) => {
    const told = readTold(kind, ref);
    return told ? [{ id, chatId, ...told }] : [];
  });
}

function thingsOf(row: Told): string[] {
  if (row.kind === 'digest') return [`digest ${row.ref.digest.kind}`];
  if (row.kind === 'exchange-step') return row.ref.ledger.map(thingOf);
  return isStep(row) ? stepsOf(row).map(thingOf) : [];
}

const thingOf = (one: object): string => JSON.stringify(Object.entries(one).toSorted());

const isStep = <Row extends Told>(row: Row): row is Extract<Row, { kind: StepKind }> =>
  ['reminder', 'own-leader', 'across', 'day-before'].includes(row.kind);

function without(row: Claimed, said: Set<string>): Claimed | undefined {
  const isNew = (one: object): boolean => !said.has(thingOf(one));
  if (row.kind === 'digest') return thingsOf(row).some((one) => said.has(one)) ? undefined : row;
  if (row.kind === 'exchange-step') {
    const ledger = row.ref.ledger.filter(isNew);
    return ledger.length > 0 ? { ...row, ref: { ...row.ref, ledger } } : undefined;
  }
  if (!isStep(row)) return row;
  const [first, ...also] = stepsOf(row).filter(isNew);
  if (!first) return undefined;
  const { kind, ...own } = first;
  return claimedAs(row, { kind, ref: { ...row.ref, recipientId: undefined, ...own, also } });
}
