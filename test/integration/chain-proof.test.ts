import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import type { TransactionSql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditChain, auditEntry, auditValue } from '../../db/schema/index.ts';
import { type ChainReport, verifyChains } from '../../src/admin/chains.ts';
import { verifyFile } from '../../src/admin/verify-file.ts';
import { entryHash, genesis } from '../../src/domain/audit-chain.ts';
import { audit } from '../../src/usecases/audit.ts';
import { exportProof } from '../../src/usecases/chain/export-proof.ts';
import { openLog } from '../../src/usecases/chain/log-filter.ts';
import { closeBook } from '../../src/usecases/chain/put-head.ts';
import { signHead } from '../../src/usecases/chain/sign-head.ts';
import { erasePerson } from '../../src/usecases/erase-person.ts';
import { draftInspection } from '../../src/usecases/inspection/draft-inspection.ts';
import { isRefused } from '../../src/usecases/said.ts';
import { NOTHING_BESIDES } from '../support/nothing-besides.ts';
import { secondVerify, secondVerifyFile } from '../support/second-verifier.ts';
import { openStepDesk, type StepDesk } from '../support/step-desk.ts';

let desk: StepDesk;
let folder: string;
let head: { seq: number; hash: string };
let file: Buffer;

const sql = () => desk.base.ownerSql;
const pairName = () => `pair-${desk.one.pairId}`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'phoi-hop-proof-'));
  desk = await openStepDesk();
  const { pairId, cast, targets } = desk.one;
  await firstFormat(pairId);
  await desk.noticed({ team: ['a-member', 'b-member'] });
  for (const key of ['a-secretary', 'b-secretary'])
    await desk.by(key, (work, actor) =>
      draftInspection(
        work,
        actor,
        pairId,
        {
          targetId: targets.z!,
          kind: 'compliance',
          subjectBody: 'standing_board',
          subject: `dự thảo của ${key}`,
          leadSide: 'a',
          mode: 'coordinate',
          windowFrom: '2027-03-01',
          windowTo: '2027-03-06',
          ...NOTHING_BESIDES,
          sessions: [],
        },
        [],
      ),
    );
  const closed = await desk.by('a-secretary', (work, actor) => closeBook(work, actor, pairId));
  if (isRefused(closed)) throw new Error(closed.refused.key);
  for (const key of ['a-secretary', 'b-secretary'])
    await desk.by(key, (work, actor) => signHead(work, actor, closed.headId));
  await desk.all((work) =>
    audit(work, {
      pairId,
      type: 'invitation.made',
      by: cast['a-secretary']!.id,
      facts: { person: cast['a-member']!.id },
      values: { note: { value: 'lời của bên a' } },
    }),
  );
  const [row] = await sql()`select seq, hash from chain_head`;
  head = { seq: Number(row!.seq), hash: row!.hash };
  file = await exported('a-chair');
}, 60_000);
afterAll(async () => {
  await desk.base.close();
  rmSync(folder, { recursive: true });
});

/** The chain begins with an entry as the first format wrote it. */
async function firstFormat(pairId: number): Promise<void> {
  const entry = {
    chain: pairName(),
    seq: 1,
    prevHash: genesis(pairName()),
    at: '2026-11-20T02:00:00.000Z',
    type: 'chain.shown',
    body: '{"by":null,"inspection":null,"seq":0}',
  };
  const { seq, prevHash, at, type, body } = entry;
  const hash = entryHash(entry);
  await desk.all(async ({ tx }) => {
    const [chain] = await tx
      .update(auditChain)
      .set({ seq, hash })
      .where(eq(auditChain.pairId, pairId))
      .returning();
    await tx.insert(auditEntry).values({ chainId: chain!.id, pairId, seq, prevHash, at, type, body, hash });
  });
}

