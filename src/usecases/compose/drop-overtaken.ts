import { and, eq, inArray, lte } from 'drizzle-orm';
import { outbox } from '../../../db/schema/index.ts';
import type { OutboxRef, StepRef } from '../../domain/outbox.ts';
import type { Claimed } from '../outbox/claim.ts';
import type { Work } from '../work.ts';

const STEPS = ['reminder', 'own-leader', 'across', 'day-before'] as const;
/** What is said again and again of the same thing. */
const REPEATED: readonly string[] = [...STEPS, 'exchange-step', 'digest'];

type Row = Pick<Claimed, 'id' | 'chatId' | 'kind' | 'ref'>;

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
  const chats = rows.filter(({ kind }) => REPEATED.includes(kind)).map(({ chatId }) => chatId);
  if (chats.length === 0) return [];
  const found = await work.tx
    .select({ id: outbox.id, chatId: outbox.chatId, kind: outbox.kind, ref: outbox.ref })
    .from(outbox)
    .where(
      and(
        inArray(outbox.chatId, chats),
        eq(outbox.state, 'pending'),
        inArray(outbox.kind, [...REPEATED]),
        lte(outbox.notBefore, work.now),
      ),
    );
  return found as Row[];
}

const thingsOf = ({ kind, ref }: Row): string[] => {
  if (kind === 'digest') return [`digest ${ref.digest?.kind}`];
  if (kind === 'exchange-step') return (ref.ledger ?? []).map(thingOf);
  return stepsOf(kind, ref).map(thingOf);
};

const thingOf = (one: object): string => JSON.stringify(Object.entries(one).toSorted());

function stepsOf(kind: string, { inspectionId, requestId, recipientId, also = [] }: OutboxRef): StepRef[] {
  if (!isStep(kind) || inspectionId === undefined || requestId === undefined) return also;
  const own = { kind, inspectionId, requestId };
  return [recipientId === undefined ? own : { ...own, recipientId }, ...also];
}

const isStep = (kind: string): kind is StepRef['kind'] => STEPS.some((step) => step === kind);

function without(row: Claimed, said: Set<string>): Claimed | undefined {
  const isNew = (one: object): boolean => !said.has(thingOf(one));
  if (row.kind === 'digest') return thingsOf(row).some((one) => said.has(one)) ? undefined : row;
  if (row.kind === 'exchange-step') {
    const ledger = (row.ref.ledger ?? []).filter(isNew);
    return ledger.length > 0 ? { ...row, ref: { ...row.ref, ledger } } : undefined;
  }
  if (!isStep(row.kind)) return row;
  const [first, ...also] = stepsOf(row.kind, row.ref).filter(isNew);
  if (!first) return undefined;
  const { kind, ...own } = first;
  return { ...row, kind, ref: { ...row.ref, recipientId: undefined, ...own, also } };
}
