import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exchange, exchangeStep, target } from '../../db/schema/index.ts';
import { exchangeVector, foldExchange } from '../../src/domain/exchange-words.ts';
import { parseSymbol } from '../../src/domain/symbol.ts';
import type { Office } from '../../src/usecases/begin-work.ts';
import type { Entry } from '../../src/usecases/exchange/load-exchange.ts';
import { writeExchangeSteps } from '../../src/usecases/exchange/write-exchange-steps.ts';
import { seedLedger } from '../bench/seed-ledger.ts';
import { makeTestDatabase, type TestDatabase } from '../support/database.ts';
import { openOfficeAtStart } from '../support/start-day.ts';

const ENTRIES = 400;

let base: TestDatabase;
let office: Office;
beforeAll(async () => {
  base = await makeTestDatabase();
  office = await openOfficeAtStart(base);
  await seedLedger(office, base.ownerSql, { entries: ENTRIES, pairs: 4 });
});
afterAll(() => base.close());

const rowsOf = () =>
  office.work({ pairs: 'all' }, ({ tx }) =>
    tx
      .select({ entry: exchange, target: target.name })
      .from(exchange)
      .leftJoin(target, eq(target.id, exchange.targetId))
      .orderBy(asc(exchange.id)),
  );

test('the bench’s entries bear the symbols and the words that the use case writes', async () => {
  const rows = await rowsOf();
  expect(rows).toHaveLength(ENTRIES);
  expect(rows.filter((row) => row.target !== null).length).toBeGreaterThan(10);
  for (const { entry, target } of rows) {
    expect(entry.folded).toBe(foldExchange({ ...entry, target }));
    if (entry.symbol !== null)
      expect(parseSymbol(entry.symbol)).toMatchObject({
        kind: 'ok',
        symbol: entry.symbol,
        type: entry.docType,
      });
  }
  const vectors = rows.map(({ entry }) => exchangeVector(entry.pairId, entry.folded));
  const compared = await base.ownerSql<{ isSame: boolean }[]>`
    select words = vector::tsvector as "isSame" from unnest(${vectors}::text[]) with ordinality as written (vector, id)
    join exchange using (id)`;
  expect(compared.filter((row) => row.isSame)).toHaveLength(ENTRIES);
});

test('an entry of the bench has the steps that the use case writes', async () => {
  const rows = await rowsOf();
  const kindsOf = (id: number) =>
    office.work({ pairs: 'all' }, async ({ tx }) => {
      const steps = await tx.select().from(exchangeStep).where(eq(exchangeStep.exchangeId, id));
      return steps.map(({ of, kind }) => `${of} ${kind}`).sort();
    });
  const isOut = ({ fromSide, loggedSide }: Entry) => fromSide === loggedSide;
  for (const [isWanted, isAsked] of [
    [true, true],
    [true, false],
    [false, true],
    [false, false],
  ]) {
    const { entry } = rows.find(
      (row) => isOut(row.entry) === isWanted && !!row.entry.answerDueAt === isAsked,
    )!;
    const seeded = await kindsOf(entry.id);
    await office.work({ pairs: 'all' }, (work) => writeExchangeSteps(work, entry));
    expect(await kindsOf(entry.id)).toEqual([...seeded, ...seeded].sort());
  }
});

test('every fourth pair has nothing open; the others have', async () => {
  const rows = await rowsOf();
  const pairs = [...new Set(rows.map((row) => row.entry.pairId))].sort((a, b) => a - b);
  const openIn = pairs.map(
    (pairId) =>
      rows.filter(
        ({ entry }) =>
          entry.pairId === pairId &&
          entry.state === 'open' &&
          (entry.receipt === null || (entry.answerDueAt !== null && entry.answeredAt === null)),
      ).length,
  );
  expect(openIn[0]).toBe(0);
  for (const open of openIn.slice(1)) expect(open).toBeGreaterThan(0);
});