const exported = (key: string): Promise<Buffer> =>
  desk.by(key, async (work, actor) => {
    const log = await openLog(work, actor, desk.one.pairId);
    if (isRefused(log)) throw new Error(log.refused.key);
    let text = '';
    for await (const line of exportProof(work, actor, log.member, log.chain!)) text += line;
    return Buffer.from(text);
  });

async function verifyBytes(bytes: Buffer): Promise<ChainReport | undefined> {
  const path = join(folder, 'chain.jsonl');
  writeFileSync(path, bytes);
  return verifyFile(path);
}

const linesOf = (bytes: Buffer) =>
  bytes
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

class Undo extends Error {}

type Verdict = { ok: boolean; seq?: number; why?: string };

/** Both verdicts on the pair's chain as a spoilt database has it; nothing of it stays. */
async function spoilt(spoil: (tx: TransactionSql) => Promise<unknown>) {
  let verdicts: { first: Verdict; second: Verdict } | undefined;
  await sql()
    .begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`select set_config('app.pairs', '*', true)`;
      await spoil(tx);
      const chain = `pair-${desk.one.pairId}`;
      const reports = await verifyChains(tx);
      const rows =
        await tx`select e.seq::int as seq, e.at, e.type, e.body, e.salt, e.prev_hash as "prevHash", e.hash,
          e.inspection_id, e.exchange_id,
          coalesce((select json_agg(json_build_object('field', v.field, 'salt', v.salt, 'value', v.value, 'person_id', v.person_id))
            from audit_value v where v.chain_id = e.chain_id and v.seq = e.seq), '[]') as values
        from audit_entry e join audit_chain c on c.id = e.chain_id where c.name = ${chain} order by e.seq`;
      const heads = await tx`select h.seq::int as seq, h.hash from chain_head h`;
      const kept = await tx`select seq::int as seq, hash from audit_chain where name = ${chain}`;
      const signatures =
        await tx`select h.seq::int as seq, h.hash, s.side from chain_signature s join chain_head h on h.id = s.head_id`;
      const first = reports.find((one) => one.name === chain)!.verdict;
      const outside = { heads: [...heads, ...kept], signatures };
      verdicts = { first, second: secondVerify(chain, [...rows], outside as never) };
      throw new Undo();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });
  return verdicts!;
}

const entries = async () =>
  sql()<{ seq: number; chain: number }[]>`
    select e.seq::int as seq, e.chain_id as chain from audit_entry e join audit_chain c on c.id = e.chain_id
    where c.name = ${pairName()} order by e.seq`;

test('both verifiers find the chain whole, in the database and in the file', async () => {
  const { first, second } = await spoilt(async () => {});
  expect(first).toMatchObject({ ok: true });
  expect(second).toMatchObject({ ok: true, count: (await entries()).length });
  expect((await verifyBytes(file))?.verdict).toMatchObject({ ok: true });
  expect(secondVerifyFile(file)).toMatchObject({ ok: true });
});

