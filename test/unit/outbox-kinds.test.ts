import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { OUTBOX_KINDS } from '../../src/domain/outbox-kind.ts';
import { KINDS, kindsWith, readTold, saysOf, thingsIn } from '../../src/usecases/outbox/kinds.ts';
import rows from '../fixtures/outbox/rows.json' with { type: 'json' };

type Row = { kind: string; ref: object };

/** Rows of the outbox in the backup kept of commit 11790a0: what was sent, and what waited. Finished words go when they are sent. */
const kept = (): (Row & { state: string })[] =>
  gunzipSync(readFileSync(new URL('../fixtures/life/backup.jsonl.gz', import.meta.url)))
    .toString()
    .split('\n')
    .filter((line) => line.includes('"coalesce_key"') && line.startsWith('{'))
    .map((line) => JSON.parse(line))
    .filter((row) => Object.keys(row.ref).length > 0 && !(row.kind === 'said' && row.state === 'sent'));

const unread = (some: Row[]) => some.filter(({ kind, ref }) => readTold(kind, ref) === undefined);

describe('what waits in the outbox of an older version', () => {
  test('is read by its kind: of commit 11790a0, months of life', () => {
    const all = kept();
    expect(all.length).toBeGreaterThan(500);
    expect(all.filter(({ state }) => state === 'pending').length).toBeGreaterThan(5);
    expect(unread(all)).toEqual([]);
  });

  test('is read by its kind: of commit 6cc0df9, each shape of a reference, with what is held and what goes together', () => {
    expect(rows.some(({ ref }) => 'held' in ref)).toBe(true);
    expect(rows.some(({ ref }) => 'also' in ref)).toBe(true);
    expect(unread(rows)).toEqual([]);
    const held = rows.flatMap(({ ref }) => ('held' in ref ? (ref.held as Row[]) : []));
    expect(held.length).toBeGreaterThan(1);
    expect(unread(held)).toEqual([]);
  });

  test('loses nothing by being read', () => {
    for (const { kind, ref } of [...rows, ...kept()]) expect(readTold(kind, ref)?.ref).toEqual(ref);
  });
});

test('what is of no kind, or not as its kind is, is not read', () => {
  for (const [kind, ref] of [
    ['constructor', {}],
    ['push', {}],
    ['push', { requestId: '1', inspectionId: 1 }],
    ['outcome', { inspectionId: 1, note: 'unheard of' }],
    ['file', { make: 'letter', inspectionId: 1 }],
    ['said', { message: 'words' }],
  ] as const)
    expect([kind, readTold(kind, ref)]).toEqual([kind, undefined]);
});

test('a reference names its own things and those of what goes out together with it', () => {
  const also = [{ kind: 'across' as const, inspectionId: 2, requestId: 3 }];
  expect(thingsIn({ inspectionId: 1, requestId: 1, also })).toMatchObject([
    { inspectionId: 1 },
    { inspectionId: 2 },
  ]);
  expect(thingsIn({ ledger: [{ step: 'reminder', of: 'duty', slotId: 4 }] })).toMatchObject([
    {},
    { slotId: 4 },
  ]);
});

test('a note that says otherwise than its kind turns what it says', () => {
  for (const kind of OUTBOX_KINDS) {
    const { says, ...flags } = KINDS[kind];
    expect([kind, saysOf({ kind, ref: {} })]).toEqual([kind, says]);
    for (const note of ('but' in flags && flags.but) || [])
      expect([note, saysOf({ kind, ref: { note } })]).not.toEqual([note, says]);
  }
});

test('what only informs is told to nobody who stands in, and finished words are never gathered', () => {
  for (const kind of OUTBOX_KINDS)
    if ('toStandIn' in KINDS[kind]) expect([kind, KINDS[kind].says]).toEqual([kind, 'asks']);
  expect(kindsWith('goesAlone').sort()).toEqual(['file', 'said', 'while-away']);
});