describe('in the database', () => {
  test('any byte changed in any column of any entry is found and named by both', async () => {
    const rows = await entries();
    const columns = ['at', 'type', 'body', 'salt', 'prev_hash', 'hash'] as const;
    const place = fc.tuple(
      fc.nat(rows.length - 1),
      fc.constantFrom(...columns),
      fc.nat(5000),
      fc.integer({ min: 1, max: 126 }),
    );
    await fc.assert(
      fc.asyncProperty(place, async ([i, column, at, by]) => {
        const { seq, chain } = rows[i]!;
        const { first, second } = await spoilt(async (tx) => {
          const [row] =
            await tx`select ${tx(column)} as was from audit_entry where chain_id = ${chain} and seq = ${seq}`;
          const changed = changeByte(Buffer.from(row!.was ?? 'x'), at, by).toString('latin1');
          await tx`update audit_entry set ${tx({ [column]: changed })} where chain_id = ${chain} and seq = ${seq}`;
        });
        expect(first).toMatchObject({ ok: false, seq });
        expect(second).toEqual(first);
      }),
      { numRuns: 60 },
    );
  });

  test('columns by which an entry is looked up are part of it', async () => {
    const [row] =
      await sql()`select chain_id, seq::int as seq from audit_entry where inspection_id is not null order by seq limit 1`;
    const where = { chain: row!.chain_id, seq: row!.seq };
    const changed = await spoilt(
      (tx) =>
        tx`update audit_entry set inspection_id = 999 where chain_id = ${where.chain} and seq = ${where.seq}`,
    );
    expect(changed.first).toEqual({ ok: false, seq: where.seq, why: 'refs' });
    expect(changed.second).toEqual(changed.first);
  });

  test('any value kept beside an entry', async () => {
    const values =
      await sql()`select chain_id, seq::int as seq, field from audit_value where chain_id = ${(await entries())[0]!.chain}`;
    expect(values.length).toBeGreaterThan(2);
    for (const { chain_id, seq, field } of values)
      for (const column of ['value', 'salt', 'field']) {
        const { first, second } = await spoilt(
          (tx) =>
            tx`update audit_value set ${tx({ [column]: 'khác' })} where chain_id = ${chain_id} and seq = ${seq} and field = ${field}`,
        );
        expect(first).toEqual({ ok: false, seq, why: 'value-mismatch' });
        expect(second).toEqual(first);
      }
  });

  test('one deleted, two swapped', async () => {
    const rows = await entries();
    const chain = rows[0]!.chain;
    for (const { seq } of rows) {
      const { first, second } = await spoilt(
        (tx) => tx`delete from audit_entry where chain_id = ${chain} and seq = ${seq}`,
      );
      expect(first).toMatchObject({ ok: false, seq, why: seq === rows.length ? 'head-not-found' : 'gap' });
      expect(second).toEqual(first);
    }
    await fc.assert(
      fc.asyncProperty(fc.subarray(rows, { minLength: 2, maxLength: 2 }), async ([one, other]) => {
        const { first, second } = await spoilt(async (tx) => {
          const move = (from: number, to: number) =>
            tx`update audit_entry set seq = ${to} where chain_id = ${chain} and seq = ${from}`;
          await move(one!.seq, 100_000);
          await move(other!.seq, one!.seq);
          await move(100_000, other!.seq);
        });
        expect(first).toEqual({ ok: false, seq: one!.seq, why: 'link' });
        expect(second).toEqual(first);
      }),
      { numRuns: 20 },
    );
  });

  test('a tail cut off is found whenever a head went out after it, even with the kept head put back', async () => {
    const { chain } = (await entries())[0]!;
    for (let kept = 0; kept < head.seq; kept++) {
      const { first, second } = await spoilt(async (tx) => {
        await tx`delete from audit_entry where chain_id = ${chain} and seq > ${kept}`;
        await tx`update audit_chain set seq = ${kept}, hash = coalesce(
          (select hash from audit_entry where chain_id = ${chain} and seq = ${kept}), hash) where id = ${chain}`;
      });
      expect(first).toEqual({ ok: false, seq: head.seq, why: 'head-not-found' });
      expect(second).toEqual(first);
    }
  });

  test('a value given to somebody else is found: no erasure can be led past it, or onto what is another’s', async () => {
    const values = await sql()<{ seq: number; field: string; person: number | null }[]>`
      select v.seq::int as seq, v.field, v.person_id as person from audit_value v join audit_chain c on c.id = v.chain_id
      where c.pair_id = ${desk.one.pairId} order by 1, 2`;
    expect(values.length).toBeGreaterThan(0);
    const people = [...Object.values(desk.one.cast).map(({ id }) => id), null];
    for (const { seq, field, person } of values)
      for (const other of people.filter((id) => id !== person)) {
        const { first, second } = await spoilt(
          (tx) => tx`update audit_value v set person_id = ${other} from audit_chain c
            where c.id = v.chain_id and c.pair_id = ${desk.one.pairId} and v.seq = ${seq} and v.field = ${field}`,
        );
        expect(first).toEqual({ ok: false, seq, why: 'refs' });
        expect(second).toEqual(first);
      }
  });

  test('a head or a confirmation that is gone, or given to somebody else, though the chain tells of it', async () => {
    const spoil: [(tx: TransactionSql) => Promise<unknown>, string][] = [
      [(tx) => tx`delete from chain_signature`, 'signature'],
      [(tx) => tx`update chain_signature set person_id = person_id + 1`, 'signature'],
      [(tx) => tx`update chain_signature set at = at + interval '1 day'`, 'signature'],
      [(tx) => tx`with gone as (delete from chain_signature) delete from chain_head`, 'head-not-found'],
    ];
    for (const [change, why] of spoil) expect((await spoilt(change)).first).toMatchObject({ ok: false, why });
  });

  test('a confirmation of which the chain does not tell', async () => {
    const { chain } = (await entries())[0]!;
    const { first, second } = await spoilt(async (tx) => {
      const [signed] =
        await tx`select max(seq)::int as seq from audit_entry where chain_id = ${chain} and type = 'chain.signed'`;
      await tx`delete from audit_entry where chain_id = ${chain} and seq >= ${signed!.seq}`;
      await tx`update audit_chain set (seq, hash) = (select seq, hash from audit_entry where chain_id = ${chain} order by seq desc limit 1) where id = ${chain}`;
    });
    expect(first).toEqual({ ok: false, seq: head.seq, why: 'signature' });
    expect(second).toEqual(first);
  });
});

test('an entry beside the chain, filed under another pair, is found where it lies: it would be shown as that pair’s', async () => {
  let verdicts: ChainReport[] = [];
  for (const stray of [desk.two.pairId, null]) {
    await sql()
      .begin(async (tx) => {
        await tx`set local session_replication_role = replica`;
        await tx`insert into audit_entry (chain_id, seq, pair_id, inspection_id, at, type, body, salt, prev_hash, hash)
          select chain_id, 9999, ${stray}, inspection_id, at, type, body, salt, prev_hash, 'x' from audit_entry
          where pair_id = ${desk.one.pairId} and inspection_id is not null limit 1`;
        verdicts = await verifyChains(tx);
        throw new Undo();
      })
      .catch((error: unknown) => {
        if (!(error instanceof Undo)) throw error;
      });
    expect(verdicts.find(({ name }) => name === pairName())?.verdict).toEqual({
      ok: false,
      seq: 9999,
      why: 'refs',
    });
  }
});

describe('a pair whose whole chain is gone', () => {
  const chainOf = (tx: TransactionSql) => tx`select id from audit_chain where pair_id = ${desk.one.pairId}`;
  /** The verdicts by name of chain, of a database that lost what is named; nothing of it stays. */
  const without = async (spoil: (tx: TransactionSql, chain: number) => Promise<unknown>) => {
    let reports: ChainReport[] = [];
    await sql()
      .begin(async (tx) => {
        await tx`set local session_replication_role = replica`;
        const [row] = await chainOf(tx);
        for (const table of ['audit_value', 'audit_entry', 'chain_head'])
          await tx`delete from ${tx(table)} where chain_id = ${row!.id}`;
        await tx`delete from chain_signature where pair_id = ${desk.one.pairId}`;
        await spoil(tx, row!.id as number);
        reports = await verifyChains(tx);
        throw new Undo();
      })
      .catch((error: unknown) => {
        if (!(error instanceof Undo)) throw error;
      });
    return reports.find((one) => one.name === `pair-${desk.one.pairId}`)?.verdict;
  };

  test('is missed, whether its head went with it, was put back to the start, or begins anew', async () => {
    expect(await without((tx, id) => tx`delete from audit_chain where id = ${id}`)).toEqual({
      ok: false,
      seq: 1,
      why: 'missing',
    });
    const reset = (tx: TransactionSql, id: number) =>
      tx`update audit_chain set seq = 0, hash = ${genesis(`pair-${desk.one.pairId}`)} where id = ${id}`;
    expect(await without(reset)).toEqual({ ok: false, seq: 1, why: 'untold' });
    const anew = async (tx: TransactionSql, id: number) => {
      const chain = `pair-${desk.one.pairId}`;
      const [at, type, body, salt] = ['2026-12-01T00:00:00.000Z', 'org.imported', '{"by":null}', 's'];
      const prevHash = genesis(chain);
      const hash = entryHash({ chain, seq: 1, prevHash, at, type, body, salt });
      await tx`insert into audit_entry (chain_id, seq, pair_id, at, type, body, salt, prev_hash, hash)
        values (${id}, 1, ${desk.one.pairId}, ${at}, ${type}, ${body}, ${salt}, ${prevHash}, ${hash})`;
      await tx`update audit_chain set seq = 1, hash = ${hash} where id = ${id}`;
    };
    expect(await without(anew)).toEqual({ ok: false, seq: 2, why: 'untold' });
    const toldElsewhere = async (tx: TransactionSql, id: number) => {
      await reset(tx, id);
      await tx`insert into audit_entry (chain_id, seq, pair_id, inspection_id, at, type, body, salt, prev_hash, hash)
        select (select id from audit_chain where id <> ${id} and pair_id is not null limit 1), 9000 + i.id, i.pair_id, i.id, '', 'x', '{}', '',
          '', 'x' || i.id from inspection i where i.pair_id = ${desk.one.pairId}`;
    };
    expect(await without(toldElsewhere)).toEqual({ ok: false, seq: 1, why: 'untold' });
  });
});

describe('in the exported file', () => {
  const entriesAt = () => {
    const starts: { from: number; to: number }[] = [];
    for (let at = file.indexOf('\n') + 1; ; ) {
      const to = file.indexOf('\n', at);
      if (file.indexOf('\n', to + 1) < 0) return starts;
      starts.push({ from: at, to });
      at = to + 1;
    }
  };

  test('any byte changed in any entry is found and named by both', async () => {
    const places = entriesAt();
    const place = fc.tuple(fc.nat(places.length - 1), fc.nat(100_000), fc.integer({ min: 1, max: 126 }));
    await fc.assert(
      fc.asyncProperty(place, async ([i, at, by]) => {
        const { from, to } = places[i]!;
        const bytes = Buffer.from(file);
        changeByte(bytes.subarray(from, to), at, by).copy(bytes, from);
        const found = (await verifyBytes(bytes))!.verdict;
        expect(found).toMatchObject({ ok: false, seq: i + 1 });
        expect(secondVerifyFile(bytes)).toEqual(found);
      }),
      { numRuns: 300 },
    );
  });

  test('one deleted, two swapped, the end cut off', async () => {
    const lines = file.toString().trimEnd().split('\n');
    const count = lines.length - 2;
    const both = async (changed: string[]) => {
      const bytes = Buffer.from(`${changed.join('\n')}\n`);
      const found = (await verifyBytes(bytes))!.verdict;
      expect(secondVerifyFile(bytes)).toEqual(found);
      return found;
    };
    for (let i = 1; i <= count; i++)
      expect(await both(lines.toSpliced(i, 1))).toMatchObject({ ok: false, seq: i });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: count }),
        fc.integer({ min: 1, max: count }),
        async (i, j) => {
          fc.pre(i < j);
          const swapped = lines.with(i, lines[j]!).with(j, lines[i]!);
          expect(await both(swapped)).toEqual({ ok: false, seq: i, why: 'gap' });
        },
      ),
      { numRuns: 30 },
    );
    expect(await both(lines.slice(0, -1))).toEqual({ ok: false, seq: count + 1, why: 'cut' });
    expect(await both([...lines.slice(0, count - 1), lines.at(-1)!])).toMatchObject({
      why: 'head-not-found',
    });
  });

  test('a file that is none is said to be none', async () => {
    expect(await verifyBytes(Buffer.from('{"a":1}\n'))).toBeUndefined();
    expect(await verifyBytes(Buffer.from(''))).toBeUndefined();
  });

  test('holds of the other side nothing that "Lịch sử" would not show: no inner step, no value, no name', async () => {
    const of = async (key: string) => linesOf(await exported(key)).slice(1, -1);
    const [a, b] = [await of('a-chair'), await of('b-chair')];
    expect(a.map((line) => line.hash)).toEqual(b.map((line) => line.hash));
    const drafted = (lines: typeof a) => lines.filter((line) => line.type === 'inspection.drafted');
    expect(drafted(a).map((line) => line.values[0].value)).toEqual(['dự thảo của a-secretary']);
    expect(drafted(b).map((line) => line.values[0].value)).toEqual(['dự thảo của b-secretary']);
    expect(JSON.stringify(b)).not.toContain('lời của bên a');
    expect(a.filter((line) => line.type === 'org.imported')).toEqual([]);
    expect(JSON.stringify([a, b])).not.toMatch(/Đầu mối|Uỷ viên|Chủ nhiệm/);
    for (const line of [...a, ...b]) expect(Object.keys(line)).toHaveLength('digest' in line ? 4 : 8);
  });

  test('cannot pass an entry off as one of the first format, whose content nothing proves', async () => {
    const older = linesOf(file).map((line) => ('digest' in line ? { ...line, digest: null } : line));
    const bytes = Buffer.from(`${older.map((line) => JSON.stringify(line)).join('\n')}\n`);
    const found = (await verifyBytes(bytes))!.verdict;
    expect(found).toMatchObject({ ok: false, why: 'format' });
    expect(secondVerifyFile(bytes)).toEqual(found);
  });
});

test('erasing a person leaves both verifiers content, in the database and in a new file', async () => {
  await desk.all((work) => erasePerson(work, desk.one.cast['a-secretary']!.id, null));
  await desk.all((work) => work.tx.delete(auditValue));
  const { first, second } = await spoilt(async () => {});
  expect([first.ok, second.ok]).toEqual([true, true]);
  const bytes = await exported('a-chair');
  expect((await verifyBytes(bytes))!.verdict).toMatchObject({ ok: true });
  expect(secondVerifyFile(bytes)).toMatchObject({ ok: true });
});

test('16 writers at once on several chains keep every chain whole', async () => {
  const before = (await desk.all((work) => work.tx.select().from(auditEntry))).length;
  const pairs = [desk.one.pairId, desk.two.pairId, null];
  await Promise.all(
    Array.from({ length: 16 }, async (_, writer) => {
      for (let n = 0; n < 8; n++)
        await desk.all((work) =>
          audit(work, {
            pairId: pairs[(writer + n) % pairs.length]!,
            type: 'person.language',
            facts: { writer, n },
            values: { note: { value: `${writer}/${n}` } },
          }),
        );
    }),
  );
  expect(await desk.all((work) => work.tx.select().from(auditEntry))).toHaveLength(before + 16 * 8);
  const reports = await sql().begin(async (tx) => {
    await tx`select set_config('app.pairs', '*', true)`;
    return verifyChains(tx);
  });
  expect(reports.map(({ name, verdict }) => [name, verdict.ok])).toEqual(
    reports.map(({ name }) => [name, true]),
  );
  expect(reports.length).toBeGreaterThanOrEqual(3);
});

/** Another byte in the place of one; never a line end, never the same. */
function changeByte(bytes: Buffer, at: number, by: number): Buffer {
  const changed = Buffer.from(bytes);
  const place = at % changed.length;
  const was = changed[place]!;
  const now = (was + by) % 127;
  changed[place] = now === was || now === 10 || now === 0 ? (was === 35 ? 36 : 35) : now;
  return changed;
}
